/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* Whether a letter that is due still tells anybody anything: not once the interview has been called off, but the one that says so; not where people were told
 * everything by now, or nothing at all; no reminder where the interview has begun, another one is due or a letter has only just left. One of which somebody
 * may have a copy goes again whatever is known by now. `now`: microseconds since 1970 UTC. Pure. */
gboolean convene_letter_still_helps (ConveneInterview *interview,
                                     ConveneOperation *letter,
                                     gint64            now);

/* When it is a letter's turn: `now`, or later, where an earlier one to all may have left and is yet to go again: people are not to have the older words last.
 * Microseconds since 1970 UTC. Pure. */
gint64 convene_letter_find_turn (ConveneInterview *interview,
                                 ConveneOperation *letter,
                                 gint64            now);

/* Whether a later one to all waits until this one has left, and for nothing else. Pure. */
gboolean convene_letter_is_waited_for (ConveneInterview *interview,
                                       ConveneOperation *letter);

G_END_DECLS
