/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-index.h"

#include <stdlib.h>
#include <string.h>

#include "convene-ranking.h"
#include "convene-word-search.h"
#include "convene-selection.h"

/* The order of a list that is sorted by start, from its first to its last; every other one has it where values are equal. */
#define ORDER "ORDER BY start, ends, interview"

typedef struct
{
  gint64  key;
  guint64 mark;
  gint64  start;
  gint64  end;
  guint   position; /* among the rows */
} Row;

/* A selection and what it was made of. */
typedef struct
{
  char             *name; /* NULL for none */
  ConveneSelection *selection;
} Kept;

struct _ConveneIndex
{
  gint64  version; /* of the database, as this connection counts */
  GArray *rows;    /* of Row, in ORDER; NULL before they are read */
  GArray *places;  /* of ConvenePlace, by key */

  ConveneInterviewOrder order;  /* of the rows below */
  GArray               *sorted; /* the rows once more, so that they are walked through one after the other; NULL: by start */

  ConveneWordSearch *search;     /* over the places; NULL before they are read */
  Kept               conditions; /* what the last filter let through, but for its words and times */
};

ConveneIndex *
convene_index_new (void)
{
  return g_new0 (ConveneIndex, 1);
}

static void
drop_kept (Kept *kept)
{
  g_clear_pointer (&kept->name, g_free);
  g_clear_pointer (&kept->selection, convene_selection_free);
}

static void
drop_order (ConveneIndex *self)
{
  g_clear_pointer (&self->sorted, g_array_unref);
  self->order = CONVENE_INTERVIEW_ORDER_START;
}

static void
drop_all (ConveneIndex *self)
{
  g_clear_pointer (&self->search, convene_word_search_free);
  drop_kept (&self->conditions);
  drop_order (self);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

void
convene_index_free (ConveneIndex *self)
{
  drop_all (self);
  g_free (self);
}

/* FNV-1a. */
guint64
convene_query_mark_uid (const char *uid)
{
  guint64 mark = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *c = uid; *c != '\0'; c++)
    mark = (mark ^ (guint8) g_ascii_tolower (*c)) * G_GUINT64_CONSTANT (0x100000001b3);

  return mark;
}

static gboolean
read_rows (GArray           *rows,
           ConveneStatement *statement,
           GError          **error)
{
  gboolean row;

  while (convene_statement_step (statement, &row, error))
    {
      const char *uid;
      Row         one;

      if (!row)
        return TRUE;

      uid = convene_statement_get_text (statement, 1);
      one = (Row){ .key = convene_statement_get_number (statement, 0),
                   .mark = convene_query_mark_uid (uid != NULL ? uid : ""),
                   .start = convene_statement_get_number (statement, 2),
                   .end = convene_statement_get_number (statement, 3),
                   .position = rows->len };
      g_array_append_val (rows, one);
    }

  return FALSE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ConvenePlace *first = a;
  const ConvenePlace *second = b;

  return first->key < second->key ? -1 : first->key > second->key;
}

static GArray *
make_places (GArray *rows)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (ConvenePlace), rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      ConvenePlace place = { .key = g_array_index (rows, Row, i).key, .position = i };

      g_array_append_val (places, place);
    }

  if (places->len > 0)
    qsort (places->data, places->len, sizeof (ConvenePlace), compare_places);
  return places;
}

static gboolean
ensure_rows (ConveneIndex      *self,
             ConveneConnection *connection,
             GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GArray) rows = NULL;
  gint64 version;

  if (!convene_connection_get_number (connection, "PRAGMA data_version", &version, error))
    return FALSE;
  if (self->rows != NULL && self->version == version)
    return TRUE;

  drop_all (self);
  statement = convene_connection_prepare (connection, "SELECT interview, uid, start, ends FROM entry " ORDER, error);
  if (statement == NULL)
    return FALSE;

  rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (!read_rows (rows, statement, error))
    return FALSE;

  self->version = version;
  self->places = make_places (rows);
  self->search = convene_word_search_new ((const ConvenePlace *) self->places->data, self->places->len);
  self->rows = g_steal_pointer (&rows);
  return TRUE;
}

/* Both are of one transaction, and of one length. */
static GArray *
sort_rows (GArray *rows,
           GArray *positions)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Row), rows->len);

  g_assert (positions->len == rows->len);
  for (guint i = 0; i < positions->len; i++)
    g_array_append_val (sorted, g_array_index (rows, Row, g_array_index (positions, guint, i)));

  return sorted;
}

static gboolean
ensure_order (ConveneIndex         *self,
              ConveneConnection    *connection,
              ConveneInterviewOrder order,
              GError              **error)
{
  g_autoptr(GArray) positions = NULL;
  g_autofree char *sql = NULL;

  if (self->order == order)
    return TRUE;

  drop_order (self);
  if (order == CONVENE_INTERVIEW_ORDER_START)
    return TRUE;

  sql = g_strdup_printf ("SELECT %s FROM entry " ORDER, convene_ranking_get_column (order));
  positions = convene_ranking_read (connection, order, sql, error);
  if (positions == NULL)
    return FALSE;

  self->sorted = sort_rows (self->rows, positions);
  self->order = order;
  return TRUE;
}

static ConveneSelection *
read_selection (ConveneIndex      *self,
                ConveneConnection *connection,
                const char        *sql,
                GPtrArray         *values,
                GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  return convene_selection_read ((const ConvenePlace *) self->places->data, self->places->len, statement, values, error);
}

/* A condition and its parameter, if it takes one. */
static void
add_condition (GString    *sql,
               GPtrArray  *values,
               gboolean    wanted,
               const char *condition,
               const char *value)
{
  if (!wanted)
    return;

  g_string_append_printf (sql, " %s %s", sql->len > 0 ? "AND" : "WHERE", condition);
  if (value != NULL)
    g_ptr_array_add (values, (char *) value);
}

/* Nothing about time, so that the selection stays what it is while time passes. */
static void
format_conditions (ConveneListing *listing,
                   GString        *sql,
                   GPtrArray      *values)
{
  const ConveneInterviewFilter *filter = convene_listing_get_filter (listing);
  const char                   *uids = convene_listing_get_uids (listing);

  add_condition (sql, values, filter->has_platform, "platform = ?", convene_enum_to_nick (CONVENE_TYPE_PLATFORM, filter->platform));
  add_condition (sql, values, filter->has_status, "status = ?", convene_enum_to_nick (CONVENE_TYPE_STATUS, filter->status));
  add_condition (sql, values, filter->job != NULL, "job = ? COLLATE NOCASE", filter->job);
  add_condition (sql, values, filter->host != NULL, "host = ? COLLATE NOCASE", filter->host);
  add_condition (sql, values, filter->person != NULL, "interview IN (SELECT interview FROM participant WHERE address = ?)", filter->person);
  add_condition (sql, values, filter->attention, "trouble AND status != 'cancelled'", NULL);
  add_condition (sql, values, uids != NULL, "uid IN (SELECT value FROM json_each (?))", uids);
}

/* Texts are told apart by their length. */
static char *
format_name (GString   *sql,
             GPtrArray *values)
{
  GString *name = g_string_new (sql->str);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (name, "\n%zu %s", strlen (values->pdata[i]), (const char *) values->pdata[i]);

  return g_string_free (name, FALSE);
}

static gboolean
ensure_conditions (ConveneIndex      *self,
                   ConveneConnection *connection,
                   ConveneListing    *listing,
                   GError           **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  g_autofree char *name = NULL;

  format_conditions (listing, sql, values);
  name = format_name (sql, values);
  if (g_strcmp0 (self->conditions.name, sql->len > 0 ? name : NULL) == 0)
    return TRUE;

  drop_kept (&self->conditions);
  if (sql->len == 0)
    return TRUE;

  /* By key, as the places are. */
  g_string_prepend (sql, "SELECT collect (?, interview) FROM (SELECT interview FROM entry");
  g_string_append (sql, " ORDER BY interview)");
  self->conditions.selection = read_selection (self, connection, sql->str, values, error);
  if (self->conditions.selection == NULL)
    return FALSE;

  self->conditions.name = g_steal_pointer (&name);
  return TRUE;
}

typedef enum
{
  UPCOMING = 1 << 0, /* not over */
  OVER = 1 << 1,
} Part;

typedef struct
{
  ConveneIndex                 *index;
  const ConveneInterviewFilter *filter;
  ConveneQueryRow              *answer; /* room for all rows */
  guint                         n_answer;
  guint                         n_over; /* at the end of the room, the last one first */
  gint64                        until;
} Composition;

/* Adds those of some parts, what is over apart if that comes behind. Where the past ones alone are wanted, what is to come will be one of them. */
static void
compose (Composition *self,
         Part         parts,
         gboolean     apart)
{
  const ConveneInterviewFilter *filter = self->filter;
  ConveneSelection             *search = convene_word_search_get_selection (self->index->search);
  ConveneSelection             *conditions = self->index->conditions.selection;
  GArray                       *rows = self->index->sorted != NULL ? self->index->sorted : self->index->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const Part part = row->end > filter->now ? UPCOMING : OVER;

      if (((part & parts) == 0 && !filter->past) ||
          (search != NULL && !convene_selection_contains (search, row->position)) ||
          (conditions != NULL && !convene_selection_contains (conditions, row->position)) ||
          (filter->from != 0 && row->start < filter->from) ||
          (filter->to != 0 && row->start >= filter->to))
        continue;

      if (part == UPCOMING)
        self->until = MIN (self->until, row->end);
      if ((part & parts) == 0)
        continue;

      if (part == OVER && apart)
        self->answer[rows->len - ++self->n_over] = (ConveneQueryRow){ .key = row->key, .mark = row->mark };
      else
        self->answer[self->n_answer++] = (ConveneQueryRow){ .key = row->key, .mark = row->mark };
    }

  if (self->n_over > 0)
    memmove (self->answer + self->n_answer, self->answer + rows->len - self->n_over, self->n_over * sizeof (ConveneQueryRow));
  self->n_answer += self->n_over;
}

static void
reverse (ConveneQueryRow *rows,
         guint            n_rows)
{
  for (guint i = 0, j = n_rows; i + 1 < j; i++)
    {
      ConveneQueryRow row = rows[i];

      rows[i] = rows[--j];
      rows[j] = row;
    }
}

/* What needs a person is never over. What is to come becomes something that is over: when, is told wherever that makes a difference, which it does
 * nearly everywhere. */
static void
compose_all (Composition *self)
{
  const ConveneInterviewFilter *filter = self->filter;
  gboolean                      has_upcoming = !filter->past;
  gboolean                      has_over = (filter->all || filter->past) && !filter->attention;

  compose (self, (has_upcoming ? UPCOMING : 0) | (has_over ? OVER : 0), self->index->sorted == NULL && !filter->chronological);
  if (filter->descending)
    reverse (self->answer, self->n_answer);
}

GArray *
convene_index_query (ConveneIndex      *self,
                     ConveneConnection *connection,
                     ConveneListing    *listing,
                     gint64            *until,
                     GError           **error)
{
  const ConveneInterviewFilter *filter = convene_listing_get_filter (listing);
  Composition                   composition = { .index = self, .filter = filter, .until = G_MAXINT64 };
  GArray                       *answer;

  if (!ensure_rows (self, connection, error) || !ensure_order (self, connection, filter->order, error) ||
      !convene_word_search_run (self->search, connection, listing, error) || !ensure_conditions (self, connection, listing, error))
    return NULL;

  answer = g_array_sized_new (FALSE, FALSE, sizeof (ConveneQueryRow), self->rows->len);
  g_array_set_size (answer, self->rows->len);
  composition.answer = (ConveneQueryRow *) answer->data;
  compose_all (&composition);
  g_array_set_size (answer, composition.n_answer);
  *until = composition.until;
  return answer;
}

gint64
convene_index_get_version (ConveneIndex *self)
{
  return self->version;
}
