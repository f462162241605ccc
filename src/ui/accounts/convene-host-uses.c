/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-host-uses.h"

#include "convene-account-follow.h"
#include "convene-account-words.h"

struct _ConveneHostUses
{
  GtkWidget parent_instance;

  ConveneAccount *account;
  ConveneEngine  *engine;
  GCancellable   *cancellable; /* of what is being read */

  GtkWidget *label; /* NULL once the widget is gone */
};

G_DEFINE_FINAL_TYPE (ConveneHostUses, convene_host_uses, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_ENGINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The first is the account itself, whose use has a bar. */
static void
show (ConveneHostUses *self,
      GPtrArray       *uses)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 1; uses != NULL && i < uses->len; i++)
    {
      g_autofree char *line = convene_account_words_host_use (g_ptr_array_index (uses, i));

      g_string_append_printf (words, "%s%s", i > 1 ? "\n" : "", line);
    }
  gtk_label_set_label (GTK_LABEL (self->label), words->str);
  gtk_widget_set_visible (GTK_WIDGET (self), words->len > 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneHostUses) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) uses = convene_accounts_list_hosts_finish (CONVENE_ACCOUNTS (source), result, &error);

  /* An account that is gone by now takes its card along. */
  if (uses != NULL && self->label != NULL)
    show (self, uses);
}

static void
stop (ConveneHostUses *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The model reads the account again after every change and at midnight; what it costs the hosts is then read with it. */
static void
changed_cb (ConveneHostUses *self)
{
  stop (self);
  if (self->engine == NULL || self->account == NULL || convene_account_get_kind (self->account) != CONVENE_ACCOUNT_KIND_ZOOM || convene_account_get_id (self->account) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  convene_accounts_list_hosts_async (convene_engine_get_accounts (self->engine), convene_account_get_id (self->account), self->cancellable, listed_cb, g_object_ref (self));
}

static void
set_engine (ConveneHostUses *self,
            ConveneEngine   *engine)
{
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  if (!g_set_object (&self->engine, engine))
    return;

  if (engine != NULL)
    g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  changed_cb (self);
}

static void
set_account (ConveneHostUses *self,
             ConveneAccount  *account)
{
  if (!convene_account_follow (&self->account, account, "notify::requests-today", G_CALLBACK (changed_cb), self))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
  changed_cb (self);
}

static void
convene_host_uses_dispose (GObject *object)
{
  ConveneHostUses *self = CONVENE_HOST_USES (object);

  stop (self);
  set_engine (self, NULL);
  set_account (self, NULL);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_host_uses_parent_class)->dispose (object);
}

static void
convene_host_uses_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ConveneHostUses *self = CONVENE_HOST_USES (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_host_uses_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ConveneHostUses *self = CONVENE_HOST_USES (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      set_account (self, g_value_get_object (value));
      break;
    case PROP_ENGINE:
      set_engine (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_host_uses_class_init (ConveneHostUsesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_host_uses_dispose;
  object_class->get_property = convene_host_uses_get_property;
  object_class->set_property = convene_host_uses_set_property;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, CONVENE_TYPE_ACCOUNT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
convene_host_uses_init (ConveneHostUses *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
