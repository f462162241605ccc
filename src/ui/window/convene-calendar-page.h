/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR_PAGE (convene_calendar_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCalendarPage, convene_calendar_page, CONVENE, CALENDAR_PAGE, AdwBin)

/* The calendar below its views and filters: the month with the chosen day beside it, the week, the day or the agenda; and one interview's details beside any of them. Properties:
 * "engine" (NULL until the profile is open: a calendar without interviews), "filter" (a ConveneFilter), "narrow" (the day stands below the month, and details in place
 * of all), "view" ("month", "week", "day", "agenda"), "colors" ("job", "state"), "second-zone" (IANA, "" for none; beside the hours of week and day), "empty" (no interview
 * is kept at all); read-only "showing" (the uid of the interview whose details are shown, or NULL), "changeable" (whether that one can be moved, edited or
 * cancelled), "title" (what is shown: "December 2026"), "date" (the chosen day, "2026-12-01"), "read" (whether what is shown has its interviews). Escape
 * and Alt+Left activate win.back, T win.today, Page Up and Page Down win.previous and win.next; F6 goes from the calendar to what is beside it and back. */

/* Makes the view in front. It is not made before anybody knows which one is wanted. */
void convene_calendar_page_make (ConveneCalendarPage *self);

/* Details of an interview, whose day is chosen too once it is known. It needs an engine. */
void convene_calendar_page_show_interview (ConveneCalendarPage *self,
                                           const char          *uid);

/* Back to the chosen day; the focus returns to where it was. */
void convene_calendar_page_back (ConveneCalendarPage *self);

/* By as many months, weeks or days as are shown. */
void convene_calendar_page_turn (ConveneCalendarPage *self,
                                 int                  n);
void convene_calendar_page_go_to_today (ConveneCalendarPage *self);

/* What is no day of the years 1970 to 2100 changes nothing. */
void convene_calendar_page_set_date (ConveneCalendarPage *self,
                                     const char          *date);

void convene_calendar_page_set_view (ConveneCalendarPage *self,
                                     const char          *view);

const char *convene_calendar_page_get_showing (ConveneCalendarPage *self);

gboolean convene_calendar_page_get_read (ConveneCalendarPage *self);

G_END_DECLS
