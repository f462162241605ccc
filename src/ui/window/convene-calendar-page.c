/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-page.h"

#include <glib/gi18n-lib.h>

#include "convene-adaptive.h"
#include "convene-calendar-layout.h"
#include "convene-calendar-note.h"
#include "convene-calendar-views.h"
#include "convene-day-view.h"
#include "convene-filter-bar.h"
#include "convene-filter.h"
#include "convene-focus.h"
#include "convene-interview-side.h"
#include "convene-month.h"
#include "convene-toast.h"
#include "convene-words.h"
#include "convene-wrap-box.h"

struct _ConveneCalendarPage
{
  AdwBin parent_instance;

  ConveneEngine *engine;
  ConveneFilter *filter;
  gboolean       narrow;
  GDate          day;            /* the chosen one */
  GCancellable  *finding;        /* the day of the interview that is to be shown */
  gboolean       choosing;       /* the day of the interview that is shown is being chosen */
  GtkWidget     *before;         /* what had the focus before details were shown; weak */
  guint          filters_source; /* the bar is made when there is time */

  ConveneDayView *beside; /* the chosen day beside the month; NULL until that is shown */

  GtkWidget            *main;
  GtkWidget            *choices;
  ConveneAdaptive      *filters_fit;
  AdwBin               *filters_place;
  GtkToggleButton      *filters_button;
  ConveneCalendarViews *views;
  ConveneCalendarNote  *note;
  GtkStack             *side;
  AdwBin               *day_place;
  ConveneInterviewSide *details;
};

G_DEFINE_FINAL_TYPE (ConveneCalendarPage, convene_calendar_page, ADW_TYPE_BIN)

enum
{
  PROP_ENGINE = 1,
  PROP_FILTER,
  PROP_NARROW,
  PROP_EMPTY,
  PROP_SHOWING,
  PROP_CHANGEABLE,
  /* Those of the views. */
  PROP_VIEW,
  PROP_COLORS,
  PROP_SECOND_ZONE,
  PROP_DATE,
  PROP_TITLE,
  PROP_READ,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_month (ConveneCalendarPage *self)
{
  return g_str_equal (convene_calendar_views_get_view (self->views), "month");
}

static GtkWidget *
get_focus (ConveneCalendarPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
set_before (ConveneCalendarPage *self,
            GtkWidget           *widget)
{
  g_set_weak_pointer (&self->before, widget);
}

/* Where the way back from details leads. The year stands above. */
static void
name_way_back (ConveneCalendarPage *self)
{
  g_autofree char *name = NULL;
  gint64           instant;

  if (is_month (self) && g_date_valid (&self->day))
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

      instant = convene_month_day_start (&self->day, zone);
      name = convene_words_day (instant, NULL, instant);
    }
  convene_interview_side_set_title (self->details, name != NULL ? name : convene_calendar_views_get_title (self->views));
}

static void
show_details (ConveneCalendarPage *self,
              const char          *uid)
{
  GtkWidget *focus = get_focus (self);

  if (convene_calendar_page_get_showing (self) == NULL)
    set_before (self, focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL);

  convene_interview_side_set_uid (self->details, uid);
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->details));
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

/* Where the focus is to be then is the caller's. */
static void
leave_details (ConveneCalendarPage *self)
{
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->day_place));
  convene_interview_side_set_uid (self->details, NULL);
}

static void
uid_cb (ConveneCalendarPage *self)
{
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
  convene_calendar_views_set_date (self->views, date);
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
entry_activated_cb (ConveneCalendarPage *self,
                    const char          *uid)
{
  stop_finding (self);
  show_details (self, uid);
}

static void
day_activated_cb (ConveneCalendarPage *self)
{
  convene_calendar_page_back (self);
  gtk_widget_child_focus (GTK_WIDGET (self->beside), GTK_DIR_TAB_FORWARD);
}

/* Choosing another day of the month is asking for that day; another week or day does not show this interview any more. */
static void
follow_date (ConveneCalendarPage *self)
{
  GDate day;

  if (!convene_month_parse_day (convene_calendar_views_get_date (self->views), &day))
    return;

  if (!self->choosing && convene_calendar_page_get_showing (self) != NULL && !convene_calendar_views_is_same (self->views, &self->day, &day))
    leave_details (self);
  self->day = day;
}

static void
make_beside (ConveneCalendarPage *self)
{
  ConveneMonthView *month = convene_calendar_views_get_month (self->views);

  self->beside = CONVENE_DAY_VIEW (convene_day_view_new (NULL));
  adw_bin_set_child (self->day_place, GTK_WIDGET (self->beside));
  g_object_bind_property (self, "engine", self->beside, "engine", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "colors", self->beside, "colors", G_BINDING_SYNC_CREATE);
  g_object_bind_property (month, "calendar", self->beside, "calendar", G_BINDING_SYNC_CREATE);
  g_object_bind_property (month, "date", self->beside, "date", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->beside, "entry-activated", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
}

/* What is theirs is ours. */
static void
views_cb (ConveneCalendarPage *self,
          GParamSpec          *pspec)
{
  guint id;

  for (id = PROP_VIEW; id < N_PROPS; id++)
    if (g_str_equal (properties[id]->name, pspec->name))
      break;
  if (id == N_PROPS)
    return;

  if (id == PROP_VIEW && is_month (self) && self->beside == NULL)
    make_beside (self);
  if (id == PROP_DATE)
    follow_date (self);
  name_way_back (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static gboolean
switch_pane (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (widget);
  GtkWidget           *focus = get_focus (self);
  gboolean             beside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side));

  if (gtk_widget_get_visible (self->main) && (beside || !gtk_widget_get_visible (GTK_WIDGET (self->side))))
    return gtk_widget_grab_focus (GTK_WIDGET (self->views));

  return gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
}

/* Where the page is narrow they were asked for, and go to further lines. */
static gboolean
shorten_filters (GBinding     *binding,
                 const GValue *tight,
                 GValue       *shortened,
                 gpointer      user_data)
{
  g_value_set_boolean (shortened, g_value_get_boolean (tight) && !CONVENE_CALENDAR_PAGE (user_data)->narrow);
  return TRUE;
}

static gboolean
filters_cb (gpointer user_data)
{
  ConveneCalendarPage *self = user_data;
  GtkWidget           *bar = convene_filter_bar_new (TRUE);

  self->filters_source = 0;
  g_object_bind_property (self, "engine", bar, "engine", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "filter", bar, "filter", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->filters_fit, "narrow", bar, "narrow", G_BINDING_SYNC_CREATE, shorten_filters, NULL, self, NULL);
  adw_bin_set_child (self->filters_place, bar);
  return G_SOURCE_REMOVE;
}

/* Nobody filters what is not there yet: the first frame comes without the bar. */
static void
convene_calendar_page_map (GtkWidget *widget)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (widget);

  GTK_WIDGET_CLASS (convene_calendar_page_parent_class)->map (widget);

  if (adw_bin_get_child (self->filters_place) == NULL && self->filters_source == 0)
    self->filters_source = g_timeout_add_full (G_PRIORITY_LOW, 0, filters_cb, self, NULL);
}

static gboolean
convene_calendar_page_grab_focus (GtkWidget *widget)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->main) ? GTK_WIDGET (self->views) : GTK_WIDGET (self->details));
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
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, convene_calendar_note_get_empty (self->note));
      break;
    case PROP_SHOWING:
      g_value_set_string (value, convene_calendar_page_get_showing (self));
      break;
    case PROP_CHANGEABLE:
      g_value_set_boolean (value, convene_interview_side_get_changeable (self->details));
      break;
    default:
      /* The template asks before it is whole. */
      if (self->views != NULL)
        g_object_get_property (G_OBJECT (self->views), pspec->name, value);
      else
        g_param_value_set_default (pspec, value);
    }
}

static void
set_engine (ConveneCalendarPage *self,
            ConveneEngine       *engine)
{
  if (self->engine == engine)
    return;

  stop_finding (self);
  leave_details (self);
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
    case PROP_FILTER:
      if (g_set_object (&self->filter, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_EMPTY:
      convene_calendar_note_set_empty (self->note, g_value_get_boolean (value));
      break;
    default:
      g_object_set_property (G_OBJECT (self->views), pspec->name, value);
    }
}

static void
convene_calendar_page_dispose (GObject *object)
{
  ConveneCalendarPage *self = CONVENE_CALENDAR_PAGE (object);

  stop_finding (self);
  set_before (self, NULL);
  g_clear_handle_id (&self->filters_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->engine);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (convene_calendar_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags flags = readable | G_PARAM_WRITABLE;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  properties[PROP_SHOWING] = g_param_spec_string ("showing", NULL, NULL, NULL, readable);
  properties[PROP_CHANGEABLE] = g_param_spec_boolean ("changeable", NULL, NULL, FALSE, readable);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "month", flags);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", flags);
  properties[PROP_SECOND_ZONE] = g_param_spec_string ("second-zone", NULL, NULL, "", flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_READ] = g_param_spec_boolean ("read", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Escape, 0, "win.back" },
    { GDK_KEY_Left, GDK_ALT_MASK, "win.back" },
    { GDK_KEY_t, 0, "win.today" },
    { GDK_KEY_T, 0, "win.today" },
    { GDK_KEY_Page_Up, 0, "win.previous" },
    { GDK_KEY_KP_Page_Up, 0, "win.previous" },
    { GDK_KEY_Page_Down, 0, "win.next" },
    { GDK_KEY_KP_Page_Down, 0, "win.next" },
  };

  gtk_widget_class_add_binding (klass, GDK_KEY_F6, 0, switch_pane, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/conveneapp/Convene/ui/window/convene-calendar-page.ui");
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, main);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, choices);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, filters_fit);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, filters_place);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, filters_button);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, views);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, note);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, side);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, day_place);
  gtk_widget_class_bind_template_child (klass, ConveneCalendarPage, details);
  gtk_widget_class_bind_template_callback (klass, views_cb);
  gtk_widget_class_bind_template_callback (klass, entry_activated_cb);
  gtk_widget_class_bind_template_callback (klass, day_activated_cb);
  gtk_widget_class_bind_template_callback (klass, uid_cb);
  convene_calendar_layout_bind (klass);
}

static void
convene_calendar_page_class_init (ConveneCalendarPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_calendar_page_get_property;
  object_class->set_property = convene_calendar_page_set_property;
  object_class->dispose = convene_calendar_page_dispose;
  widget_class->map = convene_calendar_page_map;
  widget_class->grab_focus = convene_calendar_page_grab_focus;
  widget_class->focus = convene_focus_child;
  install_properties (object_class);
  add_keys (widget_class);
  bind_template (widget_class);
}

static void
convene_calendar_page_init (ConveneCalendarPage *self)
{
  g_type_ensure (CONVENE_TYPE_ADAPTIVE);
  g_type_ensure (CONVENE_TYPE_CALENDAR_NOTE);
  g_type_ensure (CONVENE_TYPE_CALENDAR_VIEWS);
  g_type_ensure (CONVENE_TYPE_FILTER);
  g_type_ensure (CONVENE_TYPE_INTERVIEW_SIDE);
  g_date_clear (&self->day, 1);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_calendar_layout_make_choice (self->choices);
}

void
convene_calendar_page_make (ConveneCalendarPage *self)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_calendar_views_make (self->views);
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
    {
      if (is_month (self))
        gtk_widget_child_focus (GTK_WIDGET (self->beside), GTK_DIR_TAB_FORWARD);
      else
        gtk_widget_grab_focus (GTK_WIDGET (self->views));
    }
  set_before (self, NULL);
}

void
convene_calendar_page_turn (ConveneCalendarPage *self,
                            int                  n)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_calendar_views_turn (self->views, n);
}

void
convene_calendar_page_go_to_today (ConveneCalendarPage *self)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_calendar_views_go_to_today (self->views);
}

void
convene_calendar_page_set_date (ConveneCalendarPage *self,
                                const char          *date)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_calendar_views_set_date (self->views, date);
}

void
convene_calendar_page_set_view (ConveneCalendarPage *self,
                                const char          *view)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (self));

  convene_calendar_views_set_view (self->views, view);
}

const char *
convene_calendar_page_get_showing (ConveneCalendarPage *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_PAGE (self), NULL);

  /* The template asks before it is whole. */
  return self->details != NULL ? convene_interview_side_get_uid (self->details) : NULL;
}

gboolean
convene_calendar_page_get_read (ConveneCalendarPage *self)
{
  gboolean read;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_PAGE (self), FALSE);

  g_object_get (self->views, "read", &read, NULL);
  return read;
}
