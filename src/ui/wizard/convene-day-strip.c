/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-strip.h"

#include <glib/gi18n-lib.h>

#include "convene-calendar.h"
#include "convene-clock.h"
#include "convene-day-gaps.h"
#include "convene-day-grid.h"
#include "convene-free-times.h"
#include "convene-words.h"
#include "convene-zone.h"

/* Hours that one sees first, and those that are offered. */
#define FIRST_HOUR 7
#define WORK_FROM 9
#define WORK_TO 18
#define MOST_OFFERS 6

struct _ConveneDayStrip
{
  GtkWidget parent_instance;

  ConveneEngine   *engine;
  ConveneCalendar *calendar;
  GTimeZone       *zone; /* NULL while no day is shown */
  char            *zone_name;
  char            *date;
  char            *except; /* the uid of the interview that is proposed another time, or NULL */
  ConveneSpan      day;
  gint64           start; /* 0 for unknown */
  int              minutes;
  guint            scroll; /* tick callback, 0 for none */

  GtkWidget         *box;
  GtkLabel          *heading;
  GtkScrolledWindow *scroller;
  ConveneDayGrid    *grid;
  GtkWidget         *clash_box;
  GtkLabel          *clash;
  ConveneFreeTimes  *free;
};

G_DEFINE_FINAL_TYPE (ConveneDayStrip, convene_day_strip, GTK_TYPE_WIDGET)

static guint picked_signal;

static ConveneSpan
proposed_span (ConveneDayStrip *self)
{
  return (ConveneSpan){ self->start, self->start + MAX (self->minutes, 1) * CONVENE_MINUTE };
}

static GtkWidget *
block_new (const char *text,
           const char *sentence,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "day-block");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_tooltip_text (label, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return label;
}

static void
add_entry (ConveneDayStrip      *self,
           ConveneCalendarEntry *entry)
{
  ConveneSpan      span = { convene_calendar_entry_get_start (entry), convene_calendar_entry_get_end (entry) };
  g_autofree char *time = convene_words_time (span.start, self->zone_name);
  g_autofree char *text = g_strdup_printf ("%s %s", time, convene_calendar_entry_get_candidate (entry));
  g_autofree char *sentence = convene_words_entry (entry, self->zone_name);

  convene_day_grid_add_block (self->grid, block_new (text, sentence, "taken"), span);
}

static void
add_proposal (ConveneDayStrip *self,
              gboolean         clashes)
{
  ConveneSpan      span = proposed_span (self);
  g_autofree char *range = convene_words_time_range (span.start, span.end, self->zone_name);
  /* Translators: %s is a range of time, 10:00 – 10:45, that an interview would take */
  g_autofree char *sentence = g_strdup_printf (clashes ? _ ("%s, this interview, at the same time as another") : _ ("%s, this interview"), range);
  /* Translators: beside a range of time, where two interviews overlap */
  g_autofree char *text = g_strdup_printf (clashes ? _ ("%s clash") : "%s", range);

  convene_day_grid_add_block (self->grid, block_new (text, sentence, clashes ? "clash" : "proposed"), span);
}

/* "At the same time: 10:00 – 10:45 Ada Example, Staff Engineer." */
static char *
describe_clash (ConveneDayStrip *self,
                GPtrArray       *clashing)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < clashing->len; i++)
    {
      ConveneCalendarEntry *entry = g_ptr_array_index (clashing, i);
      g_autofree char      *range = convene_words_time_range (convene_calendar_entry_get_start (entry), convene_calendar_entry_get_end (entry), self->zone_name);

      g_string_append_printf (list, "%s%s %s, %s", i > 0 ? "; " : "", range, convene_calendar_entry_get_candidate (entry), convene_calendar_entry_get_job (entry));
    }

  /* Translators: %s lists other interviews, such as 10:00 – 10:45 Ada Example, Staff Engineer */
  return list->len > 0 ? g_strdup_printf (_ ("Clashes with %s."), list->str) : g_strdup ("");
}

static void
show_blocks (ConveneDayStrip *self)
{
  g_autoptr(GPtrArray) today = convene_day_find_overlapping (G_LIST_MODEL (self->calendar), self->day, self->except);
  g_autoptr(GPtrArray) clashing = NULL;
  g_autofree char *words = NULL;
  ConveneSpan      span = proposed_span (self);

  clashing = self->start != 0 ? convene_day_find_overlapping (G_LIST_MODEL (self->calendar), span, self->except) : g_ptr_array_new ();
  convene_day_grid_clear (self->grid);
  for (guint i = 0; i < today->len; i++)
    add_entry (self, g_ptr_array_index (today, i));
  if (self->start != 0 && span.start < self->day.end && span.end > self->day.start)
    add_proposal (self, clashing->len > 0);

  words = describe_clash (self, clashing);
  gtk_label_set_label (self->clash, words);
  gtk_widget_set_visible (self->clash_box, *words != '\0');
}

static void
picked_cb (ConveneDayStrip *self,
           gint64           instant)
{
  g_signal_emit (self, picked_signal, 0, instant);
}

static GArray *
find_offers (ConveneDayStrip *self)
{
  g_autoptr(GPtrArray) today = convene_day_find_overlapping (G_LIST_MODEL (self->calendar), self->day, self->except);
  g_autofree ConveneSpan *busy = g_new (ConveneSpan, today->len);
  gint64                  now = convene_clock_now (convene_engine_get_clock (self->engine));
  ConveneSpan             within;

  if (!convene_day_find_hours (self->date, self->zone, WORK_FROM, WORK_TO, &within))
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < today->len; i++)
    {
      busy[i].start = convene_calendar_entry_get_start (g_ptr_array_index (today, i));
      busy[i].end = convene_calendar_entry_get_end (g_ptr_array_index (today, i));
    }
  within.start = MAX (within.start, now + 1);
  return convene_day_gaps_find (busy, today->len, within, self->day.start, proposed_span (self).end - self->start, MOST_OFFERS);
}

static void
show_all (ConveneDayStrip *self)
{
  g_autoptr(GArray) offers = NULL;

  if (self->zone == NULL)
    return;

  show_blocks (self);
  if (!convene_calendar_get_loaded (self->calendar))
    return;

  offers = find_offers (self);
  convene_free_times_set (self->free, offers, self->zone_name, MAX (self->minutes, 1));
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ConveneDayStrip *self = CONVENE_DAY_STRIP (widget);
  GtkAdjustment   *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  ConveneSpan      seen = self->day;
  gint64           proposed = self->start - CONVENE_HOUR;
  gboolean         is_today = self->start >= self->day.start && self->start < self->day.end;

  if (gtk_widget_get_height (GTK_WIDGET (self->scroller)) <= 0 || gtk_adjustment_get_upper (adjustment) < convene_day_grid_get_position (self->grid, self->day.end))
    return G_SOURCE_CONTINUE;

  if (self->zone != NULL)
    convene_day_find_hours (self->date, self->zone, FIRST_HOUR, 24, &seen);
  gtk_adjustment_set_value (adjustment, convene_day_grid_get_position (self->grid, is_today ? MAX (proposed, self->day.start) : seen.start));
  self->scroll = 0;
  return G_SOURCE_REMOVE;
}

/* Once the hours have their places. */
static void
scroll_later (ConveneDayStrip *self)
{
  if (self->scroll == 0)
    self->scroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
show_no_day (ConveneDayStrip *self)
{
  gtk_label_set_label (self->heading, _ ("Choose a day to see what is there."));
  gtk_label_set_label (self->clash, "");
  gtk_widget_set_visible (self->clash_box, FALSE);
  convene_free_times_clear (self->free);
  convene_day_grid_set_day (self->grid, (ConveneSpan){ 0, 0 }, NULL);
}

static void
show_day (ConveneDayStrip *self)
{
  g_autofree char *local = convene_zone_dup_system ();
  g_autofree char *day = convene_words_day (self->day.start, self->zone_name, convene_clock_now (convene_engine_get_clock (self->engine)));
  g_autofree char *city = convene_words_city (self->zone_name);
  /* Translators: a day, and the city of the time zone in which its hours are shown */
  g_autofree char *in_zone = g_strdup_printf (_ ("%s, times in %s"), day, city);

  gtk_label_set_label (self->heading, g_str_equal (local, self->zone_name) ? day : in_zone);
  convene_day_grid_set_day (self->grid, self->day, self->zone_name);
  /* What begins the day before may reach into it, and so may the proposed interview into the next. */
  convene_calendar_set_range (self->calendar, self->day.start - CONVENE_DAY, self->day.end + CONVENE_DAY, 0);
}

static void
convene_day_strip_dispose (GObject *object)
{
  ConveneDayStrip *self = CONVENE_DAY_STRIP (object);

  if (self->scroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll);
  self->scroll = 0;
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_DAY_STRIP);

  G_OBJECT_CLASS (convene_day_strip_parent_class)->dispose (object);
}

static void
convene_day_strip_finalize (GObject *object)
{
  ConveneDayStrip *self = CONVENE_DAY_STRIP (object);

  g_clear_pointer (&self->zone_name, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->except, g_free);

  G_OBJECT_CLASS (convene_day_strip_parent_class)->finalize (object);
}

static void
convene_day_strip_class_init (ConveneDayStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_day_strip_dispose;
  object_class->finalize = convene_day_strip_finalize;

  picked_signal = g_signal_new ("picked", CONVENE_TYPE_DAY_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CONVENE_TYPE_DAY_GRID);
  g_type_ensure (CONVENE_TYPE_FREE_TIMES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-day-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, box);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, heading);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, scroller);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, grid);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, clash_box);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, clash);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayStrip, free);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
convene_day_strip_init (ConveneDayStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_day_strip_new (void)
{
  return g_object_new (CONVENE_TYPE_DAY_STRIP, NULL);
}

void
convene_day_strip_set_engine (ConveneDayStrip *self,
                              ConveneEngine   *engine)
{
  g_return_if_fail (CONVENE_IS_DAY_STRIP (self));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (self->engine == NULL);

  self->engine = g_object_ref (engine);
  self->calendar = convene_calendar_new (engine);
  g_signal_connect_swapped (self->calendar, "items-changed", G_CALLBACK (show_all), self);
  g_signal_connect_swapped (self->calendar, "notify::loaded", G_CALLBACK (show_all), self);
}

void
convene_day_strip_set_except (ConveneDayStrip *self,
                              const char      *uid)
{
  g_return_if_fail (CONVENE_IS_DAY_STRIP (self));
  g_return_if_fail (self->engine != NULL);

  if (g_strcmp0 (uid, self->except) == 0)
    return;

  g_free (self->except);
  self->except = g_strdup (uid);
  show_all (self);
}

void
convene_day_strip_propose (ConveneDayStrip *self,
                           const char      *date,
                           const char      *zone,
                           gint64           start,
                           int              minutes)
{
  gboolean is_other_day;

  g_return_if_fail (CONVENE_IS_DAY_STRIP (self));
  g_return_if_fail (self->engine != NULL);
  g_return_if_fail (date != NULL && zone != NULL);

  is_other_day = g_strcmp0 (self->date, date) != 0 || g_strcmp0 (self->zone_name, zone) != 0;
  if (!is_other_day && self->start == start && self->minutes == minutes)
    return;

  if (is_other_day || self->start != start)
    scroll_later (self);
  self->start = start;
  self->minutes = minutes;
  if (is_other_day)
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      g_free (self->date);
      g_free (self->zone_name);
      self->date = g_strdup (date);
      self->zone_name = g_strdup (zone);
      self->zone = convene_zone_new (zone, NULL, NULL);
      if (self->zone != NULL && !convene_day_find_span (date, self->zone, &self->day))
        g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone != NULL ? show_day (self) : show_no_day (self);
    }

  show_all (self);
}

const char *
convene_day_strip_get_clash (ConveneDayStrip *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_STRIP (self), NULL);

  return gtk_label_get_label (self->clash);
}
