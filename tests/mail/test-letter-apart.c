/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "letter-reading.h"

static const char *const everybody[] = { "ana@example.com", "hugo@example.org", "rita@example.org", "otto@example.org" };

static char *
dup_head (Reading *reading)
{
  return g_strndup (reading->wire, strstr (reading->wire, "\r\n\r\n") - reading->wire);
}

/* To them, and nobody else's address in a header or in what the letter says. */
static void
test_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      g_auto (Reading) reading = { 0 };
      g_autofree char *head = NULL;
      g_autofree char *to = NULL;

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      reading.draft.only = everybody[i];
      reading.draft.sender_address = "office@example.org";
      reading_write (&reading);
      reading_assert_wire (&reading);

      head = dup_head (&reading);
      to = reading_raw_header (&reading, "To");
      g_assert_nonnull (strstr (to, everybody[i]));
      g_assert_null (strstr (head, "\r\nCc:"));
      for (guint k = 0; k < G_N_ELEMENTS (everybody); k++)
        if (k != i)
          {
            g_assert_null (strstr (head, everybody[k]));
            reading_assert_none (&reading, everybody[k]);
          }
      g_assert_cmpuint (g_strv_length ((GStrv) convene_letter_get_recipients (reading.letter)), ==, 1);
      g_assert_cmpstr (convene_letter_get_recipients (reading.letter)[0], ==, everybody[i]);
    }
}

/* The others of a letter of one's own are named, without their addresses; the candidate needs no telling whom they are. */
static void
test_with (void)
{
  g_auto (Reading) of_candidate = { 0 };
  g_auto (Reading) of_manager = { 0 };
  g_auto (Reading) of_nameless = { 0 };

  reading_begin (&of_candidate, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  of_candidate.draft.only = "ana@example.com";
  reading_write (&of_candidate);
  reading_assert_both (&of_candidate, "Hello Ana Candidate,", "Hello <span dir=\"auto\">Ana Candidate</span>,");
  reading_assert_none (&of_candidate, "With:");

  reading_begin (&of_manager, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  of_manager.draft.only = "HUGO@example.org";
  reading_write (&of_manager);
  reading_assert_both (&of_manager, "Hello Hugo Manager,", "Hello <span dir=\"auto\">Hugo Manager</span>,");
  reading_assert_both (&of_manager, "With:     Ana Candidate\n", "<span dir=\"auto\">Ana Candidate</span>");

  reading_begin (&of_nameless, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  of_nameless.draft.only = "hugo@example.org";
  convene_participant_set_name (convene_interview_get_candidate (of_nameless.interview), NULL);
  reading_write (&of_nameless);
  reading_assert_none (&of_nameless, "ana@example.com");
}

/* Each in their own language and zone; who said nothing of a language reads what the candidate reads. */
static void
test_own (void)
{
  static const struct
  {
    const char *address, *language, *zone;
    const char *greeting, *when;
  } rows[] = {
    { "ana@example.com", NULL, NULL, "Estimado/a Ana Candidate:", "martes, 1 de diciembre de 2026, 10:00–10:45" },
    { "hugo@example.org", NULL, NULL, "Estimado/a Hugo Manager:", "martes, 1 de diciembre de 2026, 10:00–10:45" },
    { "hugo@example.org", "de", "Europe/Berlin", "Guten Tag Hugo Manager,", "Dienstag, 1. Dezember 2026, 17:00–17:45 Uhr (Berlin, UTC+1)" },
    { "hugo@example.org", "en", "Asia/Kolkata", "Hello Hugo Manager,", "Tuesday, 1 December 2026, 21:30–22:15 (Kolkata, UTC+5:30)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ConveneParticipant *manager;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      manager = convene_interview_get_hiring_manager (reading.interview);
      convene_participant_set_language (convene_interview_get_candidate (reading.interview), "es");
      convene_participant_set_language (manager, rows[i].language);
      convene_participant_set_timezone (manager, rows[i].zone);
      reading.draft.only = rows[i].address;
      reading_write (&reading);
      reading_assert_both (&reading, rows[i].greeting, rows[i].when);
      reading_assert_both (&reading, rows[i].when, rows[i].when);
    }
}

/* Who takes part anew is invited while the others read of the change; who is removed reads that. */
static void
test_variants (void)
{
  static const char *const gone[] = { "Bo Before <bo@example.org>", "Cy <cy@example.org>", NULL };
  g_autoptr(ConveneTold) told = NULL;
  g_autofree char *known = NULL;
  g_auto (Reading) old = { 0 };
  g_auto (Reading) new = { 0 };
  g_auto (Reading) removed = { 0 };

  reading_begin (&old, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
  known = convene_told_to_string (old.interview);
  told = convene_told_parse (known);
  fixture_add_person (old.interview, CONVENE_ROLE_REQUIRED, NULL, "nina@example.org");
  old.draft.told = told;
  old.draft.only = "hugo@example.org";
  reading_write (&old);
  reading_assert_both (&old, "your interview has changed", "your interview has changed");
  reading_assert_none (&old, "nina@example.org");

  reading_begin (&new, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
  fixture_add_person (new.interview, CONVENE_ROLE_REQUIRED, NULL, "nina@example.org");
  new.draft.told = told;
  new.draft.only = "nina@example.org";
  reading_write (&new);
  reading_assert_both (&new, "you are invited to an interview", "you are invited to an interview");

  reading_begin (&removed, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
  removed.draft.told = told;
  removed.draft.recipients = gone;
  removed.draft.only = "bo@example.org";
  reading_write (&removed);
  reading_assert_both (&removed, "Hello Bo Before,", "Bo Before");
  reading_assert_both (&removed, "you no longer take part", "you no longer take part");
  reading_assert_none (&removed, "cy@example.org");
}

/* What they read before. */
static void
test_removed_language (void)
{
  static const char *const gone[] = { "Bo Before <bo@example.org>", NULL };

  for (guint apart = 0; apart < 2; apart++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
      convene_participant_set_language (convene_interview_get_candidate (reading.interview), "fr");
      reading.draft.recipients = gone;
      reading.draft.only = apart ? "bo@example.org" : NULL;
      reading_write (&reading);
      reading_assert_both (&reading, "Bonjour Bo Before,", "Vous ne participez plus à cet entretien");
    }
}

static void
test_invalid (void)
{
  static const char *const rows[] = { "", "hugo", "hugo@example.org\r\nBcc: eve@example.org" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      reading.draft.only = rows[i];
      g_assert_null (convene_letter_write (&reading.draft, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "recipients");
    }
}

/* The sender is in Cc, once, and not where they get the letter anyway. */
static void
test_copy (void)
{
  static const struct
  {
    ConveneOperationKind kind;
    const char          *sender, *only;
    const char          *cc;
  } rows[] = {
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, "office@example.org", NULL,
      "Hugo Manager <hugo@example.org>, Rita Recruiter <rita@example.org>, otto@example.org, Rita Recruiter <office@example.org>" },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, "RITA@example.org", NULL,
      "Hugo Manager <hugo@example.org>, Rita Recruiter <rita@example.org>, otto@example.org" },
    { CONVENE_OPERATION_KIND_MAIL_REMINDER, "office@example.org", NULL, "Rita Recruiter <office@example.org>" },
    { CONVENE_OPERATION_KIND_MAIL_URGENT, "hugo@example.org", NULL, NULL },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, "office@example.org", "ana@example.com", "Rita Recruiter <office@example.org>" },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, "ana@example.com", "ana@example.com", NULL },
    { CONVENE_OPERATION_KIND_MAIL_REMINDER, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cc = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, rows[i].kind, TRUE);
      reading.draft.sender_address = rows[i].sender;
      reading.draft.only = rows[i].only;
      reading.draft.copy_to_sender = TRUE;
      reading_write (&reading);
      cc = reading_raw_header (&reading, "Cc");
      g_assert_cmpstr (cc, ==, rows[i].cc);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/X-12/headers", test_headers);
  g_test_add_func ("/mail/X-12/with", test_with);
  g_test_add_func ("/mail/X-12/own", test_own);
  g_test_add_func ("/mail/X-12/variants", test_variants);
  g_test_add_func ("/mail/X-12/removed-language", test_removed_language);
  g_test_add_func ("/mail/X-12/invalid", test_invalid);
  g_test_add_func ("/mail/copy/sender", test_copy);

  return g_test_run ();
}
