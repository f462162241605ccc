/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-palette.h"

#include "convene-compat.h"

struct _ConvenePalette
{
  GtkWidget parent_instance;

  /* Hidden widgets, one for each colour: the style's colours are known by widgets only. */
  GtkWidget *colors[CONVENE_PALETTE_COLORS];

  int   line_height;
  guint serial; /* of the Pango context that line_height was measured with */

  GtkIconPaintable *signs[CONVENE_SIGNS];
  int               sign_sizes[CONVENE_SIGNS];
  int               sign_scales[CONVENE_SIGNS];
};

static const char *const classes[CONVENE_PALETTE_COLORS] = {
  "job-color-0",
  "job-color-1",
  "job-color-2",
  "job-color-3",
  "job-color-4",
  "job-color-5",
  "job-color-6",
  "job-color-7",
  [CONVENE_PALETTE_ACCENT] = "accent-color",
  [CONVENE_PALETTE_ON_ACCENT] = "on-accent-color",
  [CONVENE_PALETTE_WARNING] = "warning-color",
  [CONVENE_PALETTE_NOW] = "now-color",
  [CONVENE_PALETTE_PROPOSED] = "state-color-proposed",
  [CONVENE_PALETTE_SCHEDULED] = "state-color-scheduled",
  [CONVENE_PALETTE_ACCEPTED] = "state-color-accepted",
  [CONVENE_PALETTE_DECLINED] = "state-color-declined",
  [CONVENE_PALETTE_CANCELLED] = "state-color-cancelled",
  [CONVENE_PALETTE_COMPLETED] = "state-color-completed",
  [CONVENE_PALETTE_NO_SHOW] = "state-color-no-show",
};

static const char *const signs[CONVENE_SIGNS] = {
  [CONVENE_SIGN_WARNING] = "dialog-warning-symbolic",
  [CONVENE_SIGN_ACCEPTED] = "object-select-symbolic",
  [CONVENE_SIGN_DECLINED] = "window-close-symbolic",
  [CONVENE_SIGN_TENTATIVE] = "dialog-question-symbolic",
};

G_DEFINE_FINAL_TYPE (ConvenePalette, convene_palette, GTK_TYPE_WIDGET)

static void
convene_palette_dispose (GObject *object)
{
  ConvenePalette *self = CONVENE_PALETTE (object);

  for (guint i = 0; i < CONVENE_PALETTE_COLORS; i++)
    g_clear_pointer (&self->colors[i], gtk_widget_unparent);
  for (guint i = 0; i < CONVENE_SIGNS; i++)
    g_clear_object (&self->signs[i]);

  G_OBJECT_CLASS (convene_palette_parent_class)->dispose (object);
}

static void
convene_palette_class_init (ConvenePaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_palette_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "palette");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
convene_palette_init (ConvenePalette *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (guint i = 0; i < CONVENE_PALETTE_COLORS; i++)
    {
      self->colors[i] = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->colors[i], classes[i]);
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

  convene_compat_get_color (widget, rgba);
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
convene_palette_get_sign (ConvenePalette *self,
                          ConveneSign     sign,
                          int             size)
{
  int scale;

  g_return_val_if_fail (CONVENE_IS_PALETTE (self), NULL);
  g_return_val_if_fail (sign < CONVENE_SIGNS, NULL);

  scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (self->signs[sign] == NULL || self->sign_sizes[sign] != size || self->sign_scales[sign] != scale)
    {
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

      g_clear_object (&self->signs[sign]);
      self->signs[sign] = gtk_icon_theme_lookup_icon (theme, signs[sign], NULL, size, scale, GTK_TEXT_DIR_NONE, 0);
      self->sign_sizes[sign] = size;
      self->sign_scales[sign] = scale;
    }

  return GTK_SYMBOLIC_PAINTABLE (self->signs[sign]);
}

const char *
convene_palette_get_class (guint color)
{
  g_return_val_if_fail (color < CONVENE_PALETTE_COLORS, NULL);

  return classes[color];
}

ConveneColors
convene_colors_parse (const char *nick)
{
  return g_strcmp0 (nick, "state") == 0 ? CONVENE_COLORS_STATE : CONVENE_COLORS_JOB;
}

const char *
convene_colors_get_nick (ConveneColors colors)
{
  return colors == CONVENE_COLORS_STATE ? "state" : "job";
}

static guint
choose_scheduled (ConveneResponse response)
{
  switch (response)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return CONVENE_PALETTE_ACCEPTED;

    case CONVENE_RESPONSE_DECLINED:
      return CONVENE_PALETTE_DECLINED;

    case CONVENE_RESPONSE_NEEDS_ACTION:
    case CONVENE_RESPONSE_TENTATIVE:
    default:
      return CONVENE_PALETTE_SCHEDULED;
    }
}

guint
convene_colors_choose (ConveneColors         colors,
                       ConveneCalendarEntry *entry)
{
  if (colors == CONVENE_COLORS_JOB)
    return convene_palette_job (convene_calendar_entry_get_job (entry));

  switch (convene_calendar_entry_get_status (entry))
    {
    case CONVENE_STATUS_DRAFT:
    case CONVENE_STATUS_PROPOSED:
      return CONVENE_PALETTE_PROPOSED;

    case CONVENE_STATUS_CANCELLED:
      return CONVENE_PALETTE_CANCELLED;

    case CONVENE_STATUS_COMPLETED:
      return CONVENE_PALETTE_COMPLETED;

    case CONVENE_STATUS_NO_SHOW:
      return CONVENE_PALETTE_NO_SHOW;

    case CONVENE_STATUS_SCHEDULED:
    default:
      return choose_scheduled (convene_calendar_entry_get_response (entry));
    }
}
