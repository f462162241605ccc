/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* search FILL-STORE COUNT [FOLDER]: how long it takes from the text of a filter to the interviews that it lets through, when words are typed letter by letter over
 * COUNT interviews; in several orders. Beside it, a look through all texts in memory, one after the other. FOLDER was filled before. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "convene-interview-query.h"
#include "convene-vault.h"
#include "scaled-clock.h"

#define NOW (G_GINT64_CONSTANT (1796083200)) /* 2026-12-01T00:00:00Z */
#define ROUNDS 5
#define DEAREST 6

static const char *const words[] = { "ada", "engineer", "example.com", "schäfer", "person-1234", "questions", "translator", "hiroshi", "portfolio", "principal" };

typedef struct
{
  char                  *folder;
  ConveneClock          *clock;
  ConveneVault          *vault;
  ConveneEngine         *engine;
  ConveneFilter         *filter;
  ConveneInterviewQuery *query;
  GHashTable            *dear;  /* text to Dear */
  GPtrArray             *texts; /* what is searched, of every interview, without case and accents */
} Bench;

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

static void
fill (const char *program,
      const char *count,
      const char *folder)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, NOW);
  const char      *argv[] = { program, folder, count, now, "365", "365", NULL };
  g_autoptr(GError) error = NULL;
  int status = 1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static char *
plain (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString         *kept = g_string_new (" ");
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_type (g_utf8_get_char (c)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (kept, g_utf8_get_char (c));

  return g_string_free (kept, FALSE);
}

static void
load_texts (Bench *self)
{
  g_autofree char *path = g_build_filename (self->folder, "convene.db", NULL);
  sqlite3         *db;
  sqlite3_stmt    *statement;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT concat_all FROM (SELECT people || ' ' || ifnull (job, '') || ' ' || ifnull (agenda, '') || ' ' || ifnull (notes, '') || ' ' || ifnull (number, '') AS concat_all FROM interview_search)",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (self->texts, plain ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* In which texts a word begins so. */
static guint
scan (Bench      *self,
      const char *text)
{
  g_autofree char *wanted = plain (text);
  guint            found = 0;

  for (guint i = 0; i < self->texts->len; i++)
    found += strstr (self->texts->pdata[i], wanted) != NULL;

  return found;
}

static void
wait_until_loaded (Bench *self)
{
  while (!convene_interview_query_get_loaded (self->query))
    g_main_context_iteration (NULL, TRUE);
}

/* Milliseconds: as they pass, and those that this program's threads worked, which others that are busy do not add to. */
typedef struct
{
  double passed;
  double worked;
} Time;

static Time
get_time (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &worked);
  return (Time){ (double) g_get_monotonic_time () / 1000, (double) worked.tv_sec * 1000 + (double) worked.tv_nsec / 1000000 };
}

static Time
since (Time before)
{
  Time now = get_time ();

  return (Time){ now.passed - before.passed, now.worked - before.worked };
}

static Time
ask (Bench      *self,
     const char *text)
{
  Time before = get_time ();

  convene_filter_set_text (self->filter, text);
  wait_until_loaded (self);
  return since (before);
}

static Time
ask_scan (Bench      *self,
          const char *text)
{
  Time           before = get_time ();
  volatile guint found = scan (self, text);

  g_assert_cmpuint (found, <=, self->texts->len);
  return since (before);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
report_part (const char *what,
             GArray     *times,
             gsize       part)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < times->len; i++)
    g_array_append_val (values, *(double *) ((char *) &g_array_index (times, Time, i) + part));
  g_array_sort (values, compare);
  g_print ("  %s p50 %6.2f p95 %6.2f max %6.2f ms", what, g_array_index (values, double, values->len / 2), g_array_index (values, double, values->len * 95 / 100),
           g_array_index (values, double, values->len - 1));
}

static void
report (const char *what,
        GArray     *times)
{
  g_print ("%-44s %4u samples", what, times->len);
  report_part ("passed", times, G_STRUCT_OFFSET (Time, passed));
  report_part ("worked", times, G_STRUCT_OFFSET (Time, worked));
  g_print ("\n");
}

/* What was typed, and the best that it took. */
typedef struct
{
  char  *text;
  double worked;
  guint  found;
} Dear;

static void
free_dear (gpointer data)
{
  Dear *dear = data;

  g_free (dear->text);
  g_free (dear);
}

static int
compare_dear (gconstpointer a,
              gconstpointer b)
{
  return compare (&(*(const Dear *const *) b)->worked, &(*(const Dear *const *) a)->worked);
}

static void
note (Bench      *self,
      const char *text,
      Time        time)
{
  Dear *dear = g_hash_table_lookup (self->dear, text);

  if (dear == NULL)
    {
      dear = g_new0 (Dear, 1);
      *dear = (Dear){ g_strdup (text), time.worked, g_list_model_get_n_items (G_LIST_MODEL (self->query)) };
      g_hash_table_insert (self->dear, dear->text, dear);
    }
  dear->worked = MIN (dear->worked, time.worked);
}

static void
report_dearest (Bench *self)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       dear;

  g_hash_table_iter_init (&iter, self->dear);
  while (g_hash_table_iter_next (&iter, NULL, &dear))
    g_ptr_array_add (all, dear);

  g_ptr_array_sort (all, compare_dear);
  for (guint i = 0; i < all->len && i < DEAREST; i++)
    {
      const Dear *one = all->pdata[i];

      g_print ("  the dearest: “%s”, which finds %u: worked at least %.2f ms\n", one->text, one->found, one->worked);
    }
}

/* Every beginning of a word, as it is typed. */
static void
type_word (Bench      *self,
           const char *word,
           GArray     *times,
           GArray     *scans)
{
  for (glong letters = 1; letters <= g_utf8_strlen (word, -1); letters++)
    {
      g_autofree char *text = g_utf8_substring (word, 0, letters);
      Time             time = ask (self, text);

      note (self, text, time);
      g_array_append_val (times, time);
      if (scans == NULL)
        continue;

      time = ask_scan (self, text);
      g_array_append_val (scans, time);
    }

  convene_filter_set_text (self->filter, NULL);
  wait_until_loaded (self);
}

static void
measure_words (Bench                *self,
               ConveneInterviewOrder order,
               gboolean              with_scan)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (Time));
  g_autoptr(GArray) scans = g_array_new (FALSE, FALSE, sizeof (Time));
  g_autofree char *what = g_strdup_printf ("typed, sorted by %s", convene_enum_to_nick (CONVENE_TYPE_INTERVIEW_ORDER, order));
  gint64           before = g_get_monotonic_time ();

  convene_interview_query_set_order (self->query, order, FALSE);
  wait_until_loaded (self);
  g_print ("%-44s %36.2f ms\n", "the order itself, once", (double) (g_get_monotonic_time () - before) / 1000);

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      type_word (self, words[i], times, with_scan ? scans : NULL);
  report (what, times);
  if (!with_scan)
    return;

  report ("a look through all texts in memory", scans);
  report_dearest (self);
}

/* One letter that (nearly) all interviews have a word with; `before` was typed before it. */
static void
measure_letter (Bench      *self,
                const char *before,
                const char *letter)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (Time));
  g_autofree char *what = NULL;

  for (guint round = 0; round < 40; round++)
    {
      Time time;

      convene_filter_set_text (self->filter, before);
      wait_until_loaded (self);
      time = ask (self, letter);
      g_array_append_val (times, time);
      g_free (what);
      what = g_strdup_printf ("“%s”%s, which finds %u", letter, before != NULL ? " after its first word" : "", g_list_model_get_n_items (G_LIST_MODEL (self->query)));
      convene_filter_set_text (self->filter, NULL);
      wait_until_loaded (self);
    }

  report (what, times);
}

static void
measure (Bench *self)
{
  gint64 before = g_get_monotonic_time ();

  self->filter = convene_filter_new ();
  self->query = convene_interview_query_new (self->engine, self->filter);
  wait_until_loaded (self);
  g_print ("%u interviews, there after %.2f ms\n", g_list_model_get_n_items (G_LIST_MODEL (self->query)), (double) (g_get_monotonic_time () - before) / 1000);

  measure_words (self, CONVENE_INTERVIEW_ORDER_START, TRUE);
  measure_letter (self, NULL, "e");
  measure_letter (self, NULL, "p");
  measure_letter (self, "e", "e p");
  measure_letter (self, NULL, "e p");
  measure_words (self, CONVENE_INTERVIEW_ORDER_CANDIDATE, FALSE);
  measure_letter (self, NULL, "e");
  measure_words (self, CONVENE_INTERVIEW_ORDER_HOST, FALSE);

  g_assert_finalize_object (g_steal_pointer (&self->query));
  g_assert_finalize_object (g_steal_pointer (&self->filter));
}

static void
with_engine (Bench *self)
{
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GError) error = NULL;

  self->clock = convene_scaled_clock_new (0, NOW * G_USEC_PER_SEC, 0);
  self->vault = convene_memory_vault_new ();
  self->engine = convene_engine_new (self->folder, self->vault, self->clock, NULL, NULL);
  convene_engine_open_async (self->engine, NULL, ready_cb, &opened);
  convene_engine_open_finish (self->engine, await (&opened), &error);
  g_assert_no_error (error);

  measure (self);

  convene_engine_close_async (self->engine, NULL, ready_cb, &closed);
  convene_engine_close_finish (self->engine, await (&closed), &error);
  g_assert_no_error (error);
  g_clear_object (&self->engine);
  g_clear_object (&self->vault);
  g_clear_object (&self->clock);
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };

  if (argc < 3)
    {
      g_printerr ("search FILL-STORE COUNT [FOLDER]\n");
      return EXIT_FAILURE;
    }

  self.folder = argc > 3 ? g_strdup (argv[3]) : g_dir_make_tmp ("convene-search-XXXXXX", NULL);
  if (argc <= 3)
    fill (argv[1], argv[2], self.folder);
  self.dear = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_dear);
  load_texts (&self);
  with_engine (&self);

  if (argc <= 3)
    remove_folder (self.folder);
  g_hash_table_unref (self.dear);
  g_ptr_array_unref (self.texts);
  g_free (self.folder);
  return EXIT_SUCCESS;
}
