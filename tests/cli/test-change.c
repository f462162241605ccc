/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "answer.h"
#include "convene-error.h"
#include "fake-engine.h"
#include "sample.h"

/* The commands that change an interview which there is: what becomes of it, and what is asked of the workflow. */

#define UID "1f0e3dad-0000-4000-8000-000000000001"

typedef struct
{
  ConveneEngine *engine;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ();

  fixture->engine = fake_engine_new ();
  fake_engine_add_interview (fixture->engine, interview);
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

/* One edit of the sample, and what a member is after it. */
typedef struct
{
  const char *name;
  const char *arguments[10];
  const char *member;
  const char *wanted;
} Edit;

static const Edit edits[] = {
  { "job", { "--job", "Cook" }, "job", "Cook" },
  { "rest-stays", { "--job", "Cook" }, "agenda", "Introduction\nQuestions, “quoted”" },
  { "start", { "--start", "2026-12-02 11:00" }, "start", "2026-12-02T17:00:00Z" },
  { "start-zone-stays", { "--start", "2026-12-02 11:00" }, "timezone", "America/Mexico_City" },
  { "start-and-zone", { "--start", "2026-12-02 11:00", "--timezone", "UTC" }, "start", "2026-12-02T11:00:00Z" },
  { "zone-keeps-the-clock", { "--timezone", "Europe/Berlin" }, "start", "2026-12-01T09:00:00Z" },
  { "same-zone", { "--timezone", "America/Mexico_City" }, "start", "2026-12-01T16:00:00Z" },
  { "start-with-offset", { "--start", "2026-12-02T11:00-06:00" }, "start", "2026-12-02T17:00:00Z" },
  { "duration", { "--duration", "30" }, "duration", "30" },
  { "duration-stays", { "--start", "2026-12-02 11:00" }, "duration", "45" },
  { "agenda", { "--agenda", "A\r\nB " }, "agenda", "A\nB" },
  { "details-away", { "--details", "" }, "details", NULL },
  { "notes-away", { "--notes", " " }, "notes", NULL },
  { "link-chooses-platform", { "--link", "https://example.com/other" }, "platform", "link" },
  { "link", { "--link", "https://example.com/other" }, "link", "https://example.com/other" },
  { "platform", { "--platform", "phone" }, "platform", "phone" },
  { "platform-takes-link-away", { "--platform", "phone" }, "link", NULL },
  { "location", { "--location", "Room 2" }, "location", "Room 2" },
  { "policy", { "--link-policy", "share" }, "link_policy", "share" },
  { "policy-stays", { "--job", "Cook" }, "link_policy", "default" },
  { "hosts", { "--alternative-host", "b@example.com", "--alternative-host", "c@example.com" }, "alternative_hosts", "[\"b@example.com\",\"c@example.com\"]" },
  { "hosts-away", { "--alternative-host", "" }, "alternative_hosts", "[]" },
  { "hosts-stay", { "--job", "Cook" }, "alternative_hosts", "[\"second@example.com\"]" },
  { "manager-away", { "--hiring-manager", "" }, "hiring_manager", NULL },
  { "manager-name-keeps-answer", { "--hiring-manager", "Hanna <HANA@example.com>" }, "hiring_manager", "{\"name\":\"Hanna\",\"address\":\"HANA@example.com\",\"response\":\"accepted\",\"answered\":null,\"language\":null}" },
  { "manager-new", { "--hiring-manager", "New <new@example.com>" }, "hiring_manager", "{\"name\":\"New\",\"address\":\"new@example.com\",\"response\":\"needs-action\",\"answered\":null,\"language\":null}" },
  { "candidate-name-keeps-zone", { "--candidate", "M. López <maria@example.org>" }, "candidate", "{\"name\":\"M. López\",\"address\":\"maria@example.org\",\"timezone\":\"Europe/Berlin\",\"response\":\"needs-action\",\"answered\":null,\"language\":null}" },
  { "candidate-new", { "--candidate", "Li <li@example.org>" }, "candidate.timezone", "America/Mexico_City" },
  { "candidate-zone", { "--candidate-timezone", "Asia/Tokyo" }, "candidate.timezone", "Asia/Tokyo" },
  { "candidate-zone-away", { "--candidate-timezone", "" }, "candidate.timezone", "America/Mexico_City" },
  { "attendees-replaced", { "--attendee", "new@example.com" }, "attendees", "[{\"name\":null,\"address\":\"opt@example.com\",\"role\":\"optional\",\"response\":\"declined\",\"answered\":null,\"language\":null},{\"name\":null,\"address\":\"new@example.com\",\"role\":\"required\",\"response\":\"needs-action\",\"answered\":null,\"language\":null}]" },
  { "attendees-empty", { "--attendee", "", "--optional", "" }, "attendees", "[]" },
  { "attendee-becomes-manager", { "--hiring-manager", "yamada@example.com" }, "attendees", "[{\"name\":null,\"address\":\"opt@example.com\",\"role\":\"optional\",\"response\":\"declined\",\"answered\":null,\"language\":null}]" },
};

static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  const Edit *edit = data;
  const char *arguments[G_N_ELEMENTS (edit->arguments) + 3] = { "edit", "1f0e3d", "--json" };
  g_autoptr(Answer) answer = NULL;

  memcpy (arguments + 3, edit->arguments, g_strv_length ((char **) edit->arguments) * sizeof *arguments);
  answer = answer_new (fixture->engine, NULL, arguments);
  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, edit->member, edit->wanted);
  assert_member (answer, "uid", UID);
  g_assert_cmpstr (fake_engine_get_asked (fixture->engine), ==, "edit");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
  g_assert_true (fake_engine_get_mail (fixture->engine));
  g_assert_true (fake_engine_get_started (fixture->engine));
}

/* What was read is a person's; a wish that fails leaves it alone, and so does a dry run. */
static void
test_dry_run (Fixture      *fixture,
              gconstpointer data)
{
  const char *const dry[] = { "reschedule", "1f0e3d", "--start", "2026-12-02 11:00", "--dry-run", "--no-mail", "--json", NULL };
  const char *const plain[] = { "cancel", "1f0e3d", "--dry-run", NULL };
  const char *const show[] = { "show", "1f0e3d", "--json", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, dry);
  g_autoptr(Answer) text = answer_new (fixture->engine, NULL, plain);
  g_autoptr(Answer) shown = answer_new (fixture->engine, NULL, show);

  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "plan.kind", "edit");
  assert_member (answer, "plan.link_effect", "new");
  g_assert_cmpint (text->status, ==, 0);
  g_assert_true (g_str_has_prefix (text->out, "Zoom makes a new link, and Maria gets mail\n\n"));
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 0);
  g_assert_false (fake_engine_get_started (fixture->engine));
  assert_member (shown, "start", "2026-12-01T16:00:00Z");
}

/* O-9: in the terminal too, before anything happens, and not among the answer. */
static void
test_summary (Fixture      *fixture,
              gconstpointer data)
{
  const char *const plain[] = { "cancel", "1f0e3d", NULL };
  const char *const json[] = { "cancel", "1f0e3d", "--json", NULL };
  g_autoptr(Answer) text = answer_new (fixture->engine, NULL, plain);
  g_autoptr(Answer) object = answer_new (fixture->engine, NULL, json);

  g_assert_cmpint (text->status, ==, 0);
  g_assert_true (g_str_has_prefix (text->err, "convene: Zoom makes a new link, and Maria gets mail\n"));
  g_assert_cmpstr (object->err, ==, "");
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  const char *const words[] = { "cancel", UID, "--reason", "The position is filled.\r\nThank you. ", "--no-mail", "--json", NULL };
  const char *const bare[] = { "cancel", UID, "--reason", " ", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, words);
  g_autoptr(Answer) again = NULL;

  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "status", "cancelled");
  assert_member (answer, "cancel_reason", "The position is filled.\nThank you.");
  g_assert_false (fake_engine_get_mail (fixture->engine));
  g_assert_cmpstr (fake_engine_get_asked (fixture->engine), ==, "cancel: The position is filled.\nThank you.");
  again = answer_new (fixture->engine, NULL, bare);
  g_assert_cmpstr (fake_engine_get_asked (fixture->engine), ==, "cancel: -");
}

typedef struct
{
  const char *name;
  const char *arguments[3];
  const char *asked;
} Fix;

static const Fix fixes[] = {
  { "SH-56/link", { "--link", "https://example.com/room" }, "link: https://example.com/room" },
  { "SH-56/host", { "--host", "second@example.com" }, "host: second@example.com" },
  { "O-13/take", { "--take" }, "take: -" },
  { "O-13/restore", { "--restore" }, "restore: -" },
  { "SH-56/recreate", { "--recreate" }, "recreate: -" },
};

static void
test_fix (Fixture      *fixture,
          gconstpointer data)
{
  const Fix  *fix = data;
  const char *arguments[] = { "fix", "1f0e3d", "--json", fix->arguments[0], fix->arguments[1], NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, arguments);

  g_assert_cmpint (answer->status, ==, 0);
  g_assert_cmpstr (fake_engine_get_asked (fixture->engine), ==, fix->asked);
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
}

/* One interview is answered as ever, several as a list; what cannot be done for the second is its own error. */
static void
test_resend (Fixture      *fixture,
             gconstpointer data)
{
  const char *const one[] = { "resend", "1f0e3d", "--json", NULL };
  const char *const dry[] = { "resend", "1f0e3d", "--dry-run", "--json", NULL };
  const char *const several[] = { "resend", "1f0e3d", "2a7c00", "--json", NULL };
  const char *const dries[] = { "resend", "1f0e3d", "2a7c00", "--dry-run", "--json", NULL };
  const char *const unknown[] = { "resend", "1f0e3d", "999999", NULL };
  g_autoptr(ConveneInterview) second = sample_bare_interview_new ();
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, dry);
  g_autoptr(Answer) list = NULL;
  g_autoptr(Answer) plans = NULL;
  g_autoptr(Answer) refused = NULL;

  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "plan.kind", "resend");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 0);

  answer_free (g_steal_pointer (&answer));
  answer = answer_new (fixture->engine, NULL, one);
  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "uid", UID);
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
  g_assert_true (fake_engine_get_mail (fixture->engine));
  g_assert_true (fake_engine_get_started (fixture->engine));

  fake_engine_add_interview (fixture->engine, second);
  plans = answer_new (fixture->engine, NULL, dries);
  g_assert_cmpint (plans->status, ==, 0);
  g_assert_nonnull (strstr (plans->out, "\"plans\""));
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
  list = answer_new (fixture->engine, NULL, several);
  g_assert_cmpint (list->status, ==, 0);
  assert_member (list, "total", "2");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 3);

  refused = answer_new (fixture->engine, NULL, unknown);
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_nonnull (strstr (refused->err, "999999: "));
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 3);
}

/* Who names it twice, in whatever way, means it once. */
static void
test_resend_same (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const words[] = { "resend", "1f0e3d", UID, "1f0e3d", "--json", NULL };
  g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, words);

  g_assert_cmpint (answer->status, ==, 0);
  assert_member (answer, "uid", UID);
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
}

static void
test_resend_part (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const one[] = { "resend", "1f0e3d", "--json", NULL };
  const char *const several[] = { "resend", "1f0e3d", "2a7c00", "--json", NULL };
  g_autoptr(ConveneInterview) second = sample_bare_interview_new ();
  g_autoptr(Answer) alone = NULL;
  g_autoptr(Answer) list = NULL;

  fake_engine_add_interview (fixture->engine, second);
  fake_engine_set_stale (fixture->engine, 1);
  alone = answer_new (fixture->engine, NULL, one);
  g_assert_cmpint (alone->status, ==, 1);
  assert_member (alone, "error.code", "stale");
  fake_engine_set_stale (fixture->engine, 1);
  list = answer_new (fixture->engine, NULL, several);
  g_assert_cmpint (list->status, ==, 1);
  g_assert_nonnull (strstr (list->out, "\"stale\""));
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
}

static void
test_mark (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const statuses[] = { "completed", "no-show", "scheduled" };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      const char *const words[] = { "mark", "1f0e3d", statuses[i], "--json", NULL };
      g_autofree char  *asked = g_strconcat ("mark: ", statuses[i], NULL);
      g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, words);

      g_assert_cmpint (answer->status, ==, 0);
      assert_member (answer, "status", statuses[i]);
      g_assert_cmpstr (fake_engine_get_asked (fixture->engine), ==, asked);
      g_assert_false (fake_engine_get_mail (fixture->engine));
    }
  g_assert_false (fake_engine_get_started (fixture->engine));
}

/* Somebody else was faster: what is wanted is put onto what there is now; but not for ever. */
static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  const char *const words[] = { "edit", "1f0e3d", "--job", "Cook", "--json", NULL };
  g_autoptr(Answer) fourth = NULL;
  g_autoptr(Answer) never = NULL;

  fake_engine_set_stale (fixture->engine, 4);
  fourth = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (fourth->status, ==, 0);
  assert_member (fourth, "job", "Cook");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);

  fake_engine_set_stale (fixture->engine, 100);
  never = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (never->status, ==, 1);
  assert_member (never, "error.code", "stale");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 1);
}

static void
test_not_found (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const commands[][6] = {
    { "edit", "999999", "--json" },
    { "reschedule", "999999", "--start", "2026-12-02 11:00", "--json" },
    { "cancel", "999999", "--json" },
    { "fix", "999999", "--take", "--json" },
    { "resend", "999999", "--json" },
    { "mark", "999999", "completed", "--json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr(Answer) answer = answer_new (fixture->engine, NULL, commands[i]);

      g_assert_cmpint (answer->status, ==, 1);
      assert_member (answer, "error.code", "not-found");
    }
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 0);
}

/* A time that the interview's zone does not have is wrong input, although it takes the database to know. */
static void
test_skipped_time (Fixture      *fixture,
                   gconstpointer data)
{
  const char *const words[] = { "edit", "1f0e3d", "--timezone", "Europe/Berlin", "--start", "2030-03-31 02:30", "--json", NULL };
  const char *const offset[] = { "reschedule", "1f0e3d", "--start", "2026-12-02T11:00+05:00", "--json", NULL };
  g_autoptr(Answer) skipped = answer_new (fixture->engine, NULL, words);
  g_autoptr(Answer) elsewhere = answer_new (fixture->engine, NULL, offset);

  g_assert_cmpint (skipped->status, ==, 2);
  assert_member (skipped, "error.field", "start");
  g_assert_cmpint (elsewhere->status, ==, 2);
  assert_member (elsewhere, "error.code", "invalid");
  assert_member (elsewhere, "error.field", "start");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 0);
}

static ConveneOperation *
operation_new (const char           *id,
               ConveneOperationKind  kind,
               ConveneOperationState state,
               const char           *code)
{
  ConveneOperation *operation = convene_operation_new ();

  convene_operation_set_id (operation, id);
  convene_operation_set_kind (operation, kind);
  convene_operation_set_state (operation, state);
  convene_operation_set_error_code (operation, code);
  convene_operation_set_error_message (operation, code);
  return operation;
}

/* What had failed before is not held against what is done now; what fails now is. */
static void
test_failed_before (Fixture      *fixture,
                    gconstpointer data)
{
  const char *const words[] = { "cancel", "2a7c00", "--json", NULL };
  g_autoptr(ConveneInterview) interview = sample_bare_interview_new ();
  g_autoptr(ConveneOperation) old = operation_new ("old", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_FAILED, "refused");
  g_autoptr(Answer) well = NULL;
  g_autoptr(Answer) ill = NULL;

  convene_interview_add_operation (interview, old);
  fake_engine_add_interview (fixture->engine, interview);
  fake_engine_add_outcome (fixture->engine, old);
  well = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (well->status, ==, 0);

  fake_engine_set_outcome (fixture->engine, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, CONVENE_OPERATION_STATE_FAILED, "mail-refused", "No");
  ill = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (ill->status, ==, 1);
  assert_member (ill, "error.code", "mail-refused");
}

static gboolean
interrupt_cb (gpointer user_data)
{
  kill (getpid (), SIGINT);
  return G_SOURCE_REMOVE;
}

/* Before the commit nothing has happened; after it, the interview is answered. */
static void
test_interrupted (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const words[] = { "cancel", "1f0e3d", "--json", NULL };
  g_autoptr(Answer) early = NULL;
  g_autoptr(Answer) late = NULL;

  fake_engine_set_endless_plan (fixture->engine, TRUE);
  g_idle_add (interrupt_cb, NULL);
  early = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (early->status, ==, 1);
  assert_member (early, "error.code", "cancelled");
  g_assert_cmpuint (fake_engine_get_commits (fixture->engine), ==, 0);

  fake_engine_set_endless_plan (fixture->engine, FALSE);
  fake_engine_set_endless (fixture->engine, TRUE);
  g_idle_add (interrupt_cb, NULL);
  late = answer_new (fixture->engine, NULL, words);
  g_assert_cmpint (late->status, ==, 1);
  assert_member (late, "error.code", "cancelled");
  assert_member (late, "status", "cancelled");
  g_assert_nonnull (strstr (late->out, "is saved"));
}

static void
drift (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  convene_meeting_set_seen_at (meeting, FAKE_NOW);
  convene_meeting_set_seen_start (meeting, FAKE_NOW + 20 * CONVENE_DAY);
  convene_meeting_set_seen_duration (meeting, 30);
  convene_meeting_set_seen_timezone (meeting, "UTC");
  convene_meeting_set_seen_join_url (meeting, "https://example.com/j/81234567890?pwd=y");
  convene_meeting_set_seen_password (meeting, "other");
}

/* O-13: a sync looks at Zoom too, and says which meetings are not what they should be. */
static void
test_sync_look (Fixture      *fixture,
                gconstpointer data)
{
  const char *const words[] = { "sync", "--json", NULL };
  const char *const plain[] = { "sync", NULL };
  const char *const show[] = { "show", "1f0e3d", NULL };
  const char *const hasty[] = { "sync", "--wait", "0", NULL };
  g_autoptr(ConveneInterview) interview = sample_interview_new ();
  g_autoptr(Answer) nothing = answer_new (fixture->engine, NULL, words);
  g_autoptr(Answer) found = NULL;
  g_autoptr(Answer) text = NULL;
  g_autoptr(Answer) shown = NULL;
  g_autoptr(Answer) quick = NULL;

  g_assert_cmpuint (fake_engine_get_looks (fixture->engine), ==, 1);
  g_assert_null (strstr (nothing->out, "differing"));

  convene_interview_set_uid (interview, "77777777-0000-4000-8000-000000000001");
  drift (interview);
  fake_engine_add_interview (fixture->engine, interview);
  found = answer_new (fixture->engine, NULL, words);
  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpint (found->status, ==, 0);
  g_assert_nonnull (strstr (found->out, "\"moved\",\n"));
  g_assert_nonnull (strstr (found->out, "\"start\" : \"2026-12-10T12:00:00Z\""));
  g_assert_nonnull (strstr (text->out, "Otherwise at Zoom:\n77777777  moved at Zoom to Thu 10 December 2026, 06:00 (America/Mexico_City), 30 minutes\n"));
  g_assert_nonnull (strstr (text->out, "convene fix 77777777 --take"));

  convene_meeting_set_state (convene_interview_get_meeting (interview), CONVENE_MEETING_STATE_MISSING);
  shown = answer_new (fixture->engine, NULL, (const char *const[]){ "show", "777777", NULL });
  g_assert_nonnull (strstr (shown->out, "the meeting is gone at Zoom\n"));
  g_assert_nonnull (strstr (shown->out, "convene fix 77777777 --recreate"));

  quick = answer_new (fixture->engine, NULL, hasty);
  g_assert_cmpuint (fake_engine_get_looks (fixture->engine), ==, 3);
  g_clear_pointer (&shown, answer_free);
  shown = answer_new (fixture->engine, NULL, show);
  g_assert_null (strstr (shown->out, "At Zoom"));
}

/* Where Zoom cannot be asked, part of a sync failed. */
static void
test_sync_blind (Fixture      *fixture,
                 gconstpointer data)
{
  const char *const words[] = { "sync", "--json", NULL };
  const char *const plain[] = { "sync", NULL };
  g_autoptr(GError) error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, "Zoom cannot be reached");
  g_autoptr(Answer) answer = NULL;
  g_autoptr(Answer) text = NULL;

  fake_engine_set_look_error (fixture->engine, error);
  answer = answer_new (fixture->engine, NULL, words);
  text = answer_new (fixture->engine, NULL, plain);
  g_assert_cmpint (answer->status, ==, 1);
  assert_member (answer, "error.code", "unreachable");
  assert_member (answer, "done", "[]");
  g_assert_cmpint (text->status, ==, 1);
  g_assert_cmpstr (text->err, ==, "convene: Zoom cannot be reached\n");
}

static void
test_preferences (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const set[] = { "preferences", "link-policy", "share", "--json", NULL };
  const char *const none[] = { "preferences", "reminders", "", "--json", NULL };
  const char *const one[] = { "preferences", "link-policy", NULL };
  const char *const all[] = { "preferences", "--json", NULL };
  g_autoptr(Answer) before = answer_new (fixture->engine, NULL, one);
  g_autoptr(Answer) written = answer_new (fixture->engine, NULL, set);
  g_autoptr(Answer) emptied = answer_new (fixture->engine, NULL, none);
  g_autoptr(Answer) after = answer_new (fixture->engine, NULL, one);
  g_autoptr(Answer) whole = answer_new (fixture->engine, NULL, all);

  g_assert_cmpstr (before->out, ==, "link-policy  keep\n");
  g_assert_cmpint (written->status, ==, 0);
  assert_member (written, "preferences.link-policy", "share");
  assert_member (emptied, "preferences.reminders", "");
  g_assert_cmpuint (fake_engine_get_adjustments (fixture->engine), ==, 1);
  g_assert_cmpstr (after->out, ==, "link-policy  share\n");
  assert_member (whole, "preferences.link-policy", "share");
  assert_member (whole, "preferences.notify-before", "10");
  assert_member (whole, "preferences.quota-deletes", "count");
  g_assert_false (fake_engine_get_started (fixture->engine));
}

#define TEST(path, function) g_test_add ("/cli/change/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/change/SH-45/", edits[i].name, NULL);

      g_test_add (path, Fixture, &edits[i], set_up, test_edit, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/change/", fixes[i].name, NULL);

      g_test_add (path, Fixture, &fixes[i], set_up, test_fix, tear_down);
    }
  TEST ("O-9/dry-run", test_dry_run);
  TEST ("O-9/summary", test_summary);
  TEST ("SH-46/cancel", test_cancel);
  TEST ("O-13/resend", test_resend);
  TEST ("O-13/resend-same", test_resend_same);
  TEST ("O-13/resend-part", test_resend_part);
  TEST ("O-14/mark", test_mark);
  TEST ("stale", test_stale);
  TEST ("not-found", test_not_found);
  TEST ("skipped-time", test_skipped_time);
  TEST ("failed-before", test_failed_before);
  TEST ("interrupted", test_interrupted);
  TEST ("O-13/sync", test_sync_look);
  TEST ("O-13/sync-blind", test_sync_blind);
  TEST ("X-1/preferences", test_preferences);

  return g_test_run ();
}
