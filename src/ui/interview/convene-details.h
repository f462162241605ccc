/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What the details of an interview say, in the person's language. Pure functions; `now` is microseconds since 1970 UTC; strings that are not `const`
 * are the caller's. */

/* The candidate's name, or the address where there is none. */
const char *convene_details_get_candidate (ConveneInterview *interview);

/* "Tuesday 1 December, 10:00 for you · 09:00 for Ada (Mexico City)" */
char *convene_details_format_times (ConveneInterview *interview,
                                    gint64            now);

/* "45 min · in 2 hours" */
char *convene_details_format_length (ConveneInterview *interview,
                                     gint64            now);

/* "861 2345 6789": groups of three, three and four digits, or three, four and four where there are eleven, as Zoom's client shows a number. */
char *convene_details_format_number (gint64 number);

/* SH-31: how it is held, and by whose means: "Video, through Zoom", "Video, by a link at meet.example.com", "Phone". */
char *convene_details_format_source (ConveneInterview *interview);

/* Over what one joins by: "Join Zoom Meeting". */
const char *convene_details_get_heading (ConveneInterview *interview);

/* The address to join by, or NULL while there is none: also that of a meeting whose account was disconnected, because it goes on working. */
const char *convene_details_get_link (ConveneInterview *interview);

/* VC-24: whether one of the accounts that are connected here hosts it, so that its link starts it. */
gboolean convene_details_is_hosted (ConveneInterview *interview);

/* What is the matter with a link that is not there, or that nobody looks after: a few words, and in sentences what happened, what was done about it
 * and what helps. Both "" where all is well or none is expected. */
char *convene_details_get_trouble (ConveneInterview *interview);
char *convene_details_get_advice (ConveneInterview *interview,
                                  gint64            now);

/* Whether it can be moved, edited or cancelled at `now`: it is neither cancelled nor over. */
gboolean convene_details_can_change (ConveneInterview *interview,
                                     gint64            now);

/* Whether the invitation can be sent again at `now`; that a letter is still on its way the answer says. */
gboolean convene_details_can_resend (ConveneInterview *interview,
                                     gint64            now);

/* Whether its meeting is not what it should be, and a person can do something about it (SH-56). */
gboolean convene_details_can_fix (ConveneInterview *interview,
                                  gint64            now);

/* Whether trying again makes sense: its meeting, or the last change of that, failed or waits for another attempt. */
gboolean convene_details_can_retry (ConveneInterview *interview);
gboolean convene_details_can_retry_operation (ConveneOperation *operation);

/* When a person answered, "" where nothing is known of it: "Answered on Tue 1 Dec, 09:15", or "Accepted an earlier time on Mon 30 Nov, 17:02" where that does not
 * count any more (*earlier is TRUE then; it may be NULL). */
char *convene_details_format_answer (ConveneInterview   *interview,
                                     ConveneParticipant *person,
                                     gboolean           *earlier);

/* What the person wrote with the last answer, plain text; NULL for nothing. */
const char *convene_details_get_comment (ConveneInterview   *interview,
                                         ConveneParticipant *person);

/* Topic, both times, link, number and password, to be pasted into a letter. */
char *convene_details_format_invitation (ConveneInterview *interview);

G_END_DECLS
