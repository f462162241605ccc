/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "letter-reading.h"

/* Every fact stands in the text and in the HTML. */
static void
test_link (void)
{
  static const ConveneOperationKind kinds[] = {
    CONVENE_OPERATION_KIND_MAIL_INVITATION,
    CONVENE_OPERATION_KIND_MAIL_UPDATE,
    CONVENE_OPERATION_KIND_MAIL_LINK_READY,
    CONVENE_OPERATION_KIND_MAIL_REMINDER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, kinds[i], TRUE);
      reading_write (&reading);
      reading_assert_both (&reading, FIXTURE_LINK, "<a href=\"https://example.com/j/81234567890?pwd=a&amp;b=c\"");
      reading_assert_both (&reading, "x_7*Z", "x_7*Z");
      reading_assert_both (&reading, "812 3456 7890", "812 3456 7890");
      reading_assert_both (&reading, "Staff Engineer", "Staff Engineer");
      reading_assert_both (&reading, "Introduction\nExperience <in C>\nQ&A", "Introduction<br>\nExperience &lt;in C&gt;<br>\nQ&amp;A");
      reading_assert_both (&reading, "https://example.org/form?a=1&b=2", "<a href=\"https://example.org/form?a=1&amp;b=2\" dir=\"ltr\">");
      reading_assert_both (&reading, "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)", "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)");
      reading_assert_both (&reading, "Tuesday, 1 December 2026, 16:00–16:45 (UTC)", "Tuesday, 1 December 2026, 16:00–16:45 (UTC)");
      reading_assert_none (&reading, "follows");
    }
}

static void
test_without_link (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, FALSE);
  reading_write (&reading);

  reading_assert_both (&reading, "It follows in a second letter", "It follows in a second letter");
  reading_assert_none (&reading, "Join:");
  reading_assert_none (&reading, "Password");
}

/* Who joins otherwise is not told to wait for a link. */
static void
test_platforms (void)
{
  static const struct
  {
    ConvenePlatform platform;
    const char     *link, *location;
    const char     *contained;
  } rows[] = {
    { CONVENE_PLATFORM_LINK, "https://example.org/room", NULL, "https://example.org/room" },
    { CONVENE_PLATFORM_PHONE, NULL, "+1 555 0100", "+1 555 0100" },
    { CONVENE_PLATFORM_IN_PERSON, NULL, "Main Street 1", "Main Street 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, FALSE);
      convene_interview_set_platform (reading.interview, rows[i].platform);
      convene_interview_set_link (reading.interview, rows[i].link);
      convene_interview_set_location (reading.interview, rows[i].location);
      reading_write (&reading);
      reading_assert_both (&reading, rows[i].contained, rows[i].contained);
      reading_assert_none (&reading, "follows");
    }
}

static void
test_number (void)
{
  static const struct
  {
    gint64      number;
    const char *expected;
  } rows[] = {
    { G_GINT64_CONSTANT (81234567890), "Meeting:  812 3456 7890\n" },
    { G_GINT64_CONSTANT (8123456789), "Meeting:  812 345 6789\n" },
    { 812345678, "Meeting:  812 345 678\n" },
    { 10000001, "Meeting:  10000001\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_REMINDER, TRUE);
      convene_meeting_set_number (convene_interview_get_meeting (reading.interview), rows[i].number);
      reading_write (&reading);
      reading_assert_both (&reading, rows[i].expected, "<b>Meeting:</b></td><td style=\"padding: 2px 8px 2px 0; word-break: break-word; overflow-wrap: anywhere\"><span dir=\"ltr\">");
    }
}

static void
test_no_password (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  convene_meeting_set_password (convene_interview_get_meeting (reading.interview), NULL);
  reading_write (&reading);
  reading_assert_none (&reading, "Password");
}

static void
test_zones (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  convene_participant_set_timezone (convene_interview_get_candidate (reading.interview), "Asia/Kolkata");
  reading_write (&reading);

  reading_assert_both (&reading, "When:     Tuesday, 1 December 2026, 21:30–22:15 (Kolkata, UTC+5:30)",
                       "<b dir=\"auto\">Tuesday, 1 December 2026, 21:30–22:15 (Kolkata, UTC+5:30)</b>");
  reading_assert_both (&reading, "10:00–10:45 (Mexico City, UTC−6)", "10:00–10:45 (Mexico City, UTC−6)");
  reading_assert_both (&reading, "16:00–16:45 (UTC)", "16:00–16:45 (UTC)");
}

static void
test_reminder (void)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *automatic = NULL;
  g_autofree char *subject = NULL;

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_REMINDER, TRUE);
  reading_write (&reading);

  automatic = reading_raw_header (&reading, "Auto-Submitted");
  subject = reading_raw_header (&reading, "Subject");
  g_assert_cmpstr (automatic, ==, "auto-generated");
  g_assert_true (g_str_has_prefix (subject, "Reminder: "));
  g_assert_cmpuint (g_strv_length ((GStrv) convene_letter_get_recipients (reading.letter)), ==, 1);
}

static void
test_urgent_body (void)
{
  static const char *const words[] = {
    "Zoom not connected",
    "alternative link",
    "without a join link",
    "Retry",
    "Other host",
    "Paste link",
    "Connected Apps",
    "disconnect and reconnect",
    "wait a few minutes",
    "ZOOM_API_CLIENT_ID",
    "ZOOM_API_CLIENT_SECRET",
    "reconnect Zoom to grant",
    "Ana Candidate",
    "Staff Engineer",
    "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)",
  };
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_URGENT, FALSE);
  reading_write (&reading);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    reading_assert_both (&reading, words[i], words[i]);
}

/* Neither in a part nor in a header of any letter. */
static void
test_notes (void)
{
  for (int kind = CONVENE_OPERATION_KIND_MAIL_INVITATION; kind <= CONVENE_OPERATION_KIND_MAIL_URGENT; kind++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, kind, TRUE);
      reading_write (&reading);
      reading_assert_wire (&reading);
      reading_assert_none (&reading, "salary");
      g_assert_null (strstr (reading.wire, "salary"));
    }
}

static void
test_script_link (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  convene_meeting_set_join_url (convene_interview_get_meeting (reading.interview), "javascript:alert(1)");
  reading_write (&reading);
  reading_assert_none (&reading, "href=\"javascript");
}

/* What a preview shows is what the letter's text part has, for every kind; and it needs neither a sender nor a Message-ID. */
static void
test_text_alone (void)
{
  for (int kind = CONVENE_OPERATION_KIND_MAIL_INVITATION; kind <= CONVENE_OPERATION_KIND_MAIL_URGENT; kind++)
    {
      g_auto (Reading) reading = { 0 };
      g_autoptr(GError) error = NULL;
      g_autofree char *alone = NULL;
      g_autofree char *part = NULL;

      reading_begin (&reading, (ConveneOperationKind) kind, kind % 2 == 0);
      reading_write (&reading);
      part = reading_text (reading_nth (reading_alternative (&reading), 0));
      alone = convene_letter_write_text (&reading.draft, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (alone, ==, part);
    }
}

static void
test_text_early (void)
{
  g_autoptr(ConveneInterview) interview = fixture_interview_new ();
  ConveneLetterDraft draft = { .kind = CONVENE_OPERATION_KIND_MAIL_INVITATION, .interview = interview };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = convene_letter_write_text (&draft, &error);
  g_autofree char *none = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "you are invited to an interview"));
  convene_interview_set_start (interview, NULL);
  none = convene_letter_write_text (&draft, &error);
  g_assert_null (none);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/SH-2/link", test_link);
  g_test_add_func ("/mail/SH-37/without-link", test_without_link);
  g_test_add_func ("/mail/SH-49/platforms", test_platforms);
  g_test_add_func ("/mail/SH-3/number", test_number);
  g_test_add_func ("/mail/X-11/no-password", test_no_password);
  g_test_add_func ("/mail/writer/zones", test_zones);
  g_test_add_func ("/mail/SH-5/reminder", test_reminder);
  g_test_add_func ("/mail/SH-38/body", test_urgent_body);
  g_test_add_func ("/mail/writer/notes", test_notes);
  g_test_add_func ("/mail/writer/script-link", test_script_link);
  g_test_add_func ("/mail/SH-27/text-alone", test_text_alone);
  g_test_add_func ("/mail/SH-27/text-early", test_text_early);

  return g_test_run ();
}
