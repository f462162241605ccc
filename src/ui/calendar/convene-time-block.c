/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-block.h"

#include <glib/gi18n-lib.h>

#include "convene-entry-keys.h"
#include "convene-entry-paint.h"
#include "convene-words.h"

#define INDENT (4) /* from the bar to the text */
#define MARGIN (2)
#define WIDE (7) /* heights of a line, beyond which there is room for signs beside a text */
#define NARROW (5)
#define LEAST_WIDTH (1.5) /* heights of a line, under which a text says nothing */

struct _ConveneTimeBlock
{
  GtkWidget parent_instance;

  ConvenePalette       *palette;
  ConveneColors         colors;
  ConveneCalendarEntry *entry;
  int                   part;
  gboolean              told;

  /* For drawing alone: what the layout says. */
  PangoLayout *layout;
  int          lines; /* -1: nothing yet */
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ConveneTimeBlock, convene_time_block, GTK_TYPE_WIDGET)

/* `lines`: 0 for no more than the first name. */
static char *
write_lines (ConveneTimeBlock *self,
             int               lines)
{
  const char      *who = convene_calendar_entry_get_candidate (self->entry);
  const char      *job = convene_calendar_entry_get_job (self->entry);
  gint64           start = convene_calendar_entry_get_start (self->entry);
  gint64           end = convene_calendar_entry_get_end (self->entry);
  g_autofree char *time = lines == 0 ? NULL : lines == 1 ? convene_words_time (self->part < 0 ? end : start, NULL)
                                                         : convene_words_time_range (start, end, NULL);

  if (lines == 0)
    return convene_words_first_name (who);
  if (lines == 1 && self->part < 0)
    return g_strdup_printf (C_("line of the month", "until %s %s"), time, who);
  if (lines == 1)
    return g_strdup_printf (C_("line of the month", "%s %s"), time, who);
  if (lines == 2 || job == NULL || *job == '\0')
    return g_strdup_printf ("%s\n%s", who, time);
  return g_strdup_printf ("%s\n%s\n%s", who, time, job);
}

static PangoLayout *
get_layout (ConveneTimeBlock *self,
            int               lines,
            int               width)
{
  g_autofree char *text = NULL;

  if (self->layout == NULL)
    {
      self->layout = convene_paint_make_layout (GTK_WIDGET (self));
      pango_layout_set_single_paragraph_mode (self->layout, FALSE);
    }
  if (self->lines != lines)
    {
      PangoAttrList *attributes = NULL;

      text = write_lines (self, lines);
      pango_layout_set_text (self->layout, text, -1);
      if (convene_paint_is_cancelled (self->entry))
        {
          attributes = pango_attr_list_new ();
          pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
        }
      pango_layout_set_attributes (self->layout, attributes);
      g_clear_pointer (&attributes, pango_attr_list_unref);
      self->lines = lines;
    }
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  return self->layout;
}

/* Signs stand behind the text, or below it where that leaves nothing of it. */
static void
draw_text (ConveneTimeBlock *self,
           ConvenePaint     *paint)
{
  int      line = convene_palette_get_line_height (self->palette);
  int      height = gtk_widget_get_height (GTK_WIDGET (self));
  int      lines = CLAMP ((height - 2) / line, 1, 3);
  float    start = CONVENE_PAINT_BAR + INDENT;
  int      room = (int) (paint->width - start - MARGIN);
  gboolean below = room < WIDE * line && height > 2 * line;
  GdkRGBA  color = convene_paint_get_text_color (paint, self->entry);
  int      signs = convene_paint_signs (paint, self->entry, start + room, below ? height - line - 1 : 1, MIN (line, height), room);

  below = below && signs > 0;
  if (below)
    lines = MIN (lines, (height - line - 2) / line);
  else
    room -= signs;
  if (room < LEAST_WIDTH * line)
    return;

  /* Where hardly a name has room, its time is what it stands beside. */
  if (room < NARROW * line)
    lines = 0;
  convene_paint_text (paint, get_layout (self, lines, room), &color, start, lines == 1 && !below ? MAX (0, (MIN (height, 2 * line) - line) / 2) : 1, room);
}

static void
convene_time_block_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ConveneTimeBlock *self = CONVENE_TIME_BLOCK (widget);
  ConvenePaint      paint;
  graphene_rect_t   bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->entry == NULL)
    return;

  convene_paint_begin (&paint, widget, snapshot, self->palette, self->colors);
  gtk_snapshot_push_clip (snapshot, &bounds);
  convene_paint_ground (&paint, self->entry, 0, 0, paint.width, bounds.size.height);
  draw_text (self, &paint);
  gtk_snapshot_pop (snapshot);
}

static gboolean
convene_time_block_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  ConveneTimeBlock *self = CONVENE_TIME_BLOCK (widget);
  g_autofree char  *text = NULL;

  if (self->entry == NULL)
    return FALSE;

  text = convene_words_entry (self->entry, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
forget_text (ConveneTimeBlock *self)
{
  g_clear_object (&self->layout);
  self->lines = -1;
}

static void
convene_time_block_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (convene_time_block_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
convene_time_block_direction_changed (GtkWidget       *widget,
                                      GtkTextDirection previous)
{
  forget_text (CONVENE_TIME_BLOCK (widget));
  GTK_WIDGET_CLASS (convene_time_block_parent_class)->direction_changed (widget, previous);
}

static void
convene_time_block_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_ENTRY:
      g_value_set_object (value, CONVENE_TIME_BLOCK (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_time_block_dispose (GObject *object)
{
  ConveneTimeBlock *self = CONVENE_TIME_BLOCK (object);

  forget_text (self);
  g_clear_object (&self->entry);
  g_clear_object (&self->palette);

  G_OBJECT_CLASS (convene_time_block_parent_class)->dispose (object);
}

static void
convene_time_block_class_init (ConveneTimeBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_time_block_dispose;
  object_class->get_property = convene_time_block_get_property;
  widget_class->snapshot = convene_time_block_snapshot;
  widget_class->css_changed = convene_time_block_css_changed;
  widget_class->direction_changed = convene_time_block_direction_changed;
  widget_class->query_tooltip = convene_time_block_query_tooltip;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, CONVENE_TYPE_CALENDAR_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  convene_entry_keys_add (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
convene_time_block_init (ConveneTimeBlock *self)
{
  self->lines = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
convene_time_block_new (ConvenePalette *palette)
{
  ConveneTimeBlock *self = g_object_new (CONVENE_TYPE_TIME_BLOCK, NULL);

  self->palette = g_object_ref (palette);
  return GTK_WIDGET (self);
}

void
convene_time_block_set_entry (ConveneTimeBlock     *self,
                              ConveneCalendarEntry *entry,
                              int                   part)
{
  gboolean was_used;

  g_return_if_fail (CONVENE_IS_TIME_BLOCK (self));
  g_return_if_fail (entry == NULL || CONVENE_IS_CALENDAR_ENTRY (entry));

  was_used = self->entry != NULL;
  if (self->part == part && self->entry == entry)
    return;

  self->part = part;
  self->lines = -1;
  self->told = FALSE;
  if (was_used != (entry != NULL))
    gtk_widget_set_child_visible (GTK_WIDGET (self), entry != NULL);
  g_set_object (&self->entry, entry);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

ConveneCalendarEntry *
convene_time_block_get_entry (ConveneTimeBlock *self)
{
  g_return_val_if_fail (CONVENE_IS_TIME_BLOCK (self), NULL);

  return self->entry;
}

void
convene_time_block_set_colors (ConveneTimeBlock *self,
                               ConveneColors     colors)
{
  g_return_if_fail (CONVENE_IS_TIME_BLOCK (self));

  if (self->colors == colors)
    return;

  self->colors = colors;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
convene_time_block_tell (ConveneTimeBlock *self)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (CONVENE_IS_TIME_BLOCK (self));

  if (self->told)
    return;

  if (self->entry != NULL)
    sentence = convene_words_entry (self->entry, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, self->entry == NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence != NULL ? sentence : "", -1);
  self->told = TRUE;
}
