/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-schema.h"

#include "convene-schema-private.h"

/* Instants are microseconds since 1970 UTC, truths 0 or 1, words the nicks of the enumerations, lists of addresses one a line.
 *
 * References are looked at when a transaction ends, so that a change may bring its parts in any order. An account is not referred to: what it
 * made outlives it. */
#define PEOPLE                          \
  "CREATE TABLE person ("               \
  "  address TEXT NOT NULL PRIMARY KEY" \
  "    COLLATE NOCASE,"                 \
  "  name TEXT,"                        \
  "  timezone TEXT,"                    \
  "  language TEXT"                     \
  ") STRICT, WITHOUT ROWID;"            \
  "CREATE TABLE job ("                  \
  "  title TEXT NOT NULL PRIMARY KEY,"  \
  "  platform TEXT NOT NULL,"           \
  "  hiring_manager_name TEXT,"         \
  "  hiring_manager_address TEXT,"      \
  "  location TEXT"                     \
  ") STRICT, WITHOUT ROWID;"

#define MEETING                     \
  "CREATE TABLE meeting ("          \
  "  id TEXT NOT NULL PRIMARY KEY," \
  "  provider TEXT,"                \
  "  account_id TEXT,"              \
  "  number INTEGER NOT NULL,"      \
  "  uuid TEXT,"                    \
  "  join_url TEXT,"                \
  "  password TEXT,"                \
  "  host TEXT,"                    \
  "  host_id TEXT,"                 \
  "  topic TEXT,"                   \
  "  agenda TEXT,"                  \
  "  start INTEGER NOT NULL,"       \
  "  duration INTEGER NOT NULL,"    \
  "  timezone TEXT,"                \
  "  state TEXT NOT NULL,"          \
  "  reference TEXT,"               \
  "  created_at INTEGER NOT NULL"   \
  ") STRICT, WITHOUT ROWID;"

/* `ends` is start and duration together, so that an index can tell what is over; a page counts on no interview being longer than a day.
 * interview_day says how many end on each UTC day (since 1970): the sum is there at once, however many interviews there are. */
#define INTERVIEW                                                               \
  "CREATE TABLE interview ("                                                    \
  "  id INTEGER PRIMARY KEY,"                                                   \
  "  uid TEXT NOT NULL UNIQUE COLLATE NOCASE,"                                  \
  "  sequence INTEGER NOT NULL,"                                                \
  "  time_sequence INTEGER NOT NULL,"                                           \
  "  status TEXT NOT NULL,"                                                     \
  "  job TEXT,"                                                                 \
  "  start INTEGER NOT NULL,"                                                   \
  "  wall TEXT,"                                                                \
  "  zone TEXT,"                                                                \
  "  tzdata TEXT,"                                                              \
  "  ends INTEGER NOT NULL"                                                     \
  "    CHECK (ends - start BETWEEN 0 AND 86400000000),"                         \
  "  duration INTEGER NOT NULL,"                                                \
  "  platform TEXT NOT NULL,"                                                   \
  "  agenda TEXT,"                                                              \
  "  password TEXT,"                                                            \
  "  details TEXT,"                                                             \
  "  notes TEXT,"                                                               \
  "  link TEXT,"                                                                \
  "  location TEXT,"                                                            \
  "  alternative_hosts TEXT,"                                                   \
  "  created INTEGER NOT NULL,"                                                 \
  "  meeting_id TEXT REFERENCES meeting (id)"                                   \
  "    DEFERRABLE INITIALLY DEFERRED"                                           \
  ") STRICT;"                                                                   \
  "CREATE INDEX interview_start"                                                \
  "  ON interview (start, ends, id, platform, status);"                         \
  "CREATE INDEX interview_ends"                                                 \
  "  ON interview (ends, start, platform, status);"                             \
  "CREATE INDEX interview_meeting"                                              \
  "  ON interview (meeting_id)"                                                 \
  "  WHERE meeting_id IS NOT NULL;"                                             \
  "CREATE TABLE interview_day ("                                                \
  "  day INTEGER NOT NULL PRIMARY KEY,"                                         \
  "  interviews INTEGER NOT NULL"                                               \
  ") STRICT;"                                                                   \
  "CREATE TRIGGER interview_day_insert AFTER INSERT ON interview BEGIN"         \
  "  INSERT INTO interview_day VALUES (new.ends / 86400000000, 1)"              \
  "    ON CONFLICT (day) DO UPDATE SET interviews = interviews + 1;"            \
  "END;"                                                                        \
  "CREATE TRIGGER interview_day_delete AFTER DELETE ON interview BEGIN"         \
  "  UPDATE interview_day SET interviews = interviews - 1"                      \
  "    WHERE day = old.ends / 86400000000;"                                     \
  "END;"                                                                        \
  "CREATE TRIGGER interview_day_update AFTER UPDATE OF ends ON interview BEGIN" \
  "  UPDATE interview_day SET interviews = interviews - 1"                      \
  "    WHERE day = old.ends / 86400000000;"                                     \
  "  INSERT INTO interview_day VALUES (new.ends / 86400000000, 1)"              \
  "    ON CONFLICT (day) DO UPDATE SET interviews = interviews + 1;"            \
  "END;"                                                                        \
  "CREATE TABLE participant ("                                                  \
  "  interview INTEGER NOT NULL"                                                \
  "    REFERENCES interview (id) ON DELETE CASCADE,"                            \
  "  position INTEGER NOT NULL,"                                                \
  "  name TEXT,"                                                                \
  "  address TEXT COLLATE NOCASE,"                                              \
  "  role TEXT NOT NULL,"                                                       \
  "  response TEXT NOT NULL,"                                                   \
  "  timezone TEXT,"                                                            \
  "  language TEXT,"                                                            \
  "  answered_sequence INTEGER NOT NULL,"                                       \
  "  answered_at INTEGER NOT NULL,"                                             \
  "  PRIMARY KEY (interview, position)"                                         \
  ") STRICT, WITHOUT ROWID;"                                                    \
  "CREATE VIRTUAL TABLE interview_search USING fts5 ("                          \
  "  people, job, agenda, notes, number,"                                       \
  "  tokenize = 'unicode61 remove_diacritics 2',"                               \
  "  prefix = '2 3');"

/* The position is the order in which operations were written. One that others wait for may be gone. The conditions of the indexes are those of
 * the statements that read by them, word for word. Nobody asks for a meeting's operations but SQLite, which else looks through all of them
 * when a meeting is written. */
#define OUTBOX                                                         \
  "CREATE TABLE operation ("                                           \
  "  position INTEGER PRIMARY KEY AUTOINCREMENT,"                      \
  "  id TEXT NOT NULL UNIQUE,"                                         \
  "  kind TEXT NOT NULL,"                                              \
  "  state TEXT NOT NULL,"                                             \
  "  interview_uid TEXT COLLATE NOCASE"                                \
  "    REFERENCES interview (uid) DEFERRABLE INITIALLY DEFERRED,"      \
  "  meeting_id TEXT"                                                  \
  "    REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,"         \
  "  account_id TEXT,"                                                 \
  "  host TEXT COLLATE NOCASE,"                                        \
  "  reference TEXT,"                                                  \
  "  due INTEGER NOT NULL,"                                            \
  "  \"after\" TEXT,"                                                  \
  "  event TEXT,"                                                      \
  "  attempts INTEGER NOT NULL,"                                       \
  "  first_attempt INTEGER NOT NULL,"                                  \
  "  posts INTEGER NOT NULL,"                                          \
  "  looks INTEGER NOT NULL,"                                          \
  "  released INTEGER NOT NULL,"                                       \
  "  error_code TEXT,"                                                 \
  "  error_message TEXT,"                                              \
  "  created INTEGER NOT NULL,"                                        \
  "  settled INTEGER NOT NULL"                                         \
  ") STRICT;"                                                          \
  "CREATE INDEX operation_interview"                                   \
  "  ON operation (interview_uid);"                                    \
  "CREATE INDEX operation_meeting"                                     \
  "  ON operation (meeting_id)"                                        \
  "  WHERE meeting_id IS NOT NULL;"                                    \
  "CREATE INDEX operation_open"                                        \
  "  ON operation (due)"                                               \
  "  WHERE state NOT IN ('done', 'failed', 'dropped', 'handed-over');" \
  "CREATE INDEX operation_not_reminder"                                \
  "  ON operation (position)"                                          \
  "  WHERE state NOT IN ('done', 'failed', 'dropped', 'handed-over')"  \
  "  AND kind != 'mail-reminder';"                                     \
  "CREATE INDEX operation_due"                                         \
  "  ON operation (due)"                                               \
  "  WHERE state IN ('waiting', 'doubt') AND event IS NULL;"           \
  "CREATE INDEX operation_running"                                     \
  "  ON operation (position)"                                          \
  "  WHERE state = 'running';"                                         \
  "CREATE INDEX operation_event"                                       \
  "  ON operation (event)"                                             \
  "  WHERE event IS NOT NULL;"                                         \
  "CREATE TABLE letter ("                                              \
  "  position INTEGER PRIMARY KEY AUTOINCREMENT,"                      \
  "  operation_id TEXT NOT NULL UNIQUE"                                \
  "    REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,"       \
  "  interview_uid TEXT COLLATE NOCASE,"                               \
  "  message_id TEXT,"                                                 \
  "  sender TEXT,"                                                     \
  "  recipients TEXT,"                                                 \
  "  subject TEXT,"                                                    \
  "  bytes BLOB,"                                                      \
  "  calendar BLOB,"                                                   \
  "  sequence INTEGER NOT NULL,"                                       \
  "  made_at INTEGER NOT NULL"                                         \
  ") STRICT;"                                                          \
  "CREATE INDEX letter_interview"                                      \
  "  ON letter (interview_uid, made_at);"

#define ACCOUNT                                   \
  "CREATE TABLE account ("                        \
  "  position INTEGER PRIMARY KEY AUTOINCREMENT," \
  "  id TEXT NOT NULL UNIQUE,"                    \
  "  kind TEXT NOT NULL,"                         \
  "  method TEXT NOT NULL,"                       \
  "  address TEXT COLLATE NOCASE,"                \
  "  name TEXT,"                                  \
  "  state TEXT NOT NULL,"                        \
  "  plan TEXT,"                                  \
  "  account_number TEXT,"                        \
  "  user_id TEXT,"                               \
  "  client_id TEXT,"                             \
  "  oauth_url TEXT,"                             \
  "  api_url TEXT,"                               \
  "  scopes TEXT,"                                \
  "  checked_at INTEGER NOT NULL,"                \
  "  server TEXT,"                                \
  "  port INTEGER NOT NULL,"                      \
  "  security TEXT NOT NULL,"                     \
  "  user TEXT"                                   \
  ") STRICT;"                                     \
  "CREATE TABLE quota_day ("                      \
  "  host TEXT NOT NULL COLLATE NOCASE,"          \
  "  day INTEGER NOT NULL," /* since 1970, UTC */ \
  "  requests INTEGER NOT NULL,"                  \
  "  PRIMARY KEY (host, day)"                     \
  ") STRICT, WITHOUT ROWID;"

#define REST                                                      \
  "CREATE TABLE activity ("                                       \
  "  position INTEGER PRIMARY KEY AUTOINCREMENT,"                 \
  "  interview_uid TEXT COLLATE NOCASE"                           \
  "    REFERENCES interview (uid) DEFERRABLE INITIALLY DEFERRED," \
  "  at INTEGER NOT NULL,"                                        \
  "  text TEXT NOT NULL"                                          \
  ") STRICT;"                                                     \
  "CREATE INDEX activity_interview"                               \
  "  ON activity (interview_uid);"                                \
  "CREATE TABLE preference ("                                     \
  "  key TEXT NOT NULL PRIMARY KEY,"                              \
  "  value TEXT NOT NULL"                                         \
  ") STRICT, WITHOUT ROWID;"

/* Each use of a person or a job takes the next number: the order of the numbers is that of the uses, and the key of what is searched. In `plain` is
 * how the words are written without letters that are more than an accent. Who was there before is numbered by their last interview. */
#define USED                                                                                 \
  "ALTER TABLE person ADD COLUMN used INTEGER NOT NULL DEFAULT 0;"                           \
  "ALTER TABLE person ADD COLUMN plain TEXT;"                                                \
  "ALTER TABLE job ADD COLUMN used INTEGER NOT NULL DEFAULT 0;"                              \
  "ALTER TABLE job ADD COLUMN plain TEXT;"                                                   \
  "CREATE INDEX interview_job"                                                               \
  "  ON interview (job)"                                                                     \
  "  WHERE job IS NOT NULL;"                                                                 \
  "CREATE INDEX operation_failed"                                                            \
  "  ON operation (interview_uid)"                                                           \
  "  WHERE state = 'failed';"                                                                \
  "UPDATE person SET used = ranked.place FROM"                                               \
  "  (SELECT person.address AS address,"                                                     \
  "     row_number () OVER (ORDER BY ifnull (seen.last, 0), person.address) AS place"        \
  "   FROM person LEFT JOIN"                                                                 \
  "     (SELECT address, max (interview) AS last FROM participant GROUP BY address) AS seen" \
  "     ON seen.address = person.address) AS ranked"                                         \
  "  WHERE person.address = ranked.address;"                                                 \
  "UPDATE job SET used = ranked.place FROM"                                                  \
  "  (SELECT job.title AS title,"                                                            \
  "     row_number () OVER (ORDER BY ifnull (seen.last, 0), job.title) AS place"             \
  "   FROM job LEFT JOIN"                                                                    \
  "     (SELECT job, max (id) AS last FROM interview GROUP BY job) AS seen"                  \
  "     ON seen.job = job.title) AS ranked"                                                  \
  "  WHERE job.title = ranked.title;"                                                        \
  "CREATE UNIQUE INDEX person_used ON person (used);"                                        \
  "CREATE UNIQUE INDEX job_used ON job (used);"                                              \
  "CREATE VIRTUAL TABLE person_search USING fts5 ("                                          \
  "  name, address, plain,"                                                                  \
  "  tokenize = 'unicode61 remove_diacritics 2',"                                            \
  "  prefix = '1 2 3');"                                                                     \
  "CREATE VIRTUAL TABLE job_search USING fts5 ("                                             \
  "  title, plain,"                                                                          \
  "  tokenize = 'unicode61 remove_diacritics 2',"                                            \
  "  prefix = '1 2 3');"                                                                     \
  "INSERT INTO person_search (rowid, name, address) SELECT used, name, address FROM person;" \
  "INSERT INTO job_search (rowid, title) SELECT used, title FROM job;"

/* What the calendar shows of an interview, in the order in which it shows it: a month is read in one go, where it would else be put together from
 * four tables, row by row. entry_made is the one place that says what an entry is; the triggers make those anew that a change may have touched. */
#define ENTRY                                                                            \
  "CREATE TABLE entry ("                                                                 \
  "  start INTEGER NOT NULL,"                                                            \
  "  uid TEXT NOT NULL COLLATE NOCASE,"                                                  \
  "  interview INTEGER NOT NULL,"                                                        \
  "  ends INTEGER NOT NULL,"                                                             \
  "  candidate TEXT,"                                                                    \
  "  timezone TEXT,"                                                                     \
  "  job TEXT,"                                                                          \
  "  platform TEXT NOT NULL,"                                                            \
  "  status TEXT NOT NULL,"                                                              \
  "  response TEXT NOT NULL,"                                                            \
  "  link TEXT,"                                                                         \
  "  trouble INTEGER NOT NULL,"                                                          \
  "  PRIMARY KEY (start, uid)"                                                           \
  ") STRICT, WITHOUT ROWID;"                                                             \
  "CREATE VIEW entry_made AS"                                                            \
  "  SELECT interview.start, interview.uid, interview.id AS interview, interview.ends,"  \
  "    ifnull (nullif (candidate.name, ''), candidate.address) AS candidate,"            \
  "    candidate.timezone, interview.job, interview.platform, interview.status,"         \
  "    ifnull (candidate.response, 'needs-action') AS response,"                         \
  "    iif (interview.platform = 'link', interview.link,"                                \
  "         iif (meeting.state = 'live', meeting.join_url, NULL)) AS link,"              \
  "    ifnull (meeting.state IN ('failed', 'missing'), 0) OR EXISTS"                     \
  "      (SELECT 1 FROM operation"                                                       \
  "       WHERE operation.interview_uid = interview.uid AND operation.state = 'failed')" \
  "      AS trouble"                                                                     \
  "  FROM interview LEFT JOIN meeting ON meeting.id = interview.meeting_id"              \
  "    LEFT JOIN participant AS candidate"                                               \
  "      ON candidate.interview = interview.id AND candidate.position = 0"               \
  "      AND candidate.role = 'candidate'"                                               \
  "  WHERE interview.wall IS NOT NULL;"                                                  \
  "INSERT INTO entry SELECT * FROM entry_made;"

#define ENTRY_INTERVIEW                                                           \
  "CREATE TRIGGER entry_interview_insert AFTER INSERT ON interview BEGIN"         \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview = new.id;"        \
  "END;"                                                                          \
  "CREATE TRIGGER entry_interview_update AFTER UPDATE OF uid, start, ends, wall," \
  "  job, platform, status, link, meeting_id ON interview BEGIN"                  \
  "  DELETE FROM entry WHERE start = old.start AND uid = old.uid;"                \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview = new.id;"        \
  "END;"                                                                          \
  "CREATE TRIGGER entry_interview_delete AFTER DELETE ON interview BEGIN"         \
  "  DELETE FROM entry WHERE start = old.start AND uid = old.uid;"                \
  "END;"

#define ENTRY_PEOPLE                                                  \
  "CREATE TRIGGER entry_candidate_insert AFTER INSERT ON participant" \
  "  WHEN new.position = 0 BEGIN"                                     \
  "  DELETE FROM entry WHERE (start, uid) IN"                         \
  "    (SELECT start, uid FROM interview WHERE id = new.interview);"  \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"   \
  "    (SELECT id FROM interview WHERE id = new.interview);"          \
  "END;"                                                              \
  "CREATE TRIGGER entry_candidate_update AFTER UPDATE ON participant" \
  "  WHEN new.position = 0 BEGIN"                                     \
  "  DELETE FROM entry WHERE (start, uid) IN"                         \
  "    (SELECT start, uid FROM interview WHERE id = new.interview);"  \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"   \
  "    (SELECT id FROM interview WHERE id = new.interview);"          \
  "END;"                                                              \
  "CREATE TRIGGER entry_candidate_delete AFTER DELETE ON participant" \
  "  WHEN old.position = 0 BEGIN"                                     \
  "  DELETE FROM entry WHERE (start, uid) IN"                         \
  "    (SELECT start, uid FROM interview WHERE id = old.interview);"  \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"   \
  "    (SELECT id FROM interview WHERE id = old.interview);"          \
  "END;"

#define ENTRY_MEETING                                                                    \
  "CREATE TRIGGER entry_meeting_insert AFTER INSERT ON meeting BEGIN"                    \
  "  DELETE FROM entry WHERE (start, uid) IN"                                            \
  "    (SELECT start, uid FROM interview WHERE meeting_id = new.id);"                    \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"                      \
  "    (SELECT id FROM interview WHERE meeting_id = new.id);"                            \
  "END;"                                                                                 \
  "CREATE TRIGGER entry_meeting_update AFTER UPDATE OF state, join_url ON meeting BEGIN" \
  "  DELETE FROM entry WHERE (start, uid) IN"                                            \
  "    (SELECT start, uid FROM interview WHERE meeting_id = new.id);"                    \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"                      \
  "    (SELECT id FROM interview WHERE meeting_id = new.id);"                            \
  "END;"

#define ENTRY_OUTBOX                                                         \
  "CREATE TRIGGER entry_operation_insert AFTER INSERT ON operation"          \
  "  WHEN new.state = 'failed' BEGIN"                                        \
  "  DELETE FROM entry WHERE (start, uid) IN"                                \
  "    (SELECT start, uid FROM interview WHERE uid = new.interview_uid);"    \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"          \
  "    (SELECT id FROM interview WHERE uid = new.interview_uid);"            \
  "END;"                                                                     \
  "CREATE TRIGGER entry_operation_update AFTER UPDATE OF state ON operation" \
  "  WHEN (old.state = 'failed') != (new.state = 'failed') BEGIN"            \
  "  DELETE FROM entry WHERE (start, uid) IN"                                \
  "    (SELECT start, uid FROM interview WHERE uid = new.interview_uid);"    \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"          \
  "    (SELECT id FROM interview WHERE uid = new.interview_uid);"            \
  "END;"                                                                     \
  "CREATE TRIGGER entry_operation_delete AFTER DELETE ON operation"          \
  "  WHEN old.state = 'failed' BEGIN"                                        \
  "  DELETE FROM entry WHERE (start, uid) IN"                                \
  "    (SELECT start, uid FROM interview WHERE uid = old.interview_uid);"    \
  "  INSERT INTO entry SELECT * FROM entry_made WHERE interview IN"          \
  "    (SELECT id FROM interview WHERE uid = old.interview_uid);"            \
  "END;"

/* Connecting an account is one thing, looking after it another: connected_at is written by the first alone, and what was read before it is not written
 * over it. secret_id is where the vault keeps what this connection needs, NULL for the account's id; a key that no account names any more, or not
 * yet, is in stale_secret until it is forgotten. An account with `leaving` was disconnected then and is in no list: it is there for its revocation. */
#define SIGN_IN                                                             \
  "ALTER TABLE account ADD COLUMN secret_id TEXT;"                          \
  "ALTER TABLE account ADD COLUMN missing_scopes TEXT;"                     \
  "ALTER TABLE account ADD COLUMN connected_at INTEGER NOT NULL DEFAULT 0;" \
  "ALTER TABLE account ADD COLUMN problem TEXT;"                            \
  "ALTER TABLE account ADD COLUMN tls TEXT;"                                \
  "ALTER TABLE account ADD COLUMN leaving INTEGER NOT NULL DEFAULT 0;"      \
  "UPDATE account SET connected_at = checked_at;"                           \
  "CREATE TABLE stale_secret ("                                             \
  "  id TEXT NOT NULL PRIMARY KEY,"                                         \
  "  since INTEGER NOT NULL"                                                \
  ") STRICT, WITHOUT ROWID;"

/* Who made a meeting, "user:ID" or "number:ACCOUNT", outlives the account that it was connected as. A delegation that is not allowed was asked for. A
 * person's platform and host are NULL where they have none of their own. */
#define HOSTING                                                                                  \
  "ALTER TABLE meeting ADD COLUMN made_by TEXT;"                                                 \
  "UPDATE meeting SET made_by ="                                                                 \
  "  (SELECT iif (method = 'server-to-server', 'number:' || account_number, 'user:' || user_id)" \
  "   FROM account WHERE account.id = meeting.account_id);"                                      \
  "ALTER TABLE person ADD COLUMN platform TEXT;"                                                 \
  "ALTER TABLE person ADD COLUMN host TEXT COLLATE NOCASE;"                                      \
  "CREATE TABLE delegation ("                                                                    \
  "  account_id TEXT NOT NULL,"                                                                  \
  "  address TEXT NOT NULL COLLATE NOCASE,"                                                      \
  "  allowed INTEGER NOT NULL,"                                                                  \
  "  seen_at INTEGER NOT NULL,"                                                                  \
  "  PRIMARY KEY (account_id, address)"                                                          \
  ") STRICT, WITHOUT ROWID;"                                                                     \
  "CREATE INDEX quota_day_day ON quota_day (day);"

static const char *const migrations[] = {
  PEOPLE MEETING INTERVIEW OUTBOX ACCOUNT REST,
  USED,
  ENTRY ENTRY_INTERVIEW ENTRY_PEOPLE ENTRY_MEETING ENTRY_OUTBOX,
  SIGN_IN                                          HOSTING,
  convene_schema_life,
  convene_schema_answers,
  convene_schema_views,
};

static const ConveneSchema schema = {
  .migrations = migrations,
  .version = G_N_ELEMENTS (migrations),
};

const ConveneSchema *
convene_schema_get (void)
{
  return &schema;
}
