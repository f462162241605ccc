/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-view.h"

#include "convene-alarm.h"
#include "convene-filter.h"
#include "convene-month.h"

typedef struct
{
  ConveneEngine      *engine;
  ConveneClock       *clock;
  ConveneRangeReader *reader; /* NULL without an engine */
  ConveneFilter      *filter;
  ConveneAlarm       *alarm;
  gint64              rings;

  GDate         day;
  GDate         today;
  char         *date; /* `day` in words */
  char         *title;
  ConveneColors colors;
  gboolean      narrow;
} ConveneCalendarViewPrivate;

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_DATE,
  PROP_NARROW,
  PROP_FILTER,
  PROP_COLORS,
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

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ConveneCalendarView, convene_calendar_view, GTK_TYPE_WIDGET)

static ConveneCalendarViewPrivate *
get_private (ConveneCalendarView *self)
{
  return convene_calendar_view_get_instance_private (self);
}

static void
changed_cb (gpointer user_data)
{
  CONVENE_CALENDAR_VIEW_GET_CLASS (user_data)->fill (user_data);
}

/* What day it is now; again at midnight. Answers whether it was another one. */
static gboolean
follow_today (ConveneCalendarView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  ConveneCalendarViewPrivate *private = get_private (self);
  GDate before = private->today, tomorrow;

  convene_month_day_at (convene_clock_now (private->clock), zone, &private->today);
  tomorrow = private->today;
  g_date_add_days (&tomorrow, 1);
  convene_calendar_view_ring_by (self, convene_month_day_start (&tomorrow, zone));
  return !g_date_valid (&before) || g_date_compare (&before, &private->today) != 0;
}

static void
ring_cb (gpointer user_data)
{
  ConveneCalendarView *self = user_data;
  ConveneCalendarViewPrivate *private = get_private (self);
  GDate before = private->today;

  private->rings = G_MAXINT64;
  follow_today (self);
  CONVENE_CALENDAR_VIEW_GET_CLASS (self)->tick (self, g_date_compare (&before, &private->today) != 0);
}

/* Who looks at today goes on looking at today. */
static void
set_clock (ConveneCalendarView *self,
           ConveneClock        *clock)
{
  ConveneCalendarViewPrivate *private = get_private (self);
  ConveneCalendarViewClass *klass = CONVENE_CALENDAR_VIEW_GET_CLASS (self);
  gboolean                  at_today = !g_date_valid (&private->day) || g_date_compare (&private->day, &private->today) == 0;

  g_set_object (&private->clock, clock);
  private->rings = G_MAXINT64;
  follow_today (self);
  if (klass->set_clock != NULL)
    klass->set_clock (self, clock);
  if (at_today)
    convene_calendar_view_set_day (self, &private->today);
  klass->tick (self, TRUE);
}

static void
set_filter (ConveneCalendarView *self,
            ConveneFilter       *filter)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  if (!g_set_object (&private->filter, filter))
    return;

  if (private->reader != NULL)
    convene_range_reader_set_filter (private->reader, filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
set_colors (ConveneCalendarView *self,
            ConveneColors        colors)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  if (private->colors == colors)
    return;

  private->colors = colors;
  if (CONVENE_CALENDAR_VIEW_GET_CLASS (self)->set_colors != NULL)
    CONVENE_CALENDAR_VIEW_GET_CLASS (self)->set_colors (self, colors);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLORS]);
}

static gboolean
today_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  convene_calendar_view_go_to_today (CONVENE_CALENDAR_VIEW (widget));
  return TRUE;
}

static void
convene_calendar_view_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneCalendarView *self = CONVENE_CALENDAR_VIEW (object);
  ConveneCalendarViewPrivate *private = get_private (self);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, private->engine);
      break;
    case PROP_DATE:
      g_value_set_string (value, private->date);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, private->narrow);
      break;
    case PROP_FILTER:
      g_value_set_object (value, private->filter);
      break;
    case PROP_COLORS:
      g_value_set_string (value, convene_colors_get_nick (private->colors));
      break;
    case PROP_CALENDAR:
      g_value_set_object (value, convene_calendar_view_get_calendar (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, private->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_calendar_view_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneCalendarView *self = CONVENE_CALENDAR_VIEW (object);

  switch (id)
    {
    case PROP_ENGINE:
      convene_calendar_view_set_engine (self, g_value_get_object (value));
      break;
    case PROP_DATE:
      convene_calendar_view_set_date (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      convene_calendar_view_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_COLORS:
      set_colors (self, convene_colors_parse (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_calendar_view_constructed (GObject *object)
{
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();

  G_OBJECT_CLASS (convene_calendar_view_parent_class)->constructed (object);

  set_clock (CONVENE_CALENDAR_VIEW (object), clock);
}

static void
convene_calendar_view_dispose (GObject *object)
{
  ConveneCalendarViewPrivate *private = get_private (CONVENE_CALENDAR_VIEW (object));

  g_clear_pointer (&private->reader, convene_range_reader_free);
  g_clear_pointer (&private->alarm, convene_alarm_free);
  g_clear_object (&private->filter);
  g_clear_object (&private->clock);
  g_clear_object (&private->engine);

  G_OBJECT_CLASS (convene_calendar_view_parent_class)->dispose (object);
}

static void
convene_calendar_view_finalize (GObject *object)
{
  ConveneCalendarViewPrivate *private = get_private (CONVENE_CALENDAR_VIEW (object));

  g_free (private->date);
  g_free (private->title);

  G_OBJECT_CLASS (convene_calendar_view_parent_class)->finalize (object);
}

static void
convene_calendar_view_class_init (ConveneCalendarViewClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags flags = readable | G_PARAM_WRITABLE;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GType             type = G_TYPE_FROM_CLASS (klass);

  object_class->constructed = convene_calendar_view_constructed;
  object_class->dispose = convene_calendar_view_dispose;
  object_class->finalize = convene_calendar_view_finalize;
  object_class->get_property = convene_calendar_view_get_property;
  object_class->set_property = convene_calendar_view_set_property;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", flags);
  properties[PROP_CALENDAR] = g_param_spec_object ("calendar", NULL, NULL, CONVENE_TYPE_CALENDAR, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SLOT_ACTIVATED] = g_signal_new ("slot-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTRY_MOVED] = g_signal_new ("entry-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, today_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_T, 0, today_cb, NULL);
}

static void
convene_calendar_view_init (ConveneCalendarView *self)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  g_date_clear (&private->day, 1);
  g_date_clear (&private->today, 1);
  private->alarm = convene_alarm_new (ring_cb, self);
  private->rings = G_MAXINT64;
}

void
convene_calendar_view_set_engine (ConveneCalendarView *self,
                                  ConveneEngine       *engine)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (!g_set_object (&private->engine, engine))
    return;

  g_clear_pointer (&private->reader, convene_range_reader_free);
  if (engine != NULL)
    {
      private->reader = convene_range_reader_new (engine, changed_cb, self);
      convene_range_reader_set_filter (private->reader, private->filter);
      set_clock (self, convene_engine_get_clock (engine));
      convene_calendar_view_read (self);
    }
  CONVENE_CALENDAR_VIEW_GET_CLASS (self)->fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

const char *
convene_calendar_view_get_date (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), NULL);

  return get_private (self)->date;
}

void
convene_calendar_view_set_date (ConveneCalendarView *self,
                                const char          *date)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  if (convene_month_parse_day (date, &day))
    convene_calendar_view_set_day (self, &day);
}

gboolean
convene_calendar_view_get_narrow (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), FALSE);

  return get_private (self)->narrow;
}

void
convene_calendar_view_set_narrow (ConveneCalendarView *self,
                                  gboolean             narrow)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  if (private->narrow == !!narrow)
    return;

  private->narrow = narrow;
  if (CONVENE_CALENDAR_VIEW_GET_CLASS (self)->set_narrow != NULL)
    CONVENE_CALENDAR_VIEW_GET_CLASS (self)->set_narrow (self, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

ConveneCalendar *
convene_calendar_view_get_calendar (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), NULL);

  return get_private (self)->reader != NULL ? convene_range_reader_get_calendar (get_private (self)->reader) : NULL;
}

void
convene_calendar_view_get_days (ConveneCalendarView *self,
                                GDate               *first,
                                GDate               *after)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));
  g_return_if_fail (first != NULL && after != NULL);

  CONVENE_CALENDAR_VIEW_GET_CLASS (self)->get_days (self, first, after);
}

void
convene_calendar_view_turn (ConveneCalendarView *self,
                            int                  n)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  day = get_private (self)->day;
  if (CONVENE_CALENDAR_VIEW_GET_CLASS (self)->advance (self, &day, n))
    convene_calendar_view_set_day (self, &day);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
convene_calendar_view_go_to_today (ConveneCalendarView *self)
{
  ConveneCalendarViewClass *klass;

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  klass = CONVENE_CALENDAR_VIEW_GET_CLASS (self);
  if (follow_today (self))
    klass->tick (self, TRUE);
  convene_calendar_view_set_day (self, &get_private (self)->today);
  if (klass->go_to_now != NULL)
    klass->go_to_now (self);
}

const GDate *
convene_calendar_view_get_day (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), NULL);

  return &get_private (self)->day;
}

const GDate *
convene_calendar_view_get_today (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), NULL);

  return &get_private (self)->today;
}

gint64
convene_calendar_view_get_now (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), 0);

  return convene_clock_now (get_private (self)->clock);
}

ConveneColors
convene_calendar_view_get_colors (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), CONVENE_COLORS_JOB);

  return get_private (self)->colors;
}

void
convene_calendar_view_set_day (ConveneCalendarView *self,
                               const GDate         *day)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));
  g_return_if_fail (day != NULL && g_date_valid (day));

  if (g_date_valid (&private->day) && g_date_compare (&private->day, day) == 0)
    return;

  private->day = *day;
  g_free (private->date);
  private->date = convene_month_format_day (day);
  CONVENE_CALENDAR_VIEW_GET_CLASS (self)->show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

void
convene_calendar_view_read (ConveneCalendarView *self)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  if (private->reader != NULL)
    CONVENE_CALENDAR_VIEW_GET_CLASS (self)->read (self, private->reader);
}

void
convene_calendar_view_take_title (ConveneCalendarView *self,
                                  char                *title)
{
  ConveneCalendarViewPrivate *private = get_private (self);
  g_autofree char *before = NULL;

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  before = g_steal_pointer (&private->title);
  private->title = title;
  if (g_strcmp0 (before, title) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
convene_calendar_view_get_title (ConveneCalendarView *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEW (self), NULL);

  return get_private (self)->title;
}

void
convene_calendar_view_ring_by (ConveneCalendarView *self,
                               gint64               instant)
{
  ConveneCalendarViewPrivate *private = get_private (self);

  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  if (instant >= private->rings)
    return;

  private->rings = instant;
  convene_alarm_set (private->alarm, private->clock, instant);
}

void
convene_calendar_view_activate_entry (ConveneCalendarView *self,
                                      const char          *uid)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, uid);
}

void
convene_calendar_view_activate_slot (ConveneCalendarView *self,
                                     const char          *slot)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  g_signal_emit (self, signals[SLOT_ACTIVATED], 0, slot);
}

void
convene_calendar_view_move_entry (ConveneCalendarView *self,
                                  const char          *uid,
                                  gint64               start,
                                  gint64               end)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEW (self));

  g_signal_emit (self, signals[ENTRY_MOVED], 0, uid, start, end);
}
