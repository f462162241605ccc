/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-meeting.h"

G_BEGIN_DECLS

/* What a look at Zoom means for what is known of a meeting. Pure; `now` in microseconds since 1970 UTC. */

/* The meeting is there, as `seen`. What differs is written into `known` (seen_*), what only looks otherwise (another name of the same zone, the order of a
 * link's parameters, blanks) is not; nor is the time, where it is just what `interview` wants. `known` is live again, and was looked at. */
ConveneMeetingDrift convene_meeting_take_sight (ConveneMeeting   *known,
                                                ConveneMeeting   *seen,
                                                ConveneInterview *interview,
                                                gint64            now);

/* It is not there, or not ours any more: `state`. */
void convene_meeting_take_loss (ConveneMeeting     *known,
                                ConveneMeetingState state,
                                gint64              now);

/* Whether two join links lead to the same place: NULL is like "". */
gboolean convene_join_url_equal (const char *a,
                                 const char *b);

/* For an interview's history: what is otherwise now than in `before`, in a sentence, or NULL where nothing new differs. Owned by the caller. */
char *convene_meeting_sight_to_words (ConveneMeeting     *known,
                                      ConveneMeetingState state_before,
                                      ConveneMeetingDrift drift_before);

G_END_DECLS
