/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-view.h"

#include "convene-month.h"
#include "convene-time-days.h"
#include "convene-time-grid.h"
#include "convene-time-head.h"
#include "convene-time-scroll.h"
#include "convene-words.h"

struct _ConveneTimeView
{
  ConveneCalendarView parent_instance;

  ConveneTimeHead   *head;
  GtkScrolledWindow *scrolled;
  ConveneTimeGrid   *grid;

  GDate first; /* of the days shown */
  char *second_zone;
  guint days;
  int   first_weekday;

  ConveneTimeScroll *scroll;
};

enum
{
  PROP_0,
  PROP_DAYS,
  PROP_SECOND_ZONE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ConveneTimeView, convene_time_view, CONVENE_TYPE_CALENDAR_VIEW)

static guint
count_days (ConveneTimeView *self)
{
  return self->days == 1 ? 1 : convene_calendar_view_get_narrow (CONVENE_CALENDAR_VIEW (self)) ? CONVENE_TIME_NARROW_DAYS
                                                                                               : CONVENE_TIME_MOST_DAYS;
}

static void
convene_time_view_fill (ConveneCalendarView *view)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);

  convene_time_grid_fill (self->grid, convene_calendar_view_get_calendar (view));
  convene_time_scroll_fill (self->scroll);
}

static void
convene_time_view_read (ConveneCalendarView *view,
                        ConveneRangeReader  *reader)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);

  convene_time_days_read (&self->first, count_days (self), reader);
}

static void
show_title (ConveneTimeView *self)
{
  ConveneCalendarView *view = CONVENE_CALENDAR_VIEW (self);

  convene_calendar_view_take_title (view, convene_time_days_write (&self->first, count_days (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, convene_calendar_view_get_title (view), -1);
}

static void
show_head (ConveneTimeView *self)
{
  ConveneCalendarView *view = CONVENE_CALENDAR_VIEW (self);

  convene_time_head_show (self->head, &self->first, count_days (self), convene_calendar_view_get_today (view), convene_calendar_view_get_now (view));
}

static void
show_rulers (ConveneTimeView *self)
{
  convene_time_head_set_ruler_width (self->head, convene_time_grid_get_ruler_width (self->grid));
}

static void
convene_time_view_show (ConveneCalendarView *view)
{
  ConveneTimeView        *self = CONVENE_TIME_VIEW (view);
  const ConveneTimeScale *scale = convene_time_grid_get_scale (self->grid);
  const GDate            *day = convene_calendar_view_get_day (view);
  guint                   n_days = count_days (self);
  gboolean                same;

  convene_time_days_find_first (day, n_days, self->first_weekday, &self->first);
  same = scale->n_days == n_days && g_date_valid (&scale->days[0].date) && g_date_compare (&scale->days[0].date, &self->first) == 0;
  convene_time_grid_show (self->grid, &self->first, n_days, (guint) g_date_days_between (&self->first, day));
  show_rulers (self);
  if (same)
    return;

  show_head (self);
  show_title (self);
  convene_time_scroll_arrive (self->scroll);
  convene_time_view_fill (view);
  convene_calendar_view_read (view);
}

/* Each minute. */
static void
convene_time_view_tick (ConveneCalendarView *view,
                        gboolean             another_day)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);
  gint64           now = convene_calendar_view_get_now (view);

  convene_calendar_view_ring_by (view, now - now % CONVENE_MINUTE + CONVENE_MINUTE);
  show_head (self);
  convene_time_grid_tick (self->grid);
}

static gboolean
convene_time_view_advance (ConveneCalendarView *view,
                           GDate               *day,
                           int                  n)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);
  int              further = n * (int) count_days (self);

  if (!convene_month_add_days (day, further))
    return FALSE;

  convene_month_add_days (&self->first, further);
  return TRUE;
}

static void
convene_time_view_get_days (ConveneCalendarView *view,
                            GDate               *first,
                            GDate               *after)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);

  *first = *after = self->first;
  g_date_add_days (after, count_days (self));
}

static void
convene_time_view_go_to_now (ConveneCalendarView *view)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);

  convene_time_grid_set_slot (self->grid, convene_calendar_view_get_now (view));
  convene_time_scroll_ask (self->scroll);
}

static void
convene_time_view_set_clock (ConveneCalendarView *view,
                             ConveneClock        *clock)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);

  convene_time_grid_set_clock (self->grid, clock);
  convene_time_scroll_set_clock (self->scroll, clock);
}

static void
convene_time_view_set_colors (ConveneCalendarView *view,
                              ConveneColors        colors)
{
  convene_time_grid_set_colors (CONVENE_TIME_VIEW (view)->grid, colors);
}

static void
convene_time_view_set_narrow (ConveneCalendarView *view,
                              gboolean             narrow)
{
  ConveneTimeView *self = CONVENE_TIME_VIEW (view);

  if (self->days != 1)
    self->first = *convene_calendar_view_get_day (view);
  convene_time_view_show (view);
}

static void
entry_activated_cb (ConveneTimeGrid     *grid,
                    const char          *uid,
                    ConveneCalendarView *view)
{
  convene_calendar_view_activate_entry (view, uid);
}

static void
slot_activated_cb (ConveneTimeGrid     *grid,
                   const char          *time,
                   ConveneCalendarView *view)
{
  convene_calendar_view_activate_slot (view, time);
}

static void
entry_moved_cb (ConveneTimeGrid     *grid,
                const char          *uid,
                gint64               start,
                gint64               end,
                ConveneCalendarView *view)
{
  convene_calendar_view_move_entry (view, uid, start, end);
}

static void
day_wanted_cb (ConveneTimeGrid     *grid,
               int                  further,
               ConveneCalendarView *view)
{
  GDate day = *convene_calendar_view_get_day (view);

  if (convene_month_add_days (&day, further))
    convene_calendar_view_set_day (view, &day);
  else
    gtk_widget_error_bell (GTK_WIDGET (view));
}

static void
turn_wanted_cb (ConveneTimeGrid     *grid,
                int                  times,
                ConveneCalendarView *view)
{
  convene_calendar_view_turn (view, times);
}

static void
set_days (ConveneTimeView *self,
          guint            days)
{
  if (self->days == days)
    return;

  self->days = days;
  convene_time_view_show (CONVENE_CALENDAR_VIEW (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
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
    case PROP_DAYS:
      g_value_set_uint (value, self->days);
      break;
    case PROP_SECOND_ZONE:
      g_value_set_string (value, self->second_zone != NULL ? self->second_zone : "");
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
    case PROP_DAYS:
      set_days (self, g_value_get_uint (value));
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
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_TIME_VIEW);

  G_OBJECT_CLASS (convene_time_view_parent_class)->dispose (object);
}

static void
convene_time_view_finalize (GObject *object)
{
  g_free (CONVENE_TIME_VIEW (object)->second_zone);

  G_OBJECT_CLASS (convene_time_view_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_DAYS] = g_param_spec_uint ("days", NULL, NULL, 1, CONVENE_TIME_MOST_DAYS, CONVENE_TIME_MOST_DAYS, flags);
  properties[PROP_SECOND_ZONE] = g_param_spec_string ("second-zone", NULL, NULL, "", flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_time_view_class_init (ConveneTimeViewClass *klass)
{
  GtkWidgetClass           *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass             *object_class = G_OBJECT_CLASS (klass);
  ConveneCalendarViewClass *view_class = CONVENE_CALENDAR_VIEW_CLASS (klass);

  object_class->dispose = convene_time_view_dispose;
  object_class->finalize = convene_time_view_finalize;
  object_class->get_property = convene_time_view_get_property;
  object_class->set_property = convene_time_view_set_property;
  widget_class->map = convene_time_view_map;
  widget_class->css_changed = convene_time_view_css_changed;
  widget_class->grab_focus = convene_time_view_grab_focus;
  widget_class->focus = convene_time_view_focus;
  view_class->show = convene_time_view_show;
  view_class->read = convene_time_view_read;
  view_class->fill = convene_time_view_fill;
  view_class->tick = convene_time_view_tick;
  view_class->advance = convene_time_view_advance;
  view_class->get_days = convene_time_view_get_days;
  view_class->go_to_now = convene_time_view_go_to_now;
  view_class->set_clock = convene_time_view_set_clock;
  view_class->set_colors = convene_time_view_set_colors;
  view_class->set_narrow = convene_time_view_set_narrow;
  add_properties (object_class);

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
  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->first, 1);
  self->days = CONVENE_TIME_MOST_DAYS;
  self->first_weekday = convene_words_first_weekday ();
  self->scroll = convene_time_scroll_new (self->scrolled, self->grid);
  convene_time_grid_set_adjustment (self->grid, gtk_scrolled_window_get_vadjustment (self->scrolled));
}

GtkWidget *
convene_time_view_new (void)
{
  return g_object_new (CONVENE_TYPE_TIME_VIEW, NULL);
}
