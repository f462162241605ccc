/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-view.h"

#include "convene-alarm.h"
#include "convene-filter.h"
#include "convene-month.h"
#include "convene-time-days.h"
#include "convene-time-grid.h"
#include "convene-time-head.h"
#include "convene-time-scroll.h"
#include "convene-words.h"

struct _ConveneTimeView
{
  GtkWidget parent_instance;

  ConveneTimeHead   *head;
  GtkScrolledWindow *scrolled;
  ConveneTimeGrid   *grid;

  ConveneEngine      *engine;
  ConveneClock       *clock;
  ConveneRangeReader *reader; /* NULL without an engine */
  ConveneFilter      *filter;
  ConveneAlarm       *minute;

  GDate         day;
  GDate         today;
  GDate         first; /* of the days shown */
  char         *date;  /* `day` in words */
  char         *title;
  char         *second_zone;
  ConveneColors colors;
  guint         days;
  int           first_weekday;
  gboolean      narrow;

  ConveneTimeScroll *scroll;
};

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_DATE,
  PROP_DAYS,
  PROP_NARROW,
  PROP_FILTER,
  PROP_COLORS,
  PROP_SECOND_ZONE,
  PROP_CALENDAR,
  PROP_TITLE,
  N_PROPS,
};

enum
{
  ENTRY_ACTIVATED,
  SLOT_ACTIVATED,
  ENTRY_MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneTimeView, convene_time_view, GTK_TYPE_WIDGET)

static guint
count_days (ConveneTimeView *self)
{
  return self->days == 1 ? 1 : self->narrow ? CONVENE_TIME_NARROW_DAYS
                                            : CONVENE_TIME_MOST_DAYS;
}

static ConveneCalendar *
get_calendar (ConveneTimeView *self)
{
  return self->reader != NULL ? convene_range_reader_get_calendar (self->reader) : NULL;
}

static void
fill (ConveneTimeView *self)
{
  convene_time_grid_fill (self->grid, get_calendar (self));
}

static void
changed_cb (gpointer user_data)
{
  fill (user_data);
}

static void
show_title (ConveneTimeView *self)
{
  g_autofree char *title = convene_time_days_write (&self->first, count_days (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
show_rulers (ConveneTimeView *self)
{
  convene_time_head_set_ruler_width (self->head, convene_time_grid_get_ruler_width (self->grid));
}

static void
show (ConveneTimeView *self)
{
  const ConveneTimeScale *scale = convene_time_grid_get_scale (self->grid);
  guint                   n_days = count_days (self);
  gboolean                same;

  convene_time_days_find_first (&self->day, n_days, self->first_weekday, &self->first);
  same = scale->n_days == n_days && g_date_valid (&scale->days[0].date) && g_date_compare (&scale->days[0].date, &self->first) == 0;
  convene_time_grid_show (self->grid, &self->first, n_days, (guint) g_date_days_between (&self->first, &self->day));
  show_rulers (self);
  if (same)
    return;

  convene_time_head_show (self->head, &self->first, n_days, &self->today, convene_clock_now (self->clock));
  show_title (self);
  fill (self);
  if (self->reader != NULL)
    convene_time_days_read (&self->first, count_days (self), self->reader);
}

static void
set_day (ConveneTimeView *self,
         const GDate     *day)
{
  if (g_date_valid (&self->day) && g_date_compare (&self->day, day) == 0)
    return;

  self->day = *day;
  g_free (self->date);
  self->date = convene_month_format_day (day);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
follow_now (ConveneTimeView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = convene_clock_now (self->clock);

  convene_month_day_at (now, zone, &self->today);
  convene_alarm_set (self->minute, self->clock, now - now % CONVENE_MINUTE + CONVENE_MINUTE);
}

static void
minute_cb (gpointer user_data)
{
  ConveneTimeView *self = user_data;

  follow_now (self);
  convene_time_head_show (self->head, &self->first, count_days (self), &self->today, convene_clock_now (self->clock));
  convene_time_grid_tick (self->grid);
}

/* Who looks at today goes on looking at today. */
static void
set_clock (ConveneTimeView *self,
           ConveneClock    *clock)
{
  gboolean at_today = !g_date_valid (&self->day) || g_date_compare (&self->day, &self->today) == 0;

  g_set_object (&self->clock, clock);
  follow_now (self);
  convene_time_grid_set_clock (self->grid, clock);
  convene_time_scroll_set_clock (self->scroll, clock);
  if (at_today)
    set_day (self, &self->today);
  show (self);
  convene_time_head_show (self->head, &self->first, count_days (self), &self->today, convene_clock_now (clock));
}

static void
entry_activated_cb (ConveneTimeGrid *grid,
                    const char      *uid,
                    ConveneTimeView *self)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, uid);
}

static void
slot_activated_cb (ConveneTimeGrid *grid,
                   const char      *time,
                   ConveneTimeView *self)
{
  g_signal_emit (self, signals[SLOT_ACTIVATED], 0, time);
}

static void
entry_moved_cb (ConveneTimeGrid *grid,
                const char      *uid,
                gint64           start,
                gint64           end,
                ConveneTimeView *self)
{
  g_signal_emit (self, signals[ENTRY_MOVED], 0, uid, start, end);
}

static void
day_wanted_cb (ConveneTimeGrid *grid,
               int              further,
               ConveneTimeView *self)
{
  GDate day = self->day;

  if (convene_month_add_days (&day, further))
    set_day (self, &day);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
turn_wanted_cb (ConveneTimeGrid *grid,
                int              times,
                ConveneTimeView *self)
{
  convene_time_view_turn (self, times);
}

static gboolean
today_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  convene_time_view_go_to_today (CONVENE_TIME_VIEW (widget));
  return TRUE;
}

static void
set_engine (ConveneTimeView *self,
            ConveneEngine   *engine)
{
  if (!g_set_object (&self->engine, engine))
    return;

  g_clear_pointer (&self->reader, convene_range_reader_free);
  if (engine != NULL)
    {
      self->reader = convene_range_reader_new (engine, changed_cb, self);
      convene_range_reader_set_filter (self->reader, self->filter);
      set_clock (self, convene_engine_get_clock (engine));
      convene_time_days_read (&self->first, count_days (self), self->reader);
    }
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

static void
set_date (ConveneTimeView *self,
          const char      *date)
{
  GDate day;

  if (convene_month_parse_day (date, &day))
    set_day (self, &day);
}

static void
set_days (ConveneTimeView *self,
          guint            days)
{
  if (self->days == days)
    return;

  self->days = days;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
}

static void
set_narrow (ConveneTimeView *self,
            gboolean         narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (self->days != 1)
    self->first = self->day;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_filter (ConveneTimeView *self,
            ConveneFilter   *filter)
{
  if (!g_set_object (&self->filter, filter))
    return;

  if (self->reader != NULL)
    convene_range_reader_set_filter (self->reader, filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
set_colors (ConveneTimeView *self,
            ConveneColors    colors)
{
  if (self->colors == colors)
    return;

  self->colors = colors;
  convene_time_grid_set_colors (self->grid, colors);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLORS]);
}

/* An unknown one is none. */
static void
set_second_zone (ConveneTimeView *self,
                 const char      *name)
{
  g_autoptr(GTimeZone) zone = name != NULL && *name != '\0' ? g_time_zone_new_identifier (name) : NULL;
  const char *known = zone != NULL ? name : NULL;

  if (g_strcmp0 (self->second_zone, known) == 0)
    return;

  g_free (self->second_zone);
  self->second_zone = g_strdup (known);
  convene_time_grid_set_second_zone (self->grid, known);
  convene_time_head_set_second_zone (self->head, known);
  show_rulers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECOND_ZONE]);
}

static void
convene_time_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (convene_time_view_parent_class)->css_changed (widget, change);
  show_rulers (CONVENE_TIME_VIEW (widget));
}

static void
convene_time_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (convene_time_view_parent_class)->map (widget);
  show_rulers (CONVENE_TIME_VIEW (widget));
}

static gboolean
convene_time_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CONVENE_TIME_VIEW (widget)->grid));
}

static gboolean
convene_time_view_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (CONVENE_TIME_VIEW (widget)->grid), direction);
}

static void
convene_time_view_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_DAYS:
      g_value_set_uint (value, self->days);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_COLORS:
      g_value_set_string (value, convene_colors_get_nick (self->colors));
      break;
    case PROP_SECOND_ZONE:
      g_value_set_string (value, self->second_zone != NULL ? self->second_zone : "");
      break;
    case PROP_CALENDAR:
      g_value_set_object (value, get_calendar (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_time_view_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      set_engine (self, g_value_get_object (value));
      break;
    case PROP_DATE:
      set_date (self, g_value_get_string (value));
      break;
    case PROP_DAYS:
      set_days (self, g_value_get_uint (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_COLORS:
      set_colors (self, convene_colors_parse (g_value_get_string (value)));
      break;
    case PROP_SECOND_ZONE:
      set_second_zone (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_time_view_dispose (GObject *object)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (object);

  g_clear_pointer (&self->scroll, convene_time_scroll_free);
  g_clear_pointer (&self->reader, convene_range_reader_free);
  g_clear_pointer (&self->minute, convene_alarm_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_TIME_VIEW);
  g_clear_object (&self->filter);
  g_clear_object (&self->clock);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_time_view_parent_class)->dispose (object);
}

static void
convene_time_view_finalize (GObject *object)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (object);

  g_free (self->date);
  g_free (self->title);
  g_free (self->second_zone);

  G_OBJECT_CLASS (convene_time_view_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_DAYS] = g_param_spec_uint ("days", NULL, NULL, 1, CONVENE_TIME_MOST_DAYS, CONVENE_TIME_MOST_DAYS, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", flags);
  properties[PROP_SECOND_ZONE] = g_param_spec_string ("second-zone", NULL, NULL, "", flags);
  properties[PROP_CALENDAR] = g_param_spec_object ("calendar", NULL, NULL, CONVENE_TYPE_CALENDAR, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_time_view_class_init (ConveneTimeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = convene_time_view_dispose;
  object_class->finalize = convene_time_view_finalize;
  object_class->get_property = convene_time_view_get_property;
  object_class->set_property = convene_time_view_set_property;
  widget_class->map = convene_time_view_map;
  widget_class->css_changed = convene_time_view_css_changed;
  widget_class->grab_focus = convene_time_view_grab_focus;
  widget_class->focus = convene_time_view_focus;
  add_properties (object_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, today_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_T, 0, today_cb, NULL);

  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SLOT_ACTIVATED] = g_signal_new ("slot-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTRY_MOVED] = g_signal_new ("entry-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);

  g_type_ensure (CONVENE_TYPE_TIME_GRID);
  g_type_ensure (CONVENE_TYPE_TIME_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/calendar/convene-time-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneTimeView, head);
  gtk_widget_class_bind_template_child (widget_class, ConveneTimeView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ConveneTimeView, grid);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, slot_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_wanted_cb);
  gtk_widget_class_set_css_name (widget_class, "timeview");
}

static void
convene_time_view_init (ConveneTimeView *self)
{
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->day, 1);
  g_date_clear (&self->first, 1);
  self->days = CONVENE_TIME_MOST_DAYS;
  self->minute = convene_alarm_new (minute_cb, self);
  self->first_weekday = convene_words_first_weekday ();
  self->scroll = convene_time_scroll_new (self->scrolled, self->grid);
  convene_time_grid_set_adjustment (self->grid, gtk_scrolled_window_get_vadjustment (self->scrolled));
  set_clock (self, clock);
}

GtkWidget *
convene_time_view_new (void)
{
  return g_object_new (CONVENE_TYPE_TIME_VIEW, NULL);
}

void
convene_time_view_get_days (ConveneTimeView *self,
                            GDate           *first,
                            GDate           *after)
{
  g_return_if_fail (CONVENE_IS_TIME_VIEW (self));
  g_return_if_fail (first != NULL && after != NULL);

  *first = *after = self->first;
  g_date_add_days (after, count_days (self));
}

void
convene_time_view_turn (ConveneTimeView *self,
                        int              n)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_TIME_VIEW (self));

  day = self->day;
  if (!convene_month_add_days (&day, n * (int) count_days (self)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  convene_month_add_days (&self->first, n * (int) count_days (self));
  set_day (self, &day);
}

void
convene_time_view_go_to_today (ConveneTimeView *self)
{
  g_return_if_fail (CONVENE_IS_TIME_VIEW (self));

  follow_now (self);
  set_day (self, &self->today);
  convene_time_grid_set_slot (self->grid, convene_clock_now (self->clock));
  convene_time_scroll_ask (self->scroll);
}
