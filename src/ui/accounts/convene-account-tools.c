/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account-tools.h"

#include <glib/gi18n-lib.h>

#include "convene-account-follow.h"
#include "convene-account-words.h"
#include "convene-names.h"
#include "convene-wrap-box.h"

struct _ConveneAccountTools
{
  GtkWidget parent_instance;

  ConveneAccount *account;
  ConveneEngine  *engine;
  gboolean        leaving;
  gboolean        busy;        /* something is asked */
  GCancellable   *cancellable; /* of that */

  GtkWidget     *box; /* NULL once the widget is gone */
  GtkWidget     *check;
  GtkWidget     *test;
  GtkActionable *reconnect;
  GtkActionable *disconnect;
  GtkLabel      *outcome;
};

G_DEFINE_FINAL_TYPE (ConveneAccountTools, convene_account_tools, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_ENGINE,
  PROP_LEAVING,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_checked_cb (ConveneAccountTools *self,
                   gint64               checked_at,
                   const char          *tls)
{
  return convene_account_words_checked (checked_at, tls);
}

static void
set_busy (ConveneAccountTools *self,
          gboolean             busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
say (ConveneAccountTools *self,
     const char          *words)
{
  gtk_label_set_label (self->outcome, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), words != NULL && *words != '\0');
}

static GCancellable *
begin (ConveneAccountTools *self,
       const char          *words)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  say (self, words);
  return self->cancellable;
}

/* What is asked can be answered when nobody is there any more. */
static void
end (ConveneAccountTools *self,
     const char          *words)
{
  if (self->box == NULL)
    return;

  set_busy (self, FALSE);
  say (self, words);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneAccountTools) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) checked = convene_accounts_check_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (checked != NULL)
    end (self, checked->len > 0 ? convene_account_words_check (g_ptr_array_index (checked, 0)) : NULL);
  else
    end (self, error->message);
}

static void
check_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  ConveneAccountTools *self = CONVENE_ACCOUNT_TOOLS (widget);

  if (self->busy || self->engine == NULL || self->account == NULL)
    return;

  convene_accounts_check_async (convene_engine_get_accounts (self->engine), convene_account_get_id (self->account), begin (self, C_ ("account", "Checking…")), checked_cb, g_object_ref (self));
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneAccountTools) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!convene_accounts_test_mail_finish (CONVENE_ACCOUNTS (source), result, &error))
    words = g_strdup (error->message);
  else if (self->account != NULL)
    /* Translators: %s is a mail address; the letter is called as its subject says */
    words = g_strdup_printf (_ ("“Test letter from Convene” is on its way to %s"), convene_account_get_address (self->account));
  end (self, words);
}

static void
test_letter_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ConveneAccountTools *self = CONVENE_ACCOUNT_TOOLS (widget);

  if (self->busy || self->engine == NULL || self->account == NULL)
    return;

  convene_accounts_test_mail_async (convene_engine_get_accounts (self->engine), begin (self, _ ("Sending a test letter…")), tested_cb, g_object_ref (self));
}

/* Takes the words. */
static void
name (gpointer widget,
      char    *words)
{
  convene_name_button (widget, words);
  g_free (words);
}

/* Several accounts have the same buttons: whose they are is in their names. */
static void
changed_cb (ConveneAccountTools *self)
{
  const char *address = self->account != NULL ? convene_account_get_address (self->account) : NULL;

  if (address == NULL)
    return;

  name (self->check, g_strdup_printf (_ ("Check %s now"), address));
  name (self->test, g_strdup_printf (_ ("Send a test letter to %s"), address));
  name (self->reconnect, g_strdup_printf (_ ("Reconnect %s"), address));
  name (self->disconnect, g_strdup_printf (_ ("Disconnect %s"), address));
  gtk_widget_set_visible (self->test, convene_account_get_kind (self->account) == CONVENE_ACCOUNT_KIND_MAIL);
  gtk_actionable_set_action_target (self->reconnect, "s", convene_account_get_id (self->account));
  gtk_actionable_set_action_target (self->disconnect, "s", convene_account_get_id (self->account));
  if (convene_account_get_state (self->account) == CONVENE_ACCOUNT_STATE_CONNECTED)
    gtk_widget_remove_css_class (GTK_WIDGET (self->reconnect), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->reconnect), "suggested-action");
}

static void
set_account (ConveneAccountTools *self,
             ConveneAccount      *account)
{
  if (!convene_account_follow (&self->account, account, "notify", G_CALLBACK (changed_cb), self))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
  changed_cb (self);
}

static void
convene_account_tools_dispose (GObject *object)
{
  ConveneAccountTools *self = CONVENE_ACCOUNT_TOOLS (object);

  g_cancellable_cancel (self->cancellable);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ACCOUNT_TOOLS);
  self->box = NULL;
  g_clear_object (&self->account);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_account_tools_parent_class)->dispose (object);
}

static void
convene_account_tools_finalize (GObject *object)
{
  g_clear_object (&CONVENE_ACCOUNT_TOOLS (object)->cancellable);

  G_OBJECT_CLASS (convene_account_tools_parent_class)->finalize (object);
}

static void
convene_account_tools_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneAccountTools *self = CONVENE_ACCOUNT_TOOLS (object);

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
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_account_tools_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneAccountTools *self = CONVENE_ACCOUNT_TOOLS (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      set_account (self, g_value_get_object (value));
      break;
    case PROP_ENGINE:
      if (g_set_object (&self->engine, g_value_get_object (value)))
        {
          g_object_notify_by_pspec (object, pspec);
          changed_cb (self);
        }
      break;
    case PROP_LEAVING:
      self->leaving = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, CONVENE_TYPE_ACCOUNT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LEAVING] = g_param_spec_boolean ("leaving", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_account_tools_class_init (ConveneAccountToolsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_account_tools_dispose;
  object_class->finalize = convene_account_tools_finalize;
  object_class->get_property = convene_account_tools_get_property;
  object_class->set_property = convene_account_tools_set_property;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "tools.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "tools.test-letter", NULL, test_letter_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-account-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountTools, box);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountTools, check);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountTools, test);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountTools, reconnect);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountTools, disconnect);
  gtk_widget_class_bind_template_child (widget_class, ConveneAccountTools, outcome);
  gtk_widget_class_bind_template_callback (widget_class, format_checked_cb);
}

static void
convene_account_tools_init (ConveneAccountTools *self)
{
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
}
