/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"

G_BEGIN_DECLS

/* What is said of an account on a screen. Strings that are not `const` are the caller's. */

/* "Connected", "Sign in again", "Permissions missing"; and how ConveneChip shows it. */
const char *convene_account_words_state (ConveneAccountState state);
const char *convene_account_words_state_icon (ConveneAccountState state);
const char *convene_account_words_state_tone (ConveneAccountState state);

/* What to do about it, in one or two sentences: "" for an account that is connected. */
const char *convene_account_words_advice (ConveneAccountKind  kind,
                                          ConveneAccountState state);

/* Its name, or its address where it has none. */
const char *convene_account_words_title (ConveneAccount *account);

/* "Zoom, server-to-server", "Mail, smtp.example.com" */
char *convene_account_words_service (ConveneAccount *account);

/* What the plan means for interviews, "" where it is not known. */
const char *convene_account_words_plan (const char *plan);

/* "3 of 100 requests today · resets at 18:00": the day is Zoom's, from midnight to midnight UTC; the time is the machine's. */
char *convene_account_words_quota (int    used,
                                   gint64 now);

/* When the day's count starts again, after `now`. */
gint64 convene_account_words_reset (gint64 now);

/* "Checked Tue 1 Dec, 09:20", "" for 0. */
char *convene_account_words_checked (gint64 checked_at);

/* All of it that matters to somebody who hears it: "Robin Recruiter, recruiter@example.com, Zoom, Connected". */
char *convene_account_words_sentence (ConveneAccount *account);

/* What follows from disconnecting. */
const char *convene_account_words_farewell (ConveneAccountKind kind);

G_END_DECLS
