/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-connection.h"

#include <glib/gi18n-lib.h>

#include "convene-connection-private.h"
#include "convene-copies.h"
#include "convene-error.h"

static const char *
describe (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("another program has kept it to itself for too long");
    case SQLITE_FULL:
      return _ ("there is no space left");
    case SQLITE_IOERR:
      return _ ("the disk failed");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      return _ ("look at the permissions of its folder");
    case SQLITE_INTERRUPT:
      return _ ("the work was given up");
    default:
      return _ ("it did not take what it was told");
    }
}

/* `problem` is a clause, to which the way back is added. */
static gboolean
fail_with_way_back (ConveneConnection *self,
                    const char        *problem,
                    GError           **error)
{
  g_autofree char *copy = convene_copies_find_newest (self->folder, self->schema->version);

  if (copy != NULL)
    /* Translators: what is wrong with the database, and the path of a file */
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE, _ ("%s: the newest copy to go back to is %s"), problem, copy);
  else
    /* Translators: what is wrong with the database */
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE, _ ("%s: there is no copy to go back to"), problem);

  return FALSE;
}

gboolean
convene_connection_fail_damaged (ConveneConnection *self,
                                 GError           **error)
{
  g_autofree char *problem = g_strdup_printf (_ ("The database %s is damaged"), self->path);

  return fail_with_way_back (self, problem, error);
}

gboolean
convene_connection_fail_value (ConveneConnection *self,
                               const char        *table,
                               const char        *field,
                               GError           **error)
{
  /* Translators: the path of the database, and the names of a table and a column in it */
  g_autofree char *problem = g_strdup_printf (_ ("The database %s is damaged (%s has an impossible %s)"), self->path, table, field);

  return fail_with_way_back (self, problem, error);
}

gboolean
convene_connection_fail_foreign (ConveneConnection *self,
                                 GError           **error)
{
  g_autofree char *problem = g_strdup_printf (_ ("%s is not a database of Convene, and was left alone"), self->path);

  return fail_with_way_back (self, problem, error);
}

gboolean
convene_connection_fail_newer (ConveneConnection *self,
                               GError           **error)
{
  g_autofree char *problem =
      g_strdup_printf (_ ("The database %s belongs to a newer version of Convene, which is needed to open it"), self->path);

  return fail_with_way_back (self, problem, error);
}

static gboolean
fail_with_reason (ConveneConnection *self,
                  const char        *reason,
                  GError           **error)
{
  /* Translators: the path of the database, and what is the matter */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE, _ ("The database %s cannot be used: %s"), self->path, reason);
  return FALSE;
}

gboolean
convene_connection_fail_unreadable (ConveneConnection *self,
                                    GError           **error)
{
  return fail_with_reason (self, describe (SQLITE_CANTOPEN), error);
}

gboolean
convene_connection_fail (ConveneConnection *self,
                         int                code,
                         GError           **error)
{
  if (self->db == NULL)
    return fail_with_reason (self, _ ("it is not open"), error);

  g_debug ("SQLite answered %d: %s", code, sqlite3_errmsg (self->db));
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    return convene_connection_fail_damaged (self, error);

  return fail_with_reason (self, describe (code), error);
}
