/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "answer.h"
#include "convene-error.h"
#include "fake-engine.h"
#include "sample.h"

#define SCHEDULE "schedule", "--job", "Staff Engineer", "--candidate", "Maria <maria@example.com>", "--start", "2099-12-01 10:00", "--timezone", "America/Mexico_City", "--agenda", "Intro"

static const char *const schedule[] = { "--json", SCHEDULE, NULL };

typedef struct
{
  ConveneEngine *engine;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->engine = fake_engine_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->engine);
}

static void
assert_member (const Answer *answer,
               const char   *path,
               const char   *wanted)
{
  g_autofree char *seen = answer_get (answer, path);

  g_assert_cmpstr (seen, ==, wanted);
}

static gboolean
has_error (const Answer *answer)
{
  g_autoptr(JsonNode) root = answer_parse (answer);

  return json_object_has_member (json_node_get_object (root), "error");
}

static void
test_done (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(Answer) answer = NULL;

  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, NULL, NULL);
  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_DONE, NULL, NULL);
  answer = answer_new (fixture->engine, NULL, schedule);
  g_assert_cmpint (answer->status, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  g_assert_false (has_error (answer));
  assert_member (answer, "job", "Staff Engineer");
  assert_member (answer, "start", "2099-12-01T16:00:00Z");
  assert_member (answer, "platform", "zoom");
  g_assert_true (fake_engine_get_started (fixture->engine));
  g_assert_true (fake_engine_get_mail (fixture->engine));
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
  g_assert_cmpint (fake_engine_get_wait (fixture->engine), ==, 60 * CONVENE_SECOND);
}

/* What came of the meeting and of the invitation, and what the answer says about it. */
typedef struct
{
  const char           *name;
  ConveneOperationState create;
  const char           *create_code;
  ConveneOperationState invitation;
  const char           *invitation_code;
  const char           *code;
} Trouble;

static const Trouble troubles[] = {
  { "SH-36/meeting-failed", CONVENE_OPERATION_STATE_FAILED, "no-account", CONVENE_OPERATION_STATE_DONE, NULL, "no-account" },
  { "SH-36/both-failed", CONVENE_OPERATION_STATE_FAILED, "refused", CONVENE_OPERATION_STATE_FAILED, "mail-refused", "refused" },
  { "SH-36/unreachable", CONVENE_OPERATION_STATE_WAITING, "unreachable", CONVENE_OPERATION_STATE_DONE, NULL, "unreachable" },
  { "quota", CONVENE_OPERATION_STATE_WAITING, "quota", CONVENE_OPERATION_STATE_WAITING, NULL, "quota" },
  { "still-waiting", CONVENE_OPERATION_STATE_RUNNING, NULL, CONVENE_OPERATION_STATE_WAITING, NULL, "still-waiting" },
  { "doubt", CONVENE_OPERATION_STATE_DOUBT, NULL, CONVENE_OPERATION_STATE_WAITING, NULL, "still-waiting" },
  { "mail-refused", CONVENE_OPERATION_STATE_DONE, NULL, CONVENE_OPERATION_STATE_FAILED, "mail-refused", "mail-refused" },
  { "mail-waits-meeting-failed", CONVENE_OPERATION_STATE_FAILED, "signed-out", CONVENE_OPERATION_STATE_WAITING, NULL, "signed-out" },
  { "meeting-waits-mail-failed", CONVENE_OPERATION_STATE_WAITING, "rate-limited", CONVENE_OPERATION_STATE_FAILED, "mail-refused", "rate-limited" },
};

static void
test_trouble (Fixture      *fixture,
              gconstpointer data)
{
  const Trouble *trouble = data;
  g_autoptr(Answer) answer = NULL;
  const char *const plain[] = { SCHEDULE, NULL };
  g_autoptr(Answer) text = NULL;

  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MEETING_CREATE, trouble->create, trouble->create_code,
                           trouble->create_code != NULL ? "About the meeting" : NULL);
  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MAIL_INVITATION, trouble->invitation, trouble->invitation_code,
                           trouble->invitation_code != NULL ? "About the letter" : NULL);
  answer = answer_new (fixture->engine, NULL, schedule);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", trouble->code);
  assert_member (answer, "uid", "1f0e3dad-0000-4000-8000-000000000001");

  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpint (text->status, ==, 1);
  g_assert_true (g_str_has_prefix (text->err, "convene: "));
  g_assert_nonnull (strstr (text->out, "1f0e3dad-0000"));
}

static void
test_not_saved (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_DATABASE, "The database is full");
  g_autoptr(Answer) answer = NULL;

  fake_engine_set_commit_error (fixture->engine, error);
  answer = answer_new (fixture->engine, NULL, schedule);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", "database");
  assert_member (answer, "error.message", "The database is full");
  assert_member (answer, "error.field", NULL);
  g_assert_false (fake_engine_get_started (fixture->engine));
}

static void
test_dry_run (Fixture      *fixture,
              gconstpointer data)
{
  const char *const arguments[] = { SCHEDULE, "--json", "--dry-run", "--no-mail", NULL };
  const char *const plain[] = { SCHEDULE, "--dry-run", NULL };
  g_autoptr(Answer) answer = NULL;
  g_autoptr(Answer) text = NULL;

  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, NULL, NULL);
  answer = answer_new (fixture->engine, NULL, arguments);
  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "plan.host", "recruiter@example.com");
  assert_member (answer, "plan.host_reason", "You host");
  assert_member (answer, "plan.host_way", "scheduler");
  assert_member (answer, "plan.kind", "schedule");
  assert_member (answer, "plan.link", "Zoom makes a new link");
  assert_member (answer, "plan.link_effect", "new");
  assert_member (answer, "plan.summary", "Zoom makes a new link, and Maria gets mail");
  assert_member (answer, "plan.quota", "{\"cost\":1,\"left\":97}");
  assert_member (answer, "plan.letters", "[{\"kind\":\"mail-invitation\",\"to\":[\"Maria <maria@example.com>\"],\"cc\":[],\"subject\":\"Invitation\",\"way\":\"sent\"}]");
  g_assert_false (fake_engine_get_mail (fixture->engine));
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 0);
  g_assert_false (fake_engine_get_started (fixture->engine));

  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpint (text->status, ==, 0);
  g_assert_nonnull (strstr (text->out, "Zoom makes a new link"));
  g_assert_nonnull (strstr (text->out, "Maria <maria@example.com>"));
}

/* A host that is not there has no requests left to tell of. */
static void
test_no_host (Fixture      *fixture,
              gconstpointer data)
{
  const char *const arguments[] = { SCHEDULE, "--json", "--dry-run", NULL };
  const char *const plain[] = { SCHEDULE, "--dry-run", NULL };
  g_autoptr(Answer) answer = NULL;
  g_autoptr(Answer) text = NULL;

  fake_engine_set_host_way (fixture->engine, CONVENE_HOST_NOBODY);
  answer = answer_new (fixture->engine, NULL, arguments);
  text = answer_new (fixture->engine, NULL, plain);
  assert_member (answer, "plan.host_way", "nobody");
  assert_member (answer, "plan.quota", NULL);
  g_assert_cmpint (text->status, ==, 0);
  g_assert_null (strstr (text->out, "requests"));
}

/* Without a platform, the job's last one is taken, and what it asks for is asked. */
static void
test_platform (Fixture      *fixture,
               gconstpointer data)
{
  const char *const given[] = { "--json", SCHEDULE, "--platform", "phone", "--location", "555 0100", NULL };
  g_autoptr(Answer) found = NULL;
  g_autoptr(Answer) told = NULL;

  fake_engine_set_platform (fixture->engine, CONVENE_PLATFORM_IN_PERSON);
  found = answer_new (fixture->engine, NULL, schedule);
  assert_member (found, "platform", "in-person");
  told = answer_new (fixture->engine, NULL, given);
  g_assert_cmpint (told->status, ==, 0);
}

static void
test_wait (Fixture      *fixture,
           gconstpointer data)
{
  const char *const arguments[] = { "--json", SCHEDULE, "--wait", "0", NULL };
  const char *const sync[] = { "sync", "--wait", "7", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, arguments);
  g_autoptr(Answer) synced = NULL;

  g_assert_cmpint (answer->status, ==, 0);
  g_assert_cmpint (fake_engine_get_wait (fixture->engine), ==, 0);
  synced = answer_new (fixture->engine, NULL, sync);
  g_assert_cmpint (fake_engine_get_wait (fixture->engine), ==, 7 * CONVENE_SECOND);
}

static gboolean
interrupt_cb (gpointer user_data)
{
  kill (getpid (), GPOINTER_TO_INT (user_data));
  return G_SOURCE_REMOVE;
}

/* The interview is saved all the same, and is answered. */
static void
test_interrupted (Fixture      *fixture,
                  gconstpointer data)
{
  struct sigaction action;
  g_autoptr(Answer) answer = NULL;

  fake_engine_set_endless (fixture->engine, TRUE);
  g_idle_add (interrupt_cb, (gpointer) data);
  answer = answer_new (fixture->engine, NULL, schedule);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", "cancelled");
  assert_member (answer, "uid", "1f0e3dad-0000-4000-8000-000000000001");

  /* A second one would kill. */
  sigaction (GPOINTER_TO_INT (data), NULL, &action);
  g_assert_true (action.sa_handler == SIG_DFL);
}

static void
test_sync_interrupted (Fixture      *fixture,
                       gconstpointer data)
{
  const char *const arguments[] = { "--json", "sync", NULL };
  g_autoptr(Answer) answer = NULL;

  fake_engine_set_endless (fixture->engine, TRUE);
  g_idle_add (interrupt_cb, GINT_TO_POINTER (SIGTERM));
  answer = answer_new (fixture->engine, NULL, arguments);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", "cancelled");
}

static void
test_sync (Fixture      *fixture,
           gconstpointer data)
{
  const char *const arguments[] = { "sync", "--json", NULL };
  const char *const plain[] = { "sync", NULL };
  g_autoptr(Answer) nothing = answer_new (fixture->engine, NULL, plain);
  g_autoptr(Answer) done = NULL;
  g_autoptr(Answer) failed = NULL;
  g_autoptr(Answer) text = NULL;

  g_assert_cmpint (nothing->status, ==, 0);
  g_assert_cmpstr (nothing->out, ==, "Nothing was due\n");

  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, NULL, NULL);
  done = answer_new (fixture->engine, NULL, arguments);
  g_assert_cmpint (done->status, ==, 0);
  assert_member (done, "done", "[{\"uid\":null,\"kind\":\"meeting-create\",\"state\":\"done\",\"attempts\":1,\"error\":null,\"due\":null,\"held\":false,\"recipients\":null}]");
  assert_member (done, "failed", "[]");

  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MAIL_URGENT, CONVENE_OPERATION_STATE_WAITING, "unreachable", "No mail server");
  failed = answer_new (fixture->engine, NULL, arguments);
  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpint (failed->status, ==, 1);
  assert_member (failed, "waiting", "[{\"uid\":null,\"kind\":\"mail-urgent\",\"state\":\"waiting\",\"attempts\":1,"
                                    "\"error\":{\"code\":\"unreachable\",\"message\":\"No mail server\"},\"due\":\"2026-11-20T12:00:00Z\",\"held\":false,\"recipients\":null}]");
  g_assert_nonnull (strstr (text->out, "The urgent letter is not sent yet: No mail server"));
}

static void
test_show (Fixture      *fixture,
           gconstpointer data)
{
  const char *const arguments[] = { "show", "2a7c0000", "--json", NULL };
  const char *const unknown[] = { "show", "999999", "--json", NULL };
  const char *const retry[] = { "retry", "2a7c0000", "--json", NULL };
  g_autoptr(ConveneInterview) interview = sample_bare_interview_new ();
  g_autoptr(Answer) shown = NULL;
  g_autoptr(Answer) retried = NULL;
  g_autoptr(Answer) missing = answer_new (fixture->engine, NULL, unknown);

  g_assert_cmpint (missing->status, ==, 1);
  assert_member (missing, "error.code", "not-found");

  fake_engine_add_interview (fixture->engine, interview);
  shown = answer_new (fixture->engine, NULL, arguments);
  g_assert_cmpint (shown->status, ==, 0);
  assert_member (shown, "uid", convene_interview_get_uid (interview));
  g_assert_false (fake_engine_get_started (fixture->engine));

  retried = answer_new (fixture->engine, NULL, retry);
  g_assert_cmpint (retried->status, ==, 0);
  assert_member (retried, "uid", convene_interview_get_uid (interview));
  g_assert_true (fake_engine_get_started (fixture->engine));
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  const char *const             plain[] = { "list", NULL };
  const char *const             filtered[] = { "list", "--json", "--all", "--platform", "link", "--status", "cancelled", "--limit", "3", "--search", "mar", "--from", "2026-12-01 00:00", NULL };
  const ConveneInterviewFilter *filter = fake_engine_get_filter (fixture->engine);
  g_autoptr(Answer) first = answer_new (fixture->engine, NULL, plain);
  g_autoptr(Answer) second = NULL;

  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpuint (filter->limit, ==, 50);
  g_assert_false (filter->all);
  g_assert_false (filter->has_platform);
  g_assert_false (filter->has_status);
  g_assert_null (filter->search);
  g_assert_cmpint (filter->now, ==, FAKE_NOW);

  second = answer_new (fixture->engine, NULL, filtered);
  g_assert_cmpint (second->status, ==, 0);
  assert_member (second, "total", "0");
  g_assert_true (filter->all && filter->has_platform && filter->has_status);
  g_assert_cmpint (filter->platform, ==, CONVENE_PLATFORM_LINK);
  g_assert_cmpint (filter->status, ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpuint (filter->limit, ==, 3);
  g_assert_cmpint (filter->from, !=, 0);
  g_assert_cmpint (filter->to, ==, 0);
}

#define CALENDAR "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"

static void
test_invite (Fixture      *fixture,
             gconstpointer data)
{
  const char *const plain[] = { "invite", "2a7c0000", NULL };
  const char *const json[] = { "invite", "2a7c0000", "--json", NULL };
  const char *const all[] = { "export", "--json", NULL };
  g_autoptr(ConveneInterview) interview = sample_bare_interview_new ();
  g_autoptr(Answer) bytes = NULL;
  g_autoptr(Answer) object = NULL;
  g_autoptr(Answer) export = answer_new (fixture->engine, NULL, all);

  assert_member (export, "calendar", CALENDAR);
  g_assert_true (fake_engine_get_filter (fixture->engine)->all);
  fake_engine_add_interview (fixture->engine, interview);
  bytes = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpstr (bytes->out, ==, CALENDAR);
  object = answer_new (fixture->engine, NULL, json);
  assert_member (object, "uid", convene_interview_get_uid (interview));
  assert_member (object, "calendar", CALENDAR);
}

static void
test_output (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("convene-cli-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "all.ics", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "all.ics", NULL);
  g_autofree char *content = NULL;
  const char      *good[] = { "export", "--json", "--output", path, NULL };
  const char      *bad[] = { "export", "--json", "--output", nowhere, NULL };
  g_autoptr(Answer) written = NULL;
  g_autoptr(Answer) refused = NULL;

  g_assert_true (g_file_set_contents (path, "older and longer than what comes now, by far", -1, NULL));
  written = answer_new (fixture->engine, NULL, good);
  g_assert_cmpint (written->status, ==, 0);
  assert_member (written, "output", path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, CALENDAR);

  refused = answer_new (fixture->engine, NULL, bad);
  g_assert_cmpint (refused->status, ==, 1);
  assert_member (refused, "error.code", "refused");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_accounts (Fixture      *fixture,
               gconstpointer data)
{
  const char *const list[] = { "account", "list", "--json", NULL };
  const char *const plain[] = { "account", "list", NULL };
  const char *const disconnect[] = { "account", "disconnect", "recruiter@example.com", "--json", NULL };
  g_autoptr(ConveneAccount) account = sample_zoom_account_new ();
  g_autoptr(Answer) none = answer_new (fixture->engine, NULL, plain);
  g_autoptr(Answer) text = NULL;
  g_autoptr(Answer) object = NULL;
  g_autoptr(Answer) gone = answer_new (fixture->engine, NULL, disconnect);

  g_assert_cmpint (none->status, ==, 0);
  assert_member (gone, "disconnected", "recruiter@example.com");
  assert_member (gone, "revocation", "none");
  fake_engine_add_account (fixture->engine, account);
  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpstr (text->out, ==, "aaaaaaaa  Zoom  recruiter@example.com  Robin Recruiter  connected  3 of 100 requests today\n");
  object = answer_new (fixture->engine, NULL, list);
  g_assert_nonnull (strstr (object->out, "\"used\" : 3"));
}

static void
test_connect (Fixture      *fixture,
              gconstpointer data)
{
  const char *const zoom[] = { "account", "connect", "zoom", "--server-to-server", "--account-id", "A1", "--client-id", "C1", "--host", "h@example.com", "--json", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, "s3cret\n", zoom);

  g_assert_cmpint (answer->status, ==, 0);
  g_assert_cmpstr (fake_engine_get_secret (fixture->engine), ==, "s3cret");
  assert_member (answer, "id", "A1");
  assert_member (answer, "address", "h@example.com");
  assert_member (answer, "method", "server-to-server");
  assert_member (answer, "quota.used", "0");
  g_assert_null (strstr (answer->out, "s3cret"));
}

static void
test_connect_mail (Fixture      *fixture,
                   gconstpointer data)
{
  const char *const mail[] = { "account", "connect", "mail", "--address", "Robin <r@example.com>", "--server", "[::1]:2525", "--security", "none", "--user", "", NULL };
  const char *const list[] = { "account", "list", "--json", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, "not to be read\n", mail);
  g_autoptr(Answer) listed = answer_new (fixture->engine, NULL, list);

  g_assert_cmpint (answer->status, ==, 0);
  g_assert_cmpstr (answer->out, ==, "Robin <r@example.com> is connected\n");
  g_assert_null (fake_engine_get_secret (fixture->engine));
  g_assert_nonnull (strstr (listed->out, "\"kind\" : \"mail\""));
}

/* What became of the sign-in at Zoom is said, whichever it was. */
static void
test_revocation (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    ConveneRevocation revocation;
    const char       *nick;
    const char       *words;
  } rows[] = {
    { CONVENE_REVOCATION_NONE, "none", "its secrets are forgotten" },
    { CONVENE_REVOCATION_DONE, "done", "revoked at Zoom" },
    { CONVENE_REVOCATION_WAITING, "waiting", "reaches Zoom and the keyring" },
  };
  const char *const object[] = { "account", "disconnect", "recruiter@example.com", "--json", NULL };
  const char *const plain[] = { "account", "disconnect", "recruiter@example.com", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Answer) json = NULL;
      g_autoptr(Answer) text = NULL;

      fake_engine_set_revocation (fixture->engine, rows[i].revocation);
      json = answer_new (fixture->engine, NULL, object);
      text = answer_new (fixture->engine, NULL, plain);
      assert_member (json, "revocation", rows[i].nick);
      g_assert_cmpint (text->status, ==, 0);
      g_assert_nonnull (strstr (text->out, rows[i].words));
    }
}

/* The address stands alone on its line, and nothing but the answer on standard output. */
static void
test_sign_in (Fixture      *fixture,
              gconstpointer data)
{
  const char *const no_browser[] = { "account", "connect", "zoom", "--no-browser", "--client-id", "C1", "--client-secret", "--json", NULL };
  const char *const device[] = { "account", "connect", "zoom", "--device", NULL };
  g_autoptr(Answer) browser = answer_new (fixture->engine, "s3cret\n", no_browser);
  g_autoptr(Answer) code = answer_new (fixture->engine, NULL, device);

  g_assert_cmpint (browser->status, ==, 0);
  assert_member (browser, "method", "browser");
  assert_member (browser, "plan", "C1");
  assert_member (browser, "problem", "s3cret");
  g_assert_nonnull (strstr (browser->err, "\nhttps://zoom.example.com/oauth/authorize?state=abc\n"));
  g_assert_null (strstr (browser->err, "s3cret"));
  g_assert_cmpint (code->status, ==, 0);
  g_assert_cmpstr (code->out, ==, "Robin <robin@example.com> is connected\n");
  g_assert_nonnull (strstr (code->err, "\nABCD-1234\n"));
  g_assert_nonnull (strstr (code->err, "\nhttps://zoom.example.com/oauth/authorize?state=abc\n"));
}

/* Where there is no display there is no browser: that is said, and the address is there to copy. */
static void
test_sign_in_browser (Fixture      *fixture,
                      gconstpointer data)
{
  const char *const words[] = { "account", "connect", "zoom", NULL };
  g_autoptr(Answer) answer = NULL;

  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  answer = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (answer->status, ==, 0);
  g_assert_nonnull (strstr (answer->err, "\nhttps://zoom.example.com/oauth/authorize?state=abc\n"));
  g_assert_nonnull (strstr (answer->err, "No browser could be started"));
}

static void
test_sign_in_interrupted (Fixture      *fixture,
                          gconstpointer data)
{
  const char *const words[] = { "account", "connect", "zoom", "--no-browser", "--json", NULL };
  g_autoptr(Answer) answer = NULL;

  fake_engine_set_endless (fixture->engine, TRUE);
  g_idle_add (interrupt_cb, GINT_TO_POINTER (SIGINT));
  answer = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", "cancelled");
  assert_member (answer, "error.message", "Cancelled");
  g_assert_true (g_str_has_suffix (answer->err, "convene: Cancelled\n"));
}

static void
test_check_interrupted (Fixture      *fixture,
                        gconstpointer data)
{
  const char *const words[] = { "account", "check", "--json", NULL };
  g_autoptr(Answer) answer = NULL;

  fake_engine_set_endless (fixture->engine, TRUE);
  g_idle_add (interrupt_cb, GINT_TO_POINTER (SIGINT));
  answer = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", "cancelled");
  assert_member (answer, "error.message", "Cancelled");
  g_assert_cmpstr (answer->err, ==, "convene: Cancelled\n");
}

/* Where Zoom's page refuses it does not come back: whom to ask then is said beforehand, once, and only where there is a page. */
static void
test_pre_approval (Fixture      *fixture,
                   gconstpointer data)
{
  const char *const words[] = { "account", "connect", "zoom", "--no-browser", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, words);
  const char *said = strstr (answer->err, "ask your Zoom administrator");

  g_assert_nonnull (said);
  g_assert_null (strstr (said + 1, "ask your Zoom administrator"));
  g_assert_nonnull (strstr (answer->err, "request pre-approval"));
  g_assert_nonnull (strstr (answer->err, "the account is looked up\n"));
}

/* Who has no app is told where one is made, what is registered with it, and how it is given. */
static void
test_no_app (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const said[] = { "--client-id", "marketplace.zoom.us", "http://127.0.0.1/oauth/callback" };
  const char *const        none[] = { "account", "connect", "zoom", "--no-browser", "--json", NULL };
  const char *const        given[] = { "account", "connect", "zoom", "--no-browser", "--client-id", "C1", NULL };
  g_autoptr(Answer) refused = NULL;
  g_autoptr(Answer) taken = NULL;

  fake_engine_set_no_app (fixture->engine);
  refused = answer_new (fixture->engine, NULL, none);
  g_assert_cmpint (refused->status, ==, 2);
  assert_member (refused, "error.code", "invalid");
  assert_member (refused, "error.field", "client_id");
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_nonnull (strstr (refused->err, said[i]));
  taken = answer_new (fixture->engine, NULL, given);
  g_assert_cmpint (taken->status, ==, 0);
}

/* What is missing is named, and what to do about it, whatever else is wrong. */
static void
test_check_scopes (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *missing;
    const char *problem;
    const char *words;
  } rows[] = {
    { "meeting:write:meeting user:read:user", NULL, "permissions missing: meeting:write:meeting, user:read:user; add them to the app at Zoom, then reconnect" },
    { "user:read:user", "Zoom refused it", "permissions missing: user:read:user; add them to the app at Zoom, then reconnect. Zoom refused it" },
    { NULL, NULL, "permissions missing; add them to the app at Zoom, then reconnect" },
  };
  const char *const all[] = { "account", "check", NULL };
  const char *const one[] = { "account", "check", "recruiter@example.com", NULL };
  g_autoptr(ConveneAccount) account = sample_zoom_account_new ();

  fake_engine_add_account (fixture->engine, account);
  convene_account_set_state (account, CONVENE_ACCOUNT_STATE_MISSING_SCOPES);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *wanted = g_strdup_printf ("recruiter@example.com: %s\n", rows[i].words);
      g_autoptr(Answer) every = NULL;
      g_autoptr(Answer) named = NULL;

      convene_account_set_missing_scopes (account, rows[i].missing);
      convene_account_set_problem (account, rows[i].problem);
      every = answer_new (fixture->engine, NULL, all);
      named = answer_new (fixture->engine, NULL, one);
      g_assert_cmpint (every->status, ==, 1);
      g_assert_cmpstr (every->out, ==, wanted);
      g_assert_cmpstr (named->out, ==, wanted);
    }
}

/* One that is named, or all; who is not well makes it fail. */
static void
test_check (Fixture      *fixture,
            gconstpointer data)
{
  const char *const all[] = { "account", "check", "--json", NULL };
  const char *const one[] = { "account", "check", "recruiter@example.com", "--json", NULL };
  const char *const plain[] = { "account", "check", "recruiter@example.com", NULL };
  const char *const nobody[] = { "account", "check", "nobody@example.com", "--json", NULL };
  g_autoptr(ConveneAccount) account = sample_zoom_account_new ();
  g_autoptr(Answer) none = answer_new (fixture->engine, NULL, all);
  g_autoptr(Answer) unknown = answer_new (fixture->engine, NULL, nobody);
  g_autoptr(Answer) well = NULL;
  g_autoptr(Answer) ill = NULL;
  g_autoptr(Answer) words = NULL;
  g_autoptr(Answer) unreached = NULL;

  g_assert_cmpint (none->status, ==, 0);
  assert_member (none, "accounts", "[]");
  g_assert_cmpint (unknown->status, ==, 1);
  assert_member (unknown, "error.code", "not-found");
  fake_engine_add_account (fixture->engine, account);
  well = answer_new (fixture->engine, NULL, one);
  g_assert_cmpint (well->status, ==, 0);
  assert_member (well, "state", "connected");
  convene_account_set_problem (account, "Zoom could not be reached");
  unreached = answer_new (fixture->engine, NULL, all);
  g_assert_cmpint (unreached->status, ==, 1);
  convene_account_set_state (account, CONVENE_ACCOUNT_STATE_EXPIRED);
  ill = answer_new (fixture->engine, NULL, one);
  words = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpint (ill->status, ==, 1);
  assert_member (ill, "problem", "Zoom could not be reached");
  g_assert_cmpstr (words->out, ==, "recruiter@example.com: sign in again. Zoom could not be reached\n");
}

/* Where no window looks after the accounts, sync does, before all else and not each time. */
static void
test_sync_checks (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const sync[] = { "sync", "--json", NULL };
  const char *const hasty[] = { "sync", "--wait", "0", "--json", NULL };
  g_autoptr(ConveneAccount) account = sample_zoom_account_new ();
  g_autoptr(Answer) nobody = answer_new (fixture->engine, NULL, sync);
  g_autoptr(Answer) in_haste = NULL;
  g_autoptr(Answer) first = NULL;
  g_autoptr(Answer) second = NULL;

  g_assert_cmpuint (fake_engine_get_checks (fixture->engine), ==, 0);
  fake_engine_add_account (fixture->engine, account);
  in_haste = answer_new (fixture->engine, NULL, hasty);
  g_assert_cmpuint (fake_engine_get_checks (fixture->engine), ==, 0);
  first = answer_new (fixture->engine, NULL, sync);
  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpuint (fake_engine_get_checks (fixture->engine), ==, 1);
  convene_account_set_checked_at (account, FAKE_NOW);
  second = answer_new (fixture->engine, NULL, sync);
  g_assert_cmpuint (fake_engine_get_checks (fixture->engine), ==, 1);
}

#define TEST(path, function) g_test_add ("/cli/run/" path, Fixture, NULL, set_up, function, tear_down)

static void
test_templates (Fixture      *fixture,
                gconstpointer data)
{
  const char *const list[] = { "template", "list", "--language", "es", "--json", NULL };
  const char *const show[] = { "template", "show", "invitation.subject", "--json", NULL };
  const char *const set[] = { "template", "set", "invitation.subject", "--json", NULL };
  const char *const reset[] = { "template", "reset", "invitation.subject", "--json", NULL };
  const char *const unknown[] = { "template", "show", "birthday.text", "--json", NULL };
  g_autoptr(Answer) listed = answer_new (fixture->engine, NULL, list);
  g_autoptr(Answer) first = answer_new (fixture->engine, NULL, show);
  g_autoptr(Answer) written = answer_new (fixture->engine, "Mine\n", set);
  g_autoptr(Answer) empty = answer_new (fixture->engine, "", set);
  g_autoptr(Answer) second = answer_new (fixture->engine, NULL, show);
  g_autoptr(Answer) back = answer_new (fixture->engine, NULL, reset);
  g_autoptr(Answer) refused = answer_new (fixture->engine, NULL, unknown);

  assert_member (listed, "templates",
                 "[{\"language\":\"es\",\"name\":\"invitation.subject\",\"state\":\"default\"},{\"language\":\"es\",\"name\":\"invitation.text\",\"state\":\"default\"}]");
  assert_member (first, "text", "invitation.subject of en\n");
  assert_member (first, "state", "default");
  assert_member (written, "text", "Mine");
  assert_member (written, "state", "edited");
  g_assert_cmpint (empty->status, ==, 2);
  assert_member (empty, "error.field", "template");
  assert_member (second, "text", "Mine");
  assert_member (back, "state", "default");
  g_assert_cmpint (refused->status, ==, 2);
  assert_member (refused, "error.field", "name");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/run/", troubles[i].name, NULL);

      g_test_add (path, Fixture, &troubles[i], set_up, test_trouble, tear_down);
    }
  g_test_add ("/cli/run/interrupted", Fixture, GINT_TO_POINTER (SIGINT), set_up, test_interrupted, tear_down);
  g_test_add ("/cli/run/terminated", Fixture, GINT_TO_POINTER (SIGTERM), set_up, test_interrupted, tear_down);
  TEST ("done", test_done);
  TEST ("not-saved", test_not_saved);
  TEST ("dry-run", test_dry_run);
  TEST ("SH-13/no-host", test_no_host);
  TEST ("platform", test_platform);
  TEST ("wait", test_wait);
  TEST ("templates", test_templates);
  TEST ("sync-interrupted", test_sync_interrupted);
  TEST ("sync", test_sync);
  TEST ("show", test_show);
  TEST ("list", test_list);
  TEST ("invite", test_invite);
  TEST ("output", test_output);
  TEST ("accounts", test_accounts);
  TEST ("connect", test_connect);
  TEST ("connect-mail", test_connect_mail);
  TEST ("TA-17/revocation", test_revocation);
  TEST ("SH-14/sign-in", test_sign_in);
  TEST ("SH-14/no-display", test_sign_in_browser);
  TEST ("SH-14/interrupted", test_sign_in_interrupted);
  TEST ("TH-5/pre-approval", test_pre_approval);
  TEST ("VC-6/no-app", test_no_app);
  TEST ("SH-41/check", test_check);
  TEST ("SH-41/interrupted", test_check_interrupted);
  TEST ("SH-44/check-scopes", test_check_scopes);
  TEST ("SH-41/sync-checks", test_sync_checks);

  return g_test_run ();
}
