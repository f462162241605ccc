/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-directory.h"
#include "convene-letters-page.h"
#include "convene-names.h"
#include "convene-person-place-row.h"
#include "convene-place-choice.h"
#include "convene-place-question.h"
#include "convene-places.h"
#include "convene-reload.h"
#include "convene-rules-page.h"
#include "convene-tip.h"
#include "convene-toast.h"

struct _ConvenePreferencesWindow
{
  AdwWindow parent_instance;

  ConveneEngine *engine;
  ConveneReload *own_reload;
  ConveneReload *accounts_reload;
  ConveneReload *people_reload;
  GCancellable  *cancellable; /* NULL once the window is gone */
  gboolean       syncing;     /* the database speaks, not the person */
  gboolean       zoom_connected;
  char          *shown; /* the addresses of the people that are listed, or NULL */

  AdwComboRow *own;
  GtkWidget   *connect_row;
  GtkWidget   *search;
  GtkListBox  *people;
  GtkLabel    *nobody;
  GtkWidget   *rules;
  GtkWidget   *letters;
  GtkWidget   *switcher;
};

G_DEFINE_FINAL_TYPE (ConvenePreferencesWindow, convene_preferences_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_ZOOM_CONNECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_connect (ConvenePreferencesWindow *self)
{
  ConvenePlatform platform = CONVENE_PLATFORM_ZOOM;
  gboolean        chosen = gtk_widget_get_sensitive (GTK_WIDGET (self->own)) && convene_place_choice_get (self->own, &platform);

  gtk_widget_set_visible (self->connect_row, chosen && platform == CONVENE_PLATFORM_ZOOM && !self->zoom_connected);
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, NULL);
  g_autoptr(ConvenePreferencesWindow) self = convene_reload_finish (user_data);
  gboolean connected = FALSE;

  if (self == NULL || accounts == NULL)
    return;

  for (guint i = 0; i < accounts->len; i++)
    connected |= convene_account_get_kind (g_ptr_array_index (accounts, i)) == CONVENE_ACCOUNT_KIND_ZOOM;
  if (self->zoom_connected != connected)
    {
      self->zoom_connected = connected;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM_CONNECTED]);
    }
  show_connect (self);
}

static void
read_accounts (gpointer      owner,
               GCancellable *cancellable)
{
  ConvenePreferencesWindow *self = owner;

  convene_accounts_list_async (convene_engine_get_accounts (self->engine), cancellable, accounts_cb, convene_reload_get_ticket (self->accounts_reload));
}

static void
own_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *host = NULL;
  gboolean         has_platform;
  ConvenePlatform  platform;
  gboolean         read = convene_engine_get_place_finish (CONVENE_ENGINE (source), result, &has_platform, &platform, &host, &error);
  g_autoptr(ConvenePreferencesWindow) self = convene_reload_finish (user_data);

  if (self == NULL)
    return;
  if (!read)
    {
      convene_toast (GTK_WIDGET (self->own), error->message);
      return;
    }

  self->syncing = TRUE;
  convene_place_choice_select (self->own, has_platform, platform);
  self->syncing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->own), TRUE);
  show_connect (self);
}

static void
read_own (gpointer      owner,
          GCancellable *cancellable)
{
  ConvenePreferencesWindow *self = owner;

  convene_engine_get_place_async (self->engine, NULL, cancellable, own_cb, convene_reload_get_ticket (self->own_reload));
}

static void
own_set_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConvenePreferencesWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  ConvenePlatform platform;
  gboolean        done = convene_engine_set_place_finish (CONVENE_ENGINE (source), result, &error);

  if (self->cancellable == NULL)
    return;
  if (!done)
    convene_toast (GTK_WIDGET (self->own), error->message);
  else if (convene_place_choice_get (self->own, &platform))
    convene_place_question_ask (GTK_WIDGET (self->own), self->engine, NULL, platform, self->cancellable);
}

static void
own_chosen_cb (ConvenePreferencesWindow *self)
{
  ConvenePlatform platform;

  if (self->syncing || self->cancellable == NULL || !convene_place_choice_get (self->own, &platform))
    return;

  /* What was read before it was chosen is no longer so. */
  convene_reload_drop (self->own_reload);
  show_connect (self);
  convene_engine_set_place_async (self->engine, NULL, platform, NULL, NULL, own_set_cb, g_object_ref (self));
}

static void
add_person (ConvenePreferencesWindow *self,
            ConveneParticipant       *person)
{
  GtkWidget *row = convene_person_place_row_new (self->engine, person);

  g_object_bind_property (self, "zoom-connected", row, "zoom-connected", G_BINDING_SYNC_CREATE);
  gtk_list_box_append (self->people, row);
}

static char *
join_addresses (GPtrArray *people)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s\n", convene_participant_get_address (g_ptr_array_index (people, i)));

  return g_string_free (text, FALSE);
}

/* Who is listed already stays, so that nothing closes below whoever is being edited. */
static void
show_people (ConvenePreferencesWindow *self,
             GPtrArray                *people)
{
  g_autofree char *addresses = join_addresses (people);
  GtkListBoxRow   *row;

  if (g_strcmp0 (addresses, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&addresses);
  while ((row = gtk_list_box_get_row_at_index (self->people, 0)) != NULL)
    gtk_list_box_remove (self->people, GTK_WIDGET (row));
  for (guint i = 0; i < people->len; i++)
    add_person (self, g_ptr_array_index (people, i));
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GPtrArray) people = convene_engine_find_people_finish (CONVENE_ENGINE (source), result, NULL);
  g_autoptr(ConvenePreferencesWindow) self = convene_reload_finish (user_data);

  if (self == NULL || people == NULL)
    return;

  show_people (self, people);
  gtk_widget_set_visible (GTK_WIDGET (self->people), people->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), people->len == 0);
  gtk_label_set_label (self->nobody,
                       *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0' ? _ ("Whoever takes part in an interview is listed here.") : _ ("Nobody is called so."));
}

static void
read_people (gpointer      owner,
             GCancellable *cancellable)
{
  ConvenePreferencesWindow *self = owner;

  convene_engine_find_people_async (self->engine, gtk_editable_get_text (GTK_EDITABLE (self->search)), cancellable, people_cb, convene_reload_get_ticket (self->people_reload));
}

static void
find_people (ConvenePreferencesWindow *self)
{
  if (self->people_reload == NULL || self->engine == NULL)
    return;

  convene_reload_drop (self->people_reload);
  convene_reload_ask (self->people_reload);
}

static void
changed_cb (ConvenePreferencesWindow *self)
{
  convene_reload_ask (self->accounts_reload);
  convene_reload_ask (self->own_reload);
  convene_reload_ask (self->people_reload);
}

static void
convene_preferences_window_dispose (GObject *object)
{
  ConvenePreferencesWindow *self = CONVENE_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_pointer (&self->own_reload, convene_reload_free);
  g_clear_pointer (&self->accounts_reload, convene_reload_free);
  g_clear_pointer (&self->people_reload, convene_reload_free);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_preferences_window_parent_class)->dispose (object);
}

static void
convene_preferences_window_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_PREFERENCES_WINDOW (object)->shown, g_free);

  G_OBJECT_CLASS (convene_preferences_window_parent_class)->finalize (object);
}

static void
convene_preferences_window_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  ConvenePreferencesWindow *self = CONVENE_PREFERENCES_WINDOW (object);

  switch (prop_id)
    {
    case PROP_ZOOM_CONNECTED:
      g_value_set_boolean (value, self->zoom_connected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Escape takes back what is searched for, and else closes the window, as it does everywhere in it. */
static void
stop_search_cb (ConvenePreferencesWindow *self)
{
  GtkEditable *search = GTK_EDITABLE (self->search);

  if (*gtk_editable_get_text (search) != '\0')
    gtk_editable_set_text (search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
shorten_names (GtkWidget *switcher)
{
  for (GtkWidget *button = gtk_widget_get_first_child (switcher); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  convene_tip_say_rest (switcher);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, own);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, connect_row);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, people);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, nobody);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, rules);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, letters);
  gtk_widget_class_bind_template_child (widget_class, ConvenePreferencesWindow, switcher);
  gtk_widget_class_bind_template_callback (widget_class, own_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_people);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
convene_preferences_window_class_init (ConvenePreferencesWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_preferences_window_dispose;
  object_class->finalize = convene_preferences_window_finalize;
  object_class->get_property = convene_preferences_window_get_property;

  /* TRUE until it is known that none is. */
  properties[PROP_ZOOM_CONNECTED] = g_param_spec_boolean ("zoom-connected", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_LETTERS_PAGE);
  g_type_ensure (CONVENE_TYPE_RULES_PAGE);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
convene_preferences_window_init (ConvenePreferencesWindow *self)
{
  self->zoom_connected = TRUE;
  self->cancellable = g_cancellable_new ();
  self->own_reload = convene_reload_new (self, read_own);
  self->accounts_reload = convene_reload_new (self, read_accounts);
  self->people_reload = convene_reload_new (self, read_people);
  gtk_widget_init_template (GTK_WIDGET (self));
  shorten_names (self->switcher);
  self->syncing = TRUE;
  convene_place_choice_fill (self->own, NULL);
  self->syncing = FALSE;
}

GtkWindow *
convene_preferences_window_new (GtkApplication *application,
                                ConveneEngine  *engine)
{
  ConvenePreferencesWindow *self;
  GtkWindow                *parent;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  parent = application != NULL ? gtk_application_get_active_window (application) : NULL;
  self = g_object_new (CONVENE_TYPE_PREFERENCES_WINDOW, "application", application, "transient-for", parent, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  convene_rules_page_set_engine (CONVENE_RULES_PAGE (self->rules), engine);
  convene_letters_page_set_engine (CONVENE_LETTERS_PAGE (self->letters), engine);
  convene_name_parts (GTK_WIDGET (self));
  convene_reload_ask (self->own_reload);
  convene_reload_ask (self->accounts_reload);
  convene_reload_ask (self->people_reload);
  return GTK_WINDOW (self);
}
