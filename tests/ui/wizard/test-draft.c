/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-draft-begin.h"
#include "convene-draft.h"
#include "convene-error.h"
#include "convene-interview-check.h"
#include "ui-fixture.h"

#define NOW UI_FIXTURE_NOW

static const char *const texts[] = {
  "job", "candidate-name", "candidate-address", "candidate-timezone", "agenda", "password", "link", "location", "date", "time", "timezone", "offset",
  "hiring-manager-name", "hiring-manager-address", "interviewer", "alternative-hosts", "details", "notes"
};

static void
changed_cb (int *count)
{
  *count += 1;
}

static char *
typed (ConveneDraft *draft,
       const char   *property)
{
  char *text = NULL;

  g_object_get (draft, property, &text, NULL);
  return text;
}

/* A draft with which nothing is wrong. */
static ConveneDraft *
good_draft (void)
{
  ConveneDraft *draft = convene_draft_new ();

  g_object_set (draft, "job", "Designer", "candidate-name", "Ada Example", "candidate-address", "ada@example.com", "agenda", "Introduction", "date",
                "2026-12-02", "time", "10:00", "timezone", "Europe/Berlin", NULL);
  return draft;
}

static void
test_new (void)
{
  g_autoptr(ConveneDraft) draft = convene_draft_new ();
  int platform, duration, step;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = typed (draft, texts[i]);

      g_assert_cmpstr (text, ==, "");
      g_object_set (draft, texts[i], NULL, NULL);
    }

  g_object_get (draft, "platform", &platform, "duration", &duration, "step", &step, NULL);
  g_assert_cmpint (platform, ==, CONVENE_PLATFORM_ZOOM);
  g_assert_cmpint (duration, ==, 45);
  g_assert_cmpint (step, ==, 0);
  g_assert_true (convene_draft_is_empty (draft));
  g_assert_finalize_object (g_steal_pointer (&draft));
}

static void
test_changed (void)
{
  g_autoptr(ConveneDraft) draft = convene_draft_new ();
  g_autofree char *offset = NULL;
  int              count = 0;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), &count);
  g_object_set (draft, "job", "Designer", NULL);
  g_assert_cmpint (count, ==, 1);
  g_object_set (draft, "job", "Designer", NULL);
  g_assert_cmpint (count, ==, 1);
  convene_draft_add_interviewer (draft, "Iris", "iris@example.com", CONVENE_ROLE_REQUIRED);
  convene_draft_add_interviewer (draft, "Iris again", "IRIS@example.com", CONVENE_ROLE_REQUIRED);
  g_assert_cmpint (count, ==, 2);
  convene_draft_set_interviewer_role (draft, 0, CONVENE_ROLE_OPTIONAL);
  convene_draft_set_interviewer_role (draft, 0, CONVENE_ROLE_OPTIONAL);
  g_assert_cmpint (count, ==, 3);
  convene_draft_remove_interviewer (draft, 0);
  g_assert_cmpint (count, ==, 4);

  g_object_set (draft, "offset", "-05:00", NULL);
  g_object_set (draft, "time", "10:00", NULL);
  offset = typed (draft, "offset");
  g_assert_cmpstr (offset, ==, "");
}

/* What somebody types is kept as it is, right or not. */
static void
test_round_trip (void)
{
  static const char *const samples[] = { "plain", "", " blank at both ends ", "it’s \"quoted\" \\ 'both' \\n", "line\nline\ttab\r", "日本語 العربية 👩🏽‍💻", "\xE2\x80\xAE override", "\x01\x1f\x7f", "half <ada@", "%s %n {sv} @a", "\xEF\xBF\xBF\xF4\x8F\xBF\xBF" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(ConveneDraft) draft = convene_draft_new ();
      g_autoptr(ConveneDraft) other = convene_draft_new ();
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_object_set (draft, texts[j], samples[i], NULL);
      g_object_set (draft, "offset", samples[i], "platform", CONVENE_PLATFORM_PHONE, "duration", 75, "step", 3, NULL);
      convene_draft_add_interviewer (draft, samples[i], "iris@example.com", CONVENE_ROLE_OPTIONAL);
      convene_draft_add_interviewer (draft, NULL, samples[i], CONVENE_ROLE_REQUIRED);

      g_object_set (other, "job", "goes away", NULL);
      convene_draft_add_interviewer (other, NULL, "away@example.com", CONVENE_ROLE_REQUIRED);
      text = convene_draft_to_string (draft);
      g_assert_true (convene_draft_restore (other, text));
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autofree char *kept = typed (other, texts[j]);

          g_assert_cmpstr (kept, ==, samples[i]);
        }
      again = convene_draft_to_string (other);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpuint (g_list_model_get_n_items (convene_draft_get_interviewers (other)), ==, 2);
    }
}

static void
test_unreadable (void)
{
  static const char *const kept[] = { "", "{", "nonsense", "{'job': <1>}", "{'platform': <99>, 'step': <-4>, 'duration': <-1>}", "[1]", "{'interviewers': <'no'>, 'strange': <true>}" };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr(ConveneDraft) draft = good_draft ();
      int step;

      convene_draft_restore (draft, kept[i]);
      g_object_get (draft, "step", &step, NULL);
      g_assert_true (convene_draft_is_empty (draft));
      g_assert_cmpint (step, ==, 0);
    }

  {
    g_autoptr(ConveneDraft) draft = good_draft ();

    g_assert_false (convene_draft_restore (draft, NULL));
    g_assert_true (convene_draft_is_empty (draft));
    g_assert_false (convene_draft_restore (draft, "nonsense"));
  }
}

typedef struct
{
  const char *property;
  const char *value;
  int         platform; /* -1: Zoom */
  const char *field;    /* of check_field and of the error, NULL for right */
  int         step;
  const char *says; /* a part of the message, or NULL */
} Wrong;

static const Wrong wrongs[] = {
  { "job", "", -1, "job", 0, NULL },
  { "job", "  ", -1, "job", 0, NULL },
  { "job", "two\nlines", -1, "job", 0, "“Job”" },
  { "candidate-address", "", -1, "candidate", 0, "missing" },
  { "candidate-address", "ada@", -1, "candidate", 0, "“Candidate”" },
  { "candidate-name", "\xE2\x80\xAE", -1, "candidate", 0, NULL },
  { "agenda", "", -1, "agenda", 0, NULL },
  { "agenda", "\n \n", -1, "agenda", 0, NULL },
  { "password", "12345678901", -1, "password", 0, NULL },
  { "password", "a b", -1, "password", 0, NULL },
  { "job", "Designer", CONVENE_PLATFORM_GOOGLE_MEET, "platform", 0, "Other link" },
  { "job", "Designer", CONVENE_PLATFORM_TEAMS, "platform", 0, "Other link" },
  { "link", "", CONVENE_PLATFORM_LINK, "link", 0, NULL },
  { "link", "http://example.com/", CONVENE_PLATFORM_LINK, "link", 0, NULL },
  { "location", "", CONVENE_PLATFORM_PHONE, "location", 0, NULL },
  { "location", " ", CONVENE_PLATFORM_IN_PERSON, "location", 0, NULL },
  { "time", "", -1, "start", 1, NULL },
  { "time", "25:00", -1, "start", 1, NULL },
  { "date", "", -1, "start", 1, NULL },
  { "date", "2026-11-30", -1, "start", 1, "past" },
  { "timezone", "Nowhere/Land", -1, "timezone", 1, NULL },
  { "candidate-timezone", "Nowhere/Land", -1, "candidate_timezone", 1, NULL },
  { "hiring-manager-name", "Hal Manager", -1, "hiring_manager", 2, "“Hiring Manager”" },
  { "hiring-manager-address", "hal", -1, "hiring_manager", 2, NULL },
  { "interviewer", "half", -1, "attendees", 2, NULL },
  { "interviewer", "Iris <iris@example.com>", -1, "attendees", 2, "not added" },
  { "interviewer", "Ada <ADA@example.com>", -1, "attendees", 2, "candidate" },
  { "alternative-hosts", "hal@example.com, nobody", -1, "alternative_hosts", 2, "“Alternative Hosts”" },
  { "details", "\xE2\x80\xAE", -1, "details", 3, "“Message to the Candidate”" },
  { "notes", "\x01", -1, "notes", 3, NULL },
  { "agenda", "", CONVENE_PLATFORM_PHONE, NULL, 0, NULL },
  { "password", "a b", CONVENE_PLATFORM_PHONE, NULL, 0, NULL },
  { "link", "half", -1, NULL, 0, NULL },
  { "alternative-hosts", "half", CONVENE_PLATFORM_PHONE, NULL, 2, NULL },
  { "alternative-hosts", " Hal <hal@example.com>; iris@example.com, ", -1, NULL, 2, NULL },
  { "candidate-name", "", -1, NULL, 0, NULL },
  { "time", "9:30 pm", -1, NULL, 1, NULL },
};

static ConveneDraft *
wrong_draft (const Wrong *wrong)
{
  ConveneDraft *draft = good_draft ();

  g_object_set (draft, wrong->property, wrong->value, NULL);
  if (wrong->platform < 0)
    return draft;

  g_object_set (draft, "platform", wrong->platform, NULL);
  if (!g_str_equal (wrong->property, "location"))
    g_object_set (draft, "location", "+52 55 1234", NULL);
  return draft;
}

static void
test_check (gconstpointer data)
{
  const Wrong *wrong = data;
  g_autoptr(ConveneDraft) draft = wrong_draft (wrong);

  for (int step = 0; step < 4; step++)
    {
      g_autoptr(GError) error = convene_draft_check_step (draft, step, NOW);

      if (wrong->field == NULL || step != wrong->step)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, wrong->field);
      if (wrong->says != NULL && strstr (error->message, wrong->says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, wrong->says);
    }

  if (wrong->field != NULL)
    {
      g_autoptr(GError) error = convene_draft_check_field (draft, wrong->field, NOW);

      g_assert_nonnull (error);
      g_assert_cmpint (convene_draft_find_step (wrong->field), ==, wrong->step);
    }
}

/* One wrong field does not hide another. */
static void
test_check_all_wrong (void)
{
  static const char *const fields[] = { "job", "candidate", "agenda", "password", "start", "duration", "timezone", "candidate_timezone", "hiring_manager", "interviewers", "alternative_hosts", "details", "notes" };
  g_autoptr(ConveneDraft) draft = convene_draft_new ();

  g_object_set (draft, "password", "no spaces!", "candidate-timezone", "X", "timezone", "Y", "duration", 0, "hiring-manager-name", "H", "interviewer", "I",
                "alternative-hosts", "A", "details", "\x01", "notes", "\x01", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(GError) error = convene_draft_check_field (draft, fields[i], NOW);

      /* Which time it is cannot be told before its zone is known. */
      if (g_str_equal (fields[i], "start"))
        g_assert_no_error (error);
      else if (error == NULL)
        g_error ("nothing wrong with %s", fields[i]);
    }
}

static void
test_to_interview (void)
{
  g_autoptr(ConveneDraft) draft = good_draft ();
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  ConveneParticipant *manager;

  g_object_set (draft, "job", " Designer ", "hiring-manager-name", "Hal", "hiring-manager-address", " hal@example.com ", "alternative-hosts",
                "Hal <hal@example.com>, iris@example.com,", "link", "https://example.com/left-out", "password", "Secret_1", "duration", 30, NULL);
  convene_draft_add_interviewer (draft, "Iris", "iris@example.com", CONVENE_ROLE_OPTIONAL);
  convene_draft_add_interviewer (draft, "Ada again", "ADA@example.com", CONVENE_ROLE_REQUIRED);

  interview = convene_draft_to_interview (draft, &error);
  g_assert_no_error (error);
  g_assert_true (convene_interview_check (interview, NOW, &error));
  g_assert_cmpstr (convene_interview_get_job (interview), ==, "Designer");
  g_assert_cmpstr (convene_interview_get_password (interview), ==, "Secret_1");
  g_assert_null (convene_interview_get_link (interview));
  g_assert_cmpint (convene_interview_get_duration (interview), ==, 30);
  g_assert_cmpstr (convene_moment_get_wall (convene_interview_get_start (interview)), ==, "2026-12-02T10:00");
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_participants (interview)), ==, 3);
  g_assert_cmpstr (convene_interview_get_alternative_hosts (interview)[1], ==, "iris@example.com");
  manager = convene_interview_get_hiring_manager (interview);
  g_assert_cmpstr (convene_participant_get_address (manager), ==, "hal@example.com");
}

static void
test_to_interview_refuses (void)
{
  static const struct
  {
    const char *property;
    const char *value;
    const char *field;
  } unreadable[] = {
    { "time", "soon", "start" },
    { "candidate-address", "ada", "candidate" },
    { "candidate-timezone", "X", "candidate_timezone" },
    { "hiring-manager-address", "hal", "hiring_manager" },
    { "alternative-hosts", "hal", "alternative_hosts" },
    { "timezone", "X", "timezone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr(ConveneDraft) draft = good_draft ();
      g_autoptr(ConveneInterview) interview = NULL;
      g_autoptr(GError) error = NULL;

      g_object_set (draft, unreadable[i].property, unreadable[i].value, NULL);
      interview = convene_draft_to_interview (draft, &error);
      g_assert_null (interview);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, unreadable[i].field);
    }
}

static void
test_fill (void)
{
  g_autoptr(ConveneDraft) draft = good_draft ();
  g_autoptr(ConveneDraft) other = convene_draft_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *offset = NULL;

  /* 02:30 happens twice that day. */
  g_object_set (draft, "timezone", "Europe/Berlin", "date", "2027-10-31", "time", "02:30", "platform", CONVENE_PLATFORM_LINK, "link", "https://example.com/a",
                "details", "Hello", "notes", "Quiet", "hiring-manager-address", "hal@example.com", NULL);
  g_object_set (draft, "offset", "+01:00", NULL);
  convene_draft_add_interviewer (draft, "Iris", "iris@example.com", CONVENE_ROLE_OPTIONAL);
  interview = convene_draft_to_interview (draft, NULL);
  g_assert_nonnull (interview);
  convene_draft_fill_from_interview (other, interview);
  offset = typed (other, "offset");
  g_assert_cmpstr (offset, ==, "+01:00");
  one = convene_draft_to_string (draft);
  two = convene_draft_to_string (other);
  g_assert_cmpstr (one, ==, two);
}

static void
test_take_interviewer (void)
{
  g_autoptr(ConveneDraft) draft = good_draft ();
  g_autofree char *left = NULL;

  g_object_set (draft, "interviewer", "half", NULL);
  g_assert_false (convene_draft_take_interviewer (draft));
  g_object_set (draft, "interviewer", "ada@example.com", NULL);
  g_assert_false (convene_draft_take_interviewer (draft));
  left = typed (draft, "interviewer");
  g_assert_cmpstr (left, ==, "ada@example.com");
  g_object_set (draft, "interviewer", "Iris <iris@example.com>", NULL);
  g_assert_true (convene_draft_take_interviewer (draft));
  g_object_set (draft, "interviewer", "IRIS@example.com", NULL);
  g_assert_false (convene_draft_take_interviewer (draft));
  g_assert_cmpuint (g_list_model_get_n_items (convene_draft_get_interviewers (draft)), ==, 1);
}

static void
test_defaults (void)
{
  static const struct
  {
    const char *now;
    const char *next;
  } days[] = {
    { "2026-12-01T09:20:00Z", "2026-12-02" }, { "2026-12-03T09:20:00Z", "2026-12-04" }, { "2026-12-04T09:20:00Z", "2026-12-07" }, { "2026-12-05T09:20:00Z", "2026-12-07" }, { "2026-12-06T09:20:00Z", "2026-12-07" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(ConveneDraft) draft = convene_draft_new ();
      g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (days[i].now, NULL);
      g_autofree char *date = NULL;

      convene_draft_fill_defaults (draft, NULL, CONVENE_PLATFORM_LINK, g_date_time_to_unix (now) * G_USEC_PER_SEC);
      date = typed (draft, "date");
      g_assert_cmpstr (date, ==, days[i].next);
      g_assert_true (convene_draft_is_empty (draft));
    }
}

static void
save (ConveneDraft  *draft,
      ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_draft_save_async (draft, engine, NULL, ui_fixture_result_cb, &result);
  convene_draft_save_finish (draft, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

static ConveneDraft *
load (ConveneEngine *engine)
{
  ConveneDraft *draft = convene_draft_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_draft_load_async (draft, engine, NULL, ui_fixture_result_cb, &result);
  convene_draft_load_finish (draft, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  return draft;
}

static void
test_keep (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(ConveneDraft) draft = good_draft ();
  g_autoptr(ConveneDraft) kept = NULL;
  g_autoptr(ConveneDraft) forgotten = NULL;
  g_autoptr(ConveneDraft) nothing = convene_draft_new ();
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  save (draft, fixture->engine);
  kept = load (fixture->engine);
  one = convene_draft_to_string (draft);
  two = convene_draft_to_string (kept);
  g_assert_cmpstr (one, ==, two);
  save (nothing, fixture->engine);
  forgotten = load (fixture->engine);
  g_assert_true (convene_draft_is_empty (forgotten));
  ui_fixture_free (fixture);
}

/* SH-22: what the host's account asks of a password; of a change the meeting's own host asks, whoever that is. */
static void
test_password_rules (void)
{
  g_autoptr(ConveneDraft) draft = good_draft ();
  g_autoptr(GError) refused = NULL;
  g_autoptr(GError) left = NULL;
  g_autoptr(GError) change = NULL;

  convene_draft_set_password_rules (draft, "length=8 number");
  g_object_set (draft, "password", "eight888", NULL);
  left = convene_draft_check_field (draft, "password", NOW);
  g_assert_no_error (left);
  g_object_set (draft, "password", "eighteig", NULL);
  refused = convene_draft_check_step (draft, 0, NOW);
  g_assert_error (refused, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (refused), ==, "password");
  convene_draft_set_subject (draft, "uid", NOW);
  change = convene_draft_check_field (draft, "password", NOW);
  g_assert_no_error (change);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wizard/draft/new", test_new);
  g_test_add_func ("/wizard/draft/changed", test_changed);
  g_test_add_func ("/wizard/draft/SH-22/rules", test_password_rules);
  g_test_add_func ("/wizard/draft/round-trip", test_round_trip);
  g_test_add_func ("/wizard/draft/unreadable", test_unreadable);
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wizard/draft/check/%02u-%s", i, wrongs[i].property);

      g_test_add_data_func (path, &wrongs[i], test_check);
    }
  g_test_add_func ("/wizard/draft/check/all-wrong", test_check_all_wrong);
  g_test_add_func ("/wizard/draft/to-interview", test_to_interview);
  g_test_add_func ("/wizard/draft/to-interview/refuses", test_to_interview_refuses);
  g_test_add_func ("/wizard/draft/fill", test_fill);
  g_test_add_func ("/wizard/draft/take-interviewer", test_take_interviewer);
  g_test_add_func ("/wizard/draft/defaults", test_defaults);
  g_test_add_func ("/wizard/draft/keep", test_keep);

  return g_test_run ();
}
