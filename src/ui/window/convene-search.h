/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"

G_BEGIN_DECLS

/* The most that a search answers. */
#define CONVENE_SEARCH_MAX 10

/* The interviews that what was typed into a search leads to: people, jobs and meeting numbers by their beginnings, a time of day among them as that of an
 * interview of today or later, on the person's own clock. The next ones first, then the past ones, newest first, and last what is cancelled. Answers
 * their uids, owned by the caller, CONVENE_SEARCH_MAX at most. Errors: DATABASE, CANCELLED. */
void  convene_search_async (ConveneEngine      *engine,
                            const char *const  *terms,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
GStrv convene_search_finish (ConveneEngine *engine,
                             GAsyncResult  *result,
                             GError       **error);

/* What a result does where it is chosen: it leads to the meeting from ten minutes before its start until its end, and to the interview at other times.
 * `now` is microseconds since 1970 UTC, as everywhere. */
gboolean convene_search_joins (ConveneInterview *interview,
                               gint64            now);

/* Under the candidate's name: "Tue 1 Dec, 10:00 · Staff Engineer · Zoom", with "Start now" (VC-24), "Join now" or "Cancelled" before it. Owned by the caller. */
char *convene_search_describe (ConveneInterview *interview,
                               gint64            now);

G_END_DECLS
