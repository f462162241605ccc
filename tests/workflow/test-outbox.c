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
  int         requests; /* of the host's day, as the ledger has it; 0: does not matter */
  const char *account;  /* its state at the end; NULL: connected */
} Case;

#define DONE "done", "done", NULL, NULL, 1, TRUE
#define LATER "done", "done", "done", "done", 1, TRUE
#define FAILED(code) "failed:" code, "done", "done", NULL, 0, FALSE
#define LOST(fault) "[{'fault':'commit-then-drop','on':'create'}," fault "]"

static const Case cases[] = {
  { "SH-24/works", "[]", DONE, 1 },

  /* the answer is lost: it is looked for, and made once */
  { "O-1/commit-then-drop", "{'fault':'commit-then-drop','on':'create'}", DONE, 1 },
  { "O-1/commit-then-500", "{'fault':'commit-then-500','on':'create'}", DONE, 1 },
  { "O-1/truncated", "{'fault':'truncated','on':'create'}", DONE, 1 },
  { "O-1/invalid-json", "{'fault':'invalid-json','on':'create'}", DONE, 1 },
  { "O-1/huge", "{'fault':'huge','on':'create','size':5000000}", DONE, 1 },
  { "O-1/late-list", "[{'fault':'late-list','on':'create','ms':20},{'fault':'commit-then-drop','on':'create'}]", DONE, 1 },

  /* it may have been lost: after three looks it is made again */
  { "O-1/drop-before", "{'fault':'drop-before','on':'create'}", DONE, 2 },
  { "O-1/reset", "{'fault':'reset','on':'create'}", DONE, 2 },
  { "O-1/500", "{'fault':'500','on':'create'}", DONE, 2 },
  { "O-1/502", "{'fault':'502','on':'create'}", DONE, 2 },
  { "O-1/503", "{'fault':'503','on':'create'}", DONE, 2 },
  { "O-1/504", "{'fault':'504','on':'create'}", DONE, 2 },

  /* the look fails too: the doubt stays, and nothing is made twice */
  { "O-1/list-503", LOST ("{'fault':'503','on':'list','times':2}"), DONE, 1 },
  { "O-1/list-drop", LOST ("{'fault':'drop-before','on':'list'}"), DONE, 1 },
  { "O-1/list-reset", LOST ("{'fault':'reset','on':'list'}"), DONE, 1 },
  { "O-1/list-truncated", LOST ("{'fault':'truncated','on':'list'}"), DONE, 1 },
  { "O-1/list-invalid-json", LOST ("{'fault':'invalid-json','on':'list'}"), DONE, 1 },
  { "O-1/list-huge", LOST ("{'fault':'huge','on':'list','size':5000000}"), DONE, 1 },
  { "O-1/list-429-second", LOST ("{'fault':'429-second','on':'list'}"), DONE, 1 },
  { "O-1/list-401", LOST ("{'fault':'401','on':'list'}"), DONE, 1 },
  { "O-1/list-hang", LOST ("{'fault':'hang','on':'list'}"), LATER, 1 },
  { "O-1/list-signed-out", LOST ("{'fault':'401','on':'list','times':2}"), "waiting:signed-out", "done", "done", NULL, 1, FALSE, 1, "expired" },
  { "O-1/list-scopes", LOST ("{'fault':'4711','on':'list'}"), "waiting:missing-scopes", "done", "done", NULL, 1, FALSE, 1, "missing-scopes" },
  { "O-1/list-daily", LOST ("{'fault':'429-daily','on':'list'}"), "waiting:quota", "waiting", NULL, NULL, 1, FALSE },
  { "O-1/list-account", LOST ("{'fault':'429-account','on':'list'}"), "waiting:quota", "waiting", NULL, NULL, 1, FALSE },
  { "O-1/list-no-user", LOST ("{'fault':'1001','on':'list'}"), "failed:refused", "done", "done", NULL, 1, FALSE, 1 },
  { "O-1/list-for-long", LOST ("{'fault':'503','on':'list','times':7}"), LATER, 1 },
  { "O-1/get-503", LOST ("{'fault':'503','on':'get','times':3}"), DONE, 1 },
  { "O-1/get-invalid-json", LOST ("{'fault':'invalid-json','on':'get'}"), DONE, 1 },
  { "O-1/get-429-second", LOST ("{'fault':'429-second','on':'get'}"), DONE, 1 },
  { "O-1/get-401", LOST ("{'fault':'401','on':'get'}"), DONE, 1 },
  { "O-1/get-3001", LOST ("{'fault':'3001','on':'get'}"), DONE, 1 },
  { "O-1/get-3001-for-long", LOST ("{'fault':'3001','on':'get','times':1000}"), "doubt:gone", "done", "done", NULL, 1, FALSE, 1 },
  { "O-1/get-signed-out", LOST ("{'fault':'401','on':'get','times':2}"), "waiting:signed-out", "done", "done", NULL, 1, FALSE, 1, "expired" },
  { "O-1/get-refused", LOST ("{'fault':'3161','on':'get'}"), "failed:refused", "done", "done", NULL, 1, FALSE, 1 },

  /* it heals within the patience for a link; what never left costs nothing of the day */
  { "SH-42/per-second", "{'fault':'429-second','on':'create'}", DONE, 1 },
  { "SH-42/per-second-with-time", "{'fault':'429-second','on':'create','retry':'seconds','retry_s':2}", DONE, 1 },
  { "SH-42/per-second-often", "{'fault':'429-second','on':'create','times':3}", DONE, 1 },
  { "TH-20/concurrent", "{'fault':'429-concurrent','on':'create'}", DONE, 1 },
  { "token-expired-at-zoom", "{'fault':'401','on':'create'}", DONE, 1 },
  { "token-expired-old-style", "{'fault':'400-124','on':'create'}", DONE, 1 },
  { "slow", "{'fault':'slow','on':'create','before_ms':20,'after_ms':20}", DONE, 1 },
  { "token/503", "{'fault':'503','on':'token'}", DONE, 1 },
  { "token/drop-before", "{'fault':'drop-before','on':'token'}", DONE, 1 },
  { "token/commit-then-drop", "{'fault':'commit-then-drop','on':'token'}", DONE, 1 },
  { "token/commit-then-500", "{'fault':'commit-then-500','on':'token'}", DONE, 1 },
  { "token/reset", "{'fault':'reset','on':'token'}", DONE, 1 },
  { "token/truncated", "{'fault':'truncated','on':'token'}", DONE, 1 },
  { "token/invalid-json", "{'fault':'invalid-json','on':'token'}", DONE, 1 },
  { "token/huge", "{'fault':'huge','on':'token','size':5000000}", DONE, 1 },
  { "token/429", "{'fault':'429-second','on':'token'}", DONE, 1 },
  { "link-without-password", "{'fault':'bare-link','on':'create'}", DONE, 1 },

  /* it heals later: the letters leave without the link, and the link follows them (SH-36, SH-37, SH-38, X-9) */
  { "X-9/unreachable-for-long", "{'fault':'503','on':'any','times':7}", LATER },
  { "X-9/no-answer", "{'fault':'hang','on':'create'}", LATER, 2 },
  { "X-9/token-for-long", "{'fault':'503','on':'token','times':7}", LATER, 1 },
  { "X-9/per-second-for-long", "{'fault':'429-second','on':'create','times':7}", LATER, 1 },
  { "X-9/asked-to-wait", "{'fault':'429-second','on':'create','retry':'seconds','retry_s':60}", LATER, 1 },

  /* it does not heal by itself */
  { "SH-37/refused", "{'fault':'300','on':'create','field':'timezone'}", FAILED ("refused"), 1 },
  { "SH-37/no-hosting", "{'fault':'3161','on':'create'}", FAILED ("refused"), 1 },
  { "SH-37/no-user", "{'fault':'1001','on':'create'}", FAILED ("refused"), 1 },
  { "SH-37/not-host", "{'fault':'3003','on':'create'}", FAILED ("not-host"), 1 },
  { "SH-37/gone", "{'fault':'3001','on':'create'}", FAILED ("gone"), 1 },
  { "SH-22/password-policy", "{'fault':'password-policy','on':'create'}", FAILED ("refused"), 1 },
  { "SH-32/alternative-host", "{'fault':'alternative-host','on':'create'}", FAILED ("refused"), 1 },
  { "SH-41/signed-out", "{'fault':'401','on':'create','times':2}", "waiting:signed-out", "done", "done", NULL, 0, FALSE, 0, "expired" },
  { "SH-43/wrong-client", "{'fault':'invalid-client','on':'token'}", "waiting:signed-out", "done", "done", NULL, 0, FALSE, 0, "expired" },
  { "TH-21/invalid-grant", "{'fault':'invalid-grant','on':'token'}", "waiting:signed-out", "done", "done", NULL, 0, FALSE, 0, "revoked" },
  { "SH-44/scopes", "{'fault':'4711','on':'create'}", "waiting:missing-scopes", "done", "done", NULL, 0, FALSE, 1, "missing-scopes" },

  /* the day's requests are used up: the invitation waits for its link */
  { "X-3/quota", "{'fault':'429-daily','on':'create'}", "waiting:quota", "waiting", NULL, NULL, 0, FALSE, 100 },
  { "X-3/quota-with-time", "{'fault':'429-daily','on':'create','retry':'iso'}", "waiting:quota", "waiting", NULL, NULL, 0, FALSE, 100 },
  { "X-3/account-quota", "{'fault':'429-account','on':'create'}", "waiting:quota", "waiting", NULL, NULL, 0, FALSE, 100 },

  /* the mail server */
  { "mail/later", "{'fault':'later','on':'smtp'}", DONE },
  { "mail/later-for-long", "{'fault':'later','on':'smtp','times':6}", DONE },
  { "mail/closed", "{'fault':'421','on':'smtp'}", DONE },
  { "mail/closed-in-the-middle", "{'fault':'421','on':'smtp','when':'rcpt'}", DONE },
  { "mail/drop-at-once", "{'fault':'drop','on':'smtp','when':'connect'}", DONE },
  { "mail/drop-at-sender", "{'fault':'drop','on':'smtp','when':'mail'}", DONE },
  { "mail/drop-at-recipient", "{'fault':'drop','on':'smtp','when':'rcpt'}", DONE },
  { "mail/drop-at-data", "{'fault':'drop','on':'smtp','when':'data'}", DONE },
  { "mail/reset", "{'fault':'reset','on':'smtp','when':'mail'}", DONE },
  { "mail/drop-in-data", "{'fault':'drop','on':'smtp','when':'in-data'}", DONE },
  { "mail/drop-after-data", "{'fault':'drop','on':'smtp','when':'after-data'}", DONE },
  { "mail/drop-after-250", "{'fault':'drop','on':'smtp','when':'after-250'}", DONE },
  { "mail/slow", "{'fault':'slow','on':'smtp','ms':50}", DONE },
  { "mail/sender-refused", "{'fault':'refuse-sender','on':'smtp'}", "done", "failed:mail-refused", NULL, NULL, 1, TRUE },
  { "mail/all-refused", "{'fault':'refuse-recipient','on':'smtp','times':4}", "done", "failed:mail-refused", NULL, NULL, 1, TRUE },
  { "mail/letter-refused", "{'fault':'refuse-sender','on':'smtp','when':'after-data'}", "done", "failed:mail-refused", NULL, NULL, 1, TRUE },
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
assert_account (Fixture    *fixture,
                const Case *one)
{
  g_autoptr(ConveneAccount) account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  const char *state = convene_enum_to_nick (CONVENE_TYPE_ACCOUNT_STATE, convene_account_get_state (account));

  g_assert_cmpstr (state, ==, one->account != NULL ? one->account : "connected");
  if (one->requests > 0)
    g_assert_cmpint (convene_account_get_requests_today (account), ==, one->requests);
}

/* A letter is on file for each that was sent; what the mail server refused whole is not. */
static void
assert_letters (Fixture    *fixture,
                const Case *one)
{
  g_autofree char *subjects = fixture_subjects (fixture);
  gboolean         invited = g_str_equal (one->invitation, "done") || strstr (one->order, "rita") != NULL;

  g_assert_cmpuint (count (subjects, URGENT "\n"), ==, one->urgent != NULL);
  g_assert_cmpuint (count (subjects, "\n"), ==, invited + (one->urgent != NULL) + (one->link_ready != NULL));
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  Fixture    *fixture = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview (JOB);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autofree char *uid = NULL;
  gboolean         live;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, one->order);
  uid = fixture_schedule (fixture, planned);
  interview = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, one->create);
  fixture_assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, one->invitation);
  fixture_assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_URGENT, one->urgent);
  fixture_assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_LINK_READY, one->link_ready);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, one->meetings);
  live = convene_interview_get_join_link (interview) != NULL;
  g_assert_cmpint (live, ==, one->live);
  g_assert_cmpint (convene_interview_get_sequence (interview), ==, one->link_ready != NULL);
  assert_letters (fixture, one);
  assert_account (fixture, one);
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
  g_autofree char *uid = NULL;

  fixture_provide (fixture, FALSE, TRUE);
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "waiting:no-account");
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MAIL_URGENT, "done");
  g_assert_null (convene_interview_get_meeting (before));

  fixture_connect (fixture);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, "done");
  g_assert_nonnull (convene_interview_get_join_link (after));
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
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, FALSE);
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MAIL_INVITATION, "waiting:no-account");

  fixture_connect_mail (fixture);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, NULL);
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
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "waiting:quota");
  subjects = fixture_subjects (fixture);
  g_assert_cmpstr (subjects, ==, "");

  fixture_set_clocks (fixture, convene_clock_now (fixture->clock) + CONVENE_DAY);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_URGENT, NULL);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, NULL);
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
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MAIL_REMINDER, "waiting");

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), (too_late ? 8 : 6) * CONVENE_DAY + CONVENE_HOUR);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_REMINDER, too_late ? "dropped" : "done");
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
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'3161','on':'create'}");
  uid = fixture_schedule (fixture, planned);
  before = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (before, CONVENE_OPERATION_KIND_MEETING_CREATE, "failed:refused");
  g_assert_cmpint (convene_meeting_get_state (convene_interview_get_meeting (before)), ==, CONVENE_MEETING_STATE_FAILED);

  fixture_restart (fixture);
  g_assert_cmpint (fixture_retry (fixture->engine, uid), ==, 1);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, "done");
  g_assert_cmpint (convene_meeting_get_state (convene_interview_get_meeting (after)), ==, CONVENE_MEETING_STATE_LIVE);
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
  fixture_assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");

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
