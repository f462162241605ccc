/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-rows.h"

#include "convene-tip.h"

static const char *const tones[] = { "plain", "good", "warning", "bad", NULL };

struct _ConveneChip
{
  GtkWidget parent_instance;

  char      *tone;
  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (ConveneChip, convene_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_ICON_NAME,
  PROP_TONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_label (ConveneChip *self,
           const char  *label)
{
  gtk_label_set_label (GTK_LABEL (self->label), label != NULL ? label : "");
  convene_tip_set (self->label, label);
}

static void
set_icon_name (ConveneChip *self,
               const char  *icon_name)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

static void
set_tone (ConveneChip *self,
          const char  *tone)
{
  g_return_if_fail (tone != NULL && g_strv_contains (tones, tone));

  if (self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->tone);
  g_free (self->tone);
  self->tone = g_strdup (tone);
  gtk_widget_add_css_class (GTK_WIDGET (self), tone);
}

static void
convene_chip_dispose (GObject *object)
{
  ConveneChip *self = CONVENE_CHIP (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_chip_parent_class)->dispose (object);
}

static void
convene_chip_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_CHIP (object)->tone, g_free);

  G_OBJECT_CLASS (convene_chip_parent_class)->finalize (object);
}

static void
convene_chip_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ConveneChip *self = CONVENE_CHIP (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->icon)));
      break;

    case PROP_TONE:
      g_value_set_string (value, self->tone);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_chip_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ConveneChip *self = CONVENE_CHIP (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;

    case PROP_ICON_NAME:
      set_icon_name (self, g_value_get_string (value));
      break;

    case PROP_TONE:
      set_tone (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_chip_class_init (ConveneChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = convene_chip_dispose;
  object_class->finalize = convene_chip_finalize;
  object_class->get_property = convene_chip_get_property;
  object_class->set_property = convene_chip_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, "plain", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
convene_chip_init (ConveneChip *self)
{
  /* The label says it: the picture is for the eye alone. */
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  set_tone (self, "plain");
}

GtkWidget *
convene_chip_new (const char *label,
                  const char *tone)
{
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (tone != NULL, NULL);

  return g_object_new (CONVENE_TYPE_CHIP, "label", label, "tone", tone, NULL);
}
