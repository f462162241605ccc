/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ANSWER (convene_answer_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAnswer, convene_answer, CONVENE, ANSWER, GObject)

/* What a person was taken to have answered to an interview: one for each answer that was taken, also one that counts no more. */
ConveneAnswer *convene_answer_new (void);

/* a UUID: key of the database */
const char *convene_answer_get_id (ConveneAnswer *self);
void        convene_answer_set_id (ConveneAnswer *self, const char *id);
const char *convene_answer_get_interview_uid (ConveneAnswer *self);
void        convene_answer_set_interview_uid (ConveneAnswer *self, const char *interview_uid);

/* of the person of the interview whose answer it is */
const char *convene_answer_get_address (ConveneAnswer *self);
void        convene_answer_set_address (ConveneAnswer *self, const char *address);

/* of whoever answered, as their calendar has it; NULL for none */
const char     *convene_answer_get_name (ConveneAnswer *self);
void            convene_answer_set_name (ConveneAnswer *self, const char *name);
ConveneResponse convene_answer_get_response (ConveneAnswer *self);
void            convene_answer_set_response (ConveneAnswer *self, ConveneResponse response);

/* the SEQUENCE that they answered */
int  convene_answer_get_sequence (ConveneAnswer *self);
void convene_answer_set_sequence (ConveneAnswer *self, int sequence);

/* when they answered, the DTSTAMP, and when it was taken; microseconds since 1970 UTC, 0 where it does not say */
gint64 convene_answer_get_made_at (ConveneAnswer *self);
void   convene_answer_set_made_at (ConveneAnswer *self, gint64 made_at);
gint64 convene_answer_get_taken_at (ConveneAnswer *self);
void   convene_answer_set_taken_at (ConveneAnswer *self, gint64 taken_at);

/* When they answered, by what it says of itself, but never later than it was taken: clocks go wrong. */
gint64 convene_answer_find_time (ConveneAnswer *self);

/* what they wrote with it, plain text; NULL for nothing */
const char *convene_answer_get_comment (ConveneAnswer *self);
void        convene_answer_set_comment (ConveneAnswer *self, const char *comment);

/* another time that they proposed; microseconds since 1970 UTC, 0 for none */
gint64 convene_answer_get_proposed_start (ConveneAnswer *self);
void   convene_answer_set_proposed_start (ConveneAnswer *self, gint64 proposed_start);
gint64 convene_answer_get_proposed_end (ConveneAnswer *self);
void   convene_answer_set_proposed_end (ConveneAnswer *self, gint64 proposed_end);

/* it answered a time that the interview does not have any more: it does not count */
gboolean convene_answer_get_earlier (ConveneAnswer *self);
void     convene_answer_set_earlier (ConveneAnswer *self, gboolean earlier);

G_END_DECLS
