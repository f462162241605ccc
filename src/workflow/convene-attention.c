/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-attention.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-private.h"
#include "convene-health-words.h"
#include "convene-reload.h"
#include "convene-store-directory.h"

struct _ConveneAttention
{
  GObject parent_instance;

  ConveneEngine *engine;
  ConveneReload *reload;

  ConveneRemedy remedy;
  char         *message;
  char         *target;
  gboolean      has_zoom;
  gboolean      has_mail;
  gboolean      empty;
  gboolean      loaded;
};

G_DEFINE_FINAL_TYPE (ConveneAttention, convene_attention, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REMEDY,
  PROP_MESSAGE,
  PROP_TARGET,
  PROP_HAS_ZOOM,
  PROP_HAS_MAIL,
  PROP_EMPTY,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_boolean (ConveneAttention *self,
             int               property,
             gboolean         *field,
             gboolean          value)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text (ConveneAttention *self,
          int               property,
          char            **field,
          const char       *value)
{
  g_autofree char *old = *field;

  *field = g_strdup (value);
  if (g_strcmp0 (old, value) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Whoever is told of one of the three may look at the others. */
static void
set_remedy (ConveneAttention *self,
            ConveneRemedy     remedy,
            const char       *target,
            const char       *message)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->remedy != remedy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMEDY]);
  self->remedy = remedy;
  set_text (self, PROP_TARGET, &self->target, target);
  set_text (self, PROP_MESSAGE, &self->message, message);
  g_object_thaw_notify (G_OBJECT (self));
}

static guint
count_waits (ConveneNeeds *needs,
             const char   *event)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (needs->waits, event));
}

static guint
count_waits_for (ConveneNeeds   *needs,
                 ConveneAccount *account)
{
  g_autofree char *event = g_strconcat ("account:", convene_account_get_id (account), NULL);

  return count_waits (needs, event);
}

/* The account that wants its person: of several the one that most waits for. */
static ConveneAccount *
find_signed_out (ConveneNeeds *needs)
{
  ConveneAccount *found = NULL;

  for (guint i = 0; i < needs->accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (needs->accounts, i);

      if (convene_account_get_state (account) != CONVENE_ACCOUNT_STATE_CONNECTED &&
          (found == NULL || count_waits_for (needs, account) > count_waits_for (needs, found)))
        found = account;
    }

  return found;
}

/* In the words that a notification has as well. */
static char *
format_signed_out (ConveneAccount *account,
                   guint           waiting)
{
  const char *what = convene_health_word_title (account);

  if (waiting == 0)
    /* Translators: %s is a sentence without its full stop: “Zoom wants you to sign in again” */
    return g_strdup_printf (C_ ("sentence", "%s."), what);
  if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_MAIL)
    /* Translators: %s is as in “The mail server wants you to sign in again” */
    return g_strdup_printf (ngettext ("%2$s; letters of %1$u interview wait for it.", "%2$s; letters of %1$u interviews wait for it.", waiting), waiting, what);

  /* Translators: %s is as in “Zoom wants you to sign in again” */
  return g_strdup_printf (ngettext ("%2$s; %1$u interview waits for it.", "%2$s; %1$u interviews wait for it.", waiting), waiting, what);
}

static void
ask_to_reconnect (ConveneAttention *self,
                  ConveneAccount   *account,
                  guint             waiting)
{
  g_autofree char *message = format_signed_out (account, waiting);

  set_remedy (self, CONVENE_REMEDY_RECONNECT, convene_account_get_id (account), message);
}

static void
ask_to_connect (ConveneAttention *self,
                guint             meetings,
                guint             letters)
{
  g_autofree char *message = NULL;

  if (meetings > 0)
    message = g_strdup_printf (ngettext ("%u interview waits for a Zoom account that can host it.",
                                         "%u interviews wait for a Zoom account that can host them.", meetings),
                               meetings);
  else
    message = g_strdup_printf (ngettext ("Letters of %u interview wait for a mail account.",
                                         "Letters of %u interviews wait for a mail account.", letters),
                               letters);

  set_remedy (self, CONVENE_REMEDY_CONNECT, meetings > 0 ? "zoom" : "mail", message);
}

static char *
format_failed (ConveneNeeds *needs)
{
  const char *candidate = needs->failed_candidate != NULL ? needs->failed_candidate : _ ("the candidate");

  /* Translators: %s is the candidate's name. */
  if (needs->failed > 1)
    return g_strdup_printf (ngettext ("Something failed for %u upcoming interview, first for the one with %s.",
                                      "Something failed for %u upcoming interviews, first for the one with %s.", needs->failed),
                            needs->failed, candidate);
  if (convene_operation_kind_is_mail (needs->failed_kind))
    return g_strdup_printf (_ ("A letter for the interview with %s could not be sent."), candidate);
  if (needs->failed_kind == CONVENE_OPERATION_KIND_MEETING_CREATE)
    return g_strdup_printf (_ ("The meeting for the interview with %s could not be made."), candidate);

  return g_strdup_printf (_ ("The meeting for the interview with %s could not be changed."), candidate);
}

static void
ask_to_look (ConveneAttention *self,
             ConveneNeeds     *needs)
{
  g_autofree char *message = format_failed (needs);

  set_remedy (self, CONVENE_REMEDY_SHOW, needs->failed_uid, message);
}

static char *
format_astray (ConveneNeeds *needs)
{
  const char *candidate = needs->astray_candidate != NULL ? needs->astray_candidate : _ ("the candidate");

  /* Translators: %s is the candidate's name. */
  if (needs->astray > 1)
    return g_strdup_printf (ngettext ("At Zoom the meeting of %u upcoming interview was changed, first the one with %s.",
                                      "At Zoom the meetings of %u upcoming interviews were changed, first the one with %s.", needs->astray),
                            needs->astray, candidate);
  if (needs->astray_state == CONVENE_MEETING_STATE_MISSING)
    return g_strdup_printf (_ ("The meeting for the interview with %s is not at Zoom any more."), candidate);
  if ((needs->astray_drift & CONVENE_MEETING_DRIFT_MOVED) != 0)
    return g_strdup_printf (_ ("Zoom has another time for the interview with %s."), candidate);

  return g_strdup_printf (_ ("Zoom has another link or password for the interview with %s."), candidate);
}

static void
ask_to_compare (ConveneAttention *self,
                ConveneNeeds     *needs)
{
  g_autofree char *message = format_astray (needs);

  set_remedy (self, CONVENE_REMEDY_SHOW, needs->astray_uid, message);
}

static void
judge (ConveneAttention *self,
       ConveneNeeds     *needs)
{
  ConveneAccount *signed_out = find_signed_out (needs);
  guint           meetings = count_waits (needs, "account");
  guint           letters = count_waits (needs, "mail");

  if (signed_out != NULL)
    ask_to_reconnect (self, signed_out, count_waits_for (needs, signed_out));
  else if (meetings > 0 || letters > 0)
    ask_to_connect (self, meetings, letters);
  else if (needs->failed > 0)
    ask_to_look (self, needs);
  else if (needs->astray > 0)
    ask_to_compare (self, needs);
  else
    set_remedy (self, CONVENE_REMEDY_NONE, NULL, "");
}

static gboolean
has_kind (GPtrArray         *accounts,
          ConveneAccountKind kind)
{
  for (guint i = 0; i < accounts->len; i++)
    if (convene_account_get_kind (accounts->pdata[i]) == kind)
      return TRUE;

  return FALSE;
}

static void
take (ConveneAttention *self,
      ConveneNeeds     *needs)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_boolean (self, PROP_HAS_ZOOM, &self->has_zoom, has_kind (needs->accounts, CONVENE_ACCOUNT_KIND_ZOOM));
  set_boolean (self, PROP_HAS_MAIL, &self->has_mail, has_kind (needs->accounts, CONVENE_ACCOUNT_KIND_MAIL));
  set_boolean (self, PROP_EMPTY, &self->empty, needs->empty);
  judge (self, needs);
  set_boolean (self, PROP_LOADED, &self->loaded, TRUE);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
read_needs_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ConveneAttention) self = convene_reload_finish (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneNeeds) needs = convene_store_get_needs_finish (CONVENE_STORE (source), result, &error);

  if (self == NULL)
    return;
  if (needs == NULL)
    {
      g_info ("What needs a person could not be read: %s", error->message);
      return;
    }

  convene_reload_ask_at (self->reload, convene_engine_get_clock (self->engine), needs->until);
  take (self, needs);
}

static void
read_needs (gpointer      owner,
            GCancellable *cancellable)
{
  ConveneAttention *self = CONVENE_ATTENTION (owner);
  gint64            now = convene_clock_now (convene_engine_get_clock (self->engine));

  convene_store_get_needs_async (convene_engine_get_store (self->engine), now, cancellable, read_needs_cb,
                                 convene_reload_get_ticket (self->reload));
}

static void
changed_cb (ConveneAttention *self)
{
  convene_reload_ask (self->reload);
}

static void
convene_attention_dispose (GObject *object)
{
  ConveneAttention *self = CONVENE_ATTENTION (object);

  g_clear_pointer (&self->reload, convene_reload_free);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_attention_parent_class)->dispose (object);
}

static void
convene_attention_finalize (GObject *object)
{
  ConveneAttention *self = CONVENE_ATTENTION (object);

  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->target, g_free);

  G_OBJECT_CLASS (convene_attention_parent_class)->finalize (object);
}

static void
convene_attention_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ConveneAttention *self = CONVENE_ATTENTION (object);

  switch (prop_id)
    {
    case PROP_REMEDY:
      g_value_set_int (value, (int) self->remedy);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_TARGET:
      g_value_set_string (value, self->target);
      break;
    case PROP_HAS_ZOOM:
      g_value_set_boolean (value, self->has_zoom);
      break;
    case PROP_HAS_MAIL:
      g_value_set_boolean (value, self->has_mail);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, self->empty);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_attention_class_init (ConveneAttentionClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_attention_dispose;
  object_class->finalize = convene_attention_finalize;
  object_class->get_property = convene_attention_get_property;

  properties[PROP_REMEDY] = g_param_spec_int ("remedy", NULL, NULL, CONVENE_REMEDY_NONE, CONVENE_REMEDY_SHOW, CONVENE_REMEDY_NONE, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  properties[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags);
  properties[PROP_HAS_ZOOM] = g_param_spec_boolean ("has-zoom", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_MAIL] = g_param_spec_boolean ("has-mail", NULL, NULL, FALSE, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_attention_init (ConveneAttention *self)
{
  self->message = g_strdup ("");
  self->empty = TRUE;
  self->reload = convene_reload_new (self, read_needs);
}

ConveneAttention *
convene_attention_new (ConveneEngine *engine)
{
  ConveneAttention *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  self = g_object_new (CONVENE_TYPE_ATTENTION, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  convene_reload_ask (self->reload);
  return self;
}

ConveneRemedy
convene_attention_get_remedy (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), CONVENE_REMEDY_NONE);

  return self->remedy;
}

const char *
convene_attention_get_message (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), NULL);

  return self->message;
}

const char *
convene_attention_get_target (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), NULL);

  return self->target;
}

gboolean
convene_attention_get_has_zoom (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), FALSE);

  return self->has_zoom;
}

gboolean
convene_attention_get_has_mail (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), FALSE);

  return self->has_mail;
}

gboolean
convene_attention_get_empty (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), FALSE);

  return self->empty;
}

gboolean
convene_attention_get_loaded (ConveneAttention *self)
{
  g_return_val_if_fail (CONVENE_IS_ATTENTION (self), FALSE);

  return self->loaded;
}
