/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar-note.h"

#include <glib/gi18n-lib.h>

#include "convene-filter.h"
#include "convene-month.h"

struct _ConveneCalendarNote
{
  AdwBin parent_instance;

  ConveneCalendarViews *views; /* unowned: this lies over it */
  ConveneFilter        *filter;
  gboolean              empty;

  GtkLabel  *words;
  GtkWidget *clear;
  GtkWidget *schedule;
};

G_DEFINE_FINAL_TYPE (ConveneCalendarNote, convene_calendar_note, ADW_TYPE_BIN)

enum
{
  PROP_VIEWS = 1,
  PROP_FILTER,
  PROP_EMPTY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Whatever a calendar leaves out for it: words and time are the list's alone. */
static gboolean
is_filtered (ConveneFilter *filter)
{
  return filter != NULL && (convene_filter_get_platform (filter) != NULL || convene_filter_get_status (filter) != NULL || convene_filter_get_job (filter) != NULL ||
                            convene_filter_get_host (filter) != NULL || convene_filter_get_person (filter) != NULL || convene_filter_get_attention (filter));
}

/* Where it is narrow, a week is less. */
static gboolean
is_week (ConveneCalendarNote *self)
{
  GDate first, after;

  return convene_calendar_views_get_days (self->views, &first, &after) && g_date_days_between (&first, &after) == 7;
}

/* Whether it is known that nothing is shown. */
static gboolean
shows_nothing (ConveneCalendarNote *self)
{
  ConveneCalendar *calendar = convene_calendar_views_get_calendar (self->views);
  g_autoptr(GTimeZone) zone = NULL;
  GDate  first, after;
  gint64 from, to;

  if (calendar == NULL || !convene_calendar_get_loaded (calendar) || !convene_calendar_views_get_days (self->views, &first, &after))
    return FALSE;

  zone = g_time_zone_new_local ();
  from = convene_month_day_start (&first, zone);
  to = convene_month_day_start (&after, zone);
  return convene_calendar_get_from (calendar) <= from && to <= convene_calendar_get_to (calendar) && convene_calendar_find (calendar, from, to, NULL) == 0;
}

static const char *
find_words (ConveneCalendarNote *self,
            gboolean             filtered)
{
  const char *view = convene_calendar_views_get_view (self->views);

  if (self->empty)
    return _("No interviews yet");
  if (filtered)
    return _("No interviews match the filters");
  if (g_str_equal (view, "month"))
    return _("No interviews in this month");
  if (g_str_equal (view, "week"))
    return is_week (self) ? _("No interviews in this week") : _("No interviews on these days");
  if (g_str_equal (view, "day"))
    return _("No interviews on this day");

  return _("No interviews from this day on");
}

/* Beside the month stands the day, which offers it too. */
static void
update (ConveneCalendarNote *self)
{
  gboolean shown = shows_nothing (self);
  gboolean filtered = !self->empty && is_filtered (self->filter);

  if (shown)
    {
      gtk_label_set_label (self->words, find_words (self, filtered));
      gtk_widget_set_visible (self->clear, filtered);
      gtk_widget_set_visible (self->schedule, !filtered && !g_str_equal (convene_calendar_views_get_view (self->views), "month"));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->schedule), "s", convene_calendar_views_get_date (self->views));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}

static void
set_filter (ConveneCalendarNote *self,
            ConveneFilter       *filter)
{
  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_swapped (filter, "changed", G_CALLBACK (update), self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
convene_calendar_note_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneCalendarNote *self = CONVENE_CALENDAR_NOTE (object);

  switch (id)
    {
    case PROP_VIEWS:
      g_value_set_object (value, self->views);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, self->empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_calendar_note_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneCalendarNote *self = CONVENE_CALENDAR_NOTE (object);

  switch (id)
    {
    case PROP_VIEWS:
      self->views = g_value_get_object (value);
      if (self->views != NULL)
        g_signal_connect_object (self->views, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_EMPTY:
      convene_calendar_note_set_empty (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_calendar_note_dispose (GObject *object)
{
  ConveneCalendarNote *self = CONVENE_CALENDAR_NOTE (object);

  set_filter (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_CALENDAR_NOTE);

  G_OBJECT_CLASS (convene_calendar_note_parent_class)->dispose (object);
}

static void
convene_calendar_note_class_init (ConveneCalendarNoteClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_calendar_note_get_property;
  object_class->set_property = convene_calendar_note_set_property;
  object_class->dispose = convene_calendar_note_dispose;

  properties[PROP_VIEWS] = g_param_spec_object ("views", NULL, NULL, CONVENE_TYPE_CALENDAR_VIEWS, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/window/convene-calendar-note.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarNote, words);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarNote, clear);
  gtk_widget_class_bind_template_child (widget_class, ConveneCalendarNote, schedule);
}

static void
convene_calendar_note_init (ConveneCalendarNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
convene_calendar_note_get_empty (ConveneCalendarNote *self)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_NOTE (self), FALSE);

  return self->empty;
}

void
convene_calendar_note_set_empty (ConveneCalendarNote *self,
                                 gboolean             empty)
{
  g_return_if_fail (CONVENE_IS_CALENDAR_NOTE (self));

  if (self->empty == !!empty)
    return;

  self->empty = empty;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}
