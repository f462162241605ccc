/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-engine.h"
#include "convene-practice.h"
#include "convene-vault.h"
#include "scaled-clock.h"

G_BEGIN_DECLS

/* An engine over a profile of its own, with a clock that goes fast, and a practice server of its own as its Zoom and its mail server. */
typedef struct
{
  char                     *folder;
  ConvenePracticeEndpoints *endpoints;
  ConveneClock             *clock;
  ConveneVault             *vault;
  ConveneEngine            *engine;
  const char               *mail_user; /* NULL: the mail server asks for no sign-in */
} Fixture;

/* Both clocks stand at ten o'clock of tomorrow in UTC, whatever the time is: no test runs into a midnight that it did not ask for. */
Fixture *fixture_new (void);
void     fixture_free (Fixture *self);

/* Gives the profile practice's accounts. */
void fixture_provide (Fixture *self, gboolean zoom, gboolean mail);

/* Closes the engine in order and opens another over the same profile. */
void fixture_restart (Fixture *self);

/* Another engine over the same profile, as another process has it; closes one. */
ConveneEngine *fixture_open_engine (Fixture *self);
void           fixture_close_engine (ConveneEngine *engine);

/* Connects and disconnects as a person does. */
void fixture_connect (Fixture *self);
void fixture_connect_mail (Fixture *self);
void fixture_disconnect (Fixture *self, ConveneAccountKind kind);

/* Orders for practice: JSON with ' in place of ". */
void fixture_order (Fixture *self, const char *order);

/* The program's clock and practice's both show `to` (µs since 1970), or the program's present where that is later: they are never put back. */
void fixture_set_clocks (Fixture *self, gint64 to);

/* What practice has: see its /practice/state. */
JsonObject *fixture_state (Fixture *self);

/* Meetings at Zoom that are not deleted. */
guint fixture_count_meetings (Fixture *self);

/* How often a call ("create", "list", "token") came. */
guint fixture_count_calls (Fixture *self, const char *name);

/* Subjects of the letters on file, as sent, each followed by a line feed, in order of arrival. */
char *fixture_subjects (Fixture *self);

/* An interview for a job, ready to be planned; a hiring manager and an attendee are there. */
ConveneInterview *fixture_interview (const char *job);

/* Plans and commits it; answers its uid. */
char *fixture_schedule (Fixture *self, ConveneInterview *interview);

ConveneInterview *fixture_find (Fixture *self, const char *uid);

/* Runs the outbox until nothing more happens in `wait` (microseconds of the fixture's clock); answers the interview as it is then. */
ConveneInterview *fixture_settle (Fixture *self, const char *uid, gint64 wait);

/* "state" or "state:error-code" of the only operation of a kind, or of its n-th. Owned by the interview, NULL where there is none. */
char *fixture_operation (ConveneInterview *interview, ConveneOperationKind kind);

void fixture_assert_operation (ConveneInterview *interview, ConveneOperationKind kind, const char *expected);

/* Runs the outbox until an operation is so, or for a while by the fixture's clock. */
void fixture_until (Fixture *self, const char *uid, ConveneOperationKind kind, const char *expected);
void fixture_pass (Fixture *self, gint64 microseconds);

/* "Try again": how many operations are due anew. */
int fixture_retry (ConveneEngine *engine, const char *uid);

/* The profile's account of a kind as it is now, or NULL. */
ConveneAccount *fixture_account (Fixture *self, ConveneAccountKind kind);

/* For callbacks: keeps the result in a GAsyncResult *; and waits for one. */
void          fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *fixture_await (GAsyncResult **slot);

G_END_DECLS
