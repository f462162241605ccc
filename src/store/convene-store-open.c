/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-open.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "convene-copies.h"
#include "convene-error.h"
#include "convene-look.h"

/* What is in the folder is for one person's eyes. */
static gboolean
make_folder (const char *folder,
             GError    **error)
{
  GStatBuf status;

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_stat (folder, &status) == 0 && ((status.st_mode & 0077) == 0 || g_chmod (folder, 0700) == 0))
    return TRUE;

  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE, _ ("The folder %s cannot be made or kept private: %s"), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
heed (ConveneConnection *connection,
      ConveneLook        look,
      GError           **error)
{
  switch (look)
    {
    case CONVENE_LOOK_FRESH:
    case CONVENE_LOOK_OURS:
      return TRUE;
    case CONVENE_LOOK_FOREIGN:
      return convene_connection_fail_foreign (connection, error);
    case CONVENE_LOOK_NEWER:
      return convene_connection_fail_newer (connection, error);
    case CONVENE_LOOK_DAMAGED:
      return convene_connection_fail_damaged (connection, error);
    case CONVENE_LOOK_FAILED:
    default:
      return convene_connection_fail_unreadable (connection, error);
    }
}

static gboolean
get_version (ConveneConnection *connection,
             gint64            *version,
             GError           **error)
{
  return convene_connection_get_number (connection, "PRAGMA user_version", version, error);
}

/* Once more from inside, where the write-ahead log counts too. */
static gboolean
judge (ConveneConnection *connection,
       gpointer           data,
       GError           **error)
{
  const ConveneSchema *schema = convene_connection_get_schema (connection);
  gint64              *version = data;
  gint64               application_id, tables = 0;

  if (!get_version (connection, version, error))
    return FALSE;
  /* The number first: a schema of later times may hold what cannot be read today. */
  if (*version > schema->version)
    return convene_connection_fail_newer (connection, error);
  if (!convene_connection_get_number (connection, "PRAGMA application_id", &application_id, error) ||
      !convene_connection_get_number (connection, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;

  return heed (connection, convene_look_judge (schema, application_id, *version, tables), error);
}

static gboolean
migrate (ConveneConnection *connection,
         gpointer           data,
         GError           **error)
{
  const ConveneSchema *schema = convene_connection_get_schema (connection);
  g_autofree char     *marks = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d", schema->version, CONVENE_SCHEMA_APPLICATION_ID);
  gint64               version;

  /* Another process may have been quicker, and a newer one too. */
  if (!get_version (connection, &version, error))
    return FALSE;
  if (version == schema->version)
    return TRUE;
  if (version > schema->version)
    return convene_connection_fail_newer (connection, error);

  for (; version < schema->version; version++)
    {
      if (!convene_connection_execute (connection, schema->migrations[version], error))
        return FALSE;
    }

  return convene_connection_execute (connection, marks, error);
}

static gboolean
settle (ConveneConnection *connection,
        GError           **error)
{
  gint64 version;

  if (!convene_connection_transact (connection, FALSE, judge, &version, error) || !convene_connection_accept (connection, error))
    return FALSE;
  if (version == convene_connection_get_schema (connection)->version)
    return TRUE;
  if (version > 0 && !convene_copies_make (connection, error))
    return FALSE;

  return convene_connection_transact (connection, TRUE, migrate, NULL, error);
}

gboolean
convene_store_open_connection (ConveneConnection *connection,
                               GError           **error)
{
  if (convene_connection_is_open (connection))
    return TRUE;
  if (!make_folder (convene_connection_get_folder (connection), error))
    return FALSE;
  if (!heed (connection, convene_look (convene_connection_get_path (connection), convene_connection_get_schema (connection)), error))
    return FALSE;
  if (!convene_connection_open (connection, error))
    return FALSE;

  if (settle (connection, error))
    return TRUE;

  convene_connection_close (connection);
  return FALSE;
}
