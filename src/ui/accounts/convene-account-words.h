/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"

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

/* "Checked Tue 1 Dec, 09:20 · TLS 1.3", "" for 0; `tls` NULL while it is unknown. */
char *convene_account_words_checked (gint64      checked_at,
                                     const char *tls);

/* "manager@example.com: 4 of 100 requests today" */
char *convene_account_words_host_use (const ConveneHostUse *use);

/* A permission by its name at Zoom: "Delete meetings (meeting:delete:meeting)". */
char *convene_account_words_grant (const char *scope);

/* What came of a check that went well: "" where the account's own words tell more. */
const char *convene_account_words_check (ConveneAccount *account);

/* A person with two Zoom accounts among these (HL-3), in words, or NULL: who it is can be told by the name alone. */
char *convene_account_words_twins (GPtrArray *accounts);

/* All of it that matters to somebody who hears it: "Robin Recruiter, recruiter@example.com, Zoom, Connected". */
char *convene_account_words_sentence (ConveneAccount *account);

/* What follows from disconnecting; `farewell` NULL where that is not known. */
char *convene_account_words_farewell (ConveneAccount        *account,
                                      const ConveneFarewell *farewell);

/* That it is done. */
char *convene_account_words_disconnected (const char       *address,
                                          ConveneRevocation revocation);

G_END_DECLS
