/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-word-search.h"

#include <string.h>

struct _ConveneWordSearch
{
  const ConvenePlace *places;
  guint               n_places;

  GHashTable       *words; /* the FTS5 expression of each word to the ConveneSelection that it finds */
  char             *name;  /* what was searched for last, or NULL */
  ConveneSelection *selection;
};

static void
free_selection (gpointer data)
{
  convene_selection_free (data);
}

ConveneWordSearch *
convene_word_search_new (const ConvenePlace *places,
                         guint               n_places)
{
  ConveneWordSearch *self = g_new0 (ConveneWordSearch, 1);

  self->places = places;
  self->n_places = n_places;
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_selection);
  return self;
}

static void
drop_selection (ConveneWordSearch *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->selection, convene_selection_free);
}

void
convene_word_search_free (ConveneWordSearch *self)
{
  drop_selection (self);
  g_hash_table_unref (self->words);
  g_free (self);
}

/* What FTS5 finds for an expression, and the same for one that is a single phrase. */
#define ANY "SELECT collect (?, rowid) FROM interview_search WHERE interview_search MATCH ?"
#define PHRASE "SELECT collect_phrase (interview_search, ?) FROM interview_search WHERE interview_search MATCH ? LIMIT 1"

static ConveneSelection *
find (ConveneWordSearch *self,
      ConveneConnection *connection,
      const char        *sql,
      const char        *expression,
      GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new ();

  statement = convene_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return NULL;

  g_ptr_array_add (values, (char *) expression);
  return convene_selection_read (self->places, self->n_places, statement, values, error);
}

/* Where the beginning of a word that an expression ends with lies: only ASCII, whose letters, digits and marks need no table of Unicode. What is no letter and no
 * digit behind it is nothing to FTS5. */
typedef struct
{
  gsize start;
  gsize end; /* `start` for none */
} Stem;

static Stem
find_stem (const char *expression)
{
  Stem stem;

  for (stem.end = strlen (expression); stem.end > 0 && g_ascii_isprint (expression[stem.end - 1]) && !g_ascii_isalnum (expression[stem.end - 1]);)
    stem.end--;
  for (stem.start = stem.end; stem.start > 0 && g_ascii_isalnum (expression[stem.start - 1]);)
    stem.start--;
  if (stem.start == 0 || !g_ascii_isprint (expression[stem.start - 1]))
    stem.start = stem.end;

  return stem;
}

/* No word has this character: it comes after all that they have. */
#define LAST "\xf4\x8f\xbf\xbf"

/* `by` next to a stem, in the order of the bytes. */
static char *
move (const char *stem,
      int         by,
      const char *tail)
{
  char *moved = g_strconcat (stem, tail, NULL);

  moved[strlen (stem) - 1] = (char) (moved[strlen (stem) - 1] + by);
  return moved;
}

/* Whether all words of all interviews that begin with `shorter` also begin with `longer`, both in small letters: none comes before or behind the latter. The list of
 * words is read where it begins, and no list of interviews: so no word of theirs may be the end of what is asked for, which fts5vocab would read all of. */
static gboolean
is_only_way (ConveneConnection *connection,
             const char        *shorter,
             const char        *longer,
             gboolean          *only,
             GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autofree char *before = move (longer, -1, LAST);
  g_autofree char *behind = move (longer, 1, "");
  g_autofree char *end = move (shorter, 0, LAST);
  gboolean         row;

  if (!convene_connection_execute (connection, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.interview_word USING fts5vocab (main, interview_search, instance)", error))
    return FALSE;

  statement = convene_connection_prepare (connection,
                                          "SELECT EXISTS (SELECT 1 FROM temp.interview_word WHERE term >= ? AND term <= ?) OR "
                                          "EXISTS (SELECT 1 FROM temp.interview_word WHERE term >= ? AND term <= ?)",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, shorter);
  convene_statement_bind_text (statement, before);
  convene_statement_bind_text (statement, behind);
  convene_statement_bind_text (statement, end);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *only = row && !convene_statement_get_number (statement, 0);
  return TRUE;
}

/* Whether a longer expression finds what a shorter one finds. FALSE is "not known". */
static gboolean
finds_the_same (ConveneConnection *connection,
                const char        *shorter,
                const char        *longer,
                gboolean          *same,
                GError           **error)
{
  const Stem       a = find_stem (shorter);
  const Stem       b = find_stem (longer);
  g_autofree char *shorter_stem = g_ascii_strdown (shorter + a.start, (gssize) (a.end - a.start));
  g_autofree char *longer_stem = g_ascii_strdown (longer + b.start, (gssize) (b.end - b.start));

  *same = FALSE;
  if (*shorter_stem == '\0' || a.start != b.start || strncmp (shorter, longer, a.start) != 0 || !g_str_has_prefix (longer_stem, shorter_stem))
    return TRUE;
  if (strcmp (longer_stem, shorter_stem) != 0)
    return is_only_way (connection, shorter_stem, longer_stem, same, error);

  *same = TRUE;
  return TRUE;
}

/* Among what is known, as a copy: letters were added or taken back. Success without one leaves *found NULL. */
static gboolean
find_known (ConveneWordSearch *self,
            ConveneConnection *connection,
            const char        *word,
            ConveneSelection **found,
            GError           **error)
{
  GHashTableIter iter;
  gpointer       name, selection;
  gboolean       same = FALSE;

  g_hash_table_iter_init (&iter, self->words);
  while (!same && g_hash_table_iter_next (&iter, &name, &selection))
    if (!finds_the_same (connection, name, word, &same, error) || (!same && !finds_the_same (connection, word, name, &same, error)))
      return FALSE;

  *found = same ? convene_selection_copy (selection) : NULL;
  return TRUE;
}

static gboolean
find_word (ConveneWordSearch *self,
           ConveneConnection *connection,
           const char        *word,
           GError           **error)
{
  ConveneSelection *found;

  if (g_hash_table_contains (self->words, word))
    return TRUE;
  if (!find_known (self, connection, word, &found, error))
    return FALSE;
  if (found == NULL)
    found = find (self, connection, PHRASE, word, error);
  if (found == NULL)
    return FALSE;

  g_hash_table_insert (self->words, g_strdup (word), found);
  return TRUE;
}

/* NULL where a word finds nothing: it may be one that FTS5 knows no word in, such as "-", and passes over where there are others. */
static ConveneSelection *
intersect (ConveneWordSearch *self,
           const char *const *words)
{
  g_autoptr(ConveneSelection) all = convene_selection_copy (g_hash_table_lookup (self->words, words[0]));

  for (guint i = 0; words[i] != NULL; i++)
    {
      ConveneSelection *found = g_hash_table_lookup (self->words, words[i]);

      if (found->n_chosen == 0)
        return NULL;

      convene_selection_intersect (all, found);
    }

  return g_steal_pointer (&all);
}

static gboolean
is_other_word (gpointer name,
               gpointer selection,
               gpointer words)
{
  return !g_strv_contains (words, name);
}

/* Those of the last search are known until all of this one are found. */
static gboolean
find_words (ConveneWordSearch *self,
            ConveneConnection *connection,
            const char *const *words,
            GError           **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!find_word (self, connection, words[i], error))
      return FALSE;

  g_hash_table_foreach_remove (self->words, is_other_word, (gpointer) words);
  return TRUE;
}

gboolean
convene_word_search_run (ConveneWordSearch *self,
                         ConveneConnection *connection,
                         ConveneListing    *listing,
                         GError           **error)
{
  const char        *expression = convene_listing_get_filter (listing)->search;
  const char *const *words = convene_listing_get_words (listing);

  if (g_strcmp0 (self->name, expression) == 0)
    return TRUE;

  drop_selection (self);
  if (!find_words (self, connection, words, error))
    return FALSE;
  if (expression == NULL)
    return TRUE;

  self->selection = intersect (self, words);
  if (self->selection == NULL)
    self->selection = find (self, connection, ANY, expression, error);
  if (self->selection == NULL)
    return FALSE;

  self->name = g_strdup (expression);
  return TRUE;
}

ConveneSelection *
convene_word_search_get_selection (ConveneWordSearch *self)
{
  return self->selection;
}
