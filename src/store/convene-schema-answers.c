/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-schema-private.h"

/* An interview that was made from an event of somebody else's names it. Whether such an event is known is looked up by its UID alone. */
#define INTERVIEW                                                                \
  "ALTER TABLE interview ADD COLUMN copy_to_sender INTEGER NOT NULL DEFAULT 0;"  \
  "ALTER TABLE interview ADD COLUMN origin_uid TEXT;"                            \
  "ALTER TABLE interview ADD COLUMN origin_organizer TEXT COLLATE NOCASE;"       \
  "ALTER TABLE interview ADD COLUMN origin_sequence INTEGER NOT NULL DEFAULT 0;" \
  "ALTER TABLE interview ADD COLUMN origin_made_at INTEGER NOT NULL DEFAULT 0;"  \
  "CREATE INDEX interview_origin ON interview (origin_uid) "                     \
  "  WHERE origin_uid IS NOT NULL;"

#define ANSWER                                                                       \
  "CREATE TABLE answer ( "                                                           \
  "  number INTEGER PRIMARY KEY AUTOINCREMENT, "                                     \
  "  id TEXT NOT NULL UNIQUE, "                                                      \
  "  interview_uid TEXT NOT NULL COLLATE NOCASE "                                    \
  "    REFERENCES interview (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, " \
  "  address TEXT COLLATE NOCASE, "                                                  \
  "  name TEXT, "                                                                    \
  "  response TEXT NOT NULL, "                                                       \
  "  sequence INTEGER NOT NULL, "                                                    \
  "  made_at INTEGER NOT NULL, "                                                     \
  "  taken_at INTEGER NOT NULL, "                                                    \
  "  comment TEXT, "                                                                 \
  "  proposed_start INTEGER NOT NULL, "                                              \
  "  proposed_end INTEGER NOT NULL, "                                                \
  "  earlier INTEGER NOT NULL "                                                      \
  ") STRICT;"                                                                        \
  "CREATE INDEX answer_interview ON answer (interview_uid);"

#define TEMPLATE                    \
  "CREATE TABLE template ( "        \
  "  language TEXT NOT NULL, "      \
  "  name TEXT NOT NULL, "          \
  "  text TEXT NOT NULL, "          \
  "  PRIMARY KEY (language, name) " \
  ") STRICT, WITHOUT ROWID;"

/* An operation may have several letters, in the order of their position; the number is the order in which they were written. `left` says that somebody took
 * the letter. Of the letters of earlier times their operation says it. */
#define LETTER                                                                         \
  "CREATE TABLE letter_several ( "                                                     \
  "  number INTEGER PRIMARY KEY AUTOINCREMENT, "                                       \
  "  operation_id TEXT NOT NULL "                                                      \
  "    REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED, "                      \
  "  position INTEGER NOT NULL, "                                                      \
  "  interview_uid TEXT COLLATE NOCASE, "                                              \
  "  message_id TEXT, "                                                                \
  "  sender TEXT, "                                                                    \
  "  recipients TEXT, "                                                                \
  "  subject TEXT, "                                                                   \
  "  bytes BLOB, "                                                                     \
  "  calendar BLOB, "                                                                  \
  "  sequence INTEGER NOT NULL, "                                                      \
  "  made_at INTEGER NOT NULL, "                                                       \
  "  told TEXT, "                                                                      \
  "  \"left\" INTEGER NOT NULL, "                                                      \
  "  UNIQUE (operation_id, position) "                                                 \
  ") STRICT;"                                                                          \
  "INSERT INTO letter_several "                                                        \
  "  SELECT letter.position, operation_id, 0, letter.interview_uid, message_id, "      \
  "    sender, letter.recipients, subject, bytes, calendar, sequence, made_at, told, " \
  "    ifnull (operation.state IN ('done', 'handed-over'), 0) "                        \
  "  FROM letter LEFT JOIN operation ON operation.id = letter.operation_id;"           \
  "DROP TABLE letter;"                                                                 \
  "ALTER TABLE letter_several RENAME TO letter;"                                       \
  "CREATE INDEX letter_interview "                                                     \
  "  ON letter (interview_uid, made_at);"

const char convene_schema_answers[] = INTERVIEW ANSWER TEMPLATE LETTER;
