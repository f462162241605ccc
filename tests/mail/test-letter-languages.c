/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-letter-edit.h"
#include "letter-reading.h"

/* The words of a page: elements within a line leave no blank behind, others do. */
static char *
strip_html (const char *html)
{
  g_autoptr(GRegex) within = g_regex_new ("</?(span|b|a)\\b[^>]*>", 0, 0, NULL);
  g_autoptr(GRegex) other = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *body = g_strdup (strstr (html, "<body"));
  g_autofree char *lines = g_regex_replace_literal (within, body, -1, 0, "", 0, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  char *words = g_regex_replace_literal (other, lines, -1, 0, " ", 0, NULL);

  g_string_assign (text, words);
  g_free (words);
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&#39;", "'", 0);
  g_string_replace (text, "&amp;", "&", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* One blank between words; the hyphens of lists are HTML's own. */
static char *
squeeze (const char *text)
{
  g_autoptr(GRegex) items = g_regex_new ("^- ", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GRegex) blanks = g_regex_new ("[ \\n]+", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (items, text, -1, 0, "", 0, NULL);
  g_autofree char *words = g_regex_replace_literal (blanks, without, -1, 0, " ", 0, NULL);

  return g_strdup (g_strstrip (words));
}

static void
assert_same (Reading *reading)
{
  GMimeObject     *alternative = reading_alternative (reading);
  g_autofree char *plain = reading_text (reading_nth (alternative, 0));
  g_autofree char *html = reading_text (reading_nth (alternative, 1));
  g_autofree char *stripped = strip_html (html);
  g_autofree char *words_of_plain = squeeze (plain);
  g_autofree char *words_of_html = squeeze (stripped);

  g_assert_cmpstr (words_of_plain, ==, words_of_html);
  g_assert_null (strstr (plain, "{{"));
}

/* News of everything that a letter tells news of. */
static void
alter (ConveneInterview *interview)
{
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-02 11:30", "America/Mexico_City", NULL);

  convene_interview_set_start (interview, start);
  convene_interview_set_job (interview, "Chief's <\"Engineer\"> & co");
  convene_interview_set_agenda (interview, NULL);
  convene_interview_set_details (interview, "Otherwise");
  convene_interview_set_platform (interview, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (interview, "+1 555 0100");
  fixture_add_person (interview, CONVENE_ROLE_REQUIRED, "Nina <New>", "nina@example.org");
}

/* SH-27: text and HTML say the same, word for word, in every language. */
static void
test_same (void)
{
  const char *const *languages = convene_letter_list_languages ();
  guint              n_letters = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    for (int kind = CONVENE_OPERATION_KIND_MAIL_INVITATION; kind <= CONVENE_OPERATION_KIND_MAIL_URGENT; kind++)
      for (guint variant = 0; variant < 4; variant++)
        {
          static const char *const gone[] = { "Rita Recruiter <rita@example.org>", NULL };
          g_autoptr(ConveneTold) told = NULL;
          g_autofree char *known = NULL;
          g_auto (Reading) reading = { 0 };

          if (n_letters++ % FIXTURE_SHARE != i % FIXTURE_SHARE)
            continue;
          g_test_message ("%s, kind %d, variant %u", languages[i], kind, variant);
          reading_begin (&reading, kind, (variant & 1) == 0);
          known = convene_told_to_string (reading.interview);
          told = convene_told_parse (known);
          convene_participant_set_language (convene_interview_get_candidate (reading.interview), languages[i]);
          convene_participant_set_language (convene_interview_get_hiring_manager (reading.interview), languages[i]);
          convene_participant_set_timezone (convene_interview_get_candidate (reading.interview), "America/New_York");
          reading.draft.made_at -= 7 * G_TIME_SPAN_DAY;
          reading.draft.told = variant >= 2 ? told : NULL;
          if (variant >= 2)
            alter (reading.interview);
          if (variant == 3 && kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION)
            reading.draft.recipients = gone;
          reading_write (&reading);
          reading_assert_wire (&reading);
          assert_same (&reading);
        }
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tag, *language;
    const char *greeting;
    const char *when;
  } rows[] = {
    { "es", "es", "Estimado/a Ana Candidate:", "martes, 1 de diciembre de 2026, 10:00–10:45 (Ciudad de México, UTC−6)" },
    { "es-MX", "es", "Estimado/a Ana Candidate:", "1 de diciembre de 2026" },
    { "ES", "es", "Estimado/a Ana Candidate:", "1 de diciembre de 2026" },
    { "de", "de", "Guten Tag Ana Candidate,", "Dienstag, 1. Dezember 2026, 10:00–10:45 Uhr (Mexiko-Stadt, UTC−6)" },
    { "de-AT", "de", "Guten Tag Ana Candidate,", "1. Dezember 2026" },
    { "fr-CA", "fr", "Bonjour Ana Candidate,", "mardi 1 décembre 2026" },
    { "fr", "fr", "Bonjour Ana Candidate,", "mardi 1 décembre 2026" },
    { "pt-BR", "en", "Hello Ana Candidate,", "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)" },
    { NULL, "en", "Hello Ana Candidate,", "Tuesday, 1 December 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *lang = g_strdup_printf ("<html lang=\"%s\" dir=\"ltr\">", rows[i].language);
      g_auto (Reading) reading = { 0 };
      g_autofree char *html = NULL;
      g_autofree char *plain = NULL;

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      convene_participant_set_language (convene_interview_get_candidate (reading.interview), rows[i].tag);
      reading_write (&reading);
      plain = reading_text (reading_nth (reading_alternative (&reading), 0));
      html = reading_text (reading_nth (reading_alternative (&reading), 1));
      g_assert_true (g_str_has_prefix (plain, rows[i].greeting));
      g_assert_nonnull (strstr (plain, rows[i].when));
      g_assert_nonnull (strstr (plain, " (UTC)\n"));
      g_assert_nonnull (strstr (html, lang));
      g_assert_cmpstr (convene_letter_find_language (&reading.draft), ==, rows[i].language);
    }
}

/* SH-38: its subject is English whoever reads it; the letter is theirs, and asks for what the contract asks for. */
static void
test_urgent (void)
{
  static const struct
  {
    const char *language;
    const char *words[5];
  } rows[] = {
    { "en", { "alternative link", "could not be created", "Retry", "ZOOM_API_CLIENT_ID", "Zoom not connected" } },
    { "es", { "enlace alternativo", "No se ha podido crear", "Reintentar", "ZOOM_API_CLIENT_ID", "Zoom no está conectado" } },
    { "de", { "anderen Link", "konnte nicht angelegt werden", "Erneut versuchen", "ZOOM_API_CLIENT_ID", "Zoom ist nicht verbunden" } },
    { "fr", { "autre lien", "n’a pas pu être créée", "Réessayer", "ZOOM_API_CLIENT_ID", "Zoom n’est pas connecté" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_URGENT, FALSE);
      convene_participant_set_language (convene_interview_get_hiring_manager (reading.interview), rows[i].language);
      reading_write (&reading);
      for (guint k = 0; k < G_N_ELEMENTS (rows[i].words); k++)
        reading_assert_both (&reading, rows[i].words[k], rows[i].words[k]);
      g_assert_nonnull (strstr (reading.wire, "\r\nSubject: URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer\r\n"));
    }
}

/* In English what the .ics says by itself. */
static void
test_description (void)
{
  static const struct
  {
    const char          *language;
    ConveneOperationKind kind;
    gboolean             with_meeting;
    const char          *text;
  } rows[] = {
    { "en", CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE,
      "Agenda:\nIntroduction\nExperience <in C>\nQ&A\n\nForm: https://example.org/form?a=1&b=2.\nBring \"paper\".\n\n"
      "Join the video call: " FIXTURE_LINK "\nMeeting number: 81234567890\nPassword: x_7*Z" },
    { "en", CONVENE_OPERATION_KIND_MAIL_UPDATE, FALSE,
      "Agenda:\nIntroduction\nExperience <in C>\nQ&A\n\nForm: https://example.org/form?a=1&b=2.\nBring \"paper\".\n\nThe link to join will follow." },
    { "en", CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE,
      "This interview is cancelled.\n\nAgenda:\nIntroduction\nExperience <in C>\nQ&A\n\nForm: https://example.org/form?a=1&b=2.\nBring \"paper\"." },
    { "es", CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE,
      "Agenda:\nIntroduction\nExperience <in C>\nQ&A\n\nForm: https://example.org/form?a=1&b=2.\nBring \"paper\".\n\n"
      "Unirse a la videollamada: " FIXTURE_LINK "\nNúmero de la reunión: 81234567890\nContraseña: x_7*Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, rows[i].kind, rows[i].with_meeting);
      convene_participant_set_language (convene_interview_get_candidate (reading.interview), rows[i].language);
      text = convene_letter_write_description (&reading.draft, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_description_places (void)
{
  static const struct
  {
    ConvenePlatform platform;
    const char     *location, *text;
  } rows[] = {
    { CONVENE_PLATFORM_PHONE, "+1 555 0100", "Phone: +1 555 0100" },
    { CONVENE_PLATFORM_IN_PERSON, "Main Street 1", "Place: Main Street 1" },
    { CONVENE_PLATFORM_IN_PERSON, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      convene_interview_set_agenda (reading.interview, NULL);
      convene_interview_set_details (reading.interview, NULL);
      convene_interview_set_platform (reading.interview, rows[i].platform);
      convene_interview_set_location (reading.interview, rows[i].location);
      text = convene_letter_write_description (&reading.draft, NULL);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* X-11 in the calendar too; and who was removed learns nothing more. */
static void
test_description_hides (void)
{
  static const char *const gone[] = { "Rita Recruiter <rita@example.org>", NULL };
  g_autofree char         *invitation = NULL;
  g_autofree char         *removal = NULL;
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading.draft.password_unless_in_link = TRUE;
  invitation = convene_letter_write_description (&reading.draft, NULL);
  g_assert_null (strstr (invitation, "x_7*Z"));

  reading.draft.kind = CONVENE_OPERATION_KIND_MAIL_CANCELLATION;
  reading.draft.recipients = gone;
  removal = convene_letter_write_description (&reading.draft, NULL);
  g_assert_cmpstr (removal, ==, "This interview is cancelled for you.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/SH-27/same", test_same);
  g_test_add_func ("/mail/languages/tags", test_tags);
  g_test_add_func ("/mail/SH-38/languages", test_urgent);
  g_test_add_func ("/mail/SH-2/description", test_description);
  g_test_add_func ("/mail/SH-49/description", test_description_places);
  g_test_add_func ("/mail/X-11/description", test_description_hides);

  return g_test_run ();
}
