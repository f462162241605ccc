/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "letter-reading.h"

typedef void (*Alter) (ConveneInterview *interview);

static void
move (ConveneInterview *interview)
{
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-02 11:30", "America/Mexico_City", NULL);

  convene_interview_set_start (interview, start);
}

static void
lengthen (ConveneInterview *interview)
{
  convene_interview_set_duration (interview, 60);
}

static void
retitle (ConveneInterview *interview)
{
  convene_interview_set_job (interview, "Chief <Engineer>");
}

static void
renew_link (ConveneInterview *interview)
{
  convene_meeting_set_join_url (convene_interview_get_meeting (interview), "https://example.com/j/90000000000?pwd=z");
}

static void
lose_meeting (ConveneInterview *interview)
{
  convene_meeting_set_state (convene_interview_get_meeting (interview), CONVENE_MEETING_STATE_MISSING);
}

static void
renew_password (ConveneInterview *interview)
{
  convene_meeting_set_password (convene_interview_get_meeting (interview), "n_8");
}

static void
drop_password (ConveneInterview *interview)
{
  convene_meeting_set_password (convene_interview_get_meeting (interview), NULL);
}

static void
meet_in_person (ConveneInterview *interview)
{
  convene_interview_set_platform (interview, CONVENE_PLATFORM_IN_PERSON);
  convene_interview_set_location (interview, "Main Street 1");
  convene_interview_set_meeting (interview, NULL);
}

static void
renew_agenda (ConveneInterview *interview)
{
  convene_interview_set_agenda (interview, "Only one thing");
}

static void
drop_details (ConveneInterview *interview)
{
  convene_interview_set_details (interview, NULL);
}

static void
add_person (ConveneInterview *interview)
{
  fixture_add_person (interview, CONVENE_ROLE_REQUIRED, "Nina <New>", "nina@example.org");
}

static void
answer (ConveneInterview *interview)
{
  convene_participant_set_response (convene_interview_get_candidate (interview), CONVENE_RESPONSE_ACCEPTED);
  convene_interview_set_notes (interview, FIXTURE_NOTES " after all");
}

static ConveneTold *
tell (ConveneInterview *interview)
{
  g_autofree char *text = convene_told_to_string (interview);
  ConveneTold     *told = convene_told_parse (text);

  g_assert_nonnull (told);
  return told;
}

#define WAS "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)"

/* Each change in the text and in the HTML; and nothing is said of what stays. */
static void
test_changes (void)
{
  static const struct
  {
    Alter       alter;
    const char *text, *html;
  } rows[] = {
    { move, "- Time: was " WAS ", is now Wednesday, 2 December 2026, 11:30–12:15 (Mexico City, UTC−6)\n",
      "<li><b dir=\"auto\">Time:</b> was <span dir=\"auto\">" WAS "</span>, is now <b dir=\"auto\">Wednesday, 2 December 2026, 11:30–12:15 (Mexico City, UTC−6)</b></li>" },
    { lengthen, "- Time: was " WAS ", is now Tuesday, 1 December 2026, 10:00–11:00 (Mexico City, UTC−6)\n", "10:00–11:00" },
    { retitle, "- Title: was Staff Engineer, is now Chief <Engineer>\n", "<b dir=\"auto\">Title:</b> was <span dir=\"auto\">Staff Engineer</span>, is now <b dir=\"auto\">Chief &lt;Engineer&gt;</b>" },
    { renew_link, "- Link: please join by the new link below", "<b dir=\"auto\">Link:</b> please join by the new link below" },
    { lose_meeting, "- Link: please do not use the earlier link", "<b dir=\"auto\">Link:</b> please do not use the earlier link" },
    { renew_password, "- Password: there is a new one", "<b dir=\"auto\">Password:</b> there is a new one" },
    { drop_password, "- Password: there is none any more", "<b dir=\"auto\">Password:</b> there is none any more" },
    { meet_in_person, "- How: was Zoom, is now In person\n- Place: is now Main Street 1\n- Link: please do not use the earlier link", "<b dir=\"auto\">Place:</b> is now <span dir=\"auto\">Main Street 1</span>" },
    { renew_agenda, "- Agenda: there is a new one", "<b dir=\"auto\">Agenda:</b> there is a new one" },
    { drop_details, "- Details: there are none any more", "<b dir=\"auto\">Details:</b> there are none any more" },
    { add_person, "- Takes part now: Nina <New>\n", "<b dir=\"auto\">Takes part now:</b> <span dir=\"auto\">Nina &lt;New&gt;</span>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneTold) told = NULL;
      g_auto (Reading) reading = { 0 };
      g_autofree char *plain = NULL;
      const char      *changes;

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
      told = tell (reading.interview);
      reading.draft.told = told;
      rows[i].alter (reading.interview);
      reading_write (&reading);
      reading_assert_wire (&reading);
      reading_assert_both (&reading, "What has changed", "What has changed");
      reading_assert_both (&reading, rows[i].text, rows[i].html);

      plain = reading_text (reading_nth (reading_alternative (&reading), 0));
      changes = strstr (plain, "\n- ");
      if (rows[i].alter != meet_in_person)
        g_assert_null (strstr (changes + 1, "\n- "));
    }
}

/* Unknown, or nothing that they are told: as it stands, without a list that would be empty. */
static void
test_nothing (void)
{
  for (int known = 0; known < 2; known++)
    {
      g_autoptr(ConveneTold) told = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
      told = tell (reading.interview);
      reading.draft.told = known ? told : NULL;
      answer (reading.interview);
      if (!known)
        move (reading.interview);
      reading_write (&reading);
      reading_assert_both (&reading, "This is how it stands now", "This is how it stands now");
      reading_assert_none (&reading, "What has changed");
    }
}

/* Both times on the candidate's clock. */
static void
test_zone (void)
{
  g_autoptr(ConveneTold) told = NULL;
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
  convene_participant_set_timezone (convene_interview_get_candidate (reading.interview), "Asia/Kolkata");
  told = tell (reading.interview);
  reading.draft.told = told;
  move (reading.interview);
  reading_write (&reading);
  reading_assert_both (&reading,
                       "was Tuesday, 1 December 2026, 21:30–22:15 (Kolkata, UTC+5:30), is now Wednesday, 2 December 2026, 23:00–23:45 (Kolkata, UTC+5:30)",
                       "is now <b dir=\"auto\">Wednesday, 2 December 2026, 23:00–23:45 (Kolkata, UTC+5:30)</b>");
}

static void
test_removed (void)
{
  g_autoptr(ConveneTold) told = NULL;
  g_autoptr(ConveneInterview) before = fixture_interview_new ();
  g_auto (Reading) reading = { 0 };

  fixture_add_person (before, CONVENE_ROLE_REQUIRED, "Bo Before", "bo@example.org");
  fixture_add_person (before, CONVENE_ROLE_OPTIONAL, NULL, "nobody@example.org");
  told = tell (before);
  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, FALSE);
  reading.draft.told = told;
  reading_write (&reading);
  reading_assert_both (&reading, "- Takes part no more: Bo Before, nobody@example.org\n", "<b dir=\"auto\">Takes part no more:</b> <span dir=\"auto\">Bo Before, nobody@example.org</span>");
}

/* A candidate who replaces another is invited, and reads nothing of what was arranged with the one before. */
static void
test_new_candidate (void)
{
  g_autoptr(ConveneInterview) before = convene_interview_new ();
  g_autoptr(ConveneTold) told = NULL;
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
  convene_interview_set_job (before, "Staff Engineer");
  convene_interview_set_start (before, convene_interview_get_start (reading.interview));
  convene_interview_set_duration (before, 45);
  fixture_add_person (before, CONVENE_ROLE_CANDIDATE, "Olga Other", "olga@example.com");
  told = tell (before);
  reading.draft.told = told;
  reading_write (&reading);
  reading_assert_both (&reading, "you are invited to an interview", "you are invited to an interview");
  reading_assert_none (&reading, "Olga");
  reading_assert_none (&reading, "changed");
  g_assert_cmpstr (convene_letter_get_subject (reading.letter), ==, "Interview: Staff Engineer, Tue, 1 Dec 2026, 10:00");
}

/* The link alone, and the link with other news. */
static void
test_link_ready (void)
{
  for (int moved = 0; moved < 2; moved++)
    {
      g_autoptr(ConveneTold) told = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_LINK_READY, FALSE);
      told = tell (reading.interview);
      reading.draft.told = told;
      fixture_add_meeting (reading.interview);
      if (moved)
        move (reading.interview);
      reading_write (&reading);
      if (moved)
        reading_assert_both (&reading, "- Link: the link to join is there now", "<b dir=\"auto\">Link:</b> the link to join is there now");
      else
        reading_assert_both (&reading, "Everything else stays as it was", "Everything else stays as it was");
      if (moved)
        reading_assert_none (&reading, "Everything else");
    }
}

/* */
static void
test_password_in_link (void)
{
  static const struct
  {
    const char *link;
    gboolean    unless, shown;
  } rows[] = {
    { "https://example.com/j/1?pwd=a", TRUE, FALSE },
    { "https://example.com/j/1?x=1&pwd=a#b", TRUE, FALSE },
    { "https://example.com/j/1?pwd=a", FALSE, TRUE },
    { "https://example.com/j/1", TRUE, TRUE },
    { "https://example.com/j/1?pwd=", TRUE, TRUE },
    { "https://example.com/j/1?xpwd=a", TRUE, TRUE },
    { "https://example.com/pwd=a", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneTold) told = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
      told = tell (reading.interview);
      reading.draft.told = told;
      reading.draft.password_unless_in_link = rows[i].unless;
      convene_meeting_set_join_url (convene_interview_get_meeting (reading.interview), rows[i].link);
      renew_password (reading.interview);
      reading_write (&reading);
      if (rows[i].shown)
        reading_assert_both (&reading, "Password: n_8", "<span dir=\"ltr\">n_8</span>");
      else
        reading_assert_none (&reading, "assword");
    }
}

/* What was typed beside a pasted link opens that meeting. */
static void
test_pasted_password (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, FALSE);
  convene_interview_set_platform (reading.interview, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (reading.interview, "https://example.org/room");
  convene_interview_set_password (reading.interview, "typed1");
  reading_write (&reading);
  reading_assert_both (&reading, "Password: typed1", "typed1");
}

static void
test_abandoned_meeting (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
  convene_interview_set_platform (reading.interview, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (reading.interview, "+1 555 0100");
  reading_write (&reading);
  reading_assert_both (&reading, "+1 555 0100", "+1 555 0100");
  reading_assert_none (&reading, "https://example.com/j/");
  reading_assert_none (&reading, "x_7*Z");
}

/* A change that nobody heard of yet is called off as it was known. */
static void
test_cancellation (void)
{
  g_autoptr(ConveneTold) told = NULL;
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
  told = tell (reading.interview);
  reading.draft.told = told;
  reading.draft.reason = "The position is\nfilled <for now>";
  move (reading.interview);
  retitle (reading.interview);
  reading_write (&reading);
  reading_assert_both (&reading, "this interview has been cancelled: Staff Engineer", "this interview has been cancelled: <b dir=\"auto\">Staff Engineer</b>");
  reading_assert_both (&reading, "When:     " WAS, "<b dir=\"auto\">" WAS "</b>");
  reading_assert_both (&reading, "Reason\n\nThe position is\nfilled <for now>", "filled &lt;for now&gt;");
  reading_assert_none (&reading, "2 December");
  reading_assert_none (&reading, FIXTURE_LINK);
  g_assert_cmpstr (convene_letter_get_subject (reading.letter), ==, "Cancelled interview: Staff Engineer, Tue, 1 Dec 2026, 10:00");
}

/* Without an organizer there is no .ics that calls off: nobody is told that one was attached. */
static void
test_without_calendar (void)
{
  for (int attached = 0; attached < 2; attached++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
      if (!attached)
        {
          fixture_draft_clear (&reading.draft);
          reading.draft.sender_address = NULL;
        }
      reading_write (&reading);
      if (attached)
        reading_assert_both (&reading, "The attached file removes", "The attached file removes");
      else
        reading_assert_both (&reading, "Please remove the interview from your calendar", "Please remove the interview from your calendar");
    }
}

/* Only whoever is named gets it. */
static void
test_removal (void)
{
  static const char *const gone[] = { "Otto <otto2@example.org>", "OTTO2@example.org", "Rita Recruiter <rita@example.org>", NULL };
  g_autoptr(ConveneTold) told = NULL;
  g_autoptr(ConveneLetterHeading) heading = NULL;
  g_auto (Reading) reading = { 0 };
  g_autofree char *recipients = NULL;

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
  told = tell (reading.interview);
  reading.draft.told = told;
  reading.draft.reason = NULL;
  reading.draft.recipients = gone;
  move (reading.interview);
  reading_write (&reading);
  recipients = g_strjoinv (" ", (GStrv) convene_letter_get_recipients (reading.letter));
  heading = convene_letter_heading_new (&reading.draft);
  reading_assert_both (&reading, "Hello Otto,", "Hello <span dir=\"auto\">Otto</span>");
  reading_assert_both (&reading, "you no longer take part in this interview: Staff Engineer", "you no longer take part in this interview");
  reading_assert_both (&reading, WAS, WAS);
  reading_assert_none (&reading, "cancelled");
  reading_assert_none (&reading, "Ana");
  g_assert_cmpstr (recipients, ==, "otto2@example.org rita@example.org");
  g_assert_cmpuint (heading->to->len, ==, 2);
  g_assert_cmpuint (heading->cc->len, ==, 0);
  g_assert_cmpint (internet_address_list_length (g_mime_message_get_cc (reading.message)), ==, 0);
  g_assert_true (g_str_has_prefix (heading->subject, "You no longer take part in the interview: Staff Engineer, "));
}

/* A candidate does not read that others go on. */
static void
test_removed_candidate (void)
{
  static const char *const gone[] = { "Ana Candidate <ana@example.com>", NULL };
  g_autoptr(ConveneTold) told = NULL;
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
  told = tell (reading.interview);
  reading.draft.told = told;
  reading.draft.recipients = gone;
  reading_write (&reading);
  reading_assert_both (&reading, "this interview has been cancelled", "this interview has been cancelled");
  reading_assert_none (&reading, "without you");
}

static void
test_nobody (void)
{
  static const char *const rows[] = { "", "Otto", "Otto <otto@example.org>\r\nBcc: eve@example.org", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const gone[] = { rows[i], NULL };
      g_autoptr(GError) error = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
      reading.draft.recipients = gone;
      g_assert_null (convene_letter_write (&reading.draft, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "recipients");
    }
}

/* SH-38's subject, and what is true of a meeting that is gone. */
static void
test_missing (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_URGENT, TRUE);
  reading.draft.reason = "Zoom has no meeting 812 3456 7890";
  lose_meeting (reading.interview);
  reading_write (&reading);
  reading_assert_both (&reading, "is gone: Staff Engineer, with Ana Candidate", "is gone: <b dir=\"auto\">Staff Engineer</b>");
  reading_assert_both (&reading, "alternative link", "alternative link");
  reading_assert_both (&reading, "Zoom has no meeting 812 3456 7890", "Zoom has no meeting 812 3456 7890");
  reading_assert_none (&reading, "could not be created");
  g_assert_cmpstr (convene_letter_get_subject (reading.letter), ==, "URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/SH-45/changes", test_changes);
  g_test_add_func ("/mail/SH-45/nothing", test_nothing);
  g_test_add_func ("/mail/SH-45/zone", test_zone);
  g_test_add_func ("/mail/SH-45/removed", test_removed);
  g_test_add_func ("/mail/SH-45/new-candidate", test_new_candidate);
  g_test_add_func ("/mail/X-9/link-ready", test_link_ready);
  g_test_add_func ("/mail/X-11/password-in-link", test_password_in_link);
  g_test_add_func ("/mail/X-11/pasted-password", test_pasted_password);
  g_test_add_func ("/mail/SH-45/abandoned-meeting", test_abandoned_meeting);
  g_test_add_func ("/mail/SH-46/cancellation", test_cancellation);
  g_test_add_func ("/mail/SH-46/without-calendar", test_without_calendar);
  g_test_add_func ("/mail/SH-45/removal", test_removal);
  g_test_add_func ("/mail/SH-45/removed-candidate", test_removed_candidate);
  g_test_add_func ("/mail/SH-45/nobody", test_nobody);
  g_test_add_func ("/mail/SH-38/missing", test_missing);

  return g_test_run ();
}
