/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-activity.h"
#include "convene-calendar-entry.h"
#include "convene-interview.h"
#include "convene-operation.h"

G_BEGIN_DECLS

/* What values are called on a screen: in the person's language and locale. Instants are microseconds since 1970 UTC, zones IANA names (NULL for the
 * machine's). Strings that are not `const` are the caller's. */

/* "10:00" or "10:00 AM", as the locale has it. */
char *convene_words_time (gint64      instant,
                          const char *zone);

/* "10:00 – 10:45" */
char *convene_words_time_range (gint64      start,
                                gint64      end,
                                const char *zone);

/* "Tuesday 1 December", with the year where it is not that of `now`. */
char *convene_words_day (gint64      instant,
                         const char *zone,
                         gint64      now);

/* "December 2026", of a date. */
char *convene_words_month (int year,
                           int month);

/* "30 November – 6 December 2026", of two dates in their order. */
char *convene_words_days (const GDate *first,
                          const GDate *last);

/* "Tue 1 Dec, 10:00" */
char *convene_words_short (gint64      instant,
                           const char *zone);

/* The same, with the year where it is not that of `now`: "Tue 1 Dec 2027, 10:00". */
char *convene_words_short_dated (gint64      instant,
                                 const char *zone,
                                 gint64      now);

/* "45 min", "1 h 30 min" */
char *convene_words_duration (int minutes);

/* "Mexico City" of "America/Mexico_City". */
char *convene_words_city (const char *zone);

/* "in 8 minutes", "in 2 hours", "now", "3 minutes ago" */
char *convene_words_relative (gint64 instant,
                              gint64 now);

/* Both people's local time: "Tuesday 1 December, 10:00 for you · 09:00 for Ada (Mexico City)"; where the other's zone shows the
 * same day and time, or is NULL, only "Tuesday 1 December, 10:00". `name` may be NULL. The other's day is said where it differs. */
char *convene_words_both_times (gint64      instant,
                                const char *zone,
                                const char *other_zone,
                                const char *name,
                                gint64      now);

/* The first name of "Ada Example". */
char *convene_words_first_name (const char *name);

/* Whole sentence for the tooltip and the screen reader: "10:00 to 10:45, Ada Example, Staff Engineer, Zoom, accepted". */
char *convene_words_entry (ConveneCalendarEntry *entry,
                           const char           *zone);

const char *convene_words_platform (ConvenePlatform platform); /* "Zoom" */
const char *convene_words_type (ConvenePlatform platform);     /* "Video", "Phone", "In person" */
const char *convene_words_role (ConveneRole role);
const char *convene_words_response (ConveneResponse response);
const char *convene_words_status (ConveneStatus status);

/* "Create the Zoom meeting", "Send the invitation" … */
const char *convene_words_operation (ConveneOperationKind kind);

/* "Waiting", "Under way", "Done", "Failed" …, and the symbolic icon that stands beside it. */
const char *convene_words_operation_state (ConveneOperationState state);
const char *convene_words_operation_icon (ConveneOperationState state);

/* What became of it and what to do, in one or two sentences: "" where the state says all. */
char *convene_words_operation_detail (ConveneOperation *operation,
                                      gint64            now);

/* "Spanish" of "es": the languages that letters are written in; any other tag is its own word. */
const char *convene_words_language (const char *tag);

/* Symbolic icon names. */
const char *convene_words_platform_icon (ConvenePlatform platform);

/* VC-24: on buttons and in menus, for whoever hosts a meeting ("_Start") and for everybody else ("_Join"); and what they do. */
const char *convene_words_join (gboolean hosted);
const char *convene_words_join_tooltip (gboolean hosted);

/* Whether the locale's clock has twelve hours; and its first day of the week, 1 (Monday) to 7 (Sunday). */
gboolean convene_words_has_twelve_hours (void);
int      convene_words_first_weekday (void);

G_END_DECLS
