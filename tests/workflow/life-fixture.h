/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-change.h"
#include "convene-preferences.h"
#include "workflow-fixture.h"

G_BEGIN_DECLS

/* An interview's life written as plans write it, without a planner: what the outbox makes of it. */

/* Sets values of an interview by its properties (as g_object_set ()), as the next sequence, and commits. */
void life_set (Fixture *fixture, const char *uid, const char *first_property, ...) G_GNUC_NULL_TERMINATED;

/* Moves an interview by so much: microseconds. */
void life_move (Fixture *fixture, const char *uid, gint64 by);

/* Adds an operation of a kind for an interview and its meeting; `after` (an id) may be NULL. Answers its id. */
char *life_add (Fixture *fixture, const char *uid, ConveneOperationKind kind, const char *after);

/* The same, of a letter for some people only: "Name <address>". */
char *life_add_letter (Fixture *fixture, const char *uid, ConveneOperationKind kind, const char *recipient);

/* Commits and frees a change. */
void life_commit (Fixture *fixture, ConveneChange *change);

/* The id of an interview's first operation of a kind. */
char *life_find_id (ConveneInterview *interview, ConveneOperationKind kind);

void life_set_preference (Fixture *fixture, const char *key, const char *value);

/* "state" or "state:error-code" of an operation by its id, NULL where it is gone. */
char *life_state (Fixture *fixture, const char *id);

void life_assert_state (Fixture *fixture, const char *id, const char *expected);

/* Runs the outbox until nothing more happens for five minutes of the fixture's clock. */
void life_settle (Fixture *fixture, const char *uid);

/* The meeting at practice's Zoom, the first one or that with `number`; owned by the caller. */
JsonObject *life_meeting (Fixture *fixture, gint64 number);

/* How many letters with such words in the subject left. */
guint life_count_letters (Fixture *fixture, const char *subject);

G_END_DECLS
