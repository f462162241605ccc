/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-rows.h"

#include <string.h>

struct _ConveneErrorRow
{
  AdwPreferencesRow parent_instance;

  char      *message;
  char      *tone;
  GtkWidget *field; /* weak */

  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (ConveneErrorRow, convene_error_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_TONE,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *tone;
  const char *icon;
  const char *style; /* of the row and its field */
} tones[] = {
  { "error", "dialog-error-symbolic", "error" },
  { "warning", "dialog-warning-symbolic", "warning" },
  { "plain", "dialog-information-symbolic", NULL },
};

static gboolean
has_message (ConveneErrorRow *self)
{
  return self->message != NULL && *self->message != '\0';
}

/* Says it of one widget to assistive programs. */
static void
mark (ConveneErrorRow *self,
      GtkWidget       *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  gboolean       is_error = has_message (self) && strcmp (self->tone, "error") == 0;

  if (has_message (self))
    gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL, -1);
  else
    gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What has the focus inside of a field; NULL where that is the field. */
static GtkWidget *
find_inside (GtkWidget *field)
{
  if (GTK_IS_EDITABLE (field))
    return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field)));
  if (CONVENE_IS_TEXT_ROW (field))
    return GTK_WIDGET (gtk_widget_get_template_child (field, CONVENE_TYPE_TEXT_ROW, "view"));

  return NULL;
}

static void
mark_field (ConveneErrorRow *self)
{
  GtkWidget *inside = find_inside (self->field);

  if (self->field == NULL)
    return;

  mark (self, self->field);
  if (inside != NULL)
    mark (self, inside);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      if (tones[i].style == NULL)
        continue;
      if (has_message (self) && strcmp (self->tone, tones[i].tone) == 0)
        gtk_widget_add_css_class (self->field, tones[i].style);
      else
        gtk_widget_remove_css_class (self->field, tones[i].style);
    }
}

static void
show_message (ConveneErrorRow *self)
{
  if (has_message (self))
    {
      gtk_label_set_label (GTK_LABEL (self->label), self->message);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->message, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), has_message (self));
  mark_field (self);
}

static void
show_tone (ConveneErrorRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      gboolean is_so = strcmp (self->tone, tones[i].tone) == 0;

      if (is_so)
        gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), tones[i].icon);
      if (is_so && tones[i].style != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self), tones[i].style);
      else if (tones[i].style != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), tones[i].style);
    }
}

static void
set_tone (ConveneErrorRow *self,
          const char      *tone)
{
  g_return_if_fail (tone != NULL);

  if (g_strcmp0 (self->tone, tone) == 0)
    return;

  g_free (self->tone);
  self->tone = g_strdup (tone);
  show_tone (self);
  mark_field (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TONE]);
}

/* Leaves the one it spoke of as it was found. */
static void
release_field (ConveneErrorRow *self)
{
  g_autofree char *message = g_steal_pointer (&self->message);

  mark_field (self);
  self->message = g_steal_pointer (&message);
  g_clear_weak_pointer (&self->field);
}

static void
set_field (ConveneErrorRow *self,
           GtkWidget       *field)
{
  if (self->field == field)
    return;

  release_field (self);
  g_set_weak_pointer (&self->field, field);
  mark_field (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
}

static void
convene_error_row_dispose (GObject *object)
{
  ConveneErrorRow *self = CONVENE_ERROR_ROW (object);

  release_field (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_ERROR_ROW);

  G_OBJECT_CLASS (convene_error_row_parent_class)->dispose (object);
}

static void
convene_error_row_finalize (GObject *object)
{
  ConveneErrorRow *self = CONVENE_ERROR_ROW (object);

  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->tone, g_free);

  G_OBJECT_CLASS (convene_error_row_parent_class)->finalize (object);
}

static void
convene_error_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ConveneErrorRow *self = CONVENE_ERROR_ROW (object);

  switch (prop_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case PROP_TONE:
      g_value_set_string (value, self->tone);
      break;

    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_error_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ConveneErrorRow *self = CONVENE_ERROR_ROW (object);

  switch (prop_id)
    {
    case PROP_MESSAGE:
      convene_error_row_set_message (self, g_value_get_string (value));
      break;

    case PROP_TONE:
      set_tone (self, g_value_get_string (value));
      break;

    case PROP_FIELD:
      set_field (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_error_row_class_init (ConveneErrorRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_error_row_dispose;
  object_class->finalize = convene_error_row_finalize;
  object_class->get_property = convene_error_row_get_property;
  object_class->set_property = convene_error_row_set_property;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, "error", flags);
  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/base/convene-error-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneErrorRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ConveneErrorRow, label);
}

static void
convene_error_row_init (ConveneErrorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_tone (self, "error");
}

GtkWidget *
convene_error_row_new (void)
{
  return g_object_new (CONVENE_TYPE_ERROR_ROW, NULL);
}

void
convene_error_row_set_message (ConveneErrorRow *self,
                               const char      *message)
{
  g_return_if_fail (CONVENE_IS_ERROR_ROW (self));

  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  show_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

const char *
convene_error_row_get_message (ConveneErrorRow *self)
{
  g_return_val_if_fail (CONVENE_IS_ERROR_ROW (self), NULL);

  return self->message;
}
