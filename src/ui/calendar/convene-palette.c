/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-palette.h"

struct _ConvenePalette
{
  GtkWidget parent_instance;

  /* Hidden widgets, one for each colour: the style's colours are known by widgets only. */
  GtkWidget *colors[CONVENE_PALETTE_COLORS];

  int   line_height;
  guint serial; /* of the Pango context that line_height was measured with */

  GtkIconPaintable *warning;
  int               warning_size;
  int               warning_scale;
};

G_DEFINE_FINAL_TYPE (ConvenePalette, convene_palette, GTK_TYPE_WIDGET)

static void
convene_palette_dispose (GObject *object)
{
  ConvenePalette *self = CONVENE_PALETTE (object);

  for (guint i = 0; i < CONVENE_PALETTE_COLORS; i++)
    g_clear_pointer (&self->colors[i], gtk_widget_unparent);
  g_clear_object (&self->warning);

  G_OBJECT_CLASS (convene_palette_parent_class)->dispose (object);
}

static void
convene_palette_class_init (ConvenePaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_palette_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "palette");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static char *
name_class (guint color)
{
  switch (color)
    {
    case CONVENE_PALETTE_ACCENT:
      return g_strdup ("accent-color");

    case CONVENE_PALETTE_ON_ACCENT:
      return g_strdup ("on-accent-color");

    case CONVENE_PALETTE_WARNING:
      return g_strdup ("warning-color");

    default:
      return g_strdup_printf ("job-color-%u", color);
    }
}

static void
convene_palette_init (ConvenePalette *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (guint i = 0; i < CONVENE_PALETTE_COLORS; i++)
    {
      g_autofree char *name = name_class (i);

      self->colors[i] = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->colors[i], name);
      gtk_widget_set_parent (self->colors[i], GTK_WIDGET (self));
    }
}

GtkWidget *
convene_palette_new (void)
{
  return g_object_new (CONVENE_TYPE_PALETTE, NULL);
}

guint
convene_palette_job (const char *job)
{
  guint32 hash = 2166136261u;

  /* FNV-1a; g_str_hash () promises nothing about other versions. */
  for (const char *at = job != NULL ? job : ""; *at != '\0'; at++)
    hash = (hash ^ (guchar) *at) * 16777619u;

  return (hash ^ (hash >> 16)) % CONVENE_PALETTE_JOBS;
}

void
convene_palette_get_text_color (GtkWidget *widget,
                                GdkRGBA   *rgba)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (rgba != NULL);

  /* The floor has no gtk_widget_get_color () yet. */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), rgba);
}

void
convene_palette_get_color (ConvenePalette *self,
                           guint           color,
                           GdkRGBA        *rgba)
{
  g_return_if_fail (CONVENE_IS_PALETTE (self));
  g_return_if_fail (color < CONVENE_PALETTE_COLORS);

  convene_palette_get_text_color (self->colors[color], rgba);
}

int
convene_palette_get_line_height (ConvenePalette *self)
{
  PangoContext     *context;
  PangoFontMetrics *metrics;

  g_return_val_if_fail (CONVENE_IS_PALETTE (self), 0);

  /* Its own would not follow the style while it is hidden. */
  context = gtk_widget_get_pango_context (gtk_widget_get_parent (GTK_WIDGET (self)));
  if (self->line_height > 0 && self->serial == pango_context_get_serial (context))
    return self->line_height;

  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  self->serial = pango_context_get_serial (context);
  pango_font_metrics_unref (metrics);
  return self->line_height;
}

GtkSymbolicPaintable *
convene_palette_get_warning (ConvenePalette *self,
                             int             size)
{
  int scale;

  g_return_val_if_fail (CONVENE_IS_PALETTE (self), NULL);

  scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (self->warning == NULL || self->warning_size != size || self->warning_scale != scale)
    {
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

      g_clear_object (&self->warning);
      self->warning = gtk_icon_theme_lookup_icon (theme, "dialog-warning-symbolic", NULL, size, scale, GTK_TEXT_DIR_NONE, 0);
      self->warning_size = size;
      self->warning_scale = scale;
    }

  return GTK_SYMBOLIC_PAINTABLE (self->warning);
}
