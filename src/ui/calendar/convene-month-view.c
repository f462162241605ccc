/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-month-view.h"

#include "convene-month-grid.h"
#include "convene-month.h"
#include "convene-weekday-label.h"
#include "convene-words.h"

struct _ConveneMonthView
{
  ConveneCalendarView parent_instance;

  GtkWidget        *weekdays;
  ConveneMonthGrid *grid;

  int first_weekday;
};

enum
{
  DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneMonthView, convene_month_view, CONVENE_TYPE_CALENDAR_VIEW)

static void
convene_month_view_fill (ConveneCalendarView *view)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (view);

  convene_month_grid_fill (self->grid, convene_calendar_view_get_calendar (view));
  convene_month_grid_tell (self->grid, convene_calendar_view_get_now (view));
}

static void
convene_month_view_read (ConveneCalendarView *view,
                         ConveneRangeReader  *reader)
{
  const GDate *day = convene_calendar_view_get_day (view);
  int          first_weekday = CONVENE_MONTH_VIEW (view)->first_weekday;
  gint64       from = G_MAXINT64, to = G_MININT64, wide_from, wide_to;

  convene_month_extend (day, 0, first_weekday, &from, &to);
  wide_from = from;
  wide_to = to;
  convene_month_extend (day, -1, first_weekday, &wide_from, &wide_to);
  convene_month_extend (day, 1, first_weekday, &wide_from, &wide_to);
  convene_range_reader_look (reader, from, to, wide_from, wide_to);
}

static void
name_month (ConveneMonthView *self)
{
  ConveneCalendarView *view = CONVENE_CALENDAR_VIEW (self);
  const GDate         *day = convene_calendar_view_get_day (view);

  convene_calendar_view_take_title (view, convene_words_month (g_date_get_year (day), g_date_get_month (day)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, convene_calendar_view_get_title (view), -1);
}

static void
convene_month_view_show (ConveneCalendarView *view)
{
  ConveneMonthView *self = CONVENE_MONTH_VIEW (view);
  const GDate      *day = convene_calendar_view_get_day (view);
  GDate             first;

  convene_month_first_shown (day, self->first_weekday, &first);
  if (convene_month_grid_show (self->grid, &first, day, convene_calendar_view_get_today (view)))
    {
      name_month (self);
      convene_month_view_fill (view);
      convene_calendar_view_read (view);
    }
  else
    {
      convene_month_grid_tell (self->grid, convene_calendar_view_get_now (view));
    }
}

static void
convene_month_view_tick (ConveneCalendarView *view,
                         gboolean             another_day)
{
  convene_month_view_show (view);
}

static gboolean
convene_month_view_advance (ConveneCalendarView *view,
                            GDate               *day,
                            int                  n)
{
  return convene_month_add_months (day, n);
}

static void
convene_month_view_get_days (ConveneCalendarView *view,
                             GDate               *first,
                             GDate               *after)
{
  *first = *convene_calendar_view_get_day (view);
  g_date_set_day (first, 1);
  *after = *first;
  g_date_add_months (after, 1);
}

static void
convene_month_view_set_clock (ConveneCalendarView *view,
                              ConveneClock        *clock)
{
  convene_month_grid_set_clock (CONVENE_MONTH_VIEW (view)->grid, clock);
}

static void
convene_month_view_set_colors (ConveneCalendarView *view,
                               ConveneColors        colors)
{
  convene_month_grid_set_colors (CONVENE_MONTH_VIEW (view)->grid, colors);
}

/* Dots instead of lines. */
static void
convene_month_view_set_narrow (ConveneCalendarView *view,
                               gboolean             narrow)
{
  convene_month_grid_set_narrow (CONVENE_MONTH_VIEW (view)->grid, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (view), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (view), "narrow");
}

static void
activate_day (ConveneMonthView *self)
{
  g_signal_emit (self, signals[DAY_ACTIVATED], 0, convene_calendar_view_get_date (CONVENE_CALENDAR_VIEW (self)));
}

static void
day_pressed_cb (ConveneMonthGrid    *grid,
                const GDate         *day,
                ConveneCalendarView *view)
{
  convene_calendar_view_set_day (view, day);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
day_activated_cb (ConveneMonthGrid *grid,
                  ConveneMonthView *self)
{
  activate_day (self);
}

static void
entry_activated_cb (ConveneMonthGrid    *grid,
                    const char          *uid,
                    ConveneCalendarView *view)
{
  convene_calendar_view_activate_entry (view, uid);
}

static void
day_free_cb (ConveneMonthGrid    *grid,
             ConveneCalendarView *view)
{
  convene_calendar_view_activate_slot (view, convene_calendar_view_get_date (view));
}

static void
entry_moved_cb (ConveneMonthGrid    *grid,
                const char          *uid,
                gint64               start,
                gint64               end,
                ConveneCalendarView *view)
{
  convene_calendar_view_move_entry (view, uid, start, end);
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
  ConveneCalendarView *view = CONVENE_CALENDAR_VIEW (widget);
  int                  step = g_variant_get_int32 (days);
  GDate                day = *convene_calendar_view_get_day (view);

  if (ABS (step) == 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  if (convene_month_add_days (&day, step))
    convene_calendar_view_set_day (view, &day);
  else
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *months,
         gpointer   user_data)
{
  convene_calendar_view_turn (CONVENE_CALENDAR_VIEW (widget), g_variant_get_int32 (months));
  return TRUE;
}

static gboolean
week_end_cb (GtkWidget *widget,
             GVariant  *last,
             gpointer   user_data)
{
  ConveneCalendarView *view = CONVENE_CALENDAR_VIEW (widget);
  GDate                ends[2];

  convene_month_week (convene_calendar_view_get_day (view), CONVENE_MONTH_VIEW (widget)->first_weekday, &ends[0], &ends[1]);
  convene_calendar_view_set_day (view, &ends[g_variant_get_int32 (last)]);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  activate_day (CONVENE_MONTH_VIEW (widget));
  return TRUE;
}

static gboolean
convene_month_view_grab_focus (GtkWidget *widget)
{
  ConveneDayCell *chosen = convene_month_grid_get_chosen (CONVENE_MONTH_VIEW (widget)->grid);

  return chosen != NULL && gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

static void
convene_month_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_MONTH_VIEW);

  G_OBJECT_CLASS (convene_month_view_parent_class)->dispose (object);
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
    { { GDK_KEY_Escape, GDK_KEY_VoidSymbol }, escape_cb, 0 },
    { { GDK_KEY_Return, GDK_KEY_KP_Enter }, activate_cb, 0 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, activate_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (klass, bindings[i].keys[j], 0, bindings[i].callback, "i", bindings[i].argument);
}

static void
convene_month_view_class_init (ConveneMonthViewClass *klass)
{
  GtkWidgetClass           *widget_class = GTK_WIDGET_CLASS (klass);
  ConveneCalendarViewClass *view_class = CONVENE_CALENDAR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_month_view_dispose;
  widget_class->grab_focus = convene_month_view_grab_focus;
  view_class->show = convene_month_view_show;
  view_class->read = convene_month_view_read;
  view_class->fill = convene_month_view_fill;
  view_class->tick = convene_month_view_tick;
  view_class->advance = convene_month_view_advance;
  view_class->get_days = convene_month_view_get_days;
  view_class->set_clock = convene_month_view_set_clock;
  view_class->set_colors = convene_month_view_set_colors;
  view_class->set_narrow = convene_month_view_set_narrow;
  add_keys (widget_class);

  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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
  gtk_widget_init_template (GTK_WIDGET (self));
  self->first_weekday = convene_words_first_weekday ();
  for (int i = 0; i < 7; i++)
    gtk_box_append (GTK_BOX (self->weekdays), convene_weekday_label_new ((self->first_weekday - 1 + i) % 7 + 1));
}

GtkWidget *
convene_month_view_new (ConveneEngine *engine)
{
  return g_object_new (CONVENE_TYPE_MONTH_VIEW, "engine", engine, NULL);
}
