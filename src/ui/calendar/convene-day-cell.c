/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-cell-private.h"

#include <glib/gi18n-lib.h>

#include "convene-month.h"
#include "convene-words.h"

#define LEAST_WIDTH (28)
#define MOST_TOLD (8)

G_DEFINE_FINAL_TYPE (ConveneDayCell, convene_day_cell, GTK_TYPE_WIDGET)

static ConveneCalendarEntry *
pick_entry (ConveneDayCell *self,
            double          y)
{
  ConveneDayMeasures measures;
  int                position;

  convene_day_cell_measure_lines (self, &measures);
  if (y < measures.top)
    return NULL;

  position = (int) (y - measures.top) / measures.pitch;
  return position < (int) measures.shown ? g_ptr_array_index (self->entries, position) : NULL;
}

/* "Tuesday 1 December, 3 interviews" */
static char *
make_label (ConveneDayCell *self,
            gint64          now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = convene_words_day (convene_month_day_start (&self->day, zone), NULL, now);
  g_autofree char *dated = self->today ? g_strdup_printf (C_("name of a day", "Today, %s"), day) : g_steal_pointer (&day);

  if (self->entries->len == 0)
    return g_steal_pointer (&dated);

  /* Translators: a day of the month, as it is read aloud: "Tuesday 1 December, 3 interviews". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u interview", "%s, %u interviews", self->entries->len), dated, self->entries->len);
}

static char *
make_sentences (ConveneDayCell *self,
                guint           most)
{
  GString *text = g_string_new (NULL);
  guint    told = MIN (self->entries->len, most);

  for (guint i = 0; i < told; i++)
    {
      g_autofree char *sentence = convene_words_entry (g_ptr_array_index (self->entries, i), NULL);

      g_string_append (text, i > 0 ? "\n" : "");
      g_string_append (text, sentence);
    }

  if (self->entries->len > told)
    /* Translators: so many more interviews than there is room for. */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "\n+%u more", "\n+%u more", self->entries->len - told), self->entries->len - told);

  return g_string_free (text, FALSE);
}

static gboolean
convene_day_cell_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  ConveneDayCell       *self = CONVENE_DAY_CELL (widget);
  ConveneCalendarEntry *entry = keyboard ? NULL : pick_entry (self, y);
  g_autofree char      *text = NULL;

  if (self->entries->len == 0)
    return FALSE;

  text = entry != NULL ? convene_words_entry (entry, NULL) : make_sentences (self, MOST_TOLD);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
convene_day_cell_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  ConveneDayCell    *self = CONVENE_DAY_CELL (widget);
  ConveneDayMeasures measures;

  convene_day_cell_measure_lines (self, &measures);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? measures.top + measures.line_height : LEAST_WIDTH;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? measures.top + (self->narrow ? 1 : 3) * measures.pitch : self->narrow ? LEAST_WIDTH
                                                                                                                             : 4 * LEAST_WIDTH;
}

static void
convene_day_cell_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (convene_day_cell_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
convene_day_cell_dispose (GObject *object)
{
  ConveneDayCell *self = CONVENE_DAY_CELL (object);

  g_ptr_array_set_size (self->entries, 0);
  g_clear_object (&self->palette);

  G_OBJECT_CLASS (convene_day_cell_parent_class)->dispose (object);
}

static void
convene_day_cell_finalize (GObject *object)
{
  ConveneDayCell *self = CONVENE_DAY_CELL (object);

  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (convene_day_cell_parent_class)->finalize (object);
}

static void
convene_day_cell_class_init (ConveneDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_day_cell_dispose;
  object_class->finalize = convene_day_cell_finalize;
  widget_class->measure = convene_day_cell_measure;
  widget_class->snapshot = convene_day_cell_snapshot;
  widget_class->css_changed = convene_day_cell_css_changed;
  widget_class->query_tooltip = convene_day_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "day");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
convene_day_cell_init (ConveneDayCell *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_date_clear (&self->day, 1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
}

GtkWidget *
convene_day_cell_new (ConvenePalette *palette)
{
  ConveneDayCell *self = g_object_new (CONVENE_TYPE_DAY_CELL, NULL);

  self->palette = g_object_ref (palette);
  return GTK_WIDGET (self);
}

static void
set_class (ConveneDayCell *self,
           const char     *name,
           gboolean        on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
convene_day_cell_set_day (ConveneDayCell *self,
                          const GDate    *day,
                          gboolean        outside,
                          gboolean        today)
{
  g_return_if_fail (CONVENE_IS_DAY_CELL (self));
  g_return_if_fail (day != NULL && g_date_valid (day));

  if (g_date_valid (&self->day) && g_date_compare (&self->day, day) == 0 && self->outside == outside && self->today == today)
    return;

  self->day = *day;
  self->outside = outside;
  self->today = today;
  self->told = FALSE;
  set_class (self, "outside", outside);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const GDate *
convene_day_cell_get_day (ConveneDayCell *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_CELL (self), NULL);

  return &self->day;
}

static gboolean
has_entries (ConveneDayCell *self,
             GPtrArray      *entries)
{
  if (self->entries->len != entries->len)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (g_ptr_array_index (entries, i) != g_ptr_array_index (self->entries, i))
      return FALSE;

  return TRUE;
}

void
convene_day_cell_set_entries (ConveneDayCell *self,
                              GPtrArray      *entries,
                              gint64          from)
{
  g_return_if_fail (CONVENE_IS_DAY_CELL (self));
  g_return_if_fail (entries != NULL);

  if (self->from == from && has_entries (self, entries))
    return;

  self->from = from;
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, g_object_ref (g_ptr_array_index (entries, i)));
  self->told = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
convene_day_cell_set_colors (ConveneDayCell *self,
                             ConveneColors   colors)
{
  g_return_if_fail (CONVENE_IS_DAY_CELL (self));

  self->colors = colors;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
convene_day_cell_set_target (ConveneDayCell *self,
                             gboolean        target)
{
  g_return_if_fail (CONVENE_IS_DAY_CELL (self));

  set_class (self, "target", target);
}

guint
convene_day_cell_get_n_entries (ConveneDayCell *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_CELL (self), 0);

  return self->entries->len;
}

void
convene_day_cell_set_narrow (ConveneDayCell *self,
                             gboolean        narrow)
{
  g_return_if_fail (CONVENE_IS_DAY_CELL (self));

  self->narrow = narrow;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
convene_day_cell_set_chosen (ConveneDayCell *self,
                             gboolean        chosen)
{
  g_return_if_fail (CONVENE_IS_DAY_CELL (self));

  self->chosen = chosen;
  gtk_widget_set_focusable (GTK_WIDGET (self), chosen);
  if (chosen)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

gboolean
convene_day_cell_get_chosen (ConveneDayCell *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_CELL (self), FALSE);

  return self->chosen;
}

ConveneCalendarEntry *
convene_day_cell_pick (ConveneDayCell *self,
                       double          y)
{
  g_return_val_if_fail (CONVENE_IS_DAY_CELL (self), NULL);

  return pick_entry (self, y);
}

void
convene_day_cell_tell (ConveneDayCell *self,
                       gint64          now)
{
  g_autofree char *label = NULL;
  g_autofree char *sentences = NULL;

  g_return_if_fail (CONVENE_IS_DAY_CELL (self));

  if (self->told)
    return;

  label = make_label (self, now);
  sentences = make_sentences (self, MOST_TOLD);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentences, -1);
  self->told = TRUE;
}
