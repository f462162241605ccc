/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-moment.h"

G_BEGIN_DECLS

/* Dates and times as people type them. Nothing here asks for the time or a zone but the last function. */

/* Reads "10", "10:00", "9.30", "9h30", "0930", "9:30 pm", "9 p.m.", with the locale's own words for the halves of the day and any digits:
 * *hour 0 to 23, *minute 0 to 59, set only where it answers TRUE. */
gboolean convene_start_text_parse_time (const char *text,
                                        int        *hour,
                                        int        *minute);

/* How a time that was read is written back: "21:30", or "9:30 pm" where the day has twelve hours. */
char *convene_start_text_format_time (int      hour,
                                      int      minute,
                                      gboolean twelve_hours);

/* Reads "2026-12-01", "1.12.2026", or a date as the locale writes it (GDate's reading of it); the answer is "2026-12-01", or NULL. */
char *convene_start_text_parse_date (const char *text);

/* The wall clock that is meant, "2026-12-01 10:00", with `offset` ("-05:00" or "") at its end; NULL with INVALID about "start" where one of them is
 * missing or cannot be read. */
char *convene_start_text_join (const char *date,
                               const char *time,
                               const char *offset,
                               GError    **error);

/* The same in a zone: also refuses what convene_moment_parse () does, in words of its own where the clocks change. */
ConveneMoment *convene_start_text_to_moment (const char *date,
                                             const char *time,
                                             const char *offset,
                                             const char *zone,
                                             GError    **error);

/* The offsets from UTC ("-04:00", "-05:00") that a wall clock time can have where the clocks go back and it comes twice, the earlier instant first:
 * TRUE and both are the caller's; FALSE, and nothing set, for every other time. */
gboolean convene_start_text_find_readings (const char *date,
                                           const char *time,
                                           const char *zone,
                                           char      **first,
                                           char      **second);

G_END_DECLS
