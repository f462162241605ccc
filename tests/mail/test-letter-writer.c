/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "letter-reading.h"

static void
test_structure (void)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *calendar = NULL;
  g_autofree char *attachment = NULL;
  GMimeObject     *mixed, *part;

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading_write (&reading);
  reading_assert_wire (&reading);

  mixed = g_mime_message_get_mime_part (reading.message);
  reading_assert_type (mixed, "multipart/mixed");
  g_assert_cmpint (g_mime_multipart_get_count (GMIME_MULTIPART (mixed)), ==, 2);
  reading_assert_type (reading_nth (mixed, 0), "multipart/alternative");
  g_assert_cmpint (g_mime_multipart_get_count (GMIME_MULTIPART (reading_nth (mixed, 0))), ==, 3);

  part = reading_nth (reading_nth (mixed, 0), 0);
  reading_assert_type (part, "text/plain");
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (part, "charset"), ==, "UTF-8");
  part = reading_nth (reading_nth (mixed, 0), 1);
  reading_assert_type (part, "text/html");
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (part, "charset"), ==, "UTF-8");

  part = reading_nth (reading_nth (mixed, 0), 2);
  reading_assert_type (part, "text/calendar");
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (part, "charset"), ==, "UTF-8");
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (part, "method"), ==, "REQUEST");
  g_assert_null (g_mime_object_get_content_type_parameter (part, "name"));
  g_assert_null (g_mime_object_get_content_disposition (part));
  g_assert_cmpint (g_mime_part_get_content_encoding (GMIME_PART (part)), ==, GMIME_CONTENT_ENCODING_BASE64);
  calendar = reading_octets (part);
  g_assert_cmpstr (calendar, ==, FIXTURE_CALENDAR);

  part = reading_nth (mixed, 1);
  reading_assert_type (part, "application/ics");
  g_assert_cmpstr (g_mime_object_get_content_type_parameter (part, "name"), ==, "invite.ics");
  g_assert_null (g_mime_object_get_content_type_parameter (part, "method"));
  g_assert_cmpstr (g_mime_object_get_disposition (part), ==, "attachment");
  g_assert_cmpstr (g_mime_part_get_filename (GMIME_PART (part)), ==, "invite.ics");
  attachment = reading_octets (part);
  g_assert_cmpstr (attachment, ==, FIXTURE_CALENDAR);
}

static void
test_without_calendar (void)
{
  g_auto (Reading) reading = { 0 };
  GMimeObject *top;

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_REMINDER, TRUE);
  reading_write (&reading);
  reading_assert_wire (&reading);

  top = g_mime_message_get_mime_part (reading.message);
  reading_assert_type (top, "multipart/alternative");
  g_assert_cmpint (g_mime_multipart_get_count (GMIME_MULTIPART (top)), ==, 2);
  reading_assert_type (reading_nth (top, 0), "text/plain");
  reading_assert_type (reading_nth (top, 1), "text/html");
}

static void
test_method (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, TRUE);
  reading_write (&reading);

  g_assert_cmpstr (g_mime_object_get_content_type_parameter (reading_nth (reading_alternative (&reading), 2), "method"), ==, "CANCEL");
  reading_assert_both (&reading, "Zoom not connected", "Zoom not connected");
  reading_assert_none (&reading, "https://example.com");
}

static void
test_headers (void)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *names = NULL;
  g_autofree char *date = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *cc = NULL;

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading_write (&reading);

  names = reading_join_headers (&reading);
  date = reading_raw_header (&reading, "Date");
  from = g_mime_message_get_from (reading.message) != NULL ? internet_address_list_to_string (g_mime_message_get_from (reading.message), NULL, FALSE) : NULL;
  to = reading_raw_header (&reading, "To");
  cc = reading_raw_header (&reading, "Cc");
  g_assert_cmpstr (names, ==, "From To Cc Subject Date Message-ID MIME-Version Content-Type");
  g_assert_cmpstr (date, ==, "Mon, 2 Nov 2026 12:00:05 +0000");
  g_assert_cmpstr (from, ==, "Rita Recruiter <rita@example.org>");
  g_assert_cmpstr (to, ==, "Ana Candidate <ana@example.com>");
  g_assert_cmpstr (cc, ==, "Hugo Manager <hugo@example.org>, Rita Recruiter <rita@example.org>, otto@example.org");
  g_assert_cmpstr (g_mime_message_get_message_id (reading.message), ==, "8d1f8a52-7f0b-4f0a-9d0c-0b7f5a4f2d11@example.org");
}

static void
test_letter (void)
{
  g_auto (Reading) reading = { 0 };

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading_write (&reading);

  g_assert_cmpstr (convene_letter_get_message_id (reading.letter), ==, reading.draft.message_id);
  g_assert_cmpstr (convene_letter_get_sender (reading.letter), ==, "rita@example.org");
  g_assert_cmpuint (g_strv_length ((GStrv) convene_letter_get_recipients (reading.letter)), ==, 4);
  g_assert_cmpint (convene_letter_get_sequence (reading.letter), ==, 3);
  g_assert_cmpint (convene_letter_get_made_at (reading.letter), ==, reading.draft.made_at);
  g_assert_true (g_bytes_equal (convene_letter_get_calendar (reading.letter), reading.draft.calendar));
}

static void
test_thread (void)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *reply = NULL;
  g_autofree char *references = NULL;

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_UPDATE, TRUE);
  reading.draft.in_reply_to = "<11111111-7f0b-4f0a-9d0c-0b7f5a4f2d11@example.org>";
  reading_write (&reading);

  reply = reading_raw_header (&reading, "In-Reply-To");
  references = reading_raw_header (&reading, "References");
  g_assert_cmpstr (reply, ==, reading.draft.in_reply_to);
  g_assert_cmpstr (references, ==, reading.draft.in_reply_to);
}

/* On the wire, octet for octet, and in one line however long the job is. */
static void
test_urgent_subject (void)
{
  static const char *const jobs[] = {
    "Staff Engineer",
    "Senior Principal Distinguished Staff Site Reliability Engineer for the Payments Platform (Level 8), \"Remote\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_auto (Reading) reading = { 0 };
      g_autofree char *line = g_strdup_printf ("\r\nSubject: URGENT: Zoom Meeting Creation Failed - Interview: %s\r\n", jobs[i]);

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_URGENT, FALSE);
      convene_interview_set_job (reading.interview, jobs[i]);
      reading_write (&reading);
      g_assert_nonnull (strstr (reading.wire, line));
      g_assert_cmpstr (convene_letter_get_subject (reading.letter), ==, g_strchomp (line) + strlen ("\r\nSubject: "));
    }
}

/* No text makes a header of its own or breaks out of the HTML, and people keep their names. */
static void
test_injection (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } rows[] = {
    { "x\r\nBcc: evil@example.org\r\n\r\n<b>body</b>", "x Bcc: evil@example.org <b>body</b>" },
    { "x\nX-Evil: 1", "x X-Evil: 1" },
    { "\"quoted\\\" <evil@example.org>, y", "\"quoted\\\" <evil@example.org>, y" },
    { "=?UTF-8?Q?x=0D=0ABcc:_evil@example.org?=", "=?UTF-8?Q?x=0D=0ABcc:_evil@example.org?=" },
    { "Zoë Ünïcode 日本語の名前日本語の名前日本語の名前日本語の名前日本語の名前", "Zoë Ünïcode 日本語の名前日本語の名前日本語の名前日本語の名前日本語の名前" },
    { "👩‍💻 👨‍👩‍👧‍👦", "👩‍💻 👨‍👩‍👧‍👦" },
    { "שרה כהן", "שרה כהן" },
    { "<script>alert(1)</script>", "<script>alert(1)</script>" },
    { "{{password}}", "{{password}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Reading) reading = { 0 };
      g_autofree char *names = NULL;
      g_autofree char *subject = g_strdup_printf ("Interview: %s, Tue, 1 Dec 2026, 10:00", rows[i].clean);
      g_autofree char *escaped = g_markup_escape_text (rows[i].clean, -1);
      InternetAddress *to, *from;

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      convene_interview_set_job (reading.interview, rows[i].text);
      convene_participant_set_name (convene_interview_get_candidate (reading.interview), rows[i].text);
      reading.draft.sender_name = rows[i].text;
      reading_write (&reading);
      reading_assert_wire (&reading);

      names = reading_join_headers (&reading);
      g_assert_cmpstr (names, ==, "From To Cc Subject Date Message-ID MIME-Version Content-Type");
      g_assert_cmpstr (g_mime_message_get_subject (reading.message), ==, subject);
      g_assert_cmpint (internet_address_list_length (g_mime_message_get_to (reading.message)), ==, 1);
      to = internet_address_list_get_address (g_mime_message_get_to (reading.message), 0);
      from = internet_address_list_get_address (g_mime_message_get_from (reading.message), 0);
      g_assert_cmpstr (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (to)), ==, "ana@example.com");
      g_assert_cmpstr (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (from)), ==, "rita@example.org");

      g_assert_cmpstr (internet_address_get_name (to), ==, rows[i].clean);
      reading_assert_both (&reading, rows[i].clean, escaped);
    }
}

static void
test_long (void)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *word = g_strnfill (1999, 'x');
  g_autofree char *name = g_strnfill (200, 'n');

  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  convene_interview_set_agenda (reading.interview, word);
  convene_interview_set_job (reading.interview, name);
  convene_participant_set_name (convene_interview_get_candidate (reading.interview), name);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *address = g_strdup_printf ("person%u@example.org", i);

      fixture_add_person (reading.interview, CONVENE_ROLE_REQUIRED, "Çok Uzun Bir İsim", address);
    }
  reading_write (&reading);

  reading_assert_wire (&reading);
  reading_assert_both (&reading, word, word);
  g_assert_cmpint (internet_address_list_length (g_mime_message_get_cc (reading.message)), ==, 103);
}

static void
test_no_recipient (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(GError) error = NULL;
  ConveneLetterDraft draft = fixture_draft (CONVENE_OPERATION_KIND_MAIL_REMINDER, interview);

  g_assert_null (convene_letter_write (&draft, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "candidate");
}

static void
test_invalid (void)
{
  static const struct
  {
    const char *candidate, *sender, *message_id, *in_reply_to;
    const char *field;
  } rows[] = {
    { "ana@example.com\r\nBcc: evil@example.org", NULL, NULL, NULL, "recipients" },
    { "ana", NULL, NULL, NULL, "recipients" },
    { NULL, "rita@example.org>\r\nBcc: x", NULL, NULL, "sender" },
    { NULL, NULL, "<x@example.org>\r\nBcc: x", NULL, "message_id" },
    { NULL, NULL, "x@example.org", NULL, "message_id" },
    { NULL, NULL, "<x@example.org> <y@example.org>", NULL, "message_id" },
    { NULL, NULL, NULL, "<a b@example.org>", "message_id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      if (rows[i].candidate != NULL)
        convene_participant_set_address (convene_interview_get_candidate (reading.interview), rows[i].candidate);
      if (rows[i].sender != NULL)
        reading.draft.sender_address = rows[i].sender;
      if (rows[i].message_id != NULL)
        reading.draft.message_id = rows[i].message_id;
      reading.draft.in_reply_to = rows[i].in_reply_to;

      g_assert_null (convene_letter_write (&reading.draft, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, rows[i].field);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/SH-27/structure", test_structure);
  g_test_add_func ("/mail/SH-27/without-calendar", test_without_calendar);
  g_test_add_func ("/mail/SH-27/method", test_method);
  g_test_add_func ("/mail/SH-29/headers", test_headers);
  g_test_add_func ("/mail/writer/letter", test_letter);
  g_test_add_func ("/mail/writer/thread", test_thread);
  g_test_add_func ("/mail/SH-38/subject", test_urgent_subject);
  g_test_add_func ("/mail/writer/injection", test_injection);
  g_test_add_func ("/mail/writer/long", test_long);
  g_test_add_func ("/mail/writer/no-recipient", test_no_recipient);
  g_test_add_func ("/mail/writer/invalid", test_invalid);

  return g_test_run ();
}
