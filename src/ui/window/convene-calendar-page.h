/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR_PAGE (convene_calendar_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCalendarPage, convene_calendar_page, CONVENE, CALENDAR_PAGE, AdwBin)

/* The month with the chosen day beside it, or one interview's details in place of the day. Properties: "engine" (NULL until the profile is open: a month without interviews), "narrow" (the day stands
 * below the month, and details in place of both), "showing" (read-only: the uid of the interview whose details are shown, or NULL), "changeable" (read-only: whether that one can be
 * moved, edited or cancelled), "month" (read-only: "December 2026"), "date" (read-only: the chosen day, "2026-12-01"), "read" (read-only: whether the
 * month's interviews are there). Escape and Alt+Left activate win.back, F6 goes from the month to what is beside it and back. */
GtkWidget *convene_calendar_page_new (void);

/* Details of an interview, whose day is chosen too once it is known. It needs an engine. */
void convene_calendar_page_show_interview (ConveneCalendarPage *self,
                                           const char          *uid);

/* Back to the chosen day; the focus returns to where it was. */
void convene_calendar_page_back (ConveneCalendarPage *self);

void convene_calendar_page_turn (ConveneCalendarPage *self,
                                 int                  months);
void convene_calendar_page_go_to_today (ConveneCalendarPage *self);

const char *convene_calendar_page_get_showing (ConveneCalendarPage *self);
const char *convene_calendar_page_get_month (ConveneCalendarPage *self);

gboolean convene_calendar_page_get_read (ConveneCalendarPage *self);

G_END_DECLS
