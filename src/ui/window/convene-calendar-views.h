/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar.h"
#include "convene-engine.h"
#include "convene-month-view.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR_VIEWS (convene_calendar_views_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCalendarViews, convene_calendar_views, CONVENE, CALENDAR_VIEWS, AdwBin)

/* The calendar as month, week, day or agenda (TA-11), each made when it is first shown, all of them on one date. Properties: "engine", "narrow", "filter" (ConveneFilter), "colors"
 * ("job" or "state") and "second-zone" (IANA, "" for none) go to each; "view" is the nick of the one in front; "date" its chosen day; read-only "title" what it shows in
 * words ("December 2026"), and "read" whether its interviews are there.
 * Free time that is asked for activates app.schedule-on (s), an interview that was dragged app.reschedule-to ((sxx)).
 * Signals: "entry-activated" (s: uid), "day-activated" (s: the date), "changed": what is shown may be something else. */
GtkWidget *convene_calendar_views_new (void);

/* Makes the view that is in front, if that was not done yet. */
void convene_calendar_views_make (ConveneCalendarViews *self);

const char *convene_calendar_views_get_view (ConveneCalendarViews *self);
void        convene_calendar_views_set_view (ConveneCalendarViews *self,
                                             const char           *view);

const char *convene_calendar_views_get_date (ConveneCalendarViews *self);
void        convene_calendar_views_set_date (ConveneCalendarViews *self,
                                             const char           *date);

/* Whether two days are one to the view in front: the same, or in a week. */
gboolean convene_calendar_views_is_same (ConveneCalendarViews *self,
                                         const GDate          *a,
                                         const GDate          *b);

const char *convene_calendar_views_get_title (ConveneCalendarViews *self);

/* The days that the view in front shows, of a month without those before and after it; the last one does not belong to them. FALSE before there is a view. */
gboolean convene_calendar_views_get_days (ConveneCalendarViews *self,
                                          GDate                *first,
                                          GDate                *after);

/* As many months, weeks or days further, as they are shown. */
void convene_calendar_views_turn (ConveneCalendarViews *self,
                                  int                   n);
void convene_calendar_views_go_to_today (ConveneCalendarViews *self);

/* What the view in front shows its interviews from; NULL without an engine. */
ConveneCalendar *convene_calendar_views_get_calendar (ConveneCalendarViews *self);

/* NULL until it is first shown. */
ConveneMonthView *convene_calendar_views_get_month (ConveneCalendarViews *self);

G_END_DECLS
