/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "answer.h"
#include "convene-error.h"
#include "convene-opening.h"
#include "fake-engine.h"
#include "sample.h"

typedef struct
{
  ConveneEngine    *engine;
  ConveneInterview *interview;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->engine = fake_engine_new ();
  fixture->interview = sample_interview_new ();
  fake_engine_add_interview (fixture->engine, fixture->interview);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->engine);
  g_clear_object (&fixture->interview);
}

static void
assert_member (const Answer *answer,
               const char   *path,
               const char   *wanted)
{
  g_autofree char *seen = answer_get (answer, path);

  if (g_strcmp0 (seen, wanted) != 0)
    g_test_message ("%s%s", answer->out, answer->err);
  g_assert_cmpstr (seen, ==, wanted);
}

static void
add (Fixture       *fixture,
     const char    *uid,
     ConveneVerdict verdict,
     const char    *effect,
     const char    *warning,
     gboolean       is_unclear)
{
  g_autoptr(ConveneClaim) claim = convene_claim_new (&(ConveneClaimFacts){ .kind = CONVENE_CLAIM_KIND_REPLY, .uid = uid });
  g_autoptr(GPtrArray) candidates = g_ptr_array_new ();
  ConveneParticipant *candidate = convene_interview_get_candidate (fixture->interview);
  g_autoptr(ConveneOpening) opening = NULL;

  if (is_unclear)
    g_ptr_array_add (candidates, candidate);
  opening = convene_opening_new (claim, fixture->interview, is_unclear ? NULL : candidate, verdict, candidates, "Ada accepts", effect, warning);
  fake_engine_add_opening (fixture->engine, opening);
}

/* O-8: it is shown, and nothing is done. */
static void
test_shown (Fixture      *fixture,
            gconstpointer data)
{
  const char *const json[] = { "open", "answer.ics", "--json", NULL };
  const char *const plain[] = { "open", "answer.ics", NULL };
  g_autoptr(Answer) answer = NULL;
  g_autoptr(Answer) text = NULL;

  add (fixture, "one", CONVENE_VERDICT_ANSWER, "Ada’s answer is taken", NULL, FALSE);
  answer = answer_new (fixture->engine, NULL, json);
  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "kind", "reply");
  assert_member (answer, "applied", "false");
  assert_member (answer, "claims", "Ada accepts");
  assert_member (answer, "verdict", "answer");
  assert_member (answer, "interview.uid", convene_interview_get_uid (fixture->interview));
  g_assert_null (fake_engine_get_asked (fixture->engine));

  text = answer_new (fixture->engine, NULL, plain);
  g_assert_nonnull (strstr (text->out, "Ada accepts\n"));
  g_assert_nonnull (strstr (text->out, "With --apply: Ada’s answer is taken"));
}

/* What was said to be applied is, all of it, the oldest first. */
static void
test_applied (Fixture      *fixture,
              gconstpointer data)
{
  const char *const json[] = { "open", "answer.ics", "--apply", "--json", NULL };
  g_autoptr(Answer) answer = NULL;

  add (fixture, "new", CONVENE_VERDICT_ANSWER, "Taken", NULL, FALSE);
  add (fixture, "old", CONVENE_VERDICT_ANSWER, "Taken", NULL, FALSE);
  answer = answer_new (fixture->engine, NULL, json);
  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "applied", "true");
  g_assert_cmpstr (fake_engine_get_asked (fixture->engine), ==, " apply old as -; apply new as -;");
}

/* A stranger is asked for, and the choice passed on. */
static void
test_stranger (Fixture      *fixture,
               gconstpointer data)
{
  const char *const alone[] = { "open", "answer.ics", "--apply", "--json", NULL };
  const char *const shown[] = { "open", "answer.ics", NULL };
  const char *const chosen[] = { "open", "answer.ics", "--apply", "--as", "ada@example.com", "--json", NULL };
  g_autoptr(Answer) refused = NULL;
  g_autoptr(Answer) text = NULL;
  g_autoptr(Answer) taken = NULL;

  add (fixture, "one", CONVENE_VERDICT_ANSWER_STRANGER, "Taken for whom you choose", "Nobody with this address was invited", TRUE);
  text = answer_new (fixture->engine, NULL, shown);
  g_assert_nonnull (strstr (text->out, "  Nobody with this address was invited\n"));
  g_assert_nonnull (strstr (text->out, "It needs --as"));
  refused = answer_new (fixture->engine, NULL, alone);
  g_assert_cmpint (refused->status, ==, 2);
  assert_member (refused, "error.code", "invalid");
  taken = answer_new (fixture->engine, NULL, chosen);
  g_assert_cmpint (taken->status, ==, 0);
  assert_member (taken, "applied", "true");
  g_assert_nonnull (strstr (fake_engine_get_asked (fixture->engine), "as ada@example.com"));
}

typedef struct
{
  const char    *name;
  ConveneVerdict verdict;
  int            status;
} Nothing;

static const Nothing nothings[] = {
  { "same", CONVENE_VERDICT_ANSWER_SAME, 0 },
  { "own", CONVENE_VERDICT_OWN, 0 },
  { "old", CONVENE_VERDICT_ANSWER_OLD, 1 },
  { "unknown", CONVENE_VERDICT_UNKNOWN_REPLY, 1 },
  { "impossible", CONVENE_VERDICT_IMPOSSIBLE, 1 },
};

/* Where nothing can be applied it is only a failure if something was to be. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  const Nothing    *nothing = data;
  const char *const apply[] = { "open", "answer.ics", "--apply", "--json", NULL };
  const char *const look[] = { "open", "answer.ics", "--json", NULL };
  g_autoptr(Answer) answer = NULL;
  g_autoptr(Answer) looked = NULL;

  add (fixture, "one", nothing->verdict, NULL, "Why not", FALSE);
  answer = answer_new (fixture->engine, NULL, apply);
  g_assert_cmpint (answer->status, ==, nothing->status);
  assert_member (answer, "applied", "false");
  if (nothing->status == 1)
    assert_member (answer, "error.message", "Why not");
  g_assert_null (fake_engine_get_asked (fixture->engine));
  looked = answer_new (fixture->engine, NULL, look);
  g_assert_cmpint (looked->status, ==, 0);
}

/* Bad input is said in one line, and touches nothing. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const char *const json[] = { "open", "answer.ics", "--apply", "--json", NULL };
  const char *const plain[] = { "open", "answer.ics", NULL };
  const char *const none[] = { "open", "--json", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = NULL;
  g_autoptr(Answer) text = NULL;
  g_autoptr(Answer) usage = answer_new (NULL, NULL, none);

  convene_error_set_field (&error, "file", "This is no calendar file");
  fake_engine_set_commit_error (fixture->engine, error);
  answer = answer_new (fixture->engine, NULL, json);
  g_assert_cmpint (answer->status, ==, 2);
  assert_member (answer, "error.code", "invalid");
  assert_member (answer, "error.field", "file");
  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpstr (text->out, ==, "");
  g_assert_nonnull (strstr (text->err, "This is no calendar file"));
  g_assert_cmpint (usage->status, ==, 2);
  assert_member (usage, "error.code", "usage");
}

/* GIO tells which file system it found, once, on the standard output that is read here. */
static void
find_files (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/");
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_nonnull (uri);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  find_files ();

  g_test_add ("/cli/O-8/open/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/cli/O-8/open/applied", Fixture, NULL, set_up, test_applied, tear_down);
  g_test_add ("/cli/O-8/open/stranger", Fixture, NULL, set_up, test_stranger, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (nothings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/O-8/open/nothing/%s", nothings[i].name);

      g_test_add (path, Fixture, &nothings[i], set_up, test_nothing, tear_down);
    }
  g_test_add ("/cli/O-8/open/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
