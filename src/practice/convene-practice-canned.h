/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-practice-answer.h"
#include "convene-practice-faults.h"

G_BEGIN_DECLS

/* Zoom: delete a meeting, 3002 and 3007. */
#define CONVENE_PRACTICE_IN_PROGRESS "Sorry, you cannot delete this meeting since it is in progress."
#define CONVENE_PRACTICE_HAS_ENDED "Sorry, you cannot delete this meeting since it has ended."

/* The answer that a fault asks for. By the fault's name, with whatever of "status", "code", "message", "field" its spec says instead; "form" is
 * json, html or empty; "retry" is none, iso, seconds, date or bogus; "body", "content_type" and "headers" are taken as they are. */
ConvenePracticeAnswer *convene_practice_canned_new (const ConvenePracticeFault *fault,
                                                    gint64                      now);

/* Zoom's answer to the 101st create or update of a day, with the misleading headers that it has in the field. */
ConvenePracticeAnswer *convene_practice_canned_new_daily (gint64 limit);
ConvenePracticeAnswer *convene_practice_canned_new_per_second (void);
ConvenePracticeAnswer *convene_practice_canned_new_concurrent (void);

G_END_DECLS
