/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-schema-private.h"

/* What a calendar and a list show: also who hosts the meeting, and the first hiring manager. */
#define ENTRY                                                                                            \
  "ALTER TABLE entry ADD COLUMN host TEXT;"                                                              \
  "ALTER TABLE entry ADD COLUMN manager TEXT;"                                                           \
  "DROP VIEW entry_made;"                                                                                \
  "CREATE VIEW entry_made AS "                                                                           \
  "  SELECT interview.start, interview.uid, interview.id AS interview, interview.ends, "                 \
  "    ifnull (nullif (candidate.name, ''), candidate.address) AS candidate, "                           \
  "    candidate.timezone, interview.job, interview.platform, interview.status, "                        \
  "    ifnull (candidate.response, 'needs-action') AS response, "                                        \
  "    iif (interview.platform = 'link', interview.link, "                                               \
  "         iif (meeting.state IN ('live', 'unmanaged'), meeting.join_url, NULL)) AS link, "             \
  "    ifnull (meeting.state IN ('failed', 'missing') OR meeting.seen_at != 0, 0) OR EXISTS "            \
  "      (SELECT 1 FROM operation "                                                                      \
  "       WHERE operation.interview_uid = interview.uid AND operation.state = 'failed') "                \
  "      AS trouble, "                                                                                   \
  "    meeting.host, "                                                                                   \
  "    (SELECT ifnull (nullif (manager.name, ''), manager.address) FROM participant AS manager "         \
  "     WHERE manager.interview = interview.id AND manager.role = 'hiring-manager' "                     \
  "     ORDER BY manager.position LIMIT 1) AS manager "                                                  \
  "  FROM interview LEFT JOIN meeting ON meeting.id = interview.meeting_id "                             \
  "    LEFT JOIN participant AS candidate "                                                              \
  "      ON candidate.interview = interview.id AND candidate.position = 0 "                              \
  "      AND candidate.role = 'candidate' "                                                              \
  "  WHERE interview.wall IS NOT NULL;"                                                                  \
  "DROP TRIGGER entry_meeting_update;"                                                                   \
  "CREATE TRIGGER entry_meeting_update AFTER UPDATE OF state, join_url, seen_at, host ON meeting BEGIN " \
  "  DELETE FROM entry WHERE (start, uid) IN "                                                           \
  "    (SELECT start, uid FROM interview WHERE meeting_id = new.id);"                                    \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN "                                     \
  "    (SELECT id FROM interview WHERE meeting_id = new.id);"                                            \
  "END;"

#define PEOPLE                                                                                                       \
  "DROP TRIGGER entry_candidate_insert;"                                                                             \
  "DROP TRIGGER entry_candidate_update;"                                                                             \
  "DROP TRIGGER entry_candidate_delete;"                                                                             \
  "CREATE TRIGGER entry_participant_insert AFTER INSERT ON participant "                                             \
  "  WHEN new.position = 0 OR new.role = 'hiring-manager' BEGIN "                                                    \
  "  DELETE FROM entry WHERE (start, uid) IN "                                                                       \
  "    (SELECT start, uid FROM interview WHERE id = new.interview);"                                                 \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN "                                                 \
  "    (SELECT id FROM interview WHERE id = new.interview);"                                                         \
  "END;"                                                                                                             \
  "CREATE TRIGGER entry_participant_update AFTER UPDATE ON participant "                                             \
  "  WHEN old.position = 0 OR new.position = 0 OR old.role = 'hiring-manager' OR new.role = 'hiring-manager' BEGIN " \
  "  DELETE FROM entry WHERE (start, uid) IN "                                                                       \
  "    (SELECT start, uid FROM interview WHERE id = new.interview);"                                                 \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN "                                                 \
  "    (SELECT id FROM interview WHERE id = new.interview);"                                                         \
  "END;"                                                                                                             \
  "CREATE TRIGGER entry_participant_delete AFTER DELETE ON participant "                                             \
  "  WHEN old.position = 0 OR old.role = 'hiring-manager' BEGIN "                                                    \
  "  DELETE FROM entry WHERE (start, uid) IN "                                                                       \
  "    (SELECT start, uid FROM interview WHERE id = old.interview);"                                                 \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN "                                                 \
  "    (SELECT id FROM interview WHERE id = old.interview);"                                                         \
  "END;"                                                                                                             \
  "DELETE FROM entry;"                                                                                               \
  "INSERT INTO entry SELECT * FROM entry_made;"

/* Which interviews somebody takes part in, and which need a person: read where a filter asks for them. */
#define INDEXES                                                \
  "CREATE INDEX participant_address ON participant (address);" \
  "CREATE INDEX entry_trouble ON entry (ends) WHERE trouble;"

/* The first letter that is typed finds nearly everything: without an index of its own, all words that begin with it would be merged each time. All in one piece it is
 * read in half the time. */
#define SEARCH                                                                                                \
  "DROP TABLE interview_search;"                                                                              \
  "CREATE VIRTUAL TABLE interview_search USING fts5 ( "                                                       \
  "  people, job, agenda, notes, number, "                                                                    \
  "  tokenize = 'unicode61 remove_diacritics 2', "                                                            \
  "  prefix = '1 2 3');"                                                                                      \
  "INSERT INTO interview_search (rowid, people, job, agenda, notes, number) "                                 \
  "  SELECT interview.id, "                                                                                   \
  "    (SELECT group_concat (ifnull (participant.name, '') || ' ' || ifnull (participant.address, ''), ' ') " \
  "     FROM participant WHERE participant.interview = interview.id), "                                       \
  "    interview.job, interview.agenda, interview.notes, nullif (meeting.number, 0) "                         \
  "  FROM interview LEFT JOIN meeting ON meeting.id = interview.meeting_id;"                                  \
  "INSERT INTO interview_search (interview_search) VALUES ('optimize');"

/* Filters under names of a person's own, in the order in which they were saved. */
#define VIEW                          \
  "CREATE TABLE view ( "              \
  "  name TEXT NOT NULL PRIMARY KEY " \
  "    COLLATE NOCASE, "              \
  "  filter TEXT NOT NULL, "          \
  "  \"order\" TEXT, "                \
  "  position INTEGER NOT NULL "      \
  ") STRICT, WITHOUT ROWID;"

const char convene_schema_views[] = ENTRY PEOPLE INDEXES SEARCH VIEW;
