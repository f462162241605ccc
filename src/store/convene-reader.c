/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-entries.h"
#include "convene-error.h"
#include "convene-index.h"
#include "convene-page.h"

#define UID_MIN 6

typedef struct
{
  const char     *uid;
  const char     *job;
  ConveneListing *listing;

  ConvenePage *page;
  guint        total;
} Reading;

/* The keys of up to two interviews whose uid lies between `uid` and the last text that begins with it. */
static gboolean
find_keys (ConveneConnection *connection,
           const char        *uid,
           gint64            *key,
           guint             *found,
           GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autofree char *last = g_strconcat (uid, "\xf4\x8f\xbf\xbf", NULL);
  gboolean         row;

  statement = convene_connection_prepare (connection, "SELECT id, uid = ?1 FROM interview WHERE uid >= ?1 AND uid < ?2 ORDER BY uid LIMIT 2", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, uid);
  convene_statement_bind_text (statement, last);
  for (*found = 0; convene_statement_step (statement, &row, error); (*found)++)
    {
      if (!row)
        return TRUE;
      if (*found == 0)
        *key = convene_statement_get_number (statement, 0);

      /* A whole uid means that one, whatever else begins with it. */
      if (convene_statement_get_number (statement, 1))
        {
          *found = 1;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
resolve (ConveneConnection *connection,
         const char        *uid,
         gint64            *key,
         GError           **error)
{
  guint found;

  if (!find_keys (connection, uid, key, &found, error))
    return FALSE;
  if (found == 1)
    return TRUE;

  if (found == 0)
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("There is no interview %s"), uid);
  else
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_AMBIGUOUS, _ ("More than one interview begins with %s: give more of it"), uid);
  return FALSE;
}

static gboolean
read_one (ConveneConnection *connection,
          gpointer           data,
          GError           **error)
{
  Reading         *reading = data;
  g_autofree char *sql = convene_page_format ("WHERE interview.id = ?");
  g_autoptr(ConveneStatement) statement = NULL;
  gint64 key;

  if (!resolve (connection, reading->uid, &key, error))
    return FALSE;

  statement = convene_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, key);
  return convene_page_read (reading->page, statement, error) && convene_page_fill (reading->page, connection, error);
}

ConveneInterview *
convene_reader_find_interview (ConveneConnection *connection,
                               const char        *uid,
                               GError           **error)
{
  g_autoptr(ConvenePage) page = convene_page_new ();
  Reading reading = { .uid = uid, .page = page };

  if (!g_utf8_validate (uid, -1, NULL) || g_utf8_strlen (uid, -1) < UID_MIN)
    {
      convene_error_set_field (error, "uid", ngettext ("Give at least %d character of the interview's UID", "Give at least %d characters of the interview's UID", UID_MIN), UID_MIN);
      return NULL;
    }
  if (!convene_connection_transact (connection, FALSE, read_one, &reading, error))
    return NULL;

  return g_object_ref (g_ptr_array_index (convene_page_get_interviews (page), 0));
}

static gboolean
read_last (ConveneConnection *connection,
           gpointer           data,
           GError           **error)
{
  Reading         *reading = data;
  g_autofree char *sql = convene_page_format ("WHERE interview.id = (SELECT max (id) FROM interview WHERE job = ?)");
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, reading->job);
  return convene_page_read (reading->page, statement, error) && convene_page_fill (reading->page, connection, error);
}

ConveneInterview *
convene_reader_find_last_interview (ConveneConnection *connection,
                                    const char        *job,
                                    GError           **error)
{
  g_autoptr(ConvenePage) page = convene_page_new ();
  Reading reading = { .job = job, .page = page };

  if (!convene_connection_transact (connection, FALSE, read_last, &reading, error) || convene_page_get_interviews (page)->len == 0)
    return NULL;

  return g_object_ref (g_ptr_array_index (convene_page_get_interviews (page), 0));
}

static gboolean
count (ConveneConnection *connection,
       ConveneListing    *listing,
       ConveneListingPart part,
       guint             *number,
       GError           **error)
{
  g_autofree char *sql = convene_listing_format_count (listing, part);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_listing_bind_count (listing, part, statement);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *number = (guint) convene_statement_get_number (statement, 0);
  return TRUE;
}

/* limit: -1 for none */
static gboolean
read_part (ConveneConnection *connection,
           Reading           *reading,
           ConveneListingPart part,
           gint64             offset,
           gint64             limit,
           GError           **error)
{
  g_autofree char *conditions = convene_listing_format_page (reading->listing, part);
  g_autofree char *sql = convene_page_format (conditions);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_listing_bind_page (reading->listing, part, statement);
  convene_statement_bind_number (statement, limit);
  convene_statement_bind_number (statement, offset);
  return convene_page_read (reading->page, statement, error);
}

/* The past ones follow the others in one list, so that the offset may lie in either. */
static gboolean
read_past (ConveneConnection *connection,
           Reading           *reading,
           GError           **error)
{
  const ConveneInterviewFilter *filter = convene_listing_get_filter (reading->listing);
  guint                         found = convene_page_get_interviews (reading->page)->len;
  guint                         upcoming = found;
  gint64                        limit = filter->limit > 0 ? (gint64) filter->limit - found : -1;

  if (!filter->all || limit == 0)
    return TRUE;
  if (filter->offset > 0 && !count (connection, reading->listing, CONVENE_LISTING_UPCOMING, &upcoming, error))
    return FALSE;

  return read_part (connection, reading, CONVENE_LISTING_PAST, filter->offset > upcoming ? filter->offset - upcoming : 0, limit, error);
}

static gboolean
read_list (ConveneConnection *connection,
           gpointer           data,
           GError           **error)
{
  Reading                      *reading = data;
  const ConveneInterviewFilter *filter = convene_listing_get_filter (reading->listing);

  return count (connection, reading->listing, filter->all ? CONVENE_LISTING_ANY : CONVENE_LISTING_UPCOMING, &reading->total, error) &&
         read_part (connection, reading, CONVENE_LISTING_UPCOMING, filter->offset, filter->limit > 0 ? (gint64) filter->limit : -1, error) &&
         read_past (connection, reading, error) && convene_page_fill (reading->page, connection, error);
}

static gboolean
read_keys (ConveneConnection *connection,
           Reading           *reading,
           GArray            *keys,
           GError           **error)
{
  g_autofree char *array = convene_entries_format_keys ((const gint64 *) keys->data, keys->len);
  g_autofree char *sql = convene_page_format ("JOIN json_each (?) AS wanted ON wanted.value = interview.id ORDER BY wanted.key");
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, array);
  return convene_page_read (reading->page, statement, error);
}

/* What the statements of a listing do not say, an index does: all of them first, in their order, then those of the page, whole. */
static gboolean
read_by_index (ConveneConnection *connection,
               gpointer           data,
               GError           **error)
{
  Reading                      *reading = data;
  const ConveneInterviewFilter *filter = convene_listing_get_filter (reading->listing);
  g_autoptr(ConveneIndex) index = convene_index_new ();
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 until;

  rows = convene_index_query (index, connection, reading->listing, &until, error);
  if (rows == NULL)
    return FALSE;

  reading->total = rows->len;
  for (guint i = filter->offset; i < rows->len && (filter->limit == 0 || keys->len < filter->limit); i++)
    g_array_append_val (keys, g_array_index (rows, ConveneQueryRow, i).key);
  return read_keys (connection, reading, keys, error) && convene_page_fill (reading->page, connection, error);
}

GPtrArray *
convene_reader_list_interviews (ConveneConnection *connection,
                                ConveneListing    *listing,
                                guint             *total,
                                GError           **error)
{
  g_autoptr(ConvenePage) page = convene_page_new ();
  Reading reading = { .listing = listing, .page = page };

  if (!convene_connection_transact (connection, FALSE, convene_listing_needs_index (listing) ? read_by_index : read_list, &reading, error))
    return NULL;

  *total = reading.total;
  return g_ptr_array_ref (convene_page_get_interviews (page));
}
