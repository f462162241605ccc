/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_READER (convene_interview_reader_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewReader, convene_interview_reader, CONVENE, INTERVIEW_READER, GObject)

/* One interview as the database has it now, whoever changes it. Properties, all but "uid" only to read:
 * - "uid" (NULL for none);
 * - "state": "blank" (none is asked for, or it is a moment too early to say so), "loading", "found", "missing" (there is none, or no longer) or
 *   "failed", with the reason in "message";
 * - "interview": what was read, NULL unless found. After a change of uid the one before stays until the new one is there, for a moment at most;
 * - "history": a GListModel of ConveneActivity, newest first, read together with it;
 * - "now": the clock's time, microseconds since 1970 UTC, anew with each minute and each reading. */
ConveneInterviewReader *convene_interview_reader_new (ConveneEngine *engine);

void        convene_interview_reader_set_uid (ConveneInterviewReader *self,
                                              const char             *uid);
const char *convene_interview_reader_get_uid (ConveneInterviewReader *self);

ConveneEngine    *convene_interview_reader_get_engine (ConveneInterviewReader *self);
ConveneInterview *convene_interview_reader_get_interview (ConveneInterviewReader *self);
GListModel       *convene_interview_reader_get_history (ConveneInterviewReader *self);
gint64            convene_interview_reader_get_now (ConveneInterviewReader *self);
const char       *convene_interview_reader_get_state (ConveneInterviewReader *self);

/* Reads again, after a failure. */
void convene_interview_reader_read (ConveneInterviewReader *self);

G_END_DECLS
