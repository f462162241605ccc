/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-opening-judge.h"
#include "convene-opening-read.h"
#include "convene-opening-words.h"

/* Answers as calendar programs write them, each to an interview of many people whose addresses look alike: the right one is found, and never a wrong one.
 * Then whatever other programs have written, where it is here: it is read, judged and put into words. */

#define NOW (G_GINT64_CONSTANT (1796116800000000)) /* 2026-12-01T09:20:00Z */
#define UID "0f8b5c1e-6f0b-4d5e-9a55-3f6f1f0c2b11"

static const char *const own[] = { "robin@example.org", NULL };

typedef struct
{
  const char    *file;
  ConveneVerdict verdict;
  const char    *person;   /* whose answer it is; NULL: it is asked */
  const char    *response; /* what they answer */
} Row;

static const Row rows[] = {
  { "gmail-reply.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "accepted" },
  { "outlook-reply.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "declined" },
  { "apple-reply.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "tentative" },
  { "thunderbird-reply.ics", CONVENE_VERDICT_ANSWER_STRANGER, NULL, "accepted" }, /* with a tag: asked */
  { "delegated-reply.ics", CONVENE_VERDICT_ANSWER_DELEGATED, "grace@example.org", NULL },
  { "exchange-counter.ics", CONVENE_VERDICT_PROPOSAL, "ada@example.com", "tentative" },
  { "latin1.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "accepted" },
  { "folded-in-characters.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "accepted" },
  { "crlf-doubled.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "accepted" },
  { "lone-cr.ics", CONVENE_VERDICT_ANSWER, "ada@example.com", "accepted" },
};

static void
add_person (ConveneInterview *interview,
            const char       *name,
            const char       *address,
            ConveneRole       role)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", name, "address", address, NULL);

  convene_interview_add_participant (interview, person);
}

static ConveneInterview *
make_interview (void)
{
  static const char *const alike[] = { "ada@example.org", "ada@sub.example.com", "adaa@example.com", "a.da@example.com", "aada@example.com", "ada_@example.com",
                                       "ada@example.com.example.org", "robin@example.com", "grace@example.com", "barbara@example.com", "office@example.org" };
  ConveneInterview        *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_new_at (NOW + 24 * CONVENE_HOUR, "Europe/Berlin", NULL);

  convene_interview_set_uid (interview, UID);
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 60);
  convene_interview_set_sequence (interview, 2);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  add_person (interview, "Ada Lovelace", "ada@example.com", CONVENE_ROLE_CANDIDATE);
  add_person (interview, "Grace Hopper", "grace@example.org", CONVENE_ROLE_HIRING_MANAGER);
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    add_person (interview, "Ada Lovelace", alike[i], CONVENE_ROLE_REQUIRED);
  return interview;
}

static ConveneOpeningReading *
read_path (const char *path,
           GError    **error)
{
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&contents), size);
  return convene_opening_read_bytes (bytes, error);
}

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *path = g_build_filename (FILES, row->file, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneOpeningReading) reading = read_path (path, &error);
  g_autoptr(ConveneInterview) interview = make_interview ();
  g_autoptr(ConveneJudgement) judgement = NULL;
  g_autofree char    *claims = NULL;
  ConveneOpeningFacts facts = { .interview = interview, .own = own, .now = NOW };

  g_assert_no_error (error);
  g_assert_cmpuint (reading->claims->len, ==, 1);
  facts.claim = reading->claims->pdata[0];
  judgement = convene_opening_judge (&facts);
  claims = convene_opening_word_claims (&facts, judgement);
  g_test_message ("%s", claims);
  g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) judgement->verdict), ==, convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) row->verdict));
  g_assert_cmpstr (judgement->person != NULL ? convene_participant_get_address (judgement->person) : NULL, ==, row->person);
  if (row->response != NULL)
    g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_RESPONSE, (int) judgement->who->response), ==, row->response);
  if (row->person == NULL)
    g_assert_cmpstr (convene_participant_get_address (judgement->candidates->pdata[0]), ==, "ada@example.com");
}

static void
judge (ConveneClaim     *claim,
       ConveneInterview *interview,
       const char       *sender)
{
  ConveneOpeningFacts facts = { claim, interview, NULL, own, sender, NOW };
  g_autoptr(ConveneJudgement) judgement = convene_opening_judge (&facts);
  g_autofree char *claims = convene_opening_word_claims (&facts, judgement);
  g_autofree char *effect = convene_opening_word_effect (&facts, judgement);
  g_autofree char *warning = convene_opening_word_warning (&facts, judgement);

  g_assert_true (g_utf8_validate (claims, -1, NULL));
  g_assert_null (strchr (claims, '\n'));
  g_assert_cmpint (effect != NULL, ==, judgement->applies);
  /* Nobody of the interview ever wrote one of these. */
  g_assert_null (interview != NULL ? judgement->person : NULL);
  if (!judgement->applies && judgement->verdict != CONVENE_VERDICT_OWN)
    g_assert_nonnull (warning);
}

static guint
judge_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneOpeningReading) reading = read_path (path, &error);

  if (reading == NULL)
    {
      g_test_message ("%s: %s", path, error->message);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "file");
      return 0;
    }

  for (guint i = 0; i < reading->claims->len; i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview ();

      judge (reading->claims->pdata[i], NULL, reading->sender);
      judge (reading->claims->pdata[i], interview, reading->sender);
    }
  return 1;
}

static guint
judge_folder (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_read = 0;

  g_assert_nonnull (entries);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n_read += g_file_test (path, G_FILE_TEST_IS_DIR) ? judge_folder (path) : judge_file (path);
    }

  return n_read;
}

static void
test_corpus (void)
{
  const char *corpus = g_getenv ("CONVENE_TEST_CORPUS");

  if (corpus == NULL || *corpus == '\0')
    g_test_skip ("CONVENE_TEST_CORPUS names no folder");
  else
    g_assert_cmpuint (judge_folder (corpus), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/O-8/replies/", rows[i].file, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/workflow/O-8/corpus", test_corpus);
  return g_test_run ();
}
