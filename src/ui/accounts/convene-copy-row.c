/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-copy-row.h"

#include <glib/gi18n-lib.h>

#include "convene-toast.h"

struct _ConveneCopyRow
{
  AdwActionRow parent_instance;

  char    *text;
  gboolean wraps;

  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (ConveneCopyRow, convene_copy_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_WRAPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
copied_cb (ConveneCopyRow *self)
{
  g_autofree char *toast = NULL;

  if (self->text == NULL)
    return;

  /* Translators: %s is what was copied, as “Address” or “Code” */
  toast = g_strdup_printf (_ ("Copied: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  convene_copy (GTK_WIDGET (self), self->text, toast);
}

/* Several rows have the same button: what it copies is in its name. */
static void
name_button (ConveneCopyRow *self)
{
  g_autofree char *name = NULL;

  /* Translators: %s is what is copied, as “Address” or “Code” */
  name = g_strdup_printf (_ ("Copy: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
convene_copy_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_COPY_ROW);

  G_OBJECT_CLASS (convene_copy_row_parent_class)->dispose (object);
}

static void
convene_copy_row_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_COPY_ROW (object)->text, g_free);

  G_OBJECT_CLASS (convene_copy_row_parent_class)->finalize (object);
}

static void
convene_copy_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneCopyRow *self = CONVENE_COPY_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_WRAPS:
      g_value_set_boolean (value, self->wraps);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_text (ConveneCopyRow *self,
          const char     *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->wraps ? NULL : text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
convene_copy_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ConveneCopyRow *self = CONVENE_COPY_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_WRAPS:
      self->wraps = g_value_get_boolean (value);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), self->wraps ? 0 : 2);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_copy_row_class_init (ConveneCopyRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_copy_row_dispose;
  object_class->finalize = convene_copy_row_finalize;
  object_class->get_property = convene_copy_row_get_property;
  object_class->set_property = convene_copy_row_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WRAPS] = g_param_spec_boolean ("wraps", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/accounts/convene-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneCopyRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);
}

static void
convene_copy_row_init (ConveneCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_button), NULL);
  name_button (self);
}
