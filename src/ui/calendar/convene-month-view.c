/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-month-view.h"

#include "convene-alarm.h"
#include "convene-month-grid.h"
#include "convene-range-reader.h"
#include "convene-weekday-label.h"
#include "convene-words.h"

struct _ConveneMonthView
{
  GtkWidget parent_instance;

  GtkWidget        *weekdays;
  ConveneMonthGrid *grid;

  ConveneEngine      *engine;
  ConveneClock       *clock;
  ConveneRangeReader *reader; /* NULL without an engine */
  ConveneAlarm       *midnight;

  GDate          day;
  GDate          today;
  char          *date; /* `day` in words */
  int            first_weekday;
  gboolean       narrow;
  ConveneFilter *filter;
  ConveneColors  colors;
  char          *title;
};

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
  DAY_ACTIVATED,
  ENTRY_ACTIVATED,
  SLOT_ACTIVATED,
  ENTRY_MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneMonthView, convene_month_view, GTK_TYPE_WIDGET)

static void
fill (ConveneMonthView *self)
{
  convene_month_grid_fill (self->grid, self->reader != NULL ? convene_range_reader_get_calendar (self->reader) : NULL);
  convene_month_grid_tell (self->grid, convene_clock_now (self->clock));
}

static void
changed_cb (gpointer user_data)
{
  fill (user_data);
}

static void
name_month (ConveneMonthView *self)
{
  g_autofree char *name = convene_words_month (g_date_get_year (&self->day), g_date_get_month (&self->day));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (g_strcmp0 (self->title, name) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
read_month (ConveneMonthView *self)
{
  gint64 from = G_MAXINT64, to = G_MININT64, wide_from, wide_to;

  convene_month_extend (&self->day, 0, self->first_weekday, &from, &to);
  wide_from = from;
  wide_to = to;
  convene_month_extend (&self->day, -1, self->first_weekday, &wide_from, &wide_to);
  convene_month_extend (&self->day, 1, self->first_weekday, &wide_from, &wide_to);
  convene_range_reader_look (self->reader, from, to, wide_from, wide_to);
}

static void
show (ConveneMonthView *self)
{
  GDate first;

  convene_month_first_shown (&self->day, self->first_weekday, &first);
  if (convene_month_grid_show (self->grid, &first, &self->day, &self->today))
    {
      name_month (self);
      fill (self);
      if (self->reader != NULL)
        read_month (self);
    }
  else
    {
      convene_month_grid_tell (self->grid, convene_clock_now (self->clock));
    }
}

static void
set_day (ConveneMonthView *self,
         const GDate      *day)
{
  if (g_date_valid (&self->day) && g_date_compare (&self->day, day) == 0)
    return;

  self->day = *day;
  g_free (self->date);
  self->date = convene_month_format_day (day);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/* What day it is now; again at midnight. */
static void
follow_today (ConveneMonthView *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate tomorrow;

  convene_month_day_at (convene_clock_now (self->clock), zone, &self->today);
  tomorrow = self->today;
  g_date_add_days (&tomorrow, 1);
  convene_alarm_set (self->midnight, self->clock, convene_month_day_start (&tomorrow, zone));
}

static void
midnight_cb (gpointer user_data)
{
  ConveneMonthView *self = user_data;

  follow_today (self);
  show (self);
}

/* Who looks at today goes on looking at today. */
static void
set_clock (ConveneMonthView *self,
           ConveneClock     *clock)
{
  gboolean at_today = !g_date_valid (&self->day) || g_date_compare (&self->day, &self->today) == 0;

  g_set_object (&self->clock, clock);
  convene_month_grid_set_clock (self->grid, clock);
  follow_today (self);
  if (at_today)
    set_day (self, &self->today);
  show (self);
}

static void
day_pressed_cb (ConveneMonthGrid *grid,
                const GDate      *day,
                ConveneMonthView *self)
{
  set_day (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
day_activated_cb (ConveneMonthGrid *grid,
                  ConveneMonthView *self)
{
  g_signal_emit (self, signals[DAY_ACTIVATED], 0, self->date);
}

static void
entry_activated_cb (ConveneMonthGrid *grid,
                    const char       *uid,
                    ConveneMonthView *self)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, uid);
}

static void
day_free_cb (ConveneMonthGrid *grid,
             ConveneMonthView *self)
{
  g_signal_emit (self, signals[SLOT_ACTIVATED], 0, self->date);
}

static void
entry_moved_cb (ConveneMonthGrid *grid,
                const char       *uid,
                gint64            start,
                gint64            end,
                ConveneMonthView *self)
{
  g_signal_emit (self, signals[ENTRY_MOVED], 0, uid, start, end);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return convene_month_grid_drop (CONVENE_MONTH_VIEW (widget)->grid);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *days,
         gpointer   user_data)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (widget);
  int               step = g_variant_get_int32 (days);
  GDate             day = self->day;

  if (ABS (step) == 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  if (convene_month_add_days (&day, step))
    set_day (self, &day);
  else
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *months,
         gpointer   user_data)
{
  convene_month_view_turn (CONVENE_MONTH_VIEW (widget), g_variant_get_int32 (months));
  return TRUE;
}

static gboolean
week_end_cb (GtkWidget *widget,
             GVariant  *last,
             gpointer   user_data)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (widget);
  GDate             ends[2];

  convene_month_week (&self->day, self->first_weekday, &ends[0], &ends[1]);
  set_day (self, &ends[g_variant_get_int32 (last)]);
  return TRUE;
}

static gboolean
today_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  convene_month_view_go_to_today (CONVENE_MONTH_VIEW (widget));
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  g_signal_emit (widget, signals[DAY_ACTIVATED], 0, CONVENE_MONTH_VIEW (widget)->date);
  return TRUE;
}

static gboolean
convene_month_view_grab_focus (GtkWidget *widget)
{
  ConveneDayCell *chosen = convene_month_grid_get_chosen (CONVENE_MONTH_VIEW (widget)->grid);

  return chosen != NULL && gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

static void
set_filter (ConveneMonthView *self,
            ConveneFilter    *filter)
{
  if (!g_set_object (&self->filter, filter))
    return;

  if (self->reader != NULL)
    convene_range_reader_set_filter (self->reader, filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
set_colors (ConveneMonthView *self,
            ConveneColors     colors)
{
  if (self->colors == colors)
    return;

  self->colors = colors;
  convene_month_grid_set_colors (self->grid, colors);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLORS]);
}

static void
convene_month_view_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
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
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CALENDAR:
      g_value_set_object (value, self->reader != NULL ? convene_range_reader_get_calendar (self->reader) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_month_view_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (object);

  switch (property)
    {
    case PROP_ENGINE:
      convene_month_view_set_engine (self, g_value_get_object (value));
      break;
    case PROP_DATE:
      convene_month_view_set_date (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      convene_month_view_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_COLORS:
      set_colors (self, convene_colors_parse (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
convene_month_view_dispose (GObject *object)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (object);

  g_clear_pointer (&self->reader, convene_range_reader_free);
  g_clear_pointer (&self->midnight, convene_alarm_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_MONTH_VIEW);
  g_clear_object (&self->clock);
  g_clear_object (&self->filter);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (convene_month_view_parent_class)->dispose (object);
}

static void
convene_month_view_finalize (GObject *object)
{
  g_free (CONVENE_MONTH_VIEW (object)->date);
  g_free (CONVENE_MONTH_VIEW (object)->title);

  G_OBJECT_CLASS (convene_month_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keys[2];
    gboolean (*callback) (GtkWidget *, GVariant *, gpointer);
    int argument;
  } bindings[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, move_cb, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, move_cb, 1 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, move_cb, -7 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, move_cb, 7 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, turn_cb, -1 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, turn_cb, 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, week_end_cb, 0 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, week_end_cb, 1 },
    { { GDK_KEY_t, GDK_KEY_T }, today_cb, 0 },
    { { GDK_KEY_Escape, GDK_KEY_VoidSymbol }, escape_cb, 0 },
    { { GDK_KEY_Return, GDK_KEY_KP_Enter }, activate_cb, 0 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, activate_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (klass, bindings[i].keys[j], 0, bindings[i].callback, "i", bindings[i].argument);
}

static void
add_properties (GObjectClass *klass)
{
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CALENDAR] = g_param_spec_object ("calendar", NULL, NULL, CONVENE_TYPE_CALENDAR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_month_view_class_init (ConveneMonthViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_month_view_dispose;
  object_class->finalize = convene_month_view_finalize;
  object_class->get_property = convene_month_view_get_property;
  object_class->set_property = convene_month_view_set_property;
  widget_class->grab_focus = convene_month_view_grab_focus;
  add_properties (object_class);
  add_keys (widget_class);

  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SLOT_ACTIVATED] = g_signal_new ("slot-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTRY_MOVED] = g_signal_new ("entry-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);

  g_type_ensure (CONVENE_TYPE_MONTH_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/calendar/convene-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneMonthView, weekdays);
  gtk_widget_class_bind_template_child (widget_class, ConveneMonthView, grid);
  gtk_widget_class_bind_template_callback (widget_class, day_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_free_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_moved_cb);
  gtk_widget_class_set_css_name (widget_class, "monthview");
}

static void
convene_month_view_init (ConveneMonthView *self)
{
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->day, 1);
  self->midnight = convene_alarm_new (midnight_cb, self);
  self->first_weekday = convene_words_first_weekday ();
  for (int i = 0; i < 7; i++)
    gtk_box_append (GTK_BOX (self->weekdays), convene_weekday_label_new ((self->first_weekday - 1 + i) % 7 + 1));
  set_clock (self, clock);
}

GtkWidget *
convene_month_view_new (ConveneEngine *engine)
{
  return g_object_new (CONVENE_TYPE_MONTH_VIEW, "engine", engine, NULL);
}

void
convene_month_view_set_engine (ConveneMonthView *self,
                               ConveneEngine    *engine)
{
  g_return_if_fail (CONVENE_IS_MONTH_VIEW (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (!g_set_object (&self->engine, engine))
    return;

  g_clear_pointer (&self->reader, convene_range_reader_free);
  if (engine != NULL)
    {
      self->reader = convene_range_reader_new (engine, changed_cb, self);
      set_clock (self, convene_engine_get_clock (engine));
      convene_range_reader_set_filter (self->reader, self->filter);
      read_month (self);
    }
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

const char *
convene_month_view_get_date (ConveneMonthView *self)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_VIEW (self), NULL);

  return self->date;
}

void
convene_month_view_set_date (ConveneMonthView *self,
                             const char       *date)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_MONTH_VIEW (self));

  if (convene_month_parse_day (date, &day))
    set_day (self, &day);
}

ConveneCalendar *
convene_month_view_get_calendar (ConveneMonthView *self)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_VIEW (self), NULL);

  return self->reader != NULL ? convene_range_reader_get_calendar (self->reader) : NULL;
}

gboolean
convene_month_view_get_narrow (ConveneMonthView *self)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_VIEW (self), FALSE);

  return self->narrow;
}

void
convene_month_view_set_narrow (ConveneMonthView *self,
                               gboolean          narrow)
{
  g_return_if_fail (CONVENE_IS_MONTH_VIEW (self));

  if (self->narrow == !!narrow)
    return;

  self->narrow = narrow;
  convene_month_grid_set_narrow (self->grid, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

void
convene_month_view_turn (ConveneMonthView *self,
                         int               months)
{
  GDate day;

  g_return_if_fail (CONVENE_IS_MONTH_VIEW (self));

  day = self->day;
  if (convene_month_add_months (&day, months))
    set_day (self, &day);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
convene_month_view_go_to_today (ConveneMonthView *self)
{
  g_return_if_fail (CONVENE_IS_MONTH_VIEW (self));

  follow_today (self);
  set_day (self, &self->today);
}
