/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words that a person wrote in place of the program's: kept, previewed, and in the letters from then on. */

#include <glib.h>

#include "convene-error.h"
#include "convene-letter-preview.h"
#include "convene-letter-templates.h"
#include "letter-shelf.h"
#include "life-fixture.h"

#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define OWN "Dear {{reader}},\n\nwe look forward to it.\n\n{{>facts}}"

static void
set_edit (Fixture    *fixture,
          const char *language,
          const char *name,
          const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_set_letter_edit_async (fixture->engine, language, name, text, NULL, fixture_result_cb, &result);
  convene_engine_set_letter_edit_finish (fixture->engine, fixture_await (&result), &error);
  g_assert_no_error (error);
}

static char *
read_edit (Fixture    *fixture,
           const char *language,
           const char *name)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetterEdits) edits = NULL;

  convene_engine_read_letter_edits_async (fixture->engine, NULL, fixture_result_cb, &result);
  edits = convene_engine_read_letter_edits_finish (fixture->engine, fixture_await (&result), &error);
  g_assert_no_error (error);
  return g_strdup (convene_letter_edits_get (edits, language, name));
}

static char *
preview (Fixture    *fixture,
         const char *language,
         const char *letter,
         const char *subject,
         const char *text,
         char      **header,
         GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_preview_template_async (fixture->engine, language, letter, subject, text, NULL, fixture_result_cb, &result);
  return convene_engine_preview_template_finish (fixture->engine, fixture_await (&result), header, error);
}

static void
test_lists (void)
{
  const char *const *languages = convene_letter_templates_list_languages ();
  const char *const *letters = convene_letter_templates_list_letters ();
  const char *const *names = convene_letter_templates_list_names ();

  g_assert_cmpstr (languages[0], ==, "en");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (names[i], ".", 2);
      g_autoptr(GError) error = NULL;

      g_assert_true (g_strv_contains (letters, parts[0]));
      g_assert_nonnull (convene_letter_templates_list_placeholders (names[i]));
      for (guint j = 0; languages[j] != NULL; j++)
        {
          g_autofree char *text = convene_letter_templates_dup_default (languages[j], names[i]);

          /* What the program says itself could be written by a person. */
          g_assert_nonnull (text);
          convene_letter_templates_check (names[i], text, &error);
          g_assert_no_error (error);
        }
    }
}

/* Every letter in every language, with the program's own words, and with others. */
static void
test_previews (void)
{
  Fixture           *fixture = fixture_new ();
  const char *const *languages = convene_letter_templates_list_languages ();
  const char *const *letters = convene_letter_templates_list_letters ();

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint j = 0; letters[j] != NULL; j++)
      {
        g_autoptr(GError) error = NULL;
        g_autofree char *subject = NULL;
        g_autofree char *header = NULL;
        g_autofree char *text = preview (fixture, languages[i], letters[j], NULL, NULL, &subject, &error);
        g_autofree char *own = NULL;

        g_assert_no_error (error);
        g_test_message ("%s %s: %s", languages[i], letters[j], subject);
        g_assert_nonnull (strchr (subject, ':'));
        g_assert_null (strstr (text, "{{"));
        own = preview (fixture, languages[i], letters[j], NULL, "Dear {{reader}},\n\nwe look forward to it.\n\n{{>when}}", &header, &error);
        g_assert_no_error (error);
        g_assert_nonnull (strstr (own, "we look forward to it."));
        g_assert_cmpstr (header, ==, subject);
        g_assert_cmpstr (own, !=, text);
      }
  fixture_free (fixture);
}

/* What cannot be a letter is refused, by the preview and by what keeps it. */
typedef struct
{
  const char  *name;
  const char  *language;
  const char  *of;
  const char  *text;
  ConveneError code;
} Refusal;

static const Refusal refusals[] = {
  { "unknown-placeholder", "en", "invitation.text", "Dear {{raeder}},\n\n{{>facts}}", CONVENE_ERROR_INVALID },
  { "no-time", "en", "invitation.text", "Dear {{reader}}", CONVENE_ERROR_INVALID },
  { "two-lines", "en", "invitation.subject", "One\nTwo", CONVENE_ERROR_INVALID },
  { "open-section", "de", "update.text", "{{#city}}\n\n{{>facts}}", CONVENE_ERROR_INVALID },
  { "no-language", "xx", "invitation.text", OWN, CONVENE_ERROR_NOT_FOUND },
  { "no-letter", "en", "birthday.text", OWN, CONVENE_ERROR_NOT_FOUND },
  { "urgent-subject", "en", "urgent.subject", "Hello", CONVENE_ERROR_NOT_FOUND },
};

static void
try_edit (Fixture       *fixture,
          const Refusal *one,
          GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_letter_edit_async (fixture->engine, one->language, one->of, one->text, NULL, fixture_result_cb, &result);
  g_assert_false (convene_engine_set_letter_edit_finish (fixture->engine, fixture_await (&result), error));
}

static void
test_refused (gconstpointer data)
{
  const Refusal   *one = data;
  Fixture         *fixture = fixture_new ();
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;

  try_edit (fixture, one, &error);
  g_assert_error (error, CONVENE_ERROR, (int) one->code);
  if (one->code == CONVENE_ERROR_INVALID)
    g_assert_cmpstr (convene_error_get_field (error), ==, "template");
  kept = read_edit (fixture, one->language, one->of);
  g_assert_null (kept);
  g_clear_error (&error);

  if (one->code == CONVENE_ERROR_INVALID)
    {
      g_auto(GStrv) parts = g_strsplit (one->of, ".", 2);
      gboolean         is_text = g_str_equal (parts[1], "text");
      g_autofree char *text = preview (fixture, one->language, parts[0], is_text ? NULL : one->text, is_text ? one->text : NULL, NULL, &error);

      g_assert_null (text);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
    }
  fixture_free (fixture);
}

/* Kept with line feeds; the default again by NULL, and by its very words. */
static void
test_kept (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *initial = convene_letter_templates_dup_default ("fr", "invitation.text");
  g_autofree char *kept = NULL;
  g_autofree char *other = NULL;
  g_autofree char *none = NULL;
  g_autofree char *own = NULL;

  set_edit (fixture, "fr", "invitation.text", "Bonjour\r\n\r\n{{>facts}}\r\n");
  kept = read_edit (fixture, "fr", "invitation.text");
  other = read_edit (fixture, "en", "invitation.text");
  g_assert_cmpstr (kept, ==, "Bonjour\n\n{{>facts}}");
  g_assert_null (other);
  set_edit (fixture, "fr", "invitation.text", NULL);
  none = read_edit (fixture, "fr", "invitation.text");
  g_assert_null (none);
  set_edit (fixture, "fr", "invitation.text", OWN);
  set_edit (fixture, "fr", "invitation.text", initial);
  own = read_edit (fixture, "fr", "invitation.text");
  g_assert_null (own);
  fixture_free (fixture);
}

static char *
plan (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  fixture_provide (fixture, TRUE, TRUE);
  return fixture_schedule (fixture, interview);
}

/* From then on letters have these words: also one that waits already. */
static void
test_written (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = plan (fixture);
  g_autofree char *subject = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  set_edit (fixture, "en", "invitation.text", OWN);
  set_edit (fixture, "en", "invitation.subject", "Your talk about {{job}}");
  life_settle (fixture, uid);
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, 1);
  subject = shelf_header (g_ptr_array_index (letters, 0), "Subject");
  g_assert_cmpstr (subject, ==, "Your talk about Staff Engineer");
  g_assert_nonnull (strstr (g_ptr_array_index (letters, 0), "we look forward to it."));
  fixture_free (fixture);
}

/* A letter that may have arrived goes again as it was. */
static void
test_in_doubt (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(GPtrArray) letters = NULL;

  fixture_order (fixture, "[{'fault':'drop','on':'smtp','when':'after-file'},{'fault':'421','on':'smtp','skip':1,'times':1000}]");
  fixture_until (fixture, uid, INVITATION, "waiting:rate-limited");
  set_edit (fixture, "en", "invitation.text", OWN);
  fixture_order (fixture, "{'heal':{}}");
  life_settle (fixture, uid);
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (letters, 0), ==, g_ptr_array_index (letters, 1));
  fixture_free (fixture);
}

static ConvenePlan *
make_plan (Fixture          *fixture,
           ConveneInterview *interview,
           gboolean          edits)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlan *made;

  if (edits)
    convene_scheduler_plan_edit_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
  else
    convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
  made = convene_scheduler_plan_finish (scheduler, fixture_await (&result), &error);
  g_assert_no_error (error);
  return made;
}

static GListModel *
preview_plan (Fixture     *fixture,
              ConvenePlan *made)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *letters;

  convene_scheduler_preview_letters_async (scheduler, made, NULL, fixture_result_cb, &result);
  letters = convene_scheduler_preview_letters_finish (scheduler, fixture_await (&result), &error);
  g_assert_no_error (error);
  return letters;
}

static void
commit_plan (Fixture     *fixture,
             ConvenePlan *made)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_scheduler_commit_async (scheduler, made, 0, NULL, fixture_result_cb, &result);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&result), &error));
  g_assert_no_error (error);
}

/* The plan and the preview of a letter say what it will say; each person's own where letters go apart. */
static void
test_plan (gconstpointer data)
{
  gboolean apart = data != NULL;
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConvenePlan) plan_of = NULL;
  g_autoptr(GListModel) letters = NULL;
  g_autoptr(ConveneLetterPreview) second = NULL;
  const ConvenePlanLetter *first;

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_LETTERS, apart ? "apart" : "together");
  life_set_preference (fixture, CONVENE_PREFERENCE_REMINDERS, "");
  set_edit (fixture, "en", "invitation.subject", "Your talk about {{job}}");
  convene_interview_set_copy_to_sender (interview, TRUE);
  plan_of = make_plan (fixture, interview, FALSE);
  g_assert_cmpuint (convene_plan_get_letters (plan_of)->len, ==, apart ? 3 : 1);
  first = g_ptr_array_index (convene_plan_get_letters (plan_of), 0);
  g_assert_cmpstr (first->subject, ==, "Your talk about Staff Engineer");
  g_assert_cmpuint (g_strv_length (first->cc), ==, apart ? 1 : 3);
  g_test_message ("%s", convene_plan_get_summary (plan_of));
  g_assert_nonnull (strstr (convene_plan_get_summary (plan_of), apart ? "3 people are invited by mail, with a letter for each; you get a copy" : "3 people are invited by mail; you get a copy"));

  letters = preview_plan (fixture, plan_of);
  g_assert_cmpuint (g_list_model_get_n_items (letters), ==, apart ? 3 : 1);
  second = g_list_model_get_item (letters, apart ? 1 : 0);
  g_assert_cmpstr (convene_letter_preview_get_subject (second), ==, "Your talk about Staff Engineer");
  g_assert_cmpstr (convene_letter_preview_get_to (second), ==, apart ? "Hal Manager <hal@example.com>" : "Ada Example <ada@example.com>");
  g_assert_cmpint (convene_letter_preview_get_apart (second), ==, apart);
  g_assert_true (g_str_has_prefix (convene_letter_preview_get_text (second), apart ? "Hello Hal Manager," : "Hello Ada Example,"));
  g_assert_null (convene_letter_preview_get_note (second));
  g_clear_object (&plan_of);
  fixture_free (fixture);
}

/* Another language, another zone and a copy are kept, and nobody hears of them. */
static void
test_quiet (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(ConveneInterview) edited = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneParticipant) ada = NULL;
  g_autoptr(ConvenePlan) plan_of = NULL;

  life_settle (fixture, uid);
  edited = fixture_find (fixture, uid);
  ada = g_object_ref (convene_interview_get_candidate (edited));
  convene_participant_set_language (ada, "de");
  convene_interview_set_copy_to_sender (edited, TRUE);
  plan_of = make_plan (fixture, edited, TRUE);
  g_assert_false (convene_plan_is_empty (plan_of));
  g_assert_cmpuint (convene_plan_get_letters (plan_of)->len, ==, 0);
  commit_plan (fixture, plan_of);
  after = fixture_find (fixture, uid);
  g_assert_cmpstr (convene_participant_get_language (convene_interview_get_candidate (after)), ==, "de");
  g_assert_true (convene_interview_get_copy_to_sender (after));
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 0);
  g_clear_object (&plan_of);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/templates/lists", test_lists);
  g_test_add_func ("/workflow/templates/previews", test_previews);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/templates/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refused);
    }
  g_test_add_func ("/workflow/templates/kept", test_kept);
  g_test_add_func ("/workflow/templates/written", test_written);
  g_test_add_func ("/workflow/templates/O-1/in-doubt", test_in_doubt);
  g_test_add_data_func ("/workflow/templates/SH-29/plan", NULL, test_plan);
  g_test_add_data_func ("/workflow/templates/X-12/plan", "apart", test_plan);
  g_test_add_func ("/workflow/templates/SH-45/quiet", test_quiet);

  return g_test_run ();
}
