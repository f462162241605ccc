/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-opening.h"
#include "profile-fixture.h"

/* Files of those who lie, whose clocks go wrong, and whose answers are opened in any order and twice. */

#define UID "5f0c9a52-7a57-4c5d-9d44-1d0b2b7a7a11"
#define FOREIGN "040000008200E00074C5B7101A82E008"

/* Of 2026-12-01, when it is 09:20; the interview is a day later. */
#define DAY "20261201T"

static void
set_up (Profile     **self,
        gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = profile_make (UID, 24);
  g_autoptr(ConveneAccount) mail = convene_account_new ();
  g_autoptr(ConveneParticipant) grace =
                 g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_HIRING_MANAGER, "name", "Grace Example", "address", "grace@example.com", NULL);

  *self = profile_new ();
  convene_interview_set_platform (interview, CONVENE_PLATFORM_IN_PERSON);
  convene_interview_set_location (interview, "Room 7");
  convene_interview_set_sequence (interview, 1);
  convene_interview_add_participant (interview, grace);
  convene_account_set_id (mail, "mail");
  convene_account_set_kind (mail, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_address (mail, "rita@example.com");
  convene_change_add_interview (change, interview);
  convene_change_put_account (change, mail);
  profile_commit (*self, change);
}

static void
tear_down (Profile     **self,
           gconstpointer data)
{
  profile_free (*self);
}

/* A calendar file with one event: `stamp` and `sequence` as they stand there, `lines` parted by line feeds, in a mail from `sender` unless that is NULL. */
static GBytes *
make_file (const char *method,
           const char *uid,
           const char *sequence,
           const char *stamp,
           const char *lines,
           const char *sender)
{
  g_autofree char *head = sender != NULL ? g_strdup_printf ("From: %s\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/calendar; method=%s; charset=UTF-8\n\n", sender, method) : g_strdup ("");
  char            *text = g_strdup_printf ("%sBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nMETHOD:%s\nBEGIN:VEVENT\nUID:%s\nSEQUENCE:%s\nDTSTAMP:%s\nSUMMARY:Staff Engineer Interview\n"
                                                      "%s\nEND:VEVENT\nEND:VCALENDAR\n",
                                           head, method, uid, sequence, stamp, lines);

  return g_bytes_new_take (text, strlen (text));
}

/* Takes the octets. */
static ConveneOpening *
open_file (Profile *self,
           GBytes  *bytes)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) openings = NULL;
  ConveneOpening *opening;

  convene_engine_open_bytes_async (self->engine, bytes, NULL, profile_result_cb, &result);
  g_bytes_unref (bytes);
  openings = convene_engine_open_bytes_finish (self->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  opening = g_list_model_get_item (openings, 0);
  g_test_message ("%s | %s | %s | %s", convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) convene_opening_get_verdict (opening)),
                  convene_opening_get_claims (opening), convene_opening_get_effect (opening), convene_opening_get_warning (opening));
  return opening;
}

static ConveneOpening *
open_reply (Profile    *self,
            const char *stamp,
            const char *people)
{
  return open_file (self, make_file ("REPLY", UID, "1", stamp, people, NULL));
}

static void
assert_verdict (ConveneOpening *opening,
                ConveneVerdict  verdict)
{
  g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) convene_opening_get_verdict (opening)), ==, convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) verdict));
}

static ConveneInterview *
apply (Profile        *self,
       ConveneOpening *opening,
       const char     *as,
       GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_apply_opening_async (self->engine, opening, as, NULL, profile_result_cb, &result);
  return convene_engine_apply_opening_finish (self->engine, profile_await (&result), error);
}

/* Takes the opening. */
static ConveneInterview *
take (Profile        *self,
      ConveneOpening *opening,
      ConveneVerdict  verdict,
      const char     *as)
{
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview;

  assert_verdict (opening, verdict);
  interview = apply (self, opening, as, &error);
  g_assert_no_error (error);
  g_assert_nonnull (interview);
  g_object_unref (opening);
  return interview;
}

/* Takes the opening, with which nothing is to be done. */
static void
assert_idle (ConveneOpening *opening,
             ConveneVerdict  verdict)
{
  assert_verdict (opening, verdict);
  g_assert_null (convene_opening_get_effect (opening));
  g_object_unref (opening);
}

/* Takes the interview. */
static void
assert_candidate (ConveneInterview *interview,
                  ConveneResponse   response)
{
  g_assert_cmpint (convene_participant_get_response (convene_interview_get_candidate (interview)), ==, response);
  g_object_unref (interview);
}

/* A clock that is years ahead: neither that answer nor that it is opened again outlasts what comes after. */
static void
test_future (Profile     **self,
             gconstpointer data)
{
  const char *yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com";
  const char *no = "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com";

  assert_candidate (take (*self, open_reply (*self, "20990101T000000Z", yes), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_ACCEPTED);
  profile_advance (*self, 10 * CONVENE_MINUTE);
  assert_idle (open_reply (*self, "20990101T000000Z", yes), CONVENE_VERDICT_ANSWER_SAME);
  assert_candidate (take (*self, open_reply (*self, DAY "092500Z", no), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_DECLINED);
  profile_advance (*self, 10 * CONVENE_MINUTE);
  assert_idle (open_reply (*self, "20990101T000000Z", yes), CONVENE_VERDICT_ANSWER_OLD);
  assert_candidate (take (*self, open_reply (*self, "20990101T000100Z", yes), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_ACCEPTED);
}

/* Two answers of one moment: whichever was taken last stays, however often the first is opened. */
static void
test_one_moment (Profile     **self,
                 gconstpointer data)
{
  const char *yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com";
  const char *no = "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com";

  assert_candidate (take (*self, open_reply (*self, DAY "090000Z", yes), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_ACCEPTED);
  assert_candidate (take (*self, open_reply (*self, DAY "090000Z", no), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_DECLINED);
  assert_idle (open_reply (*self, DAY "090000Z", yes), CONVENE_VERDICT_ANSWER_OLD);
  assert_idle (open_reply (*self, DAY "090000Z", no), CONVENE_VERDICT_ANSWER_SAME);
}

/* A clock of four hundred years ago blocks nothing either. */
static void
test_past (Profile     **self,
           gconstpointer data)
{
  assert_candidate (take (*self, open_reply (*self, "16010101T000000Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com"), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_ACCEPTED);
  assert_candidate (take (*self, open_reply (*self, DAY "090000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com"), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_DECLINED);
}

/* Grace sends Bob, whose own answer names both (RFC 5546 §4.2.5); each of them is opened twice. */
static void
test_delegate_answers (Profile     **self,
                       gconstpointer data)
{
  const char *sent = "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:grace@example.com";
  const char *comes = "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:grace@example.com\n"
                      "ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:grace@example.com\":mailto:bob@example.com";
  g_autoptr(ConveneInterview) after = NULL;

  g_object_unref (take (*self, open_reply (*self, DAY "090000Z", sent), CONVENE_VERDICT_ANSWER_DELEGATED, NULL));
  assert_idle (open_reply (*self, DAY "090000Z", sent), CONVENE_VERDICT_ANSWER_SAME);
  after = take (*self, open_reply (*self, DAY "091000Z", comes), CONVENE_VERDICT_ANSWER, NULL);
  g_assert_cmpstr (convene_participant_get_address (convene_interview_get_hiring_manager (after)), ==, "bob@example.com");
  g_assert_cmpint (convene_participant_get_response (convene_interview_get_hiring_manager (after)), ==, CONVENE_RESPONSE_ACCEPTED);
  assert_idle (open_reply (*self, DAY "091000Z", comes), CONVENE_VERDICT_ANSWER_SAME);
  assert_idle (open_file (*self, make_file ("REPLY", UID, "1", DAY "091000Z", comes, "bob@example.com")), CONVENE_VERDICT_ANSWER_SAME);
}

/* They thought better of it, and that was opened first. */
static void
test_delegation_late (Profile     **self,
                      gconstpointer data)
{
  g_object_unref (take (*self, open_reply (*self, DAY "090000Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:grace@example.com"), CONVENE_VERDICT_ANSWER, NULL));
  assert_idle (open_reply (*self, DAY "080000Z", "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:grace@example.com"), CONVENE_VERDICT_ANSWER_OLD);
}

/* Who of several answers: whoever says something, once or twice, whoever mails it. */
static void
test_several (Profile     **self,
              gconstpointer data)
{
  const char     *twice = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ADA@example.com";
  const char     *torn = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com\nATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com";
  const char     *mailed = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:grace@example.com\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com";
  ConveneOpening *opening;

  assert_idle (open_reply (*self, DAY "090000Z", torn), CONVENE_VERDICT_IMPOSSIBLE);
  assert_candidate (take (*self, open_reply (*self, DAY "090000Z", twice), CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_ACCEPTED);
  opening = open_file (*self, make_file ("REPLY", UID, "1", DAY "091000Z", mailed, "grace@example.com"));
  g_assert_nonnull (strstr (convene_opening_get_warning (opening), "grace@example.com"));
  assert_candidate (take (*self, opening, CONVENE_VERDICT_ANSWER, NULL), CONVENE_RESPONSE_TENTATIVE);
}

/* A number that is none of ours is no small one. */
static void
test_overflow (Profile     **self,
               gconstpointer data)
{
  const char *yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.com";

  assert_idle (open_file (*self, make_file ("REPLY", UID, "99999999999999999999", DAY "090000Z", yes, NULL)), CONVENE_VERDICT_IMPOSSIBLE);
  assert_idle (open_file (*self, make_file ("REPLY", UID, "2147483648", DAY "090000Z", yes, NULL)), CONVENE_VERDICT_IMPOSSIBLE);
}

/* An alias proposes a time with seconds: what is done once is as it says. */
static void
test_alias_proposes (Profile     **self,
                     gconstpointer data)
{
  const char *when = "DTSTART:20261203T150030Z\nDTEND:20261203T153045Z\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.org";
  const char *known = "DTSTART:20261203T150030Z\nDTEND:20261203T153045Z\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com";
  g_autoptr(ConveneInterview) after = take (*self, open_file (*self, make_file ("COUNTER", UID, "1", DAY "090000Z", when, NULL)), CONVENE_VERDICT_ANSWER_STRANGER, "ada@example.com");

  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (after)), ==, PROFILE_NOW + (2 * 24 + 5) * CONVENE_HOUR + 40 * CONVENE_MINUTE);
  g_assert_cmpint (convene_interview_get_duration (after), ==, 30);
  assert_idle (open_file (*self, make_file ("COUNTER", UID, "1", DAY "090000Z", when, NULL)), CONVENE_VERDICT_ANSWER_SAME);
  assert_idle (open_file (*self, make_file ("COUNTER", UID, "1", DAY "090000Z", known, NULL)), CONVENE_VERDICT_ANSWER_SAME);
}

/* The terminal moves the interview while the window shows what somebody proposed for the time that it had. */
static void
test_proposal_overtaken (Profile     **self,
                         gconstpointer data)
{
  const char *lines = "DTSTART:20261203T150000Z\nDTEND:20261203T153000Z\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com";
  g_autoptr(ConveneOpening) opening = open_file (*self, make_file ("COUNTER", UID, "1", DAY "090000Z", lines, NULL));
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneInterview) stored = NULL;
  g_autoptr(ConveneMoment) later = convene_moment_new_at (PROFILE_NOW + 30 * CONVENE_HOUR, "UTC", NULL);
  g_autoptr(GError) error = NULL;

  assert_verdict (opening, CONVENE_VERDICT_PROPOSAL);
  convene_store_find_interview_async ((*self)->other, UID, NULL, profile_result_cb, &result);
  stored = convene_store_find_interview_finish ((*self)->other, profile_await (&result), &error);
  g_assert_no_error (error);
  convene_interview_set_start (stored, later);
  convene_interview_set_sequence (stored, 2);
  convene_interview_set_time_sequence (stored, 2);
  convene_change_update_interview (change, stored);
  profile_commit (*self, change);

  g_assert_null (apply (*self, opening, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
}

static ConveneOpening *
open_foreign_at (Profile    *self,
                 const char *method,
                 const char *sequence,
                 const char *stamp,
                 const char *day,
                 const char *organizer,
                 const char *sender)
{
  g_autofree char *lines = g_strdup_printf ("DTSTART:%sT150000Z\nDTEND:%sT154500Z\n%s\nLOCATION:Hall\nATTENDEE;CN=Bob:mailto:bob@example.com", day, day, organizer);

  return open_file (self, make_file (method, FOREIGN, sequence, stamp, lines, sender));
}

static ConveneOpening *
open_foreign (Profile    *self,
              const char *method,
              const char *sequence,
              const char *day,
              const char *organizer,
              const char *sender)
{
  return open_foreign_at (self, method, sequence, DAY "090000Z", day, organizer, sender);
}

/* It was called off as version 4; version 3 comes late, and is no new invitation, version 5 is one. */
static void
test_foreign_late (Profile     **self,
                   gconstpointer data)
{
  const char *boss = "ORGANIZER:mailto:boss@example.org";
  g_autoptr(ConveneInterview) added = take (*self, open_foreign (*self, "REQUEST", "1", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN, NULL);
  g_autoptr(ConveneInterview) cancelled = take (*self, open_foreign (*self, "CANCEL", "4", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN_CANCEL, NULL);

  g_assert_cmpstr (convene_interview_get_uid (cancelled), ==, convene_interview_get_uid (added));
  g_assert_cmpint (convene_interview_get_status (cancelled), ==, CONVENE_STATUS_CANCELLED);
  assert_idle (open_foreign (*self, "REQUEST", "3", "20261205", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE);
  assert_idle (open_foreign (*self, "CANCEL", "4", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN_CANCEL);
  g_object_unref (take (*self, open_foreign (*self, "REQUEST", "5", "20261205", boss, NULL), CONVENE_VERDICT_FOREIGN, NULL));
}

/* Of two with one SEQUENCE the newer DTSTAMP counts, and one of the future blocks nothing (RFC 5546 §2.1.5). */
static void
test_foreign_order (Profile     **self,
                    gconstpointer data)
{
  const char *boss = "ORGANIZER:mailto:boss@example.org";

  g_object_unref (take (*self, open_foreign_at (*self, "REQUEST", "1", DAY "080000Z", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN, NULL));
  g_object_unref (take (*self, open_foreign_at (*self, "REQUEST", "1", DAY "090000Z", "20261205", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE, NULL));
  assert_idle (open_foreign_at (*self, "REQUEST", "1", DAY "080000Z", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE);
  assert_idle (open_foreign_at (*self, "CANCEL", "1", DAY "083000Z", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN_CANCEL);
  g_object_unref (take (*self, open_foreign_at (*self, "REQUEST", "1", "20990101T000000Z", "20261206", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE, NULL));
  g_object_unref (take (*self, open_foreign_at (*self, "REQUEST", "1", DAY "091000Z", "20261207", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE, NULL));
  assert_idle (open_foreign_at (*self, "REQUEST", "1", DAY "080000Z", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE);
  g_object_unref (take (*self, open_foreign_at (*self, "CANCEL", "1", DAY "091000Z", "20261207", boss, NULL), CONVENE_VERDICT_FOREIGN_CANCEL, NULL));
}

/* Whoever says of themselves that they write for the organizer is named. */
static void
test_foreign_sent_by (Profile     **self,
                      gconstpointer data)
{
  const char *forged = "ORGANIZER;SENT-BY=\"mailto:eve@example.org\":mailto:boss@example.org";
  g_autoptr(ConveneOpening) update = NULL;

  g_object_unref (take (*self, open_foreign (*self, "REQUEST", "1", "20261204", "ORGANIZER:mailto:boss@example.org", "boss@example.org"), CONVENE_VERDICT_FOREIGN, NULL));
  update = open_foreign (*self, "REQUEST", "2", "20261205", forged, "eve@example.org");
  assert_verdict (update, CONVENE_VERDICT_FOREIGN_UPDATE);
  g_assert_nonnull (convene_opening_get_warning (update));
  g_assert_nonnull (strstr (convene_opening_get_warning (update), "eve@example.org"));
}

/* Takes the opening: two windows at one moment do it once, and both have it. */
static void
take_together (Profile        *self,
               ConveneOpening *opening,
               ConveneVerdict  verdict)
{
  GAsyncResult *results[3] = { NULL };

  assert_verdict (opening, verdict);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    convene_engine_apply_opening_async (self->engine, opening, NULL, NULL, profile_result_cb, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneInterview) after = convene_engine_apply_opening_finish (self->engine, profile_await (&results[i]), &error);

      g_assert_no_error (error);
      g_assert_nonnull (after);
      g_object_unref (results[i]);
    }
  g_object_unref (opening);
}

static void
test_together (Profile     **self,
               gconstpointer data)
{
  const char *boss = "ORGANIZER:mailto:boss@example.org";
  const char *counter = "DTSTART:20261203T150000Z\nDTEND:20261203T153000Z\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com";

  take_together (*self, open_file (*self, make_file ("COUNTER", UID, "1", DAY "090000Z", counter, NULL)), CONVENE_VERDICT_PROPOSAL);
  take_together (*self, open_reply (*self, DAY "091000Z", "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:grace@example.com"), CONVENE_VERDICT_ANSWER_DELEGATED);
  take_together (*self, open_foreign (*self, "REQUEST", "1", "20261204", boss, NULL), CONVENE_VERDICT_FOREIGN);
  take_together (*self, open_foreign (*self, "REQUEST", "2", "20261205", boss, NULL), CONVENE_VERDICT_FOREIGN_UPDATE);
  take_together (*self, open_foreign (*self, "CANCEL", "3", "20261205", boss, NULL), CONVENE_VERDICT_FOREIGN_CANCEL);
}

/* A name that the person trusts, of somebody else. */
static void
test_foreign_name (Profile     **self,
                   gconstpointer data)
{
  g_autoptr(ConveneOpening) invited = open_foreign (*self, "REQUEST", "1", "20261204", "ORGANIZER;CN=Rita Example:mailto:eve@example.org", NULL);
  g_autoptr(ConveneOpening) cancelled = open_foreign (*self, "CANCEL", "1", "20261204", "ORGANIZER;CN=Rita Example:mailto:eve@example.org", NULL);

  g_assert_nonnull (strstr (convene_opening_get_claims (invited), "Rita Example (eve@example.org)"));
  g_assert_nonnull (strstr (convene_opening_get_claims (cancelled), "Rita Example (eve@example.org)"));
}

/* A small mail with very many events. */
static void
test_many (Profile     **self,
           gconstpointer data)
{
  g_autoptr(GString) text = g_string_new ("From: eve@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=xx\n\n");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) openings = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gint64 before = g_get_monotonic_time ();

  for (guint part = 0; part < 90; part++)
    {
      g_string_append (text, "--xx\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n");
      for (guint i = 0; i < 190; i++)
        g_string_append_printf (text, "BEGIN:VEVENT\nUID:%u-%u\nATTENDEE:mailto:ada@example.com\nEND:VEVENT\n", part, i);
      g_string_append (text, "END:VCALENDAR\n");
    }
  g_string_append (text, "--xx--\n");
  bytes = g_bytes_new (text->str, text->len);

  convene_engine_open_bytes_async ((*self)->engine, bytes, NULL, profile_result_cb, &result);
  openings = convene_engine_open_bytes_finish ((*self)->engine, profile_await (&result), &error);
  g_test_message ("%s: %.1f s", error != NULL ? error->message : "read", (double) (g_get_monotonic_time () - before) / G_USEC_PER_SEC);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "file");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Profile **, gconstpointer);
  } tests[] = {
    { "future", test_future },
    { "one-moment", test_one_moment },
    { "past", test_past },
    { "delegate-answers", test_delegate_answers },
    { "delegation-late", test_delegation_late },
    { "several", test_several },
    { "overflow", test_overflow },
    { "alias-proposes", test_alias_proposes },
    { "proposal-overtaken", test_proposal_overtaken },
    { "foreign-late", test_foreign_late },
    { "foreign-order", test_foreign_order },
    { "foreign-sent-by", test_foreign_sent_by },
    { "together", test_together },
    { "foreign-name", test_foreign_name },
    { "many", test_many },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/O-8/hostile/", tests[i].name, NULL);

      g_test_add (path, Profile *, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
