/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-schema-private.h"

/* What the provider was last seen to have otherwise than we know it stands beside what we know; seen_at is 0 where nothing differs. A letter of earlier times
 * has no `told`: what it said is not known. */
#define COLUMNS                                                                      \
  "ALTER TABLE interview ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;"            \
  "ALTER TABLE interview ADD COLUMN link_policy TEXT NOT NULL DEFAULT 'default';"    \
  "ALTER TABLE interview ADD COLUMN cancel_reason TEXT;"                             \
  "ALTER TABLE job ADD COLUMN link_policy TEXT NOT NULL DEFAULT 'default';"          \
  "ALTER TABLE operation ADD COLUMN recipients TEXT;"                                \
  "ALTER TABLE operation ADD COLUMN held INTEGER NOT NULL DEFAULT 0;"                \
  "ALTER TABLE letter ADD COLUMN told TEXT;"                                         \
  "ALTER TABLE meeting ADD COLUMN alternative_hosts TEXT;"                           \
  "ALTER TABLE account ADD COLUMN entry TEXT NOT NULL DEFAULT 'unknown';"            \
  "ALTER TABLE account ADD COLUMN password_rules TEXT;"                              \
  "ALTER TABLE meeting ADD COLUMN entry TEXT NOT NULL DEFAULT 'unknown';"            \
  "ALTER TABLE meeting ADD COLUMN checked_at INTEGER NOT NULL DEFAULT 0;"            \
  "ALTER TABLE meeting ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;"               \
  "ALTER TABLE meeting ADD COLUMN seen_start INTEGER NOT NULL DEFAULT 0;"            \
  "ALTER TABLE meeting ADD COLUMN seen_duration INTEGER NOT NULL DEFAULT 0;"         \
  "ALTER TABLE meeting ADD COLUMN seen_timezone TEXT;"                               \
  "ALTER TABLE meeting ADD COLUMN seen_join_url TEXT;"                               \
  "ALTER TABLE meeting ADD COLUMN seen_password TEXT;"                               \
  "CREATE INDEX meeting_astray ON meeting (id) "                                     \
  "  WHERE seen_at != 0 OR state = 'missing';"                                       \
  "CREATE INDEX operation_held ON operation (position) "                             \
  "  WHERE held AND state = 'waiting';"                                              \
  "CREATE INDEX operation_repeated ON operation (settled) "                          \
  "  WHERE kind = 'meeting-create' "                                                 \
  "  AND ((state = 'done' AND posts > 1) OR (state = 'dropped' AND posts > 0));"     \
  "CREATE TABLE notice ( "                                                           \
  "  interview_uid TEXT NOT NULL PRIMARY KEY COLLATE NOCASE "                        \
  "    REFERENCES interview (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, " \
  "  start INTEGER NOT NULL "                                                        \
  ") STRICT, WITHOUT ROWID;"

/* What can begin together: one thing at a host, one of an account; letters are told apart by whoever sends them. `blocked` says whether an operation waits
 * for another one, so that an index has those that do not, lane by lane, in the order in which they fall due: a thousand that wait in one lane cost nothing
 * while the first of them is under way. The triggers keep it, in whatever order a change writes. */
#define LANES                                                                         \
  "ALTER TABLE operation ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;"              \
  "ALTER TABLE operation ADD COLUMN lane TEXT NOT NULL "                              \
  "  GENERATED ALWAYS AS ( "                                                          \
  "    CASE WHEN kind LIKE 'mail-%' THEN 'mail' "                                     \
  "         WHEN kind = 'account-revoke' THEN 'account:' || ifnull (account_id, '') " \
  "         ELSE 'host:' || lower (ifnull (host, '')) END) VIRTUAL;"                  \
  "CREATE INDEX operation_after ON operation (\"after\") "                            \
  "  WHERE \"after\" IS NOT NULL;"                                                    \
  "UPDATE operation SET blocked = 1 WHERE EXISTS "                                    \
  "  (SELECT 1 FROM operation AS before "                                             \
  "   WHERE before.id = operation.\"after\" AND NOT before.released "                 \
  "   AND before.state NOT IN ('done', 'failed', 'dropped', 'handed-over'));"         \
  "DROP INDEX operation_due;"                                                         \
  "CREATE INDEX operation_due ON operation (due) "                                    \
  "  WHERE state IN ('waiting', 'doubt') AND event IS NULL AND NOT blocked;"          \
  "CREATE INDEX operation_lane ON operation (lane, due) "                             \
  "  WHERE state IN ('waiting', 'doubt') AND event IS NULL AND NOT blocked;"

#define BLOCKS                                                                                         \
  "CREATE TRIGGER operation_blocks_insert AFTER INSERT ON operation "                                  \
  "  WHEN new.state NOT IN ('done', 'failed', 'dropped', 'handed-over') AND NOT new.released BEGIN "   \
  "  UPDATE operation SET blocked = 1 WHERE \"after\" = new.id;"                                       \
  "END;"                                                                                               \
  "CREATE TRIGGER operation_blocks_update AFTER UPDATE OF state, released ON operation "               \
  "  WHEN (old.released OR old.state IN ('done', 'failed', 'dropped', 'handed-over')) "                \
  "    != (new.released OR new.state IN ('done', 'failed', 'dropped', 'handed-over')) BEGIN "          \
  "  UPDATE operation "                                                                                \
  "    SET blocked = NOT (new.released OR new.state IN ('done', 'failed', 'dropped', 'handed-over')) " \
  "    WHERE \"after\" = new.id;"                                                                      \
  "END;"                                                                                               \
  "CREATE TRIGGER operation_blocks_delete AFTER DELETE ON operation BEGIN "                            \
  "  UPDATE operation SET blocked = 0 WHERE \"after\" = old.id;"                                       \
  "END;"                                                                                               \
  "CREATE TRIGGER operation_blocked_insert AFTER INSERT ON operation "                                 \
  "  WHEN new.\"after\" IS NOT NULL BEGIN "                                                            \
  "  UPDATE operation SET blocked = EXISTS "                                                           \
  "    (SELECT 1 FROM operation AS before "                                                            \
  "     WHERE before.id = new.\"after\" AND NOT before.released "                                      \
  "     AND before.state NOT IN ('done', 'failed', 'dropped', 'handed-over')) "                        \
  "    WHERE position = new.position;"                                                                 \
  "END;"                                                                                               \
  "CREATE TRIGGER operation_blocked_update AFTER UPDATE OF \"after\" ON operation "                    \
  "  WHEN old.\"after\" IS NOT new.\"after\" BEGIN "                                                   \
  "  UPDATE operation SET blocked = EXISTS "                                                           \
  "    (SELECT 1 FROM operation AS before "                                                            \
  "     WHERE before.id = new.\"after\" AND NOT before.released "                                      \
  "     AND before.state NOT IN ('done', 'failed', 'dropped', 'handed-over')) "                        \
  "    WHERE position = new.position;"                                                                 \
  "END;"

/* What the calendar shows: a meeting that is otherwise at the provider's than people were told is trouble. */
#define TROUBLE                                                                                    \
  "DROP VIEW entry_made;"                                                                          \
  "CREATE VIEW entry_made AS "                                                                     \
  "  SELECT interview.start, interview.uid, interview.id AS interview, interview.ends, "           \
  "    ifnull (nullif (candidate.name, ''), candidate.address) AS candidate, "                     \
  "    candidate.timezone, interview.job, interview.platform, interview.status, "                  \
  "    ifnull (candidate.response, 'needs-action') AS response, "                                  \
  "    iif (interview.platform = 'link', interview.link, "                                         \
  "         iif (meeting.state IN ('live', 'unmanaged'), meeting.join_url, NULL)) AS link, "       \
  "    ifnull (meeting.state IN ('failed', 'missing') OR meeting.seen_at != 0, 0) OR EXISTS "      \
  "      (SELECT 1 FROM operation "                                                                \
  "       WHERE operation.interview_uid = interview.uid AND operation.state = 'failed') "          \
  "      AS trouble "                                                                              \
  "  FROM interview LEFT JOIN meeting ON meeting.id = interview.meeting_id "                       \
  "    LEFT JOIN participant AS candidate "                                                        \
  "      ON candidate.interview = interview.id AND candidate.position = 0 "                        \
  "      AND candidate.role = 'candidate' "                                                        \
  "  WHERE interview.wall IS NOT NULL;"                                                            \
  "DROP TRIGGER entry_meeting_update;"                                                             \
  "CREATE TRIGGER entry_meeting_update AFTER UPDATE OF state, join_url, seen_at ON meeting BEGIN " \
  "  DELETE FROM entry WHERE (start, uid) IN "                                                     \
  "    (SELECT start, uid FROM interview WHERE meeting_id = new.id);"                              \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN "                               \
  "    (SELECT id FROM interview WHERE meeting_id = new.id);"                                      \
  "END;"                                                                                           \
  "DELETE FROM entry;"                                                                             \
  "INSERT INTO entry SELECT * FROM entry_made;"

const char convene_schema_life[] = COLUMNS LANES BLOCKS TROUBLE;
