/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-record.h"

#include "convene-account.h"
#include "convene-answer.h"
#include "convene-interview.h"
#include "convene-job.h"
#include "convene-letter.h"

static const char *const account[] = {
  "id",
  "secret-id",
  "kind",
  "method",
  "address",
  "name",
  "state",
  "plan",
  "account-number",
  "user-id",
  "client-id",
  "oauth-url",
  "api-url",
  "scopes",
  "missing-scopes",
  "checked-at",
  "connected-at",
  "problem",
  "tls",
  "leaving",
  "server",
  "port",
  "security",
  "user",
  "entry",
  "password-rules",
};

static const char *const answer[] = {
  "id",
  "interview-uid",
  "address",
  "name",
  "response",
  "sequence",
  "made-at",
  "taken-at",
  "comment",
  "proposed-start",
  "proposed-end",
  "earlier",
};

static const char *const interview[] = {
  "uid",
  "sequence",
  "time-sequence",
  "status",
  "job",
  "duration",
  "platform",
  "agenda",
  "password",
  "details",
  "notes",
  "link",
  "location",
  "alternative-hosts",
  "created",
  "revision",
  "link-policy",
  "cancel-reason",
  "copy-to-sender",
  "origin-uid",
  "origin-organizer",
  "origin-sequence",
  "origin-made-at",
};

static const char *const job[] = {
  "title",
  "platform",
  "hiring-manager-name",
  "hiring-manager-address",
  "location",
  "link-policy",
};

static const char *const letter[] = {
  "operation-id",
  "position",
  "interview-uid",
  "message-id",
  "sender",
  "recipients",
  "subject",
  "bytes",
  "calendar",
  "sequence",
  "made-at",
  "told",
  "left",
};

static const char *const meeting[] = {
  "id",
  "provider",
  "account-id",
  "made-by",
  "number",
  "uuid",
  "join-url",
  "password",
  "host",
  "host-id",
  "topic",
  "agenda",
  "start",
  "duration",
  "timezone",
  "state",
  "reference",
  "created-at",
  "alternative-hosts",
  "checked-at",
  "seen-at",
  "seen-start",
  "seen-duration",
  "seen-timezone",
  "seen-join-url",
  "seen-password",
  "entry",
};

static const char *const operation[] = {
  "id",
  "kind",
  "state",
  "interview-uid",
  "meeting-id",
  "account-id",
  "host",
  "reference",
  "due",
  "after",
  "event",
  "attempts",
  "first-attempt",
  "posts",
  "looks",
  "released",
  "error-code",
  "error-message",
  "created",
  "settled",
  "recipients",
  "held",
};

static const char *const participant[] = {
  "name",
  "address",
  "role",
  "response",
  "timezone",
  "language",
  "answered-sequence",
  "answered-at",
};

static const char *const person[] = {
  "address",
  "name",
  "timezone",
  "language",
};

const ConveneRecord convene_record_account = { "account", account, G_N_ELEMENTS (account), convene_account_get_type, 1 };
const ConveneRecord convene_record_answer = { "answer", answer, G_N_ELEMENTS (answer), convene_answer_get_type, 1 };
const ConveneRecord convene_record_interview = { "interview", interview, G_N_ELEMENTS (interview), convene_interview_get_type, 1 };
const ConveneRecord convene_record_job = { "job", job, G_N_ELEMENTS (job), convene_job_get_type, 1 };
const ConveneRecord convene_record_letter = { "letter", letter, G_N_ELEMENTS (letter), convene_letter_get_type, 2 };
const ConveneRecord convene_record_meeting = { "meeting", meeting, G_N_ELEMENTS (meeting), convene_meeting_get_type, 1 };
const ConveneRecord convene_record_operation = { "operation", operation, G_N_ELEMENTS (operation), convene_operation_get_type, 1 };
const ConveneRecord convene_record_participant = { "participant", participant, G_N_ELEMENTS (participant), convene_participant_get_type, 1 };
const ConveneRecord convene_record_person = { "person", person, G_N_ELEMENTS (person), convene_participant_get_type, 1 };
