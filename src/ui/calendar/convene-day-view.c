/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-view.h"

#include "convene-alarm.h"
#include "convene-day-entries.h"
#include "convene-day-row.h"
#include "convene-ics-drag.h"
#include "convene-month.h"
#include "convene-words.h"

/* Before the layout of the frame that shows it. */
#define REFRESH_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

/* Rows that are made in one go: more than are seen at once; the others follow when there is time. */
#define ROWS_AT_ONCE (12)

struct _ConveneDayView
{
  GtkWidget parent_instance;

  GtkLabel   *heading;
  GtkStack   *stack;
  GtkWidget  *waiting;
  GtkWidget  *filled;
  GtkWidget  *empty;
  GtkWidget  *schedule;
  GtkListBox *list;

  GPtrArray *rows;      /* of ConveneDayRow, in the list: the first ones are shown */
  gboolean   has_moved; /* one of them, perhaps, as another one shows something else */

  ConveneEngine   *engine;
  ConveneClock    *clock;
  ConveneCalendar *calendar;
  ConveneAlarm    *alarm; /* for the next Join, and for midnight */

  GDate         day;
  char         *date; /* `day` in words */
  gint64        from; /* the instants that it begins and ends at */
  gint64        to;
  ConveneColors colors;

  /* What the calendar held when it was last loaded. */
  gint64 held_from;
  gint64 held_to;

  guint refresh_source;
  guint more_source;
};

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_CALENDAR,
  PROP_DATE,
  PROP_COLORS,
  N_PROPS,
};

enum
{
  ENTRY_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneDayView, convene_day_view, GTK_TYPE_WIDGET)

/* Whether it would be known if there were interviews. */
static gboolean
is_known (ConveneDayView *self)
{
  return self->held_from <= self->from && self->to <= self->held_to;
}

static void
show_page (ConveneDayView *self,
           guint           count,
           gint64          now)
{
  gtk_stack_set_visible_child (self->stack, count > 0 ? self->filled : is_known (self) ? self->empty
                                                                                       : self->waiting);
  gtk_widget_set_visible (self->schedule, now < self->to);
}

static void
show_heading (ConveneDayView *self,
              gint64          now)
{
  g_autofree char *text = convene_words_day (self->from, NULL, now);

  gtk_label_set_label (self->heading, text);
}

/* Gives `row` an entry, and answers when it changes by itself. */
static gint64
show_entry (ConveneDayView       *self,
            ConveneDayRow        *row,
            ConveneCalendarEntry *entry,
            gint64                now)
{
  convene_day_row_set_day (row, self->from);
  convene_day_row_set_colors (row, self->colors);
  convene_day_row_set_entry (row, entry);
  return convene_day_row_set_now (row, now);
}

static GdkContentProvider *
drag_cb (GtkWidget *list,
         double     x,
         double     y,
         gpointer   user_data)
{
  ConveneDayView       *self = user_data;
  GtkListBoxRow        *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  ConveneCalendarEntry *entry = row != NULL ? convene_day_row_get_entry (CONVENE_DAY_ROW (row)) : NULL;

  if (self->engine == NULL || entry == NULL)
    return NULL;

  return convene_ics_content_new (self->engine, convene_calendar_entry_get_uid (entry), convene_calendar_entry_get_candidate (entry));
}

/* A row draws itself only where it is in view, and it may have come there: what another one shows makes that taller or shorter. */
static void
draw_rows (ConveneDayView *self)
{
  self->has_moved = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->rows, i));
}

static void
row_changed_cb (ConveneDayView *self)
{
  self->has_moved = TRUE;
}

static void
add_rows (ConveneDayView *self,
          guint           count)
{
  for (guint i = 0; i < count; i++)
    {
      GtkWidget *row = convene_day_row_new ();

      g_signal_connect_swapped (row, "notify::entry", G_CALLBACK (row_changed_cb), self);
      g_signal_connect_swapped (row, "notify::joinable", G_CALLBACK (row_changed_cb), self);
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->list, row);
    }
}

/* The candidates' time zones, for those rows that are written anew: GLib reads a zone's file again where nobody holds it. */
static GPtrArray *
hold_zones (ConveneDayView *self,
            GPtrArray      *entries)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);

  for (guint i = 0; i < MIN (entries->len, self->rows->len); i++)
    {
      ConveneCalendarEntry *entry = g_ptr_array_index (entries, i);
      const char           *name = convene_calendar_entry_get_candidate_timezone (entry);
      GTimeZone            *zone = name != NULL && convene_day_row_get_entry (g_ptr_array_index (self->rows, i)) != entry ? g_time_zone_new_identifier (name) : NULL;

      if (zone != NULL)
        g_ptr_array_add (zones, zone);
    }

  return zones;
}

/* Answers how many entries have no row yet. */
static guint
refresh (ConveneDayView *self)
{
  gint64 now = convene_clock_now (self->clock);
  gint64 next = now < self->to ? self->to : G_MAXINT64;
  g_autoptr(GPtrArray) entries = convene_day_entries_list (self->calendar, self->from, self->to);
  g_autoptr(GPtrArray) zones = NULL;
  guint count = entries->len;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  add_rows (self, MIN (count, ROWS_AT_ONCE) - MIN (MIN (count, ROWS_AT_ONCE), self->rows->len));

  zones = hold_zones (self, entries);
  for (guint i = 0; i < self->rows->len; i++)
    if (i < count)
      next = MIN (next, show_entry (self, g_ptr_array_index (self->rows, i), g_ptr_array_index (entries, i), now));
    else
      convene_day_row_set_entry (g_ptr_array_index (self->rows, i), NULL);
  if (self->has_moved)
    draw_rows (self);

  show_page (self, count, now);
  show_heading (self, now);
  if (next < G_MAXINT64)
    convene_alarm_set (self->alarm, self->clock, next);
  else
    convene_alarm_stop (self->alarm);
  return count - MIN (count, self->rows->len);
}

static gboolean
more_cb (gpointer user_data)
{
  ConveneDayView *self = user_data;
  g_autoptr(GPtrArray) entries = convene_day_entries_list (self->calendar, self->from, self->to);

  add_rows (self, MIN (entries->len - MIN (entries->len, self->rows->len), ROWS_AT_ONCE));
  if (refresh (self) > 0)
    return G_SOURCE_CONTINUE;

  self->more_source = 0;
  return G_SOURCE_REMOVE;
}

static void
refresh_all (ConveneDayView *self)
{
  if (refresh (self) > 0 && self->more_source == 0)
    self->more_source = g_idle_add_full (G_PRIORITY_LOW, more_cb, self, NULL);
}

static void
ring_cb (gpointer user_data)
{
  refresh_all (user_data);
}

static gboolean
refresh_cb (gpointer user_data)
{
  ConveneDayView *self = user_data;

  self->refresh_source = 0;
  refresh_all (self);
  return G_SOURCE_REMOVE;
}

/* A reading may change the list in many places: the rows follow once. */
static void
queue_refresh (ConveneDayView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (REFRESH_PRIORITY, refresh_cb, self, NULL);
}

static void
loaded_cb (ConveneDayView *self)
{
  if (!convene_calendar_get_loaded (self->calendar))
    return;

  self->held_from = convene_calendar_get_from (self->calendar);
  self->held_to = convene_calendar_get_to (self->calendar);
  queue_refresh (self);
}

static void
row_activated_cb (GtkListBox     *list,
                  ConveneDayRow  *row,
                  ConveneDayView *self)
{
  ConveneCalendarEntry *entry = convene_day_row_get_entry (row);

  if (entry != NULL)
    g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, convene_calendar_entry_get_uid (entry));
}

static void
set_day (ConveneDayView *self,
         const GDate    *day)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate next = *day;

  g_date_add_days (&next, 1);
  self->day = *day;
  self->from = convene_month_day_start (day, zone);
  self->to = convene_month_day_start (&next, zone);
  g_free (self->date);
  self->date = convene_month_format_day (day);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->schedule), "s", self->date);
}

static void
drop_calendar (ConveneDayView *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->more_source, g_source_remove);
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
  self->held_from = self->held_to = 0;
}

static void
set_colors (ConveneDayView *self,
            ConveneColors   colors)
{
  if (self->colors == colors)
    return;

  self->colors = colors;
  refresh_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLORS]);
}

static void
convene_day_view_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneDayView *self = CONVENE_DAY_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_CALENDAR:
      g_value_set_object (value, self->calendar);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_COLORS:
      g_value_set_string (value, convene_colors_get_nick (self->colors));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_day_view_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ConveneDayView *self = CONVENE_DAY_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      convene_day_view_set_engine (self, g_value_get_object (value));
      break;
    case PROP_CALENDAR:
      convene_day_view_set_calendar (self, g_value_get_object (value));
      break;
    case PROP_DATE:
      convene_day_view_set_date (self, g_value_get_string (value));
      break;
    case PROP_COLORS:
      set_colors (self, convene_colors_parse (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_day_view_dispose (GObject *object)
{
  ConveneDayView *self = CONVENE_DAY_VIEW (object);

  drop_calendar (self);
  g_clear_pointer (&self->alarm, convene_alarm_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_DAY_VIEW);
  g_clear_object (&self->clock);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_day_view_parent_class)->dispose (object);
}

static void
convene_day_view_finalize (GObject *object)
{
  ConveneDayView *self = CONVENE_DAY_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_free (self->date);

  G_OBJECT_CLASS (convene_day_view_parent_class)->finalize (object);
}

static void
convene_day_view_class_init (ConveneDayViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = convene_day_view_dispose;
  object_class->finalize = convene_day_view_finalize;
  object_class->get_property = convene_day_view_get_property;
  object_class->set_property = convene_day_view_set_property;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_CALENDAR] = g_param_spec_object ("calendar", NULL, NULL, CONVENE_TYPE_CALENDAR, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/calendar/convene-day-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, heading);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, waiting);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, filled);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, empty);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, schedule);
  gtk_widget_class_bind_template_child (widget_class, ConveneDayView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
convene_day_view_init (ConveneDayView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GtkAdjustment *scroll;
  GDate          today;

  gtk_widget_init_template (GTK_WIDGET (self));
  convene_ics_drag_add (GTK_WIDGET (self->list), drag_cb, self);
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->filled));
  g_signal_connect_object (scroll, "changed", G_CALLBACK (draw_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (draw_rows), self, G_CONNECT_SWAPPED);
  self->rows = g_ptr_array_new ();
  self->clock = convene_system_clock_new ();
  self->alarm = convene_alarm_new (ring_cb, self);
  convene_month_day_at (convene_clock_now (self->clock), zone, &today);
  set_day (self, &today);
  refresh_all (self);
}

GtkWidget *
convene_day_view_new (ConveneEngine *engine)
{
  return g_object_new (CONVENE_TYPE_DAY_VIEW, "engine", engine, NULL);
}

void
convene_day_view_set_engine (ConveneDayView *self,
                             ConveneEngine  *engine)
{
  g_return_if_fail (CONVENE_IS_DAY_VIEW (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (!g_set_object (&self->engine, engine))
    return;

  if (engine != NULL)
    g_set_object (&self->clock, convene_engine_get_clock (engine));
  refresh_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
}

void
convene_day_view_set_calendar (ConveneDayView  *self,
                               ConveneCalendar *calendar)
{
  g_return_if_fail (CONVENE_IS_DAY_VIEW (self));
  g_return_if_fail (calendar == NULL || CONVENE_IS_CALENDAR (calendar));

  if (self->calendar == calendar)
    return;

  drop_calendar (self);
  if (calendar != NULL)
    {
      self->calendar = g_object_ref (calendar);
      g_signal_connect_swapped (calendar, "items-changed", G_CALLBACK (queue_refresh), self);
      g_signal_connect_swapped (calendar, "notify::loaded", G_CALLBACK (loaded_cb), self);
      loaded_cb (self);
    }
  refresh_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

const char *
convene_day_view_get_date (ConveneDayView *self)
{
  g_return_val_if_fail (CONVENE_IS_DAY_VIEW (self), NULL);

  return self->date;
}

void
convene_day_view_set_date (ConveneDayView *self,
                           const char     *date)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_DAY_VIEW (self));

  if (!convene_month_parse_day (date, &day) || g_date_compare (&day, &self->day) == 0)
    return;

  set_day (self, &day);
  refresh_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}
