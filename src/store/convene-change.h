/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-account.h"
#include "convene-interview.h"
#include "convene-letter.h"
#include "convene-meeting.h"
#include "convene-operation.h"
#include "convene-saved-view.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CHANGE (convene_change_get_type ())

G_DECLARE_FINAL_TYPE (ConveneChange, convene_change, CONVENE, CHANGE, GObject)

/* What is to be written in ONE transaction: all of it, or nothing. It copies what it is given, so that the caller's objects may change
 * meanwhile; after it was committed it is used no more. */
ConveneChange *convene_change_new (void);

gboolean convene_change_is_empty (ConveneChange *self);

/* A new interview with its participants (not its operations and meeting: add or put those), its job and its people remembered. Fails with
 * STALE where the uid is there already. */
void convene_change_add_interview (ConveneChange *self, ConveneInterview *interview);

/* The same interview, changed: fields and participants, not the meeting. Fails with STALE where the revision in the database is not the interview's own; it
 * is one more afterwards (the object that is given keeps its value). Who and what is new in it is remembered as for a new interview. */
void convene_change_update_interview (ConveneChange *self, ConveneInterview *interview);

/* The notes of an interview alone, NULL for none: nothing that anybody outside sees, and so no new sequence, but a new revision. STALE where it is gone. */
void convene_change_set_notes (ConveneChange *self, const char *interview_uid, const char *notes);

/* Inserts or replaces by id. */
void convene_change_put_meeting (ConveneChange *self, ConveneMeeting *meeting);

/* Writes what a look at the provider's showed: state, checked-at and seen-…, and nothing else. STALE where the meeting with this id has another number
 * meanwhile, or is gone. */
void convene_change_set_meeting_seen (ConveneChange *self, ConveneMeeting *meeting);

/* STALE unless the meeting can be joined by another interview: it is live or pending, and nothing that is not settled will delete it. */
void convene_change_expect_meeting (ConveneChange *self, const char *meeting_id);

/* STALE where another interview than `except_uid` uses the meeting and is not cancelled. */
void convene_change_expect_unused (ConveneChange *self, const char *meeting_id, const char *except_uid);

/* STALE where another interview than `except_uid` has a meeting to share meanwhile: see convene_store_find_slot_async (). */
void convene_change_expect_free_slot (ConveneChange *self, const char *job, const char *host, gint64 start, int duration, const char *except_uid);

/* Links an interview to a meeting, or to none (NULL). The revision stays: who links it by a plan updates it in the same change. */
void convene_change_attach_meeting (ConveneChange *self, const char *interview_uid, const char *meeting_id);

void convene_change_add_operation (ConveneChange *self, ConveneOperation *operation);

/* Writes every field of an operation that is in state `expected`; fails with STALE where it is in another one: somebody else had it. */
void convene_change_update_operation (ConveneChange *self, ConveneOperation *operation, ConveneOperationState expected);

/* STALE where an interview has another revision by now: what is written was made from it. */
void convene_change_expect_revision (ConveneChange *self, const char *uid, int revision);

/* STALE unless an operation is as it was read: its state, its attempts and its posts. What a plan leaves as it is, because it is as it is. */
void convene_change_expect_operation (ConveneChange *self, ConveneOperation *operation);

/* Forgets an operation that is in state `expected`, with its letter; STALE where it is in another one, or gone. */
void convene_change_remove_operation (ConveneChange *self, const char *operation_id, ConveneOperationState expected);

/* What waits only so that it can be taken back is due at `now` and held no longer. */
void convene_change_hasten (ConveneChange *self, gint64 now);

/* Inserts or replaces by operation and position. */
void convene_change_put_letter (ConveneChange *self, ConveneLetter *letter);

/* Forgets every letter of an operation: before those that it has from now on are put. */
void convene_change_remove_letters (ConveneChange *self, const char *operation_id);

/* Inserts or replaces by id (an account that is there keeps its place in the order). Removing one keeps what it made: its live meetings
 * become unmanaged. */
void convene_change_put_account (ConveneChange *self, ConveneAccount *account);
void convene_change_remove_account (ConveneChange *self, const char *account_id);

/* An account is disconnected, and in no list any more; it is kept, with `leaving`, until it is removed, because its sign-in is yet to be revoked. Its
 * live meetings become unmanaged, and the interviews of those that are not over at `now` and not cancelled get `text` in their history. */
void convene_change_let_account_go (ConveneChange *self, const char *account_id, gint64 now, const char *text);

/* Writes the state of an account alone, if it is still the one that was read: not where it was removed or connected anew meanwhile. */
void convene_change_set_account_state (ConveneChange *self, ConveneAccount *account);

/* Writes what a check found: state, plan, name, scopes, missing-scopes, problem, tls, checked-at. Not over what happened since it was read: another
 * connection, another state than `before`, the one that was read, or that it was disconnected. */
void convene_change_set_account_health (ConveneChange *self, ConveneAccount *account, ConveneAccountState before);

/* The unmanaged meetings that this account made, under whichever id, are the account's again, and live: those with its identity, see
 * convene_account_dup_identity (); where nobody knows who made one, those with its host (by Zoom's user id, or by address without case). */
void convene_change_adopt_meetings (ConveneChange *self, ConveneAccount *account);

/* A key of the vault whose secrets nobody will want: because it was replaced (`since` 0), or unless an account names it soon (`since` now). What is
 * there already keeps its own time. */
void convene_change_add_stale_secret (ConveneChange *self, const char *secret_id, gint64 since);
void convene_change_remove_stale_secret (ConveneChange *self, const char *secret_id);

/* What Zoom said at `seen_at` of an account's right to host or schedule for an address. It is forgotten with the account. */
void convene_change_put_delegation (ConveneChange *self, const char *account_id, const char *address, gboolean allowed, gint64 seen_at);

/* A person's own meeting location (the nick of a ConvenePlatform; NULL for none of their own) and their address at Zoom (NULL: the same). A person
 * nobody knew is kept from now on. */
void convene_change_set_person_place (ConveneChange *self, const char *address, const char *platform_nick, const char *host);

/* The platform of every job that has another one; with `titles`, of these jobs alone. */
void convene_change_set_jobs_platform (ConveneChange *self, const char *const *titles, ConvenePlatform platform);

/* What a new time does to the link of a job's interviews, where they do not say it themselves. Nothing for a job that nobody knows. */
void convene_change_set_job_link_policy (ConveneChange *self, const char *title, ConveneLinkPolicy policy);

/* What waited for an event does no longer: waiting operations with it are due at `due`. */
void convene_change_clear_event (ConveneChange *self, const char *event, gint64 due);

/* Adds to what a host has used of the UTC day that `now` lies in. `host` is an address, compared without case. */
void convene_change_count_requests (ConveneChange *self, const char *host, gint64 now, int requests);

/* Says what the day's count is at least: learnt from the other side. */
void convene_change_raise_requests (ConveneChange *self, const char *host, gint64 now, int at_least);

/* The person was told by the desktop that an interview is about to begin, at `start` (microseconds since 1970 UTC). It is forgotten with the interview. */
void convene_change_put_notice (ConveneChange *self, const char *interview_uid, gint64 start);

/* A line of an interview's history, fit to show a person and without a secret. */
void convene_change_add_activity (ConveneChange *self, const char *interview_uid, gint64 at, const char *text);

/* A preference; NULL forgets it. */
void convene_change_set_preference (ConveneChange *self, const char *key, const char *value);

/* A view of a person's own: in place of the one with its name (case does not count), or after the others. One that is to be removed may be gone. */
void convene_change_save_view (ConveneChange *self, ConveneSavedView *view);
void convene_change_remove_view (ConveneChange *self, const char *name);

/* A view keeps its place under its new name. STALE where it is gone, or another one has that name. */
void convene_change_rename_view (ConveneChange *self, const char *name, const char *new_name);

/* What a person answered; inserts or replaces by id. It is forgotten with the interview. Whoever counts it updates the interview in the same change. */
void convene_change_put_answer (ConveneChange *self, ConveneAnswer *answer);

/* A text in place of one of the program's letters, see ConveneLetterEdits; NULL forgets it. */
void convene_change_set_letter_edit (ConveneChange *self, const char *language, const char *name, const char *text);

/* STALE where an interview that is not cancelled was made from this event meanwhile: see convene_store_find_by_origin_async (). */
void convene_change_expect_new_origin (ConveneChange *self, const char *origin_uid, const char *organizer);

G_END_DECLS
