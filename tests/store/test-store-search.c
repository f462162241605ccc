/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "convene-clock.h"
#include "convene-index.h"
#include "convene-listing.h"

/* A search that is typed finds what FTS5 finds for its text as a whole, and does not look for a word again that stays or that its new letter does not change. */

#define NOW (G_GINT64_CONSTANT (1000000) * CONVENE_SECOND)
#define INTERVIEWS 300
#define TEXTS 70
#define WRITE_AFTER_KEYS 40
#define MANY 6000

/* Where phrases are made of words, and where words begin. */
static const char *const between[] = { " ", " ", " ", " - ", "-", ".", "@", "', \"" };

/* What people, jobs and notes are made of: marks in words and around them, accents, letters of other scripts, words that begin with others. */
static const char *const words[] = { "Anne-Marie", "anne", "ann", "Anneliese", "person-1@example.com", "person-12@example.com", "person-123@example.org", "example", "exam.ple",
                                     "C++", "c", "C#", "co-op", "coop", "Søren", "Fátima", "fatima", "naïve", "état", "e\xcc\x81tude", "etude", "Straße", "日本語", "日本", "x.y.z", "x-y",
                                     "O'Brien", "o", "81234567890", "8123", "8123-4567", "e-mail", "email", "front_end", "front", "🙂", "-", "+", "…", "\"quoted\"", "quo\"ted", "a",
                                     "aa", "aab", "ab", "AAB-aa", "é-a", "aé", "a-é-aa", "zz", "zz9", "9", "90", "0", "Müller-Lüdenscheidt", "muller", "ﬁne", "İstanbul", "évier", "évolution", "kabc", "kbcd", "x\x01y" };

typedef struct
{
  guint64            state; /* of the generator */
  StoreFixture      *fixture;
  ConveneIndex      *index;
  ConveneConnection *connection; /* of the index */
  ConveneConnection *plain;      /* that is asked directly */
  guint              n_interviews;
  guint              n_found; /* altogether, so that the test is not about nothing */
} Typing;

/* SplitMix64 */
static guint
draw (Typing *self,
      guint   bound)
{
  guint64 z;

  self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = self->state;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint) ((z ^ (z >> 31)) % bound);
}

static char *
draw_text (Typing     *self,
           guint       n_words,
           const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", words[draw (self, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
add_interviews (Typing *self,
                guint   count)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *uid = g_strdup_printf ("interview-%u", self->n_interviews++);
      g_autofree char *name = draw_text (self, 2, " ");
      g_autofree char *agenda = draw_text (self, 1 + draw (self, 4), draw (self, 2) == 0 ? " " : ", ");
      g_autofree char *notes = draw_text (self, 1 + draw (self, 3), "-");
      g_autoptr(ConveneInterview) interview = make_interview (uid, 1000000 + (gint64) draw (self, 100) * 600 - 30000, 30);

      convene_interview_set_agenda (interview, agenda);
      convene_interview_set_notes (interview, notes);
      add_person (interview, name, draw (self, 2) == 0 ? "person-1@example.com" : "someone@example.org", CONVENE_ROLE_CANDIDATE);
      convene_change_add_interview (change, interview);
    }

  commit_ok (self->fixture->store, change);
}

static char *
draw_uid (Typing *self)
{
  return g_strdup_printf ("interview-%u", draw (self, self->n_interviews));
}

/* Other words, and other phrases, in an interview that may be gone by now. */
static void
change_interview (Typing *self)
{
  g_autofree char *uid = draw_uid (self);
  g_autofree char *agenda = draw_text (self, 1 + draw (self, 4), draw (self, 2) == 0 ? "." : " ");
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = store_find (self->fixture->store, uid, NULL);

  if (interview == NULL)
    return;

  convene_interview_set_agenda (interview, agenda);
  add_person (interview, "Anne-Marie", "person-12@example.com", CONVENE_ROLE_REQUIRED);
  convene_change_update_interview (change, interview);
  commit_ok (self->fixture->store, change);
}

static void
delete_interview (Typing *self)
{
  g_autofree char *uid = draw_uid (self);
  g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = ON; BEGIN; "
                                          "DELETE FROM interview_search WHERE rowid IN (SELECT id FROM interview WHERE uid = '%s'); "
                                          "DELETE FROM interview WHERE uid = '%s'; COMMIT;",
                                          uid, uid);

  store_fixture_execute (self->fixture, sql);
}

/* Somebody writes while somebody types. */
static void
write_something (Typing *self)
{
  switch (draw (self, 3))
    {
    case 0:
      add_interviews (self, 3);
      break;
    case 1:
      change_interview (self);
      break;
    default:
      delete_interview (self);
    }
}

static void
append_key (GString *keys,
            gint64   key)
{
  g_string_append_printf (keys, " %" G_GINT64_FORMAT, key);
}

typedef struct
{
  ConveneIndex   *index;
  ConveneListing *listing;
  GArray         *rows;
} Question;

static gboolean
ask_func (ConveneConnection *connection,
          gpointer           data,
          GError           **error)
{
  Question *question = data;
  gint64    until;

  question->rows = convene_index_query (question->index, connection, question->listing, &until, error);
  return question->rows != NULL;
}

static char *
ask (ConveneIndex                 *index,
     ConveneConnection            *connection,
     const ConveneInterviewFilter *filter)
{
  g_autoptr(ConveneListing) listing = convene_listing_new (filter);
  g_autoptr(GError) error = NULL;
  Question question = { .index = index, .listing = listing };
  GString *keys = g_string_new (NULL);

  convene_connection_transact (connection, FALSE, ask_func, &question, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < question.rows->len; i++)
    append_key (keys, g_array_index (question.rows, ConveneQueryRow, i).key);

  g_array_unref (question.rows);
  return g_string_free (keys, FALSE);
}

#define ORDER_OF_TIME "start, ends, interview"
#define SOONEST_THEN_NEWEST \
  "ends <= ?1, iif (ends > ?1, start, -start), iif (ends > ?1, ends, -ends), iif (ends > ?1, interview, -interview)"

/* Without an index: one question to FTS5, sorted by SQLite. */
static char *
ask_plainly (Typing                       *self,
             const ConveneInterviewFilter *filter)
{
  g_autofree char *any = convene_listing_format_search (filter->search);
  g_autofree char *match = any != NULL && filter->named ? g_strdup_printf ("{people job number} : (%s)", any) : g_strdup (any);
  g_autofree char *sql = g_strdup_printf ("SELECT interview FROM entry WHERE %s AND %s ORDER BY %s",
                                          match != NULL ? "interview IN (SELECT rowid FROM interview_search WHERE interview_search MATCH ?2)" : "?2 IS NULL",
                                          filter->past ? "ends <= ?1" : filter->all ? "ends > 0"
                                                                                    : "ends > ?1",
                                          filter->chronological ? ORDER_OF_TIME : SOONEST_THEN_NEWEST);
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  GString *keys = g_string_new (NULL);
  gboolean row;

  statement = convene_connection_prepare (self->plain, sql, &error);
  g_assert_no_error (error);
  convene_statement_bind_number (statement, filter->now);
  convene_statement_bind_text (statement, match);
  while (convene_statement_step (statement, &row, &error) && row)
    append_key (keys, convene_statement_get_number (statement, 0));
  g_assert_no_error (error);

  return g_string_free (keys, FALSE);
}

static void
check (Typing                *self,
       ConveneInterviewFilter filter,
       const char            *text)
{
  g_autofree char *shown = g_strescape (text, NULL);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  filter.search = text;
  found = ask (self->index, self->connection, &filter);
  expected = ask_plainly (self, &filter);
  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("typed “%s”%s: %s instead of %s", shown, filter.named ? ", by name" : "", found, expected);
  g_assert_cmpstr (found, ==, expected);
  self->n_found += *found != '\0';
}

static void
type (Typing                *self,
      ConveneInterviewFilter filter,
      const char            *text)
{
  const glong length = g_utf8_strlen (text, -1);
  const glong kept = (glong) draw (self, (guint) length + 1);

  for (glong letters = draw (self, 5) == 0 ? length : 1; letters <= length; letters++)
    {
      g_autofree char *typed = g_utf8_substring (text, 0, letters);

      check (self, filter, typed);
      if (draw (self, WRITE_AFTER_KEYS) == 0)
        write_something (self);
    }

  /* Some of it is taken back. */
  for (glong letters = length - 1; letters >= kept; letters--)
    {
      g_autofree char *typed = g_utf8_substring (text, 0, letters);

      check (self, filter, typed);
    }
}

static void
type_something (Typing *self)
{
  const ConveneInterviewFilter filters[] = { { .now = NOW, .all = TRUE, .chronological = TRUE }, { .now = NOW, .all = TRUE }, { .now = NOW }, { .now = NOW, .past = TRUE } };
  ConveneInterviewFilter       filter = filters[draw (self, G_N_ELEMENTS (filters))];
  g_autofree char             *text = draw_text (self, 1 + draw (self, 3), between[draw (self, G_N_ELEMENTS (between))]);

  if (draw (self, 4) == 0)
    {
      g_autofree char *small = g_steal_pointer (&text);

      text = g_utf8_strup (small, -1);
    }
  filter.named = draw (self, 4) == 0;
  type (self, filter, text);
}

static ConveneConnection *
open_reading (StoreFixture *fixture)
{
  ConveneConnection *connection = convene_connection_new (fixture->folder, convene_schema_get ());
  g_autoptr(GError) error = NULL;

  convene_connection_open_reading (connection, &error);
  g_assert_no_error (error);
  return connection;
}

static void
test_typed (StoreFixture *fixture,
            gconstpointer data)
{
  Typing self = { .state = GPOINTER_TO_UINT (data), .fixture = fixture };

  add_interviews (&self, INTERVIEWS);
  self.index = convene_index_new ();
  self.connection = open_reading (fixture);
  self.plain = open_reading (fixture);

  for (guint i = 0; i < TEXTS; i++)
    {
      type_something (&self);
      if (draw (&self, 10) == 0)
        write_something (&self);
    }
  g_assert_cmpuint (self.n_found, >, TEXTS * 2);

  convene_index_free (self.index);
  convene_connection_free (self.connection);
  convene_connection_free (self.plain);
}

static gboolean
count_cb (gpointer data)
{
  guint *turns = data;

  (*turns)++;
  return FALSE;
}

static gboolean
refuse_cb (gpointer data)
{
  return TRUE;
}

static void
fill_many (StoreFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *uid = g_strdup_printf ("interview-%u", i);
      g_autoptr(ConveneInterview) interview = make_interview (uid, i, 60);

      convene_interview_set_agenda (interview, "Extraordinary work, eventually");
      convene_interview_set_notes (interview, i == 7 ? "one" : NULL);
      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);
}

typedef struct
{
  const char *typed;
  gboolean    reads; /* lists of many interviews */
} CostRow;

static const CostRow cost_rows[] = {
  { "e", TRUE },    /* extraordinary, eventually */
  { "ex", TRUE },   /* no longer eventually */
  { "ext", FALSE }, /* nothing else began with "ex" */
  { "extraord", FALSE },
  { "Extraord-", FALSE },
  { "extraord- ", FALSE },
  { "extraord- o", FALSE }, /* one interview, and the other word stays */
  { "extraord- on", FALSE },
  { "extraord-", FALSE },
  { "extra", FALSE }, /* taken back */
  { "extra w", TRUE },
  { "extra wo", FALSE },
  { "work", FALSE }, /* the last search had nearly all of it */
};

/* Steps of SQLite, not time: a look at each of the interviews takes many. */
static void
test_cost (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr(ConveneConnection) connection = NULL;
  g_autoptr(ConveneIndex) index = convene_index_new ();
  ConveneInterviewFilter filter = { .all = TRUE };
  guint                  turns = 0;

  fill_many (fixture);
  connection = open_reading (fixture);
  g_free (ask (index, connection, &filter));

  convene_connection_set_stop (connection, count_cb, &turns);
  for (guint i = 0; i < G_N_ELEMENTS (cost_rows); i++)
    {
      g_autofree char *found = NULL;

      turns = 0;
      filter.search = cost_rows[i].typed;
      found = ask (index, connection, &filter);
      g_test_message ("%s: %u", cost_rows[i].typed, turns);
      g_assert_cmpstr (found, !=, "");
      if (cost_rows[i].reads)
        g_assert_cmpuint (turns, >, 2);
      else
        g_assert_cmpuint (turns, <=, 1);
    }
}

/* A search that is given up, because more was typed meanwhile, leaves what was known. */
static void
test_given_up (StoreFixture *fixture,
               gconstpointer data)
{
  const ConveneInterviewFilter first = { .all = TRUE, .search = "ex" };
  const ConveneInterviewFilter outrun = { .all = TRUE, .search = "ext even" };
  g_autoptr(ConveneListing) listing = convene_listing_new (&outrun);
  g_autoptr(ConveneConnection) connection = NULL;
  g_autoptr(ConveneIndex) index = convene_index_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Question         question = { .index = index, .listing = listing };
  guint            turns = 0;

  fill_many (fixture);
  connection = open_reading (fixture);
  before = ask (index, connection, &first);

  convene_connection_set_stop (connection, refuse_cb, NULL);
  g_assert_false (convene_connection_transact (connection, FALSE, ask_func, &question, &error));
  g_assert_nonnull (error);

  convene_connection_set_stop (connection, count_cb, &turns);
  after = ask (index, connection, &first);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (turns, <=, 1);
  g_free (ask (index, connection, &outrun));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/O-14/search/typed/%u", seed);

      g_test_add (path, StoreFixture, GUINT_TO_POINTER (seed), store_fixture_set_up_open, test_typed, store_fixture_tear_down);
    }
  g_test_add ("/store/O-14/search/cost", StoreFixture, NULL, store_fixture_set_up_open, test_cost, store_fixture_tear_down);
  g_test_add ("/store/O-14/search/given-up", StoreFixture, NULL, store_fixture_set_up_open, test_given_up, store_fixture_tear_down);

  return g_test_run ();
}
