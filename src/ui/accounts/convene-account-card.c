/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account-card.h"

#include <glib/gi18n-lib.h>

#include "convene-account-tools.h"
#include "convene-account-words.h"
#include "convene-grants-view.h"
#include "convene-host-uses.h"
#include "convene-rows.h"

struct _ConveneAccountCard
{
  GtkListBoxRow parent_instance;

  ConveneAccount *account;
  ConveneEngine  *engine;
  gboolean        leaving;

  GtkWidget *quota;
};

G_DEFINE_FINAL_TYPE (ConveneAccountCard, convene_account_card, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_ENGINE,
  PROP_LEAVING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_icon_cb (ConveneAccountCard *self,
                ConveneAccountKind  kind)
{
  return g_strdup (kind == CONVENE_ACCOUNT_KIND_MAIL ? "mail-unread-symbolic" : "camera-video-symbolic");
}

static char *
format_title_cb (ConveneAccountCard *self,
                 const char         *name,
                 const char         *address)
{
  return g_strdup (self->account != NULL ? convene_account_words_title (self->account) : "");
}

static gboolean
is_other_cb (ConveneAccountCard *self,
             const char         *name,
             const char         *address)
{
  return self->account != NULL && address != NULL && g_strcmp0 (convene_account_words_title (self->account), address) != 0;
}

static char *
format_service_cb (ConveneAccountCard  *self,
                   ConveneAccountMethod method,
                   const char          *server)
{
  return self->account != NULL ? convene_account_words_service (self->account) : NULL;
}

static char *
format_state_cb (ConveneAccountCard *self,
                 ConveneAccountState state,
                 gboolean            leaving)
{
  return g_strdup (leaving ? C_ ("account", "Disconnecting…") : convene_account_words_state (state));
}

static char *
format_state_icon_cb (ConveneAccountCard *self,
                      ConveneAccountState state,
                      gboolean            leaving)
{
  return g_strdup (leaving ? "" : convene_account_words_state_icon (state));
}

static char *
format_state_tone_cb (ConveneAccountCard *self,
                      ConveneAccountState state,
                      gboolean            leaving)
{
  return g_strdup (leaving ? "plain" : convene_account_words_state_tone (state));
}

static char *
format_advice_cb (ConveneAccountCard *self,
                  ConveneAccountKind  kind,
                  ConveneAccountState state)
{
  return g_strdup (convene_account_words_advice (kind, state));
}

static char *
format_plan_cb (ConveneAccountCard *self,
                const char         *plan)
{
  return g_strdup (convene_account_words_plan (plan));
}

/* The day's end is asked of the clock whenever the account was read again, which its model sees to at midnight. */
static char *
format_quota_cb (ConveneAccountCard *self,
                 int                 used)
{
  return convene_account_words_quota (used, self->engine != NULL ? convene_clock_now (convene_engine_get_clock (self->engine)) : 0);
}

static double
share_quota_cb (ConveneAccountCard *self,
                int                 used)
{
  return CLAMP (used, 0, CONVENE_DAILY_REQUESTS) / (double) CONVENE_DAILY_REQUESTS;
}

static gboolean
is_zoom_cb (ConveneAccountCard *self,
            ConveneAccountKind  kind)
{
  return kind == CONVENE_ACCOUNT_KIND_ZOOM;
}

static gboolean
is_text_cb (ConveneAccountCard *self,
            const char         *text)
{
  return text != NULL && *text != '\0';
}

static void
changed_cb (ConveneAccountCard *self)
{
  g_autofree char *sentence = convene_account_words_sentence (self->account);
  g_autofree char *quota = format_quota_cb (self, convene_account_get_requests_today (self->account));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quota), GTK_ACCESSIBLE_PROPERTY_LABEL, quota, -1);
}

static void
set_account (ConveneAccountCard *self,
             ConveneAccount     *account)
{
  if (!g_set_object (&self->account, account))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
  if (account == NULL)
    return;

  g_signal_connect_object (account, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
convene_account_card_dispose (GObject *object)
{
  ConveneAccountCard *self = CONVENE_ACCOUNT_CARD (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_clear_object (&self->account);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_account_card_parent_class)->dispose (object);
}

static void
convene_account_card_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneAccountCard *self = CONVENE_ACCOUNT_CARD (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_LEAVING:
      g_value_set_boolean (value, self->leaving);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_account_card_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConveneAccountCard *self = CONVENE_ACCOUNT_CARD (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      set_account (self, g_value_get_object (value));
      break;
    case PROP_ENGINE:
      self->engine = g_value_dup_object (value);
      break;
    case PROP_LEAVING:
      if (self->leaving == g_value_get_boolean (value))
        break;
      self->leaving = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, format_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_service_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_state_icon_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_state_tone_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_advice_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_quota_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_quota_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_zoom_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_text_cb);
}

static void
convene_account_card_class_init (ConveneAccountCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_account_card_dispose;
  object_class->get_property = convene_account_card_get_property;
  object_class->set_property = convene_account_card_set_property;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, CONVENE_TYPE_ACCOUNT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAVING] = g_param_spec_boolean ("leaving", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CONVENE_TYPE_ACCOUNT_TOOLS);
  g_type_ensure (CONVENE_TYPE_CHIP);
  g_type_ensure (CONVENE_TYPE_GRANTS_VIEW);
  g_type_ensure (CONVENE_TYPE_HOST_USES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-account-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountCard, quota);
  bind_callbacks (widget_class);
}

static void
convene_account_card_init (ConveneAccountCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_account_card_new (ConveneAccount *account,
                          ConveneEngine  *engine)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);

  return g_object_new (CONVENE_TYPE_ACCOUNT_CARD, "engine", engine, "account", account, NULL);
}
