/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-search-provider.h"

#include "convene-details.h"
#include "convene-search.h"
#include "convene-words.h"

/* Seconds. The desktop itself waits for 25. */
#define QUIET 15
#define PATIENCE 10

#define INTERFACE "org.gnome.Shell.SearchProvider2"

/* As GNOME Shell asks. */
static const char introspection[] = "<node>"
                                    "  <interface name='" INTERFACE "'>"
                                    "    <method name='GetInitialResultSet'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetSubsearchResultSet'>"
                                    "      <arg type='as' name='previous_results' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetResultMetas'>"
                                    "      <arg type='as' name='identifiers' direction='in'/>"
                                    "      <arg type='aa{sv}' name='metas' direction='out'/>"
                                    "    </method>"
                                    "    <method name='ActivateResult'>"
                                    "      <arg type='s' name='identifier' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "    <method name='LaunchSearch'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

struct _ConveneSearchProvider
{
  GObject parent_instance;

  ConveneSession *session;
  GActionGroup   *actions; /* unowned */

  GDBusConnection *connection;
  guint            registration;
  GCancellable    *cancellable; /* of what is being read */

  GPtrArray *waiting;  /* of GDBusMethodInvocation, until there is an engine; each is answered once, which is what frees it */
  guint      patience; /* until they are answered without one */
  guint      quiet;
};

G_DEFINE_FINAL_TYPE (ConveneSearchProvider, convene_search_provider, G_TYPE_OBJECT)

enum
{
  PROP_BUSY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Whoever asked is told that there is nothing, never of an error: the desktop would only log it. */
static void
answer_nothing (GDBusMethodInvocation *invocation)
{
  const char *method = g_dbus_method_invocation_get_method_name (invocation);

  if (g_str_equal (method, "GetResultMetas"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", NULL));
  else if (g_str_has_suffix (method, "ResultSet"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", NULL));
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) uids = convene_search_finish (CONVENE_ENGINE (source), result, &error);

  if (uids != NULL)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", uids));
  else
    answer_nothing (invocation);
}

static void
search (ConveneSearchProvider *self,
        ConveneEngine         *engine,
        GDBusMethodInvocation *invocation)
{
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  g_autoptr(GVariant) words = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree const char **terms = g_variant_get_strv (words, NULL);

  convene_search_async (engine, terms, self->cancellable, searched_cb, invocation);
}

static void
add_meta (GVariantBuilder  *metas,
          ConveneInterview *interview,
          gint64            now)
{
  g_autofree char *description = convene_search_describe (interview, now);
  const char      *name = convene_details_get_candidate (interview);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (convene_interview_get_uid (interview)));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name != NULL ? name : ""));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (convene_words_platform_icon (convene_interview_get_platform (interview))));
  g_variant_builder_close (metas);
}

static ConveneInterview *
find (GPtrArray  *interviews,
      const char *uid)
{
  for (guint i = 0; i < interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (interviews, i);

      if (g_str_equal (convene_interview_get_uid (interview), uid))
        return interview;
    }

  return NULL;
}

/* Of whom metas are asked for: never more than a search finds, whatever is on the bus. The texts are the invocation's. */
static const char **
dup_uids (GDBusMethodInvocation *invocation)
{
  const char **uids = NULL;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(^a&s)", &uids);
  if (g_strv_length ((GStrv) uids) > CONVENE_SEARCH_MAX)
    uids[CONVENE_SEARCH_MAX] = NULL;
  return uids;
}

/* In the order in which they were asked for; what was erased meanwhile is left out. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr(GPtrArray) interviews = convene_engine_list_interviews_finish (CONVENE_ENGINE (source), result, NULL, NULL);
  gint64                  now = convene_clock_now (convene_engine_get_clock (CONVENE_ENGINE (source)));
  g_autofree const char **uids = NULL;
  GVariantBuilder         metas;

  if (interviews == NULL)
    {
      answer_nothing (invocation);
      return;
    }

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  uids = dup_uids (invocation);
  for (guint i = 0; uids[i] != NULL; i++)
    {
      ConveneInterview *interview = find (interviews, uids[i]);

      if (interview != NULL)
        add_meta (&metas, interview, now);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

static void
describe (ConveneSearchProvider *self,
          ConveneEngine         *engine,
          GDBusMethodInvocation *invocation)
{
  g_autofree const char **uids = dup_uids (invocation);
  ConveneInterviewFilter  filter = { .all = TRUE, .now = convene_clock_now (convene_engine_get_clock (engine)) };

  filter.uids = uids;
  convene_engine_list_interviews_async (engine, &filter, self->cancellable, listed_cb, invocation);
}

/* Reads it again: it may be time to join by now, or no longer. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  ConveneSearchProvider *self = g_object_get_data (G_OBJECT (invocation), "provider");
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, NULL);
  gint64 now = convene_clock_now (convene_engine_get_clock (CONVENE_ENGINE (source)));

  if (interview != NULL && self->registration != 0)
    g_action_group_activate_action (self->actions, convene_search_joins (interview, now) ? "join" : "show-interview",
                                    g_variant_new_string (convene_interview_get_uid (interview)));
  answer_nothing (invocation);
}

static void
choose (ConveneSearchProvider *self,
        ConveneEngine         *engine,
        GDBusMethodInvocation *invocation)
{
  const char *uid;

  g_object_set_data_full (G_OBJECT (invocation), "provider", g_object_ref (self), g_object_unref);
  g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), 0, "&s", &uid);
  convene_engine_find_interview_async (engine, uid, self->cancellable, found_cb, invocation);
}

static void
answer (ConveneSearchProvider *self,
        ConveneEngine         *engine,
        GDBusMethodInvocation *invocation)
{
  const char *method = g_dbus_method_invocation_get_method_name (invocation);

  if (g_str_equal (method, "GetResultMetas"))
    describe (self, engine, invocation);
  else if (g_str_equal (method, "ActivateResult"))
    choose (self, engine, invocation);
  else
    search (self, engine, invocation);
}

/* Without the profile nothing is found; what was chosen waits for it in the window, which says why it does not open. */
static void
answer_without (ConveneSearchProvider *self,
                GDBusMethodInvocation *invocation)
{
  const char *uid;

  if (g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "ActivateResult"))
    {
      g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), 0, "&s", &uid);
      g_action_group_activate_action (self->actions, "show-interview", g_variant_new_string (uid));
    }
  answer_nothing (invocation);
}

static void
answer_waiting (ConveneSearchProvider *self)
{
  ConveneEngine *engine = convene_session_get_engine (self->session);
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new ();
  g_clear_handle_id (&self->patience, g_source_remove);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (engine != NULL)
        answer (self, engine, g_ptr_array_index (waiting, i));
      else
        answer_without (self, g_ptr_array_index (waiting, i));
    }
}

static gboolean
patience_cb (gpointer user_data)
{
  ConveneSearchProvider *self = user_data;

  self->patience = 0;
  answer_waiting (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (ConveneSearchProvider *self)
{
  if (self->waiting->len > 0 && (convene_session_get_engine (self->session) != NULL || convene_session_get_error (self->session) != NULL))
    answer_waiting (self);
}

static gboolean
quiet_cb (gpointer user_data)
{
  ConveneSearchProvider *self = user_data;

  self->quiet = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  return G_SOURCE_REMOVE;
}

static void
stay_busy (ConveneSearchProvider *self)
{
  gboolean was_busy = self->quiet != 0;

  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add_seconds (QUIET, quiet_cb, self);
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Whoever asks for the profile and cannot have it looks at the window for the reason: a search does not try again. */
static void
ask (ConveneSearchProvider *self,
     GDBusMethodInvocation *invocation)
{
  ConveneEngine *engine = convene_session_get_engine (self->session);

  if (engine != NULL)
    {
      answer (self, engine, invocation);
      return;
    }
  if (convene_session_get_error (self->session) != NULL)
    {
      answer_without (self, invocation);
      return;
    }

  g_ptr_array_add (self->waiting, invocation);
  if (self->patience == 0)
    self->patience = g_timeout_add_seconds (PATIENCE, patience_cb, self);
  convene_session_open (self->session);
}

static void
launch (ConveneSearchProvider *self,
        GDBusMethodInvocation *invocation)
{
  g_autofree const char **terms = NULL;
  g_autofree char        *text = NULL;

  g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), 0, "^a&s", &terms);
  text = g_strjoinv (" ", (char **) terms);
  g_action_group_activate_action (self->actions, "search", g_variant_new_string (text));
  answer_nothing (invocation);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  ConveneSearchProvider *self = user_data;

  stay_busy (self);
  if (g_str_equal (method, "LaunchSearch"))
    launch (self, invocation);
  else
    ask (self, invocation);
}

static void
convene_search_provider_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, convene_search_provider_get_busy (CONVENE_SEARCH_PROVIDER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_search_provider_dispose (GObject *object)
{
  ConveneSearchProvider *self = CONVENE_SEARCH_PROVIDER (object);

  convene_search_provider_unexport (self);
  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (convene_search_provider_parent_class)->dispose (object);
}

static void
convene_search_provider_class_init (ConveneSearchProviderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_search_provider_get_property;
  object_class->dispose = convene_search_provider_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_search_provider_init (ConveneSearchProvider *self)
{
  self->waiting = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

ConveneSearchProvider *
convene_search_provider_new (ConveneSession *session,
                             GActionGroup   *actions)
{
  ConveneSearchProvider *self;

  g_return_val_if_fail (CONVENE_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_ACTION_GROUP (actions), NULL);

  self = g_object_new (CONVENE_TYPE_SEARCH_PROVIDER, NULL);
  self->session = g_object_ref (session);
  self->actions = actions;
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
convene_search_provider_export (ConveneSearchProvider *self,
                                GDBusConnection       *connection,
                                const char            *path,
                                GError               **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };
  g_autoptr(GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (CONVENE_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->registration == 0, FALSE);

  node = g_dbus_node_info_new_for_xml (introspection, NULL);
  self->registration = g_dbus_connection_register_object (connection, path, g_dbus_node_info_lookup_interface (node, INTERFACE), &vtable, self, NULL, error);
  if (self->registration == 0)
    return FALSE;

  self->connection = g_object_ref (connection);
  return TRUE;
}

void
convene_search_provider_unexport (ConveneSearchProvider *self)
{
  g_return_if_fail (CONVENE_IS_SEARCH_PROVIDER (self));

  if (self->registration == 0)
    return;

  g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);
  for (guint i = 0; i < self->waiting->len; i++)
    answer_nothing (g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

gboolean
convene_search_provider_get_busy (ConveneSearchProvider *self)
{
  g_return_val_if_fail (CONVENE_IS_SEARCH_PROVIDER (self), FALSE);

  return self->quiet != 0;
}
