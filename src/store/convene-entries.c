/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entries.h"

#include "convene-calendar-entry.h"
#include "convene-clash.h"
#include "convene-clock.h"
#include "convene-hosting.h"
#include "convene-interview-check.h"
#include "convene-statement.h"

enum
{
  COLUMN_UID,
  COLUMN_START,
  COLUMN_END,
  COLUMN_CANDIDATE,
  COLUMN_TIMEZONE,
  COLUMN_JOB,
  COLUMN_PLATFORM,
  COLUMN_STATUS,
  COLUMN_RESPONSE,
  COLUMN_HAS_LINK,
  COLUMN_HOST,
  COLUMN_MANAGER,
  COLUMN_ATTENTION,
  COLUMN_HOSTED,
  COLUMN_FOREIGN,
  COLUMN_INDEX, /* of BY_KEY alone */
};

/* Others invite to it: see origin_uid. An index has those few; to look at each interview would be to read all of it. */
#define IS_FOREIGN "entry.interview IN (SELECT id FROM interview WHERE origin_uid IS NOT NULL)"
#define COLUMNS                                                                                      \
  "entry.uid, entry.start, entry.ends, entry.candidate, entry.timezone, entry.job, entry.platform, " \
  "entry.status, entry.response, entry.link IS NOT NULL, entry.host, entry.manager, "                \
  "entry.ends > ?4 AND entry.status != 'cancelled' AND entry.trouble, " CONVENE_IS_HOSTED ("entry.host") ", " IS_FOREIGN " "
/* ?1 is the earliest start that may still touch the range, ?2 its first instant, ?3 the one after it, ?4 now. */
#define ENTRIES     \
  "SELECT " COLUMNS \
  "FROM entry "     \
  "WHERE start >= ?1 AND start < ?3 AND (ends > ?2 OR start >= ?2) AND ?2 < ?3 "
#define ORDER "ORDER BY start, uid LIMIT ?5"
/* Within a range this is asked of each interview. */
#define FILTER                                                                                                  \
  "AND (?6 IS NULL OR platform = ?6) AND (?7 IS NULL OR status = ?7) "                                          \
  "AND (?8 IS NULL OR job = ?8 COLLATE NOCASE) AND (?9 IS NULL OR host = ?9 COLLATE NOCASE) "                   \
  "AND (?10 IS NULL OR EXISTS"                                                                                  \
  "  (SELECT 1 FROM participant WHERE participant.interview = entry.interview AND participant.address = ?10)) " \
  "AND (NOT ?11 OR (ends > ?4 AND status != 'cancelled' AND trouble)) "
#define CLASHES                                                         \
  "AND status != 'cancelled' AND uid IS NOT ?6 AND (?7 = '*' OR EXISTS" \
  "  (SELECT 1 FROM participant WHERE participant.interview = entry.interview AND participant.address = ?7)) "

/* ?1 is an array of keys in JSON; the loops are those of the order, so that the array is not looked through for each interview. */
#define BY_KEY                                                \
  "SELECT " COLUMNS ", json_each.key "                        \
  "FROM json_each (?1) "                                      \
  "  CROSS JOIN interview ON interview.id = json_each.value " \
  "  CROSS JOIN entry ON entry.start = interview.start AND entry.uid = interview.uid"

ConveneEntriesQuery *
convene_entries_query_new (gint64 from,
                           gint64 to,
                           gint64 now)
{
  ConveneEntriesQuery *self = g_new0 (ConveneEntriesQuery, 1);

  self->from = from;
  self->to = to;
  self->now = now;
  return self;
}

void
convene_entries_query_set_filter (ConveneEntriesQuery          *self,
                                  const ConveneInterviewFilter *filter)
{
  self->platform = filter->has_platform ? convene_enum_to_nick (CONVENE_TYPE_PLATFORM, filter->platform) : NULL;
  self->status = filter->has_status ? convene_enum_to_nick (CONVENE_TYPE_STATUS, filter->status) : NULL;
  self->job = g_strdup (filter->job);
  self->host = g_strdup (filter->host);
  self->person = g_strdup (filter->person);
  self->attention = filter->attention;
}

void
convene_entries_query_free (ConveneEntriesQuery *self)
{
  g_strfreev (self->addresses);
  g_free (self->except);
  g_free (self->job);
  g_free (self->host);
  g_free (self->person);
  g_free (self);
}

static gboolean
read_text (ConveneStatement *statement,
           int               column,
           const char       *field,
           const char      **text,
           GError          **error)
{
  *text = convene_statement_get_text (statement, column);
  if (*text == NULL || g_utf8_validate (*text, -1, NULL))
    return TRUE;

  return convene_connection_fail_value (convene_statement_get_connection (statement), "interview", field, error);
}

static gboolean
read_enum (ConveneStatement *statement,
           int               column,
           GType             type,
           const char       *field,
           int              *value,
           GError          **error)
{
  const char *nick = convene_statement_get_text (statement, column);

  if (nick != NULL && convene_enum_from_nick (type, nick, value))
    return TRUE;

  return convene_connection_fail_value (convene_statement_get_connection (statement), "interview", field, error);
}

/* `texts` is NULL, or shared by all that are read together. */
static ConveneCalendarEntry *
read_entry (ConveneStatement *statement,
            GHashTable       *texts,
            GError          **error)
{
  const char           *uid, *candidate, *timezone, *job, *host, *manager;
  int                   platform, status, response;
  ConveneCalendarEntry *entry;

  if (!read_text (statement, COLUMN_UID, "uid", &uid, error) ||
      !read_text (statement, COLUMN_CANDIDATE, "candidate", &candidate, error) ||
      !read_text (statement, COLUMN_TIMEZONE, "timezone", &timezone, error) ||
      !read_text (statement, COLUMN_JOB, "job", &job, error) ||
      !read_text (statement, COLUMN_HOST, "host", &host, error) ||
      !read_text (statement, COLUMN_MANAGER, "manager", &manager, error) ||
      !read_enum (statement, COLUMN_PLATFORM, CONVENE_TYPE_PLATFORM, "platform", &platform, error) ||
      !read_enum (statement, COLUMN_STATUS, CONVENE_TYPE_STATUS, "status", &status, error) ||
      !read_enum (statement, COLUMN_RESPONSE, CONVENE_TYPE_RESPONSE, "response", &response, error))
    return NULL;

  entry = convene_calendar_entry_new (uid, convene_statement_get_number (statement, COLUMN_START),
                                      convene_statement_get_number (statement, COLUMN_END), candidate, timezone, job,
                                      (ConvenePlatform) platform, (ConveneStatus) status, (ConveneResponse) response, convene_statement_get_number (statement, COLUMN_HAS_LINK) != 0, host, manager,
                                      convene_statement_get_number (statement, COLUMN_ATTENTION) != 0);
  convene_calendar_entry_set_hosted (entry, convene_statement_get_number (statement, COLUMN_HOSTED) != 0);
  convene_calendar_entry_set_foreign (entry, convene_statement_get_number (statement, COLUMN_FOREIGN) != 0);
  if (texts != NULL)
    convene_calendar_entry_share (entry, texts);
  return entry;
}

static void
bind_range (ConveneStatement          *statement,
            const ConveneEntriesQuery *query)
{
  const gint64 longest = CONVENE_DURATION_MAX * CONVENE_MINUTE;

  convene_statement_bind_number (statement, query->from > G_MININT64 + longest ? query->from - longest : G_MININT64);
  convene_statement_bind_number (statement, query->from);
  convene_statement_bind_number (statement, query->to);
  convene_statement_bind_number (statement, query->now);
  convene_statement_bind_number (statement, query->limit > 0 ? (gint64) query->limit : -1);
}

static void
bind_filter (ConveneStatement          *statement,
             const ConveneEntriesQuery *query)
{
  convene_statement_bind_text (statement, query->platform);
  convene_statement_bind_text (statement, query->status);
  convene_statement_bind_text (statement, query->job);
  convene_statement_bind_text (statement, query->host);
  convene_statement_bind_text (statement, query->person);
  convene_statement_bind_number (statement, query->attention);
}

GPtrArray *
convene_entries_list (ConveneConnection         *connection,
                      const ConveneEntriesQuery *query,
                      GError                   **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, ENTRIES FILTER ORDER, error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) texts = convene_calendar_entry_create_texts ();
  gboolean row;

  if (statement == NULL)
    return NULL;

  bind_range (statement, query);
  bind_filter (statement, query);
  while (convene_statement_step (statement, &row, error))
    {
      ConveneCalendarEntry *entry;

      if (!row)
        return g_steal_pointer (&entries);

      entry = read_entry (statement, texts, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }

  return NULL;
}

static gboolean
add_clashes (ConveneConnection         *connection,
             const ConveneEntriesQuery *query,
             const char                *address,
             GPtrArray                 *clashes,
             GError                   **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, ENTRIES CLASHES ORDER, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  bind_range (statement, query);
  convene_statement_bind_text (statement, query->except);
  convene_statement_bind_text (statement, address);
  while (convene_statement_step (statement, &row, error))
    {
      g_autoptr(ConveneCalendarEntry) entry = NULL;

      if (!row)
        return TRUE;

      entry = read_entry (statement, NULL, error);
      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (clashes, convene_clash_new (address, entry));
    }

  return FALSE;
}

static int
compare_clashes (gconstpointer a,
                 gconstpointer b)
{
  const ConveneClash *const *first = a;
  const ConveneClash *const *second = b;
  gint64                     one = convene_calendar_entry_get_start ((*first)->entry);
  gint64                     other = convene_calendar_entry_get_start ((*second)->entry);

  return one < other ? -1 : one > other;
}

static void
free_clash (gpointer data)
{
  convene_clash_free (data);
}

GPtrArray *
convene_entries_list_clashes (ConveneConnection         *connection,
                              const ConveneEntriesQuery *query,
                              GError                   **error)
{
  g_autoptr(GPtrArray) clashes = g_ptr_array_new_with_free_func (free_clash);

  for (guint i = 0; query->addresses[i] != NULL; i++)
    {
      if (!add_clashes (connection, query, query->addresses[i], clashes, error))
        return NULL;
    }

  /* Of those that start together, the order of the addresses stays: this sort is stable. */
  g_ptr_array_sort (clashes, compare_clashes);
  return g_steal_pointer (&clashes);
}

static void
free_entry (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

char *
convene_entries_format_keys (const gint64 *keys,
                             guint         n_keys)
{
  GString *array = g_string_new ("[");

  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (array, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", keys[i]);

  g_string_append_c (array, ']');
  return g_string_free (array, FALSE);
}

GPtrArray *
convene_entries_read (ConveneConnection *connection,
                      const gint64      *keys,
                      guint              n_keys,
                      gint64             now,
                      GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, BY_KEY, error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr(GHashTable) texts = convene_calendar_entry_create_texts ();
  g_autofree char *array = convene_entries_format_keys (keys, n_keys);
  gboolean         row;

  if (statement == NULL)
    return NULL;

  g_ptr_array_set_size (entries, (int) n_keys);
  convene_statement_bind_text (statement, array);
  convene_statement_bind_number (statement, 0);
  convene_statement_bind_number (statement, 0);
  convene_statement_bind_number (statement, now);
  while (convene_statement_step (statement, &row, error))
    {
      gpointer *entry;

      if (!row)
        return g_steal_pointer (&entries);

      entry = &entries->pdata[convene_statement_get_number (statement, COLUMN_INDEX)];
      free_entry (*entry);
      *entry = read_entry (statement, texts, error);
      if (*entry == NULL)
        return NULL;
    }

  return NULL;
}
