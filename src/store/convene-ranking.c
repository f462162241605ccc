/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-ranking.h"

#include <stdlib.h>
#include <string.h>

/* Every value once: its key for comparing, and its rank once all are known. */
typedef struct
{
  char *key; /* NULL for no value, which comes last */
  guint rank;
} Value;

typedef struct
{
  GType       type;   /* of the enumeration whose order counts, or G_TYPE_INVALID for texts */
  GHashTable *known;  /* text to its Value, which `values` owns */
  GPtrArray  *values; /* of Value */
  Value      *none;
  GPtrArray  *rows; /* the Value of each */
} Ranking;

const char *
convene_ranking_get_column (ConveneInterviewOrder order)
{
  switch (order)
    {
    case CONVENE_INTERVIEW_ORDER_CANDIDATE:
      return "candidate";
    case CONVENE_INTERVIEW_ORDER_JOB:
      return "job";
    case CONVENE_INTERVIEW_ORDER_STATUS:
      return "status";
    case CONVENE_INTERVIEW_ORDER_PLATFORM:
      return "platform";
    case CONVENE_INTERVIEW_ORDER_HOST:
      return "host";
    case CONVENE_INTERVIEW_ORDER_MANAGER:
      return "manager";
    case CONVENE_INTERVIEW_ORDER_START:
    default:
      return "start";
    }
}

static void
free_value (gpointer data)
{
  Value *value = data;

  g_free (value->key);
  g_free (value);
}

static Value *
add_value (Ranking *self,
           char    *key)
{
  Value *value = g_new0 (Value, 1);

  value->key = key;
  g_ptr_array_add (self->values, value);
  return value;
}

static void
ranking_init (Ranking              *self,
              ConveneInterviewOrder order)
{
  self->type = order == CONVENE_INTERVIEW_ORDER_STATUS ? CONVENE_TYPE_STATUS : order == CONVENE_INTERVIEW_ORDER_PLATFORM ? CONVENE_TYPE_PLATFORM
                                                                                                                         : G_TYPE_INVALID;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->values = g_ptr_array_new_with_free_func (free_value);
  self->rows = g_ptr_array_new ();
  self->none = add_value (self, NULL);
}

static void
ranking_clear (Ranking *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, ranking_clear)

/* As the person's language sorts it, case not counting; NULL for what is no text, and no word of the enumeration. */
static char *
make_key (Ranking    *self,
          const char *text)
{
  g_autofree char *folded = NULL;
  int              number;

  if (self->type != G_TYPE_INVALID)
    return convene_enum_from_nick (self->type, text, &number) ? g_strdup_printf ("%08x", (guint) number) : NULL;
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    return NULL;

  folded = g_utf8_casefold (text, -1);
  return g_utf8_collate_key (folded, -1);
}

static Value *
find_value (Ranking    *self,
            const char *text)
{
  Value *value;

  if (text == NULL)
    return self->none;

  value = g_hash_table_lookup (self->known, text);
  if (value == NULL)
    {
      value = add_value (self, make_key (self, text));
      g_hash_table_insert (self->known, g_strdup (text), value);
    }

  return value;
}

static gboolean
read_rows (Ranking          *self,
           ConveneStatement *statement,
           GError          **error)
{
  gboolean row;

  while (convene_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;

      g_ptr_array_add (self->rows, find_value (self, convene_statement_get_text (statement, 0)));
    }

  return FALSE;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Value *first = *(const Value *const *) a;
  const Value *second = *(const Value *const *) b;

  if (first->key == NULL || second->key == NULL)
    return (first->key == NULL) - (second->key == NULL);

  return strcmp (first->key, second->key);
}

/* Equal keys, of texts that differ in their case alone, have one rank. */
static void
rank_values (Ranking *self)
{
  qsort (self->values->pdata, self->values->len, sizeof (gpointer), compare_values);
  for (guint i = 1; i < self->values->len; i++)
    {
      Value *value = self->values->pdata[i];

      value->rank = ((Value *) self->values->pdata[i - 1])->rank + (compare_values (&self->values->pdata[i - 1], &self->values->pdata[i]) != 0);
    }
}

/* How many come before each rank says where its first one stands: nothing is compared any more, and what is equal stays as it was read. */
static GArray *
order_rows (Ranking *self)
{
  GArray           *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->rows->len);
  g_autofree guint *next = g_new0 (guint, self->values->len + 1);

  g_array_set_size (positions, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    next[((Value *) self->rows->pdata[i])->rank + 1]++;
  for (guint i = 1; i <= self->values->len; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (positions, guint, next[((Value *) self->rows->pdata[i])->rank]++) = i;

  return positions;
}

GArray *
convene_ranking_read (ConveneConnection    *connection,
                      ConveneInterviewOrder order,
                      const char           *sql,
                      GError              **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);
  g_auto(Ranking) self = { 0 };

  if (statement == NULL)
    return NULL;

  ranking_init (&self, order);
  if (!read_rows (&self, statement, error))
    return NULL;

  rank_values (&self);
  return order_rows (&self);
}
