/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-error.h"
#include "workflow-fixture.h"

#define JOB "Staff Engineer"
#define URGENT "URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer"

/* What Zoom or the mail server does, and what comes of it: states, and how many letters of each kind are on file. */
typedef struct
{
  const char *name;
  const char *order;
  const char *create; /* state of the operation, with the code of its error */
  const char *invitation;
  const char *urgent;     /* NULL: there is none */
  const char *link_ready; /* NULL: there is none */
  guint       meetings;
  gboolean    live;
} Case;

static const Case cases[] = {
  { "SH-24/works", "[]", "done", "done", NULL, NULL, 1, TRUE },

  /* the answer is lost: it is looked for, and made once */
  { "O-1/commit-then-drop", "{'fault':'commit-then-drop','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/commit-then-500", "{'fault':'commit-then-500','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/truncated", "{'fault':'truncated','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/invalid-json", "{'fault':'invalid-json','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/huge", "{'fault':'huge','on':'create','size':5000000}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/late-list", "[{'fault':'late-list','on':'create','ms':20},{'fault':'commit-then-drop','on':'create'}]", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/drop-before", "{'fault':'drop-before','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/reset", "{'fault':'reset','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/look-fails-too", "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':2}]", "done", "done", NULL, NULL, 1, TRUE },
  { "O-1/read-fails-too", "[{'fault':'commit-then-drop','on':'create'},{'fault':'3001','on':'get'}]", "done", "done", NULL, NULL, 1, TRUE },

  /* it heals within the patience for a link */
  { "SH-42/per-second", "{'fault':'429-second','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "TH-20/concurrent", "{'fault':'429-concurrent','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "unreachable-once", "{'fault':'503','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "token-expired-at-zoom", "{'fault':'401','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },
  { "token-expired-old-style", "{'fault':'400-124','on':'create'}", "done", "done", NULL, NULL, 1, TRUE },

  /* it heals later: the letters leave without the link, and the link follows them (SH-36, SH-37, SH-38, X-9) */
  { "X-9/unreachable-for-long", "{'fault':'503','on':'any','times':7}", "done", "done", "done", "done", 1, TRUE },
  { "X-9/no-answer", "{'fault':'hang','on':'create'}", "done", "done", "done", "done", 1, TRUE },

  /* it does not heal by itself */
  { "SH-37/refused", "{'fault':'300','on':'create','field':'timezone'}", "failed:refused", "done", "done", NULL, 0, FALSE },
  { "SH-37/no-hosting", "{'fault':'3161','on':'create'}", "failed:refused", "done", "done", NULL, 0, FALSE },
  { "SH-22/password-policy", "{'fault':'password-policy','on':'create'}", "failed:refused", "done", "done", NULL, 0, FALSE },
  { "SH-41/signed-out", "{'fault':'401','on':'create','times':2}", "waiting:signed-out", "done", "done", NULL, 0, FALSE },
  { "SH-43/wrong-client", "{'fault':'invalid-client','on':'token'}", "waiting:signed-out", "done", "done", NULL, 0, FALSE },
  { "SH-44/scopes", "{'fault':'4711','on':'create'}", "waiting:missing-scopes", "done", "done", NULL, 0, FALSE },

  /* the day's requests are used up: the invitation waits for its link */
  { "X-3/quota", "{'fault':'429-daily','on':'create'}", "waiting:quota", "waiting", NULL, NULL, 0, FALSE },

  /* the mail server */
  { "mail/later", "{'fault':'later','on':'smtp'}", "done", "done", NULL, NULL, 1, TRUE },
  { "mail/closed", "{'fault':'421','on':'smtp'}", "done", "done", NULL, NULL, 1, TRUE },
  { "mail/sender-refused", "{'fault':'refuse-sender','on':'smtp'}", "done", "failed:mail-refused", NULL, NULL, 1, TRUE },
  { "mail/attendee-refused", "{'fault':'refuse-recipient','on':'smtp','match':'rita'}", "done", "failed:mail-refused", NULL, NULL, 1, TRUE },
};

static guint
count (const char *text,
       const char *what)
{
  guint found = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    found++;
  return found;
}

static void
assert_operation (ConveneInterview    *interview,
                  ConveneOperationKind kind,
                  const char          *expected)
{
  g_autofree char *actual = fixture_operation (interview, kind);

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  Fixture    *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *subjects = NULL;
  gboolean         live;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, one->order);
  uid = fixture_schedule (fixture, planned);
  interview = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);

  assert_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, one->create);
  assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, one->invitation);
  assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_URGENT, one->urgent);
  assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_LINK_READY, one->link_ready);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, one->meetings);
  live = convene_interview_get_join_link (interview) != NULL;
  g_assert_cmpint (live, ==, one->live);

  subjects = fixture_subjects (fixture);
  g_assert_cmpuint (count (subjects, URGENT "\n"), ==, one->urgent != NULL);
  g_assert_cmpuint (count (subjects, "\n"), ==,
                    (one->urgent != NULL) + (one->link_ready != NULL) + (strstr (one->order, "refuse-sender") == NULL && !g_str_equal (one->invitation, "waiting")));
  g_assert_cmpint (convene_interview_get_sequence (interview), ==, one->link_ready != NULL);
  fixture_free (fixture);
}

/* SH-34: nobody can host. The interview is there, the letters are sent, and the account that is connected later makes the meeting. */
static void
test_no_account (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = NULL;
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);

  fixture_provide (fixture, FALSE, TRUE);
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "waiting:no-account");
  assert_operation (before, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  assert_operation (before, CONVENE_OPERATION_KIND_MAIL_URGENT, "done");
  g_assert_null (convene_interview_get_meeting (before));

  convene_accounts_connect_server_to_server_async (accounts, CONVENE_PRACTICE_ACCOUNT_NUMBER, CONVENE_PRACTICE_CLIENT_ID, secret, CONVENE_PRACTICE_HOST,
                                                   NULL, fixture_result_cb, &result);
  account = convene_accounts_connect_server_to_server_finish (accounts, fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_account_get_name (account), ==, CONVENE_PRACTICE_HOST_NAME);

  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, "done");
  g_assert_nonnull (convene_interview_get_join_link (after));
  g_clear_object (&result);
  fixture_free (fixture);
}

/* Letters wait for a mail account, and leave with the link once there is one. */
static void
test_no_mail (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneAccount) settings =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "address", "recruiter@example.com", "server", "127.0.0.1", "port", fixture->endpoints->smtp_port, "security",
                               CONVENE_MAIL_SECURITY_NONE, "user", "", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = NULL;
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);

  fixture_provide (fixture, TRUE, FALSE);
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  assert_operation (before, CONVENE_OPERATION_KIND_MAIL_INVITATION, "waiting:no-account");

  convene_accounts_connect_mail_async (accounts, settings, NULL, NULL, fixture_result_cb, &result);
  account = convene_accounts_connect_mail_finish (accounts, fixture_await (&result), &error);
  g_assert_no_error (error);

  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, NULL);
  g_clear_object (&result);
  fixture_free (fixture);
}

/* what waits for the day's quota is made after 00:00 UTC, and the invitation has its link. */
static void
test_quota_next_day (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *subjects = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'quota':{'host':'recruiter@example.com','used':100}}");
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "waiting:quota");
  subjects = fixture_subjects (fixture);
  g_assert_cmpstr (subjects, ==, "");

  fixture_order (fixture, "{'set':{'clock_offset_us':86400000000}}");
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), CONVENE_DAY);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_URGENT, NULL);
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, NULL);
  fixture_free (fixture);
}

/* SH-28: reminders leave when they are due, and not once the interview has begun. */
static void
test_reminders (gconstpointer data)
{
  gboolean too_late = GPOINTER_TO_INT (data);
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (before, CONVENE_OPERATION_KIND_MAIL_REMINDER, "waiting");

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), (too_late ? 8 : 6) * CONVENE_DAY + CONVENE_HOUR);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_REMINDER, too_late ? "dropped" : "done");
  fixture_free (fixture);
}

/* SH-39, SH-40: what failed can be tried again, by hand. */
static void
test_retry (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char  *uid = NULL;
  ConveneScheduler *scheduler;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'3161','on':'create'}");
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "failed:refused");
  g_assert_cmpint (convene_meeting_get_state (convene_interview_get_meeting (before)), ==, CONVENE_MEETING_STATE_FAILED);

  fixture_restart (fixture);
  scheduler = convene_engine_get_scheduler (fixture->engine);
  convene_scheduler_retry_async (scheduler, uid, NULL, fixture_result_cb, &result);
  g_assert_cmpint (convene_scheduler_retry_finish (scheduler, fixture_await (&result), &error), ==, 1);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, "done");
  g_assert_cmpint (convene_meeting_get_state (convene_interview_get_meeting (after)), ==, CONVENE_MEETING_STATE_LIVE);
  g_clear_object (&result);
  fixture_free (fixture);
}

/* A letter whose end nobody knows goes again: the same octets under the same Message-ID. */
static void
test_letter_in_doubt (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(JsonObject) state = NULL;
  g_autofree char *uid = NULL;
  JsonArray       *letters;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'drop','on':'smtp','when':'after-data'}");
  uid = fixture_schedule (fixture, planned);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");

  state = fixture_state (fixture);
  letters = json_object_get_array_member (state, "letters");
  for (guint i = 1; i < json_array_get_length (letters); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (letters, i), "message_id"), ==,
                     json_object_get_string_member (json_array_get_object_element (letters, 0), "message_id"));
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/outbox/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/workflow/outbox/SH-34/no-account", test_no_account);
  g_test_add_func ("/workflow/outbox/no-mail-account", test_no_mail);
  g_test_add_func ("/workflow/outbox/X-3/next-day", test_quota_next_day);
  g_test_add_data_func ("/workflow/outbox/SH-28/reminder", GINT_TO_POINTER (FALSE), test_reminders);
  g_test_add_data_func ("/workflow/outbox/SH-28/reminder-too-late", GINT_TO_POINTER (TRUE), test_reminders);
  g_test_add_func ("/workflow/outbox/SH-39/retry", test_retry);
  g_test_add_func ("/workflow/outbox/O-1/letter-in-doubt", test_letter_in_doubt);

  return g_test_run ();
}
