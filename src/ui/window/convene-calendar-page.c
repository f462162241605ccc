/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-page.h"

#include <glib/gi18n-lib.h>

#include "convene-interview-pane.h"
#include "convene-month-view.h"
#include "convene-toast.h"
#include "convene-words.h"

struct _ConveneCalendarPage
{
  AdwBin parent_instance;

  ConveneEngine *engine;
  gboolean       narrow;
  char          *month_title;
  GCancellable  *finding;  /* the day of the interview that is to be shown */
  gboolean       choosing; /* the day of the interview that is shown is being chosen */
  GtkWidget     *before;   /* what had the focus before details were shown; weak */

  ConveneMonthView     *month;
  ConveneDayView       *day;
  ConveneInterviewPane *pane; /* NULL until details are asked for */

  AdwBin    *month_place;
  GtkStack  *side;
  AdwBin    *day_place;
  GtkBox    *details;
  GtkLabel  *title;
  GtkButton *back;
};

G_DEFINE_FINAL_TYPE (ConveneCalendarPage, convene_calendar_page, ADW_TYPE_BIN)

enum
{
  PROP_ENGINE = 1,
  PROP_NARROW,
  PROP_SHOWING,
  PROP_MONTH,
  PROP_DATE,
  PROP_READ,
  PROP_CHANGEABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_before (ConveneCalendarPage *self,
            GtkWidget           *widget)
{
  g_set_weak_pointer (&self->before, widget);
}

static void
changeable_cb (ConveneInterviewPane *pane,
               GParamSpec           *pspec,
               gpointer              user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_CHANGEABLE]);
}

/* Mostly nobody asks for details at first, and so the window is there sooner. */
static void
make_pane (ConveneCalendarPage *self)
{
  if (self->pane != NULL)
    return;

  self->pane = CONVENE_INTERVIEW_PANE (convene_interview_pane_new (self->engine));
  g_signal_connect_object (self->pane, "notify::changeable", G_CALLBACK (changeable_cb), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_box_append (self->details, GTK_WIDGET (self->pane));
}

static void
show_details (ConveneCalendarPage *self,
              const char          *uid)
{
  gboolean   shown = convene_calendar_page_get_showing (self) != NULL;
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!shown)
    set_before (self, focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL);

  make_pane (self);
  convene_interview_pane_set_uid (self->pane, uid);
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->details));
  gtk_widget_grab_focus (GTK_WIDGET (self->back));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGEABLE]);
}

/* Where the focus is to be then is the caller's. */
static void
leave_details (ConveneCalendarPage *self)
{
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->day_place));
  convene_interview_pane_set_uid (self->pane, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGEABLE]);
}

static void
choose_day (ConveneCalendarPage *self,
            gint64               instant)
{
  g_autoptr(GDateTime) start = g_date_time_new_from_unix_local (instant / CONVENE_SECOND);
  g_autofree char *date = g_date_time_format (start, "%Y-%m-%d");

  self->choosing = TRUE;
  convene_month_view_set_date (self->month, date);
  self->choosing = FALSE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneCalendarPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (interview == NULL)
    {
      convene_calendar_page_back (self);
      convene_toast (GTK_WIDGET (self), error->message);
      return;
    }

  choose_day (self, convene_moment_get_instant (convene_interview_get_start (interview)));
}

static void
stop_finding (ConveneCalendarPage *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static void
entry_activated_cb (GtkWidget  *view,
                    const char *uid,
                    gpointer    user_data)
{
  stop_finding (user_data);
  show_details (user_data, uid);
}

static void
day_activated_cb (ConveneMonthView *view,
                  const char       *date,
                  gpointer          user_data)
{
  ConveneCalendarPage *self = user_data;

  convene_calendar_page_back (self);
  gtk_widget_child_focus (GTK_WIDGET (self->day), GTK_DIR_TAB_FORWARD);
}

static void
set_month (ConveneCalendarPage *self,
           int                  year,
           int                  month)
{
  g_autofree char *title = convene_words_month (year, month);

  if (g_strcmp0 (title, self->month_title) == 0)
    return;

  g_free (self->month_title);
  self->month_title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}

/* Where the way back from details leads. The year stands above. */
static void
set_day (ConveneCalendarPage *self,
         int                  year,
         int                  month,
         int                  day)
{
  g_autoptr(GDateTime) noon = g_date_time_new_local (year, month, day, 12, 0, 0);
  gint64           instant = g_date_time_to_unix (noon) * CONVENE_SECOND;
  g_autofree char *name = convene_words_day (instant, NULL, instant);

  gtk_label_set_label (self->title, name);
}

/* Choosing another day is asking for that day. */
static void
date_cb (ConveneMonthView *view,
         GParamSpec       *pspec,
         gpointer          user_data)
{
  ConveneCalendarPage *self = user_data;
  int                  year = 0, month = 0, day = 0;

  if (!self->choosing && convene_calendar_page_get_showing (self) != NULL)
    leave_details (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
  if (sscanf (convene_month_view_get_date (view), "%d-%d-%d", &year, &month, &day) != 3)
    return;

  set_month (self, year, month);
  set_day (self, year, month, day);
}

static void
loaded_cb (ConveneCalendar *calendar,
           GParamSpec      *pspec,
           gpointer         user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_READ]);
}

/* Each engine brings another. */
static void
calendar_cb (ConveneMonthView *view,
             GParamSpec       *pspec,
             gpointer          user_data)
{
  ConveneCalendar *calendar = convene_month_view_get_calendar (view);

  if (calendar != NULL)
    g_signal_connect_object (calendar, "notify::loaded", G_CALLBACK (loaded_cb), user_data, 0);
  g_object_notify_by_pspec (user_data, properties[PROP_READ]);
}

static gboolean
switch_pane (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (widget);
  GtkRoot             *root = gtk_widget_get_root (widget);
  GtkWidget           *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean             beside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side));

  if (beside && gtk_widget_get_visible (GTK_WIDGET (self->month_place)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->month)) || gtk_widget_child_focus (GTK_WIDGET (self->month), GTK_DIR_TAB_FORWARD);

  return gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
}

/* What the template asks, from "narrow" and "showing". */

static GtkOrientation
get_orientation (GObject *object,
                 gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static GtkOrientation
get_separation (GObject *object,
                gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
}

static int
get_side_width (GObject *object,
                gboolean narrow)
{
  return narrow ? -1 : 340;
}

static gboolean
is_month_shown (GObject    *object,
                gboolean    narrow,
                const char *showing)
{
  return !narrow || showing == NULL;
}

static gboolean
is_changeable (ConveneCalendarPage *self)
{
  gboolean changeable = FALSE;

  if (convene_calendar_page_get_showing (self) != NULL)
    g_object_get (self->pane, "changeable", &changeable, NULL);

  return changeable;
}

static void
convene_calendar_page_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOWING:
      g_value_set_string (value, convene_calendar_page_get_showing (self));
      break;
    case PROP_MONTH:
      g_value_set_string (value, self->month_title);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->month != NULL ? convene_month_view_get_date (self->month) : NULL);
      break;
    case PROP_CHANGEABLE:
      g_value_set_boolean (value, is_changeable (self));
      break;
    case PROP_READ:
      g_value_set_boolean (value, convene_calendar_page_get_read (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The pane has its engine for ever. */
static void
drop_pane (ConveneCalendarPage *self)
{
  GtkWidget *pane = GTK_WIDGET (self->pane);

  if (pane == NULL)
    return;

  stop_finding (self);
  leave_details (self);
  self->pane = NULL;
  gtk_box_remove (self->details, pane);
}

static void
set_engine (ConveneCalendarPage *self,
            ConveneEngine       *engine)
{
  if (self->engine == engine)
    return;

  drop_pane (self);
  g_set_object (&self->engine, engine);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENGINE]);
}

static void
convene_calendar_page_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (object);

  switch (id)
    {
    case PROP_ENGINE:
      set_engine (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
make_month (ConveneCalendarPage *self)
{
  self->month = CONVENE_MONTH_VIEW (convene_month_view_new (NULL));
  adw_bin_set_child (self->month_place, GTK_WIDGET (self->month));
  g_object_bind_property (self, "engine", self->month, "engine", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "narrow", self->month, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->month, "entry-activated", G_CALLBACK (entry_activated_cb), self, 0);
  g_signal_connect_object (self->month, "day-activated", G_CALLBACK (day_activated_cb), self, 0);
  g_signal_connect_object (self->month, "notify::date", G_CALLBACK (date_cb), self, 0);
  g_signal_connect_object (self->month, "notify::calendar", G_CALLBACK (calendar_cb), self, 0);
  date_cb (self->month, NULL, self);
}

static void
make_side (ConveneCalendarPage *self)
{
  self->day = CONVENE_DAY_VIEW (convene_day_view_new (NULL));
  adw_bin_set_child (self->day_place, GTK_WIDGET (self->day));
  g_object_bind_property (self, "engine", self->day, "engine", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->month, "calendar", self->day, "calendar", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->month, "date", self->day, "date", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->day, "entry-activated", G_CALLBACK (entry_activated_cb), self, 0);
}

static void
convene_calendar_page_dispose (GObject *object)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (object);

  stop_finding (self);
  set_before (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->month_title, g_free);

  G_OBJECT_CLASS (convene_calendar_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, readable | G_PARAM_WRITABLE);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_SHOWING] = g_param_spec_string ("showing", NULL, NULL, NULL, readable);
  properties[PROP_MONTH] = g_param_spec_string ("month", NULL, NULL, NULL, readable);
  properties[PROP_READ] = g_param_spec_boolean ("read", NULL, NULL, FALSE, readable);
  properties[PROP_CHANGEABLE] = g_param_spec_boolean ("changeable", NULL, NULL, FALSE, readable);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, readable);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_calendar_page_class_init (ConveneCalendarPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_calendar_page_get_property;
  object_class->set_property = convene_calendar_page_set_property;
  object_class->dispose = convene_calendar_page_dispose;
  install_properties (object_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, switch_pane, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarPage, month_place);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarPage, side);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarPage, day_place);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarPage, details);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarPage, back);
  gtk_widget_class_bind_template_callback (widget_class, get_orientation);
  gtk_widget_class_bind_template_callback (widget_class, get_separation);
  gtk_widget_class_bind_template_callback (widget_class, get_side_width);
  gtk_widget_class_bind_template_callback (widget_class, is_month_shown);
}

static void
convene_calendar_page_init (ConveneCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_month (self);
  make_side (self);
}

GtkWidget *
convene_calendar_page_new (void)
{
  return g_object_new (CONVENE_TYPE_CALENDAR_PAGE, NULL);
}

void
convene_calendar_page_show_interview (ConveneCalendarPage *self,
                                      const char          *uid)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (self->engine != NULL);

  stop_finding (self);
  self->finding = g_cancellable_new ();
  convene_engine_find_interview_async (self->engine, uid, self->finding, found_cb, g_object_ref (self));
  show_details (self, uid);
}

void
convene_calendar_page_back (ConveneCalendarPage *self)
{
  GtkWidget *before;

  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  stop_finding (self);
  if (convene_calendar_page_get_showing (self) == NULL)
    return;

  before = self->before;
  leave_details (self);

  /* The row may have been made anew meanwhile. */
  if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
    gtk_widget_child_focus (GTK_WIDGET (self->day), GTK_DIR_TAB_FORWARD);
  set_before (self, NULL);
}

void
convene_calendar_page_turn (ConveneCalendarPage *self,
                            int                  months)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_month_view_turn (self->month, months);
}

void
convene_calendar_page_go_to_today (ConveneCalendarPage *self)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_month_view_go_to_today (self->month);
}

const char *
convene_calendar_page_get_showing (ConveneCalendarPage *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_PAGE (self), NULL);

  return self->pane != NULL ? convene_interview_pane_get_uid (self->pane) : NULL;
}

const char *
convene_calendar_page_get_month (ConveneCalendarPage *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_PAGE (self), NULL);

  return self->month_title;
}

gboolean
convene_calendar_page_get_read (ConveneCalendarPage *self)
{
  ConveneCalendar *calendar;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_PAGE (self), FALSE);

  calendar = self->month != NULL ? convene_month_view_get_calendar (self->month) : NULL;
  return calendar != NULL && convene_calendar_get_loaded (calendar);
}
