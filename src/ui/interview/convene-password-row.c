/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-password-row.h"

#include <glib/gi18n-lib.h>

/* As many for every password: their number is nobody's business either. */
#define DOTS "••••••••"

struct _ConvenePasswordRow
{
  AdwActionRow parent_instance;

  char    *password;
  gboolean revealed;
};

G_DEFINE_FINAL_TYPE (ConvenePasswordRow, convene_password_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_PASSWORD,
  PROP_REVEALED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format_tooltip_cb (GObject *object,
                   gboolean revealed)
{
  return g_strdup (revealed ? _("Hide Password") : _("Show Password"));
}

static char *
format_icon_cb (GObject *object,
                gboolean revealed)
{
  return g_strdup (revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

/* Dots are no text to read out. A binding of a template to itself does not survive its end in GTK 4.8. */
static void
show_words (ConvenePasswordRow *self)
{
  gboolean is_shown = self->revealed && self->password != NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), is_shown ? self->password : DOTS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, is_shown ? self->password : C_("password", "hidden"), -1);
}

static void
set_revealed (ConvenePasswordRow *self,
              gboolean            revealed)
{
  if (self->revealed != revealed)
    {
      self->revealed = revealed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
    }

  show_words (self);
}

static void
set_password (ConvenePasswordRow *self,
              const char         *password)
{
  if (g_strcmp0 (self->password, password) == 0)
    return;

  set_revealed (self, FALSE);
  g_free (self->password);
  self->password = g_strdup (password);
  gtk_widget_set_visible (GTK_WIDGET (self), password != NULL && *password != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PASSWORD]);
}

static void
convene_password_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_PASSWORD_ROW);

  G_OBJECT_CLASS (convene_password_row_parent_class)->dispose (object);
}

static void
convene_password_row_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_PASSWORD_ROW (object)->password, g_free);

  G_OBJECT_CLASS (convene_password_row_parent_class)->finalize (object);
}

static void
convene_password_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConvenePasswordRow *self = CONVENE_PASSWORD_ROW (object);

  switch (prop_id)
    {
    case PROP_PASSWORD:
      g_value_set_string (value, self->password);
      break;

    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_password_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ConvenePasswordRow *self = CONVENE_PASSWORD_ROW (object);

  switch (prop_id)
    {
    case PROP_PASSWORD:
      set_password (self, g_value_get_string (value));
      break;

    case PROP_REVEALED:
      set_revealed (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_password_row_class_init (ConvenePasswordRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_password_row_dispose;
  object_class->finalize = convene_password_row_finalize;
  object_class->get_property = convene_password_row_get_property;
  object_class->set_property = convene_password_row_set_property;

  properties[PROP_PASSWORD] = g_param_spec_string ("password", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-password-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_icon_cb);
}

static void
convene_password_row_init (ConvenePasswordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_words (self);
}

GtkWidget *
convene_password_row_new (void)
{
  return g_object_new (CONVENE_TYPE_PASSWORD_ROW, NULL);
}
