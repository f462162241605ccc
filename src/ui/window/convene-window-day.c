/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What leaves the window of a day or a month. */

#include "convene-window-day.h"

#include <glib/gi18n-lib.h>

#include "convene-day-print.h"
#include "convene-ics-export.h"
#include "convene-month.h"
#include "convene-words.h"

/* Cancelled when the calendar goes. Owned by the calendar. */
#define CANCELLABLE "convene-window-day"

/* A time, by the machine's clock. */
typedef struct
{
  ConveneEngine *engine;
  GCancellable  *cancellable;
  gint64         from;
  gint64         to;
  char          *date; /* "2026-12-01" */
  char          *name; /* "Tuesday 1 December 2026", "December 2026" */
} Span;

static void
span_clear (Span *self)
{
  g_clear_object (&self->engine);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Span, span_clear)

static void
set_days (Span        *self,
          const GDate *first,
          const GDate *after)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  self->from = convene_month_day_start (first, zone);
  self->to = convene_month_day_start (after, zone);
}

/* FALSE where there is no day, or nothing is open. */
static gboolean
begin (ConveneCalendarPage *calendar,
       Span                *span,
       GDate               *day)
{
  g_object_get (calendar, "engine", &span->engine, "date", &span->date, NULL);
  span->cancellable = g_object_get_data (G_OBJECT (calendar), CANCELLABLE);
  return span->engine != NULL && span->date != NULL && convene_month_parse_day (span->date, day);
}

/* With its year, which no `now` takes away. */
static gboolean
find_day (ConveneCalendarPage *calendar,
          Span                *span)
{
  GDate day, after;

  if (!begin (calendar, span, &day))
    return FALSE;

  after = day;
  g_date_add_days (&after, 1);
  set_days (span, &day, &after);
  span->name = convene_words_day (span->from, NULL, G_MININT64);
  return TRUE;
}

static gboolean
find_month (ConveneCalendarPage *calendar,
            Span                *span)
{
  GDate day, after;

  if (!begin (calendar, span, &day))
    return FALSE;

  g_date_set_day (&day, 1);
  after = day;
  g_date_add_months (&after, 1);
  set_days (span, &day, &after);
  span->name = convene_words_month (g_date_get_year (&day), g_date_get_month (&day));
  return TRUE;
}

static void
export_day_cb (GSimpleAction *action,
               GVariant      *target,
               gpointer       user_data)
{
  g_auto(Span) span = { 0 };

  if (find_day (user_data, &span))
    convene_ics_export_range (user_data, span.engine, span.from, span.to, _("Export Day"), span.date, _("There are no interviews on this day"), span.cancellable);
}

static void
export_month_cb (GSimpleAction *action,
                 GVariant      *target,
                 gpointer       user_data)
{
  g_auto(Span) span = { 0 };

  if (find_month (user_data, &span))
    convene_ics_export_range (user_data, span.engine, span.from, span.to, _("Export Month"), span.name, _("There are no interviews in this month"), span.cancellable);
}

static void
export_all_cb (GSimpleAction *action,
               GVariant      *target,
               gpointer       user_data)
{
  g_auto(Span) span = { 0 };
  GDate day;

  /* A range of nothing to nothing is any time. */
  if (begin (user_data, &span, &day))
    convene_ics_export_range (user_data, span.engine, 0, 0, _("Export All Interviews"), C_("file", "Interviews"), _("There are no interviews yet"), span.cancellable);
}

static void
print_day_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  g_auto(Span) span = { 0 };

  if (find_day (user_data, &span))
    convene_day_print (user_data, span.engine, span.from, span.to, span.name, _("There are no interviews on this day"), span.cancellable);
}

static void
gone_cb (GtkWidget *calendar)
{
  g_cancellable_cancel (g_object_get_data (G_OBJECT (calendar), CANCELLABLE));
}

void
convene_window_day_add_actions (GtkApplicationWindow *window,
                                ConveneCalendarPage  *calendar)
{
  static const GActionEntry entries[] = {
    { .name = "export-day", .activate = export_day_cb },
    { .name = "export-month", .activate = export_month_cb },
    { .name = "export-all", .activate = export_all_cb },
    { .name = "print-day", .activate = print_day_cb },
  };

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (CONVENE_IS_CALENDAR_PAGE (calendar));

  g_object_set_data_full (G_OBJECT (calendar), CANCELLABLE, g_cancellable_new (), g_object_unref);
  g_signal_connect (calendar, "destroy", G_CALLBACK (gone_cb), NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), calendar);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (calendar, "read", g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name), "enabled", G_BINDING_SYNC_CREATE);
}
