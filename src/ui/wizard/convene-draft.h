/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-engine.h"
#include "convene-interview.h"
#include "convene-participant.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DRAFT (convene_draft_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDraft, convene_draft, CONVENE, DRAFT, GObject)

/* What somebody is filling in, exactly as typed, right or not. Its string properties are never NULL ("" for nothing) and read-write, so that rows
 * bind to them:
 *   job, candidate-name, candidate-address, candidate-timezone ("" for the interview's), candidate-language ("" for nobody knows), agenda, password, link, location, date ("2026-12-01"), time (as typed: "10:00", "9:30 am"), timezone (IANA),
 *   offset ("-05:00" where the wall clock shows the time twice and one of them was chosen), hiring-manager-name, hiring-manager-address,
 *   interviewer (one who is typed and not added yet), alternative-hosts (addresses, separated by commas), details, notes
 * and int properties: platform (ConvenePlatform), duration (minutes), link-policy (ConveneLinkPolicy), step (0 to 5); and copy-to-sender (boolean).
 * Setting date, time or timezone forgets offset: set that after them.
 * Signal "changed": anything changed, the interviewers included. */
ConveneDraft *convene_draft_new (void);

/* The others who take part: a GListModel of ConveneParticipant with role required or optional. Adding an address that is there already does nothing. */
GListModel *convene_draft_get_interviewers (ConveneDraft *self);
void        convene_draft_add_interviewer (ConveneDraft *self,
                                           const char   *name,
                                           const char   *address,
                                           ConveneRole   role);
void        convene_draft_remove_interviewer (ConveneDraft *self,
                                              guint         position);
void        convene_draft_set_interviewer_role (ConveneDraft *self,
                                                guint         position,
                                                ConveneRole   role);

/* Adds the one whom the property interviewer has, as required, and empties it; FALSE, and nothing changed, where it cannot be read or is there already. */
gboolean convene_draft_take_interviewer (ConveneDraft *self);

/* The interview whose change is typed, and when it begins as it is (microseconds since 1970 UTC): that start may be past, and the interview is in nobody's
 * way. NULL and 0 for a new one, as at first; it is neither kept nor restored. */
void        convene_draft_set_subject (ConveneDraft *self,
                                       const char   *uid,
                                       gint64        start);
const char *convene_draft_get_subject (ConveneDraft *self);
gint64      convene_draft_get_subject_start (ConveneDraft *self);

/* What the account that hosts asks of a password that is typed (SH-22), as convene_password_rules_check () takes it; NULL, as at first, asks nothing. It is
 * neither kept nor restored. */
void convene_draft_set_password_rules (ConveneDraft *self,
                                       const char   *rules);

/* For the check: NULL too for a change, because the meeting may be another account's. */
const char *convene_draft_get_password_rules (ConveneDraft *self);

/* Whether nothing was typed since it was new; date, time, zone, length, platform and the copy, which may begin filled in, do not count. */
gboolean convene_draft_is_empty (ConveneDraft *self);

/* What is typed as an interview, as far as it can be read: nothing is checked that convene_interview_check () checks. The first thing that cannot be
 * read (a time, an address) is the error: INVALID with its field, named as the interview's fields are. */
ConveneInterview *convene_draft_to_interview (ConveneDraft *self,
                                              GError      **error);

/* Everything but the uid, for "what was used before" and "schedule another". */
void convene_draft_fill_from_interview (ConveneDraft     *self,
                                        ConveneInterview *interview);

/* The same of a time alone, with its zone. */
void convene_draft_fill_time (ConveneDraft        *self,
                              const ConveneMoment *start);

/* What keeps it between two starts, to the letter: printed GVariant a{sv}. An unreadable text, or NULL, gives an empty draft and FALSE. */
char    *convene_draft_to_string (ConveneDraft *self);
gboolean convene_draft_restore (ConveneDraft *self,
                                const char   *text);

/* Why the first of the fields that a step (0 to 3) asks for is not right yet, in the order of the step's rows, or NULL: the rules are
 * the engine's. `now`: microseconds since 1970 UTC. What is empty and required is an error here too: whether a face shows it yet is the face's. */
GError *convene_draft_check_step (ConveneDraft *self,
                                  int           step,
                                  gint64        now);

/* The same about one field: "job", "candidate", "platform", "link", "location", "agenda", "password", "start", "duration", "timezone", "candidate_timezone",
 * "hiring_manager", "attendees" (or "interviewers"), "alternative_hosts", "details", "notes"; NULL where it is right. The message names a field as its row does. */
GError *convene_draft_check_field (ConveneDraft *self,
                                   const char   *field,
                                   gint64        now);

/* The first step that is not right yet before `wanted`, else `wanted`. */
int convene_draft_find_open_step (ConveneDraft *self,
                                  int           wanted,
                                  gint64        now);

/* The step that asks for a field, for whoever has an error about it; 0 for a name that is none. */
int convene_draft_find_step (const char *field);

/* The engine's preference where a draft is kept. */
#define CONVENE_DRAFT_KEY "wizard-draft"

/* Writes it there, reads it from there; an empty one is forgotten. Loading where nothing is kept changes nothing. */
void     convene_draft_save_async (ConveneDraft *self, ConveneEngine *engine, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_draft_save_finish (ConveneDraft *self, GAsyncResult *result, GError **error);
void     convene_draft_load_async (ConveneDraft *self, ConveneEngine *engine, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_draft_load_finish (ConveneDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
