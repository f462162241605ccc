/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-look.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define ATTEMPTS 10
#define PAGE_MIN 512 /* SQLite: Database File Format §1.3.2 */

/* What changes when somebody writes. */
typedef struct
{
  gint64 size; /* -1 for no file */
  gint64 seconds;
  gint64 nanoseconds;
  gint64 log;     /* bytes in the write-ahead log */
  gint64 journal; /* bytes in the rollback journal */
} Stamp;

static gint64
get_size (const char *path,
          const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf         status;

  return g_stat (name, &status) == 0 ? status.st_size : 0;
}

static void
take_stamp (const char *path,
            Stamp      *stamp)
{
  GStatBuf status;

  *stamp = (Stamp){ .size = -1 };
  if (g_stat (path, &status) == 0)
    {
      stamp->size = status.st_size;
      stamp->seconds = status.st_mtim.tv_sec;
      stamp->nanoseconds = status.st_mtim.tv_nsec;
    }
  stamp->log = get_size (path, "-wal");
  stamp->journal = get_size (path, "-journal");
}

static gboolean
stamp_equal (const Stamp *a,
             const Stamp *b)
{
  return a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds && a->log == b->log &&
         a->journal == b->journal;
}

static int
read_number (sqlite3    *db,
             const char *sql,
             gint64     *number)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  if (code == SQLITE_OK)
    code = sqlite3_finalize (statement);

  return code;
}

/* A whole number of pages: SQLite itself notices missing pages, but not a piece that is missing of the last one. */
static gboolean
is_whole (sqlite3     *db,
          const Stamp *stamp)
{
  gint64 page_size = 0;

  return read_number (db, "PRAGMA page_size", &page_size) == SQLITE_OK && page_size > 0 && stamp->size % page_size == 0;
}

static ConveneLook
judge_inside (sqlite3             *db,
              const Stamp         *stamp,
              const ConveneSchema *schema)
{
  gint64 application_id = 0, version = 0, tables = 0;
  int    code = read_number (db, "PRAGMA user_version", &version);

  /* The number first: a schema of later times may hold what cannot be read today. */
  if (code == SQLITE_OK && (version < 0 || version > schema->version))
    return CONVENE_LOOK_NEWER;
  if (code == SQLITE_OK)
    code = read_number (db, "PRAGMA application_id", &application_id);
  if (code == SQLITE_OK)
    code = read_number (db, "SELECT count(*) FROM sqlite_schema", &tables);

  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT || (code == SQLITE_OK && !is_whole (db, stamp)))
    return CONVENE_LOOK_DAMAGED;
  if (code != SQLITE_OK)
    return CONVENE_LOOK_FAILED;

  return convene_look_judge (schema, application_id, version, tables);
}

/* "immutable" makes SQLite take no lock and make no file. It tells a file that was cut off by itself. */
static ConveneLook
look_inside (const char          *path,
             const Stamp         *stamp,
             const ConveneSchema *schema)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3         *db = NULL;
  ConveneLook      look = CONVENE_LOOK_FAILED;

  if (sqlite3_open_v2 (immutable, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    look = judge_inside (db, stamp, schema);

  sqlite3_close (db);
  return look;
}

static ConveneLook
look_once (const char          *path,
           const Stamp         *stamp,
           const ConveneSchema *schema)
{
  /* A log belongs to a file that had something inside. */
  if (stamp->size <= 0)
    return stamp->log == 0 ? CONVENE_LOOK_FRESH : CONVENE_LOOK_DAMAGED;
  if (stamp->log > 0 || stamp->journal > 0)
    return CONVENE_LOOK_OURS;
  /* SQLite would take a file without a whole page for an empty one. */
  if (stamp->size < PAGE_MIN)
    return CONVENE_LOOK_DAMAGED;

  return look_inside (path, stamp, schema);
}

ConveneLook
convene_look_judge (const ConveneSchema *schema,
                    gint64               application_id,
                    gint64               version,
                    gint64               tables)
{
  if (version < 0 || version > schema->version)
    return CONVENE_LOOK_NEWER;
  if (version == 0)
    return tables == 0 ? CONVENE_LOOK_FRESH : CONVENE_LOOK_FOREIGN;

  return application_id == CONVENE_SCHEMA_APPLICATION_ID && tables > 0 ? CONVENE_LOOK_OURS : CONVENE_LOOK_FOREIGN;
}

ConveneLook
convene_look (const char          *path,
              const ConveneSchema *schema)
{
  Stamp before, after;

  take_stamp (path, &after);
  for (int i = 0; i < ATTEMPTS; i++)
    {
      ConveneLook look;

      before = after;
      look = look_once (path, &before, schema);
      take_stamp (path, &after);
      if (stamp_equal (&before, &after))
        return look;
    }

  /* Somebody writes and writes: it is in use, and so it is one. */
  return CONVENE_LOOK_OURS;
}
