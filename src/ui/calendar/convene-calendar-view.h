/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar.h"
#include "convene-engine.h"
#include "convene-palette.h"
#include "convene-range-reader.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR_VIEW (convene_calendar_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (ConveneCalendarView, convene_calendar_view, CONVENE, CALENDAR_VIEW, GtkWidget)

/* Interviews around a chosen day, in whatever form: what month, week, day and agenda have in common. Properties, read-write where nothing else is said:
 * "engine" (NULL: no interviews yet), "date" (the chosen day, "2026-12-01", at first today), "narrow" (there is little room), "filter" (a ConveneFilter or
 * NULL), "colors" ("job" or "state"), "calendar" (read-only: a ConveneCalendar that holds the days shown, and, once there was time, those that one may turn
 * to; NULL without an engine), "title" (read-only: "December 2026", what is shown). T goes to today.
 *
 * Signals: "entry-activated" (s: uid); "slot-activated" (s: "2026-12-01" or "2026-12-01T10:00", local time; free time was asked for); "entry-moved" (s: uid,
 * x: start, x: end, in microseconds since 1970 UTC; after a drag, the view goes on showing the old time). */

void convene_calendar_view_set_engine (ConveneCalendarView *self,
                                       ConveneEngine       *engine);

/* What is no day of the years 1970 to 2100 changes nothing. */
const char *convene_calendar_view_get_date (ConveneCalendarView *self);
void        convene_calendar_view_set_date (ConveneCalendarView *self,
                                            const char          *date);

gboolean convene_calendar_view_get_narrow (ConveneCalendarView *self);
void     convene_calendar_view_set_narrow (ConveneCalendarView *self,
                                           gboolean             narrow);

/* Owned by the view; NULL without an engine. */
ConveneCalendar *convene_calendar_view_get_calendar (ConveneCalendarView *self);

/* The days shown, of a month without those before and after it; the last one does not belong to them. */
void convene_calendar_view_get_days (ConveneCalendarView *self,
                                     GDate               *first,
                                     GDate               *after);

/* As many months, weeks or days further as are shown, `n` times; rings the bell where the years end. */
void convene_calendar_view_turn (ConveneCalendarView *self,
                                 int                  n);

/* Shows now, too, where there are hours. */
void convene_calendar_view_go_to_today (ConveneCalendarView *self);

/* A kind has all of these; `go_to_now`, `set_clock`, `set_colors` and `set_narrow` may be NULL. */
struct _ConveneCalendarViewClass
{
  GtkWidgetClass parent_class;

  /* The day is another. */
  void (*show) (ConveneCalendarView *self);

  /* Asks the reader for the days shown. */
  void (*read) (ConveneCalendarView *self,
                ConveneRangeReader  *reader);

  /* The calendar's interviews are others, or the calendar is. */
  void (*fill) (ConveneCalendarView *self);

  /* Time has passed, to midnight or to what convene_calendar_view_ring_by () was given, or the clock is another one. `another_day`: today may not be what it
   * was. */
  void (*tick) (ConveneCalendarView *self,
                gboolean             another_day);

  /* Moves a day by what is shown, `n` times; FALSE, and nothing changed, where the years end. */
  gboolean (*advance) (ConveneCalendarView *self,
                       GDate               *day,
                       int                  n);

  void (*get_days) (ConveneCalendarView *self,
                    GDate               *first,
                    GDate               *after);

  void (*go_to_now) (ConveneCalendarView *self);
  void (*set_clock) (ConveneCalendarView *self,
                     ConveneClock        *clock);
  void (*set_colors) (ConveneCalendarView *self,
                      ConveneColors        colors);
  void (*set_narrow) (ConveneCalendarView *self,
                      gboolean             narrow);
};

/* Valid from the construction on. */
const GDate  *convene_calendar_view_get_day (ConveneCalendarView *self);
const GDate  *convene_calendar_view_get_today (ConveneCalendarView *self);
gint64        convene_calendar_view_get_now (ConveneCalendarView *self);
ConveneColors convene_calendar_view_get_colors (ConveneCalendarView *self);

void convene_calendar_view_set_day (ConveneCalendarView *self,
                                    const GDate         *day);

/* Nothing without an engine. */
void convene_calendar_view_read (ConveneCalendarView *self);

/* Takes the text. */
void        convene_calendar_view_take_title (ConveneCalendarView *self,
                                              char                *title);
const char *convene_calendar_view_get_title (ConveneCalendarView *self);

/* Ticks at that instant (microseconds since 1970 UTC) at the latest. */
void convene_calendar_view_ring_by (ConveneCalendarView *self,
                                    gint64               instant);

void convene_calendar_view_activate_entry (ConveneCalendarView *self,
                                           const char          *uid);
void convene_calendar_view_activate_slot (ConveneCalendarView *self,
                                          const char          *slot);
void convene_calendar_view_move_entry (ConveneCalendarView *self,
                                       const char          *uid,
                                       gint64               start,
                                       gint64               end);

G_END_DECLS
