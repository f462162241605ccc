/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-text.h"
#include "letter-fixture.h"

static char *
join (GPtrArray *people)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) people->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_heading (const ConveneLetterDraft *draft,
                const char               *to,
                const char               *cc,
                const char               *recipients,
                const char               *subject)
{
  g_autoptr(ConveneLetterHeading) heading = convene_letter_heading_new (draft);
  g_autofree char *actual_to = join (heading->to);
  g_autofree char *actual_cc = join (heading->cc);
  g_autofree char *actual_recipients = g_strjoinv (" ", heading->recipients);

  g_assert_cmpstr (actual_to, ==, to);
  g_assert_cmpstr (actual_cc, ==, cc);
  g_assert_cmpstr (actual_recipients, ==, recipients);
  g_assert_cmpstr (heading->subject, ==, subject);
}

#define ANA "Ana Candidate <ana@example.com>"
#define TEAM "Hugo Manager <hugo@example.org>; Rita Recruiter <rita@example.org>; otto@example.org"
#define ALL "ana@example.com hugo@example.org rita@example.org otto@example.org"

static void
test_kinds (void)
{
  static const struct
  {
    ConveneOperationKind kind;
    const char          *to, *cc, *recipients, *subject;
  } rows[] = {
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, ANA, TEAM, ALL, "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { CONVENE_OPERATION_KIND_MAIL_UPDATE, ANA, TEAM, ALL, "Changed interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { CONVENE_OPERATION_KIND_MAIL_CANCELLATION, ANA, TEAM, ALL, "Cancelled interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { CONVENE_OPERATION_KIND_MAIL_LINK_READY, ANA, TEAM, ALL, "Join link for your interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { CONVENE_OPERATION_KIND_MAIL_REMINDER, ANA, "", "ana@example.com", "Reminder: Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { CONVENE_OPERATION_KIND_MAIL_URGENT, "Hugo Manager <hugo@example.org>", "", "hugo@example.org",
      "URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer" },
  };
  g_autoptr(ConveneInterview) interview = fixture_interview_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ConveneLetterDraft draft = fixture_draft (rows[i].kind, interview);

      assert_heading (&draft, rows[i].to, rows[i].cc, rows[i].recipients, rows[i].subject);
      fixture_draft_clear (&draft);
    }
}

static void
test_without_hiring_manager (void)
{
  g_autoptr(ConveneInterview) full = fixture_interview_new ();
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  ConveneLetterDraft draft = fixture_draft (CONVENE_OPERATION_KIND_MAIL_URGENT, interview);

  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, convene_interview_get_start (full));
  fixture_add_person (interview, CONVENE_ROLE_CANDIDATE, "Ana", "ana@example.com");

  assert_heading (&draft, "Rita Recruiter <rita@example.org>", "", "rita@example.org",
                  "URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer");
}

/* Whatever an address's roles and spelling: it gets the letter once. */
static void
test_once (void)
{
  g_autoptr(ConveneInterview) interview = fixture_interview_new ();
  ConveneLetterDraft draft = fixture_draft (CONVENE_OPERATION_KIND_MAIL_INVITATION, interview);

  fixture_add_person (interview, CONVENE_ROLE_REQUIRED, "Hugo again", "HUGO@EXAMPLE.ORG");
  fixture_add_person (interview, CONVENE_ROLE_OPTIONAL, "Ana again", "Ana@Example.Com");
  assert_heading (&draft, ANA, TEAM, ALL, "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00");
  fixture_draft_clear (&draft);
}

static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *subject;
  } rows[] = {
    { NULL, "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { "America/Mexico_City", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { "Europe/Berlin", "Interview: Staff Engineer, Tue, 1 Dec 2026, 17:00 (Berlin)" },
    { "Pacific/Kiritimati", "Interview: Staff Engineer, Wed, 2 Dec 2026, 06:00 (Kiritimati)" },
    { "Mars/Olympus", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_interview_new ();
      ConveneLetterDraft draft = fixture_draft (CONVENE_OPERATION_KIND_MAIL_INVITATION, interview);

      convene_participant_set_timezone (convene_interview_get_candidate (interview), rows[i].zone);
      assert_heading (&draft, ANA, TEAM, ALL, rows[i].subject);
      fixture_draft_clear (&draft);
    }
}

/* Words and dates are of one language: where there are no templates of the candidate's, both are English. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *subject;
  } rows[] = {
    { "en", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { "en-GB", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { "xx-YY", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { "", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
    { "../en", "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_interview_new ();
      ConveneLetterDraft draft = fixture_draft (CONVENE_OPERATION_KIND_MAIL_INVITATION, interview);

      convene_participant_set_language (convene_interview_get_candidate (interview), rows[i].language);
      assert_heading (&draft, ANA, TEAM, ALL, rows[i].subject);
      fixture_draft_clear (&draft);
    }
}

/* A preview may ask before everything is filled in. */
static void
test_unfinished (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  ConveneLetterDraft draft = fixture_draft (CONVENE_OPERATION_KIND_MAIL_INVITATION, interview);

  convene_interview_set_job (interview, "Staff\r\nEngineer");
  assert_heading (&draft, "", "", "", "Staff Engineer");
  fixture_draft_clear (&draft);
}

static void
test_message_id (void)
{
  g_autofree char *first = convene_letter_message_id_new ("rita@Example.ORG");
  g_autofree char *second = convene_letter_message_id_new ("rita@Example.ORG");

  g_assert_true (g_regex_match_simple ("^<[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@example\\.org>$", first, 0, 0));
  g_assert_cmpstr (first, !=, second);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/SH-29/kinds", test_kinds);
  g_test_add_func ("/mail/SH-38/without-hiring-manager", test_without_hiring_manager);
  g_test_add_func ("/mail/SH-29/once", test_once);
  g_test_add_func ("/mail/heading/zones", test_zones);
  g_test_add_func ("/mail/heading/languages", test_languages);
  g_test_add_func ("/mail/heading/unfinished", test_unfinished);
  g_test_add_func ("/mail/heading/message-id", test_message_id);

  return g_test_run ();
}
