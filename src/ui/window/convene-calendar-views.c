/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-views.h"

#include "convene-agenda-view.h"
#include "convene-filter.h"
#include "convene-focus.h"
#include "convene-month.h"
#include "convene-time-view.h"
#include "convene-words.h"

static GtkWidget *
make_month (void)
{
  return convene_month_view_new (NULL);
}

static GtkWidget *
make_week (void)
{
  return g_object_new (CONVENE_TYPE_TIME_VIEW, "days", 7, NULL);
}

static GtkWidget *
make_day (void)
{
  return g_object_new (CONVENE_TYPE_TIME_VIEW, "days", 1, NULL);
}

static const struct
{
  const char *nick;
  GtkWidget *(*make) (void);
} kinds[] = {
  { "month", make_month },
  { "week", make_week },
  { "day", make_day },
  { "agenda", convene_agenda_view_new },
};

#define N_KINDS G_N_ELEMENTS (kinds)
#define MONTH (0)

struct _ConveneCalendarViews
{
  AdwBin parent_instance;

  ConveneEngine *engine;
  ConveneFilter *filter;
  gboolean       narrow;
  char          *colors;
  char          *second_zone;
  char          *date;
  char          *title;

  guint            kind;           /* that of the view in front */
  GtkWidget       *views[N_KINDS]; /* NULL until they are first shown */
  ConveneCalendar *calendar;       /* of the view in front */

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (ConveneCalendarViews, convene_calendar_views, ADW_TYPE_BIN)

enum
{
  PROP_ENGINE = 1,
  PROP_FILTER,
  PROP_NARROW,
  PROP_COLORS,
  PROP_SECOND_ZONE,
  PROP_VIEW,
  PROP_DATE,
  PROP_TITLE,
  PROP_READ,
  N_PROPS,
};

enum
{
  ENTRY_ACTIVATED,
  DAY_ACTIVATED,
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static GtkWidget *
get_view (ConveneCalendarViews *self)
{
  return self->views[self->kind];
}

static void
changed_cb (ConveneCalendarViews *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loaded_cb (ConveneCalendarViews *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ]);
  changed_cb (self);
}

static void
drop_calendar (ConveneCalendarViews *self)
{
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);
}

/* Each engine brings another, and each view. */
static void
follow_calendar (ConveneCalendarViews *self)
{
  drop_calendar (self);
  if (get_view (self) != NULL)
    g_object_get (get_view (self), "calendar", &self->calendar, NULL);
  if (self->calendar != NULL)
    {
      g_signal_connect_swapped (self->calendar, "notify::loaded", G_CALLBACK (loaded_cb), self);
      g_signal_connect_swapped (self->calendar, "items-changed", G_CALLBACK (changed_cb), self);
    }
  loaded_cb (self);
}

static void
calendar_cb (ConveneCalendarViews *self,
             GParamSpec           *pspec,
             GtkWidget            *view)
{
  if (view == get_view (self))
    follow_calendar (self);
}

/* The strings of the view in front are ours. */
static void
take (ConveneCalendarViews *self,
      char                **slot,
      const char           *name,
      GParamSpec           *pspec)
{
  g_autofree char *value = NULL;

  g_object_get (get_view (self), name, &value, NULL);
  if (g_strcmp0 (value, *slot) == 0)
    return;

  g_free (*slot);
  *slot = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
title_cb (ConveneCalendarViews *self,
          GParamSpec           *pspec,
          GtkWidget            *view)
{
  if (view != get_view (self))
    return;

  take (self, &self->title, "title", properties[PROP_TITLE]);
  changed_cb (self);
}

static void
date_cb (ConveneCalendarViews *self,
         GParamSpec           *pspec,
         GtkWidget            *view)
{
  if (view != get_view (self))
    return;

  take (self, &self->date, "date", properties[PROP_DATE]);
  title_cb (self, pspec, view);
}

static void
entry_activated_cb (ConveneCalendarViews *self,
                    const char           *uid)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, uid);
}

static void
day_activated_cb (ConveneCalendarViews *self,
                  const char           *date)
{
  g_signal_emit (self, signals[DAY_ACTIVATED], 0, date);
}

static void
slot_activated_cb (ConveneCalendarViews *self,
                   const char           *slot)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.schedule-on", "s", slot);
}

static void
entry_moved_cb (ConveneCalendarViews *self,
                const char           *uid,
                gint64                start,
                gint64                end)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.reschedule-to", "(sxx)", uid, start, end);
}

static void
connect_view (ConveneCalendarViews *self,
              GtkWidget            *view)
{
  static const char *const shared[] = { "engine", "narrow", "filter", "colors", "second-zone" };

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (view), shared[i]) != NULL)
      g_object_bind_property (self, shared[i], view, shared[i], G_BINDING_SYNC_CREATE);

  g_signal_connect_object (view, "notify::calendar", G_CALLBACK (calendar_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::title", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::date", G_CALLBACK (date_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "entry-activated", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "slot-activated", G_CALLBACK (slot_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "entry-moved", G_CALLBACK (entry_moved_cb), self, G_CONNECT_SWAPPED);
  if (CONVENE_IS_MONTH_VIEW (view))
    g_signal_connect_object (view, "day-activated", G_CALLBACK (day_activated_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever had the keyboard in the other view has it in this one. */
static void
bring_to_front (ConveneCalendarViews *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  gtk_stack_set_visible_child (self->stack, get_view (self));
  if (focused && !gtk_widget_grab_focus (get_view (self)))
    gtk_widget_child_focus (get_view (self), GTK_DIR_TAB_FORWARD);
}

static void
make_view (ConveneCalendarViews *self)
{
  GtkWidget *view = get_view (self);

  if (view != NULL)
    return;

  view = kinds[self->kind].make ();
  self->views[self->kind] = view;
  g_object_bind_property (view, "title", gtk_stack_add_child (self->stack, view), "title", G_BINDING_SYNC_CREATE);
  connect_view (self, view);
}

static void
set_kind (ConveneCalendarViews *self,
          guint                 kind)
{
  self->kind = kind;
  make_view (self);
  if (self->date != NULL)
    convene_calendar_view_set_date (CONVENE_CALENDAR_VIEW (get_view (self)), self->date);
  bring_to_front (self);
  follow_calendar (self);
  date_cb (self, NULL, get_view (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

void
convene_calendar_views_make (ConveneCalendarViews *self)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEWS (self));

  if (get_view (self) == NULL)
    set_kind (self, self->kind);
}

static void
convene_calendar_views_map (GtkWidget *widget)
{
  convene_calendar_views_make (CONVENE_CALENDAR_VIEWS (widget));

  GTK_WIDGET_CLASS (convene_calendar_views_parent_class)->map (widget);
}

static gboolean
convene_calendar_views_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = get_view (CONVENE_CALENDAR_VIEWS (widget));

  return view != NULL && (gtk_widget_grab_focus (view) || gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
}

static void
convene_calendar_views_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneCalendarViews *self = CONVENE_CALENDAR_VIEWS (object);
  const char *const     strings[] = {
        [PROP_COLORS] = self->colors,
        [PROP_SECOND_ZONE] = self->second_zone,
        [PROP_VIEW] = kinds[self->kind].nick,
        [PROP_DATE] = self->date,
        [PROP_TITLE] = self->title,
  };

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
    case PROP_READ:
      g_value_set_boolean (value, self->calendar != NULL && convene_calendar_get_loaded (self->calendar));
      break;
    default:
      g_value_set_string (value, strings[id]);
    }
}

static void
set_string (ConveneCalendarViews *self,
            char                **slot,
            const GValue         *value,
            GParamSpec           *pspec)
{
  g_free (*slot);
  *slot = g_value_dup_string (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
convene_calendar_views_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneCalendarViews *self = CONVENE_CALENDAR_VIEWS (object);

  switch (id)
    {
    case PROP_ENGINE:
      if (g_set_object (&self->engine, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FILTER:
      if (g_set_object (&self->filter, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COLORS:
      set_string (self, &self->colors, value, pspec);
      break;
    case PROP_SECOND_ZONE:
      set_string (self, &self->second_zone, value, pspec);
      break;
    case PROP_VIEW:
      convene_calendar_views_set_view (self, g_value_get_string (value));
      break;
    case PROP_DATE:
      convene_calendar_views_set_date (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_calendar_views_dispose (GObject *object)
{
  ConveneCalendarViews *self = CONVENE_CALENDAR_VIEWS (object);

  drop_calendar (self);
  g_clear_object (&self->engine);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (convene_calendar_views_parent_class)->dispose (object);
}

static void
convene_calendar_views_finalize (GObject *object)
{
  ConveneCalendarViews *self = CONVENE_CALENDAR_VIEWS (object);

  g_free (self->colors);
  g_free (self->second_zone);
  g_free (self->date);
  g_free (self->title);

  G_OBJECT_CLASS (convene_calendar_views_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags flags = readable | G_PARAM_WRITABLE;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "job", flags);
  properties[PROP_SECOND_ZONE] = g_param_spec_string ("second-zone", NULL, NULL, "", flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, kinds[MONTH].nick, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_READ] = g_param_spec_boolean ("read", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
convene_calendar_views_class_init (ConveneCalendarViewsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_calendar_views_get_property;
  object_class->set_property = convene_calendar_views_set_property;
  object_class->dispose = convene_calendar_views_dispose;
  object_class->finalize = convene_calendar_views_finalize;
  widget_class->map = convene_calendar_views_map;
  widget_class->grab_focus = convene_calendar_views_grab_focus;
  widget_class->focus = convene_focus_child;
  install_properties (object_class);

  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_calendar_views_init (ConveneCalendarViews *self)
{
  self->colors = g_strdup ("job");
  self->second_zone = g_strdup ("");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
convene_calendar_views_new (void)
{
  return g_object_new (CONVENE_TYPE_CALENDAR_VIEWS, NULL);
}

const char *
convene_calendar_views_get_view (ConveneCalendarViews *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), NULL);

  return kinds[self->kind].nick;
}

void
convene_calendar_views_set_view (ConveneCalendarViews *self,
                                 const char           *view)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEWS (self));

  for (guint i = 0; i < N_KINDS; i++)
    if (g_strcmp0 (view, kinds[i].nick) == 0 && (i != self->kind || get_view (self) == NULL))
      {
        set_kind (self, i);
        return;
      }
}

const char *
convene_calendar_views_get_date (ConveneCalendarViews *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), NULL);

  return self->date;
}

void
convene_calendar_views_set_date (ConveneCalendarViews *self,
                                 const char           *date)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEWS (self));

  if (get_view (self) != NULL)
    convene_calendar_view_set_date (CONVENE_CALENDAR_VIEW (get_view (self)), date);
}

const char *
convene_calendar_views_get_title (ConveneCalendarViews *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), NULL);

  return self->title;
}

gboolean
convene_calendar_views_get_days (ConveneCalendarViews *self,
                                 GDate                *first,
                                 GDate                *after)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), FALSE);
  g_return_val_if_fail (first != NULL && after != NULL, FALSE);

  if (get_view (self) == NULL)
    return FALSE;

  convene_calendar_view_get_days (CONVENE_CALENDAR_VIEW (get_view (self)), first, after);
  return TRUE;
}

void
convene_calendar_views_turn (ConveneCalendarViews *self,
                             int                   n)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEWS (self));

  if (get_view (self) != NULL)
    convene_calendar_view_turn (CONVENE_CALENDAR_VIEW (get_view (self)), n);
}

void
convene_calendar_views_go_to_today (ConveneCalendarViews *self)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_VIEWS (self));

  if (get_view (self) != NULL)
    convene_calendar_view_go_to_today (CONVENE_CALENDAR_VIEW (get_view (self)));
}

ConveneCalendar *
convene_calendar_views_get_calendar (ConveneCalendarViews *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), NULL);

  return self->calendar;
}

ConveneMonthView *
convene_calendar_views_get_month (ConveneCalendarViews *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), NULL);

  return CONVENE_MONTH_VIEW (self->views[MONTH]);
}

gboolean
convene_calendar_views_is_same (ConveneCalendarViews *self,
                                const GDate          *a,
                                const GDate          *b)
{
  GDate first, last;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_VIEWS (self), FALSE);

  if (kinds[self->kind].make != make_week)
    return g_date_compare (a, b) == 0;

  convene_month_week (a, convene_words_first_weekday (), &first, &last);
  return g_date_compare (&first, b) <= 0 && g_date_compare (b, &last) <= 0;
}
