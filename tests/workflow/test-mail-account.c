/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The mail account, which is replaced as a whole or not at all, and letters that the person's mail program takes while there is none. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-letter-preview.h"
#include "convene-preferences.h"
#include "workflow-fixture.h"

#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define REMINDER CONVENE_OPERATION_KIND_MAIL_REMINDER
#define URGENT CONVENE_OPERATION_KIND_MAIL_URGENT

/* A session bus with the portal of tests/mail/fakeportal.py. */
typedef struct
{
  GTestDBus   *bus;
  GSubprocess *process;
  char        *log;
} Portal;

static Portal *
portal_new (const char *plan)
{
  Portal          *self = g_new0 (Portal, 1);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "mail", "fakeportal.py", NULL);
  g_autofree char *line = NULL;
  g_autoptr(GDataInputStream) output = NULL;

  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->log = g_build_filename (g_get_user_runtime_dir (), "log", NULL);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "/usr/bin/python3", script, self->log, plan, NULL);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "READY");
  return self;
}

/* How many drafts it was asked to open. */
static guint
portal_count (Portal *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (self->log, &text, NULL, NULL))
    return 0;

  lines = g_strsplit (text, "\n", -1);
  return g_strv_length (lines) - 1;
}

static void
portal_free (Portal *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  g_unlink (self->log);
  g_free (self->log);
  g_free (self);
}

static void
hand_over (Fixture *self,
           gboolean may)
{
  convene_accounts_set_hand_over (convene_engine_get_accounts (self->engine), may);
}

static ConveneInterview *
interview_by_phone (void)
{
  ConveneInterview *interview = fixture_interview ("Staff Engineer");

  convene_interview_set_platform (interview, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (interview, "+1 555 0100");
  return interview;
}

static gboolean
has_note (Fixture    *self,
          const char *uid,
          const char *part)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  convene_engine_list_activity_async (self->engine, uid, NULL, fixture_result_cb, &result);
  lines = convene_engine_list_activity_finish (self->engine, fixture_await (&result), NULL);
  for (guint i = 0; i < lines->len; i++)
    if (strstr (convene_activity_get_text (lines->pdata[i]), part) != NULL)
      return TRUE;

  return FALSE;
}

static void
set_preference (Fixture    *self,
                const char *key,
                const char *value)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_preference_async (self->engine, key, value, NULL, fixture_result_cb, &result);
  g_assert_true (convene_engine_set_preference_finish (self->engine, fixture_await (&result), NULL));
}

/* With a Zoom account or with none, whose address is the organizer's or nobody's. Where each person is to get a letter of their own, it is one draft all the
 * same (X-12). */
static void
test_handed_over (gconstpointer data)
{
  Portal  *portal = portal_new ("open");
  Fixture *self = fixture_new ();
  g_autoptr(ConveneInterview) planned = interview_by_phone ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *log = NULL;

  fixture_provide (self, g_strcmp0 (data, "zoom") == 0, FALSE);
  if (g_strcmp0 (data, "apart") == 0)
    set_preference (self, CONVENE_PREFERENCE_LETTERS, "apart");
  hand_over (self, TRUE);
  uid = fixture_schedule (self, planned);
  after = fixture_settle (self, uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (after, INVITATION, "handed-over");
  g_assert_true (has_note (self, uid, "no answer buttons"));
  g_assert_cmpuint (portal_count (portal), ==, 1);
  g_file_get_contents (portal->log, &log, NULL, NULL);
  g_assert_nonnull (strstr (log, "invite.ics"));

  fixture_free (self);
  portal_free (portal);
}

/* The terminal never opens windows of other programs. */
static void
test_not_allowed (void)
{
  Portal  *portal = portal_new ("open");
  Fixture *self = fixture_new ();
  g_autoptr(ConveneInterview) planned = interview_by_phone ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (self, FALSE, FALSE);
  uid = fixture_schedule (self, planned);
  after = fixture_settle (self, uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (after, INVITATION, "waiting:no-account");
  g_assert_cmpuint (portal_count (portal), ==, 0);
  fixture_free (self);
  portal_free (portal);
}

/* With a mail account nothing is handed over, whoever may. */
static void
test_account_first (void)
{
  Portal  *portal = portal_new ("open");
  Fixture *self = fixture_new ();
  g_autoptr(ConveneInterview) planned = interview_by_phone ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (self, FALSE, TRUE);
  hand_over (self, TRUE);
  uid = fixture_schedule (self, planned);
  after = fixture_settle (self, uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (after, INVITATION, "done");
  g_assert_cmpuint (portal_count (portal), ==, 0);
  fixture_free (self);
  portal_free (portal);
}

/* Who closes the desktop's question is asked again when they try again, and a mail account sends the letter by itself. */
static void
test_closed (void)
{
  Portal  *portal = portal_new ("close");
  Fixture *self = fixture_new ();
  g_autoptr(ConveneInterview) planned = interview_by_phone ();
  g_autoptr(ConveneInterview) closed = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (self, FALSE, FALSE);
  hand_over (self, TRUE);
  uid = fixture_schedule (self, planned);
  closed = fixture_settle (self, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (closed, INVITATION, "waiting:cancelled");
  g_assert_cmpuint (portal_count (portal), ==, 1);

  g_assert_cmpint (fixture_retry (self->engine, uid), >, 0);
  fixture_pass (self, CONVENE_MINUTE);
  g_assert_cmpuint (portal_count (portal), ==, 2);

  fixture_connect_mail (self);
  after = fixture_settle (self, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (after, INVITATION, "done");
  g_assert_cmpuint (portal_count (portal), ==, 2);
  fixture_free (self);
  portal_free (portal);
}

/* Convene ends while the desktop asks: whether there is a draft nobody knows, and another one does no harm. */
static void
test_doubt (void)
{
  Portal  *portal = portal_new ("slower");
  Fixture *self = fixture_new ();
  g_autoptr(ConveneInterview) planned = interview_by_phone ();
  g_autoptr(ConveneInterview) between = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (self, FALSE, FALSE);
  hand_over (self, TRUE);
  uid = fixture_schedule (self, planned);
  fixture_until (self, uid, INVITATION, "running");
  while (portal_count (portal) == 0)
    g_main_context_iteration (NULL, FALSE);
  fixture_restart (self);
  between = fixture_find (self, uid);
  fixture_assert_operation (between, INVITATION, "doubt:cancelled");

  hand_over (self, TRUE);
  after = fixture_settle (self, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (after, INVITATION, "handed-over");
  g_assert_cmpuint (portal_count (portal), ==, 2);
  fixture_free (self);
  portal_free (portal);
}

/* Reminders and urgent letters leave when nobody looks, or not at all. */
static void
test_urgent_waits (void)
{
  Portal  *portal = portal_new ("open");
  Fixture *self = fixture_new ();
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (self, FALSE, FALSE);
  hand_over (self, TRUE);
  uid = fixture_schedule (self, planned);
  after = fixture_settle (self, uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (after, INVITATION, "handed-over");
  fixture_assert_operation (after, URGENT, "waiting:no-account");
  g_assert_cmpuint (portal_count (portal), ==, 1);
  fixture_free (self);
  portal_free (portal);
}

/* The plan says so before, letter by letter. */
static void
test_plan (void)
{
  static const struct
  {
    gboolean         mail, may;
    ConveneLetterWay way;
  } rows[] = {
    { TRUE, TRUE, CONVENE_LETTER_WAY_SENT },
    { TRUE, FALSE, CONVENE_LETTER_WAY_SENT },
    { FALSE, TRUE, CONVENE_LETTER_WAY_HANDED_OVER },
    { FALSE, FALSE, CONVENE_LETTER_WAY_WAITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture          *self = fixture_new ();
      ConveneScheduler *scheduler = convene_engine_get_scheduler (self->engine);
      g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
      g_autoptr(GAsyncResult) planned = NULL;
      g_autoptr(GAsyncResult) previewed = NULL;
      g_autoptr(ConvenePlan) plan = NULL;
      g_autoptr(GListModel) letters = NULL;
      g_autoptr(ConveneLetterPreview) first = NULL;
      GPtrArray *of_plan;

      fixture_provide (self, FALSE, rows[i].mail);
      hand_over (self, rows[i].may);
      convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &planned);
      plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), NULL);
      of_plan = convene_plan_get_letters (plan);
      g_assert_cmpint (((ConvenePlanLetter *) of_plan->pdata[0])->way, ==, rows[i].way);
      g_assert_cmpint (((ConvenePlanLetter *) of_plan->pdata[1])->kind, ==, URGENT);
      g_assert_cmpint (((ConvenePlanLetter *) of_plan->pdata[1])->way, ==, rows[i].mail ? CONVENE_LETTER_WAY_SENT : CONVENE_LETTER_WAY_WAITS);

      convene_scheduler_preview_letters_async (scheduler, plan, NULL, fixture_result_cb, &previewed);
      letters = convene_scheduler_preview_letters_finish (scheduler, fixture_await (&previewed), NULL);
      first = g_list_model_get_item (letters, 0);
      g_assert_cmpint (convene_letter_preview_get_way (first), ==, rows[i].way);

      g_clear_object (&first);
      g_clear_object (&letters);
      g_clear_object (&plan);
      g_clear_object (&previewed);
      g_clear_object (&planned);
      fixture_free (self);
    }
}

static gboolean
test_mail (Fixture *self,
           GError **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_accounts_test_mail_async (accounts, NULL, fixture_result_cb, &result);
  return convene_accounts_test_mail_finish (accounts, fixture_await (&result), error);
}

static void
test_letter (void)
{
  Fixture *self = fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *subjects = NULL;

  g_assert_false (test_mail (self, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT);
  g_clear_error (&error);

  fixture_connect_mail (self);
  g_assert_true (test_mail (self, &error));
  g_assert_no_error (error);
  subjects = fixture_subjects (self);
  g_assert_cmpstr (subjects, ==, "Test letter from Convene\n");
  fixture_free (self);
}

static ConveneAccount *
connect_with (Fixture    *self,
              const char *server,
              const char *password,
              GError    **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(ConveneSecret) secret = convene_secret_new (password);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) settings =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "address", "recruiter@example.com", "server", server, "port", self->endpoints->smtp_port, "security",
                               CONVENE_MAIL_SECURITY_NONE, "user", "", NULL);

  convene_accounts_connect_mail_async (accounts, settings, secret, NULL, fixture_result_cb, &result);
  return convene_accounts_connect_mail_finish (accounts, fixture_await (&result), error);
}

static char *
read_password (Fixture    *self,
               const char *key)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneSecret) secret = NULL;

  convene_vault_get_async (self->vault, key, "mail-password", NULL, fixture_result_cb, &result);
  secret = convene_vault_get_finish (self->vault, fixture_await (&result), NULL);
  return secret != NULL ? g_strdup (convene_secret_peek (secret)) : NULL;
}

/* Another password comes under another key, and only what the row names is kept. */
static void
test_replaced (void)
{
  Fixture *self = fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) first = connect_with (self, "127.0.0.1", "one", &error);
  g_autoptr(ConveneAccount) second = connect_with (self, "127.0.0.1", "two", &error);
  g_autoptr(ConveneAccount) refused = NULL;
  g_autoptr(ConveneAccount) kept = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (convene_account_get_id (first), ==, convene_account_get_id (second));
  g_assert_cmpstr (convene_account_get_secret_id (first), !=, convene_account_get_secret_id (second));
  do
    {
      g_clear_pointer (&old, g_free);
      old = read_password (self, convene_account_get_secret_id (first));
    }
  while (old != NULL);
  new = read_password (self, convene_account_get_secret_id (second));
  g_assert_cmpstr (new, ==, "two");

  /* What came to nothing has changed nothing. */
  refused = connect_with (self, "localhost.invalid", "three", &error);
  g_assert_null (refused);
  kept = fixture_account (self, CONVENE_ACCOUNT_KIND_MAIL);
  g_assert_cmpstr (convene_account_get_secret_id (kept), ==, convene_account_get_secret_id (second));
  g_assert_cmpstr (convene_account_get_server (kept), ==, "127.0.0.1");
  fixture_free (self);
}

/* The keyring takes nothing: the older account, with its password, is as it was. */
static void
test_no_keyring (void)
{
  Fixture *self = fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) first = connect_with (self, "127.0.0.1", "one", &error);
  g_autoptr(ConveneAccount) second = NULL;
  g_autoptr(ConveneAccount) kept = NULL;
  g_autofree char *password = NULL;
  ConveneVault    *memory = self->vault;

  g_assert_no_error (error);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  self->vault = convene_service_vault_new ();
  fixture_restart (self);
  second = connect_with (self, "localhost", "two", &error);
  g_assert_null (second);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING);
  kept = fixture_account (self, CONVENE_ACCOUNT_KIND_MAIL);
  g_assert_cmpstr (convene_account_get_server (kept), ==, "127.0.0.1");

  g_object_unref (self->vault);
  self->vault = memory;
  fixture_restart (self);
  password = read_password (self, convene_account_get_secret_id (kept));
  g_assert_cmpstr (password, ==, "one");
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  fixture_free (self);
}

/* Cancelled at any moment: the account is the older one or the newer, whole, and its password is the one that belongs to it. */
static void
test_cancelled (void)
{
  Fixture         *self = fixture_new ();
  ConveneAccounts *accounts = convene_engine_get_accounts (self->engine);
  g_autoptr(GError) none = NULL;
  g_autoptr(ConveneAccount) first = connect_with (self, "127.0.0.1", "0", &none);
  guint cancelled = 0, connected = 0;

  for (int i = 1; i < 80; i++)
    {
      g_autofree char *password = g_strdup_printf ("%d", i);
      g_autoptr(ConveneSecret) secret = convene_secret_new (password);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(ConveneAccount) before = fixture_account (self, CONVENE_ACCOUNT_KIND_MAIL);
      g_autofree char *before_password = read_password (self, convene_account_get_secret_id (before));
      g_autoptr(ConveneAccount) settings = g_object_new (CONVENE_TYPE_ACCOUNT, "address", "recruiter@example.com", "name", password, "server", "127.0.0.1", "port",
                                                          self->endpoints->smtp_port, "security", CONVENE_MAIL_SECURITY_NONE, "user", "", NULL);
      g_autoptr(ConveneAccount) answered = NULL;
      g_autoptr(ConveneAccount) after = NULL;
      g_autofree char *after_password = NULL;

      convene_accounts_connect_mail_async (accounts, settings, secret, cancellable, fixture_result_cb, &result);
      for (int turn = 0; turn < i / 4 && result == NULL; turn++)
        g_main_context_iteration (NULL, TRUE);
      g_cancellable_cancel (cancellable);
      answered = convene_accounts_connect_mail_finish (accounts, fixture_await (&result), NULL);

      after = fixture_account (self, CONVENE_ACCOUNT_KIND_MAIL);
      after_password = read_password (self, convene_account_get_secret_id (after));
      g_assert_cmpstr (convene_account_get_name (after), ==, answered != NULL ? password : convene_account_get_name (before));
      g_assert_cmpstr (after_password, ==, answered != NULL ? password : before_password);
      if (answered != NULL)
        connected++;
      else
        cancelled++;
    }

  g_test_message ("%u cancelled, %u connected", cancelled, connected);
  g_assert_cmpuint (cancelled, >, 0);
  fixture_free (self);
}

static void
test_suggested (void)
{
  g_autoptr(ConveneAccount) settings = convene_account_new ();
  g_autofree char *address = g_strjoin ("@", "rita", "gmail.com", NULL);
  g_autofree char *advice = NULL;
  g_autofree char *url = NULL;

  g_assert_false (convene_accounts_suggest_mail ("rita@example.com", settings, &advice, &url));
  g_assert_null (advice);
  g_assert_null (url);
  g_assert_null (convene_account_get_server (settings));

  g_assert_true (convene_accounts_suggest_mail (address, settings, &advice, &url));
  g_assert_cmpstr (convene_account_get_server (settings), ==, "smtp.gmail.com");
  g_assert_cmpint (convene_account_get_port (settings), ==, 465);
  g_assert_cmpint (convene_account_get_security (settings), ==, CONVENE_MAIL_SECURITY_TLS);
  g_assert_cmpstr (convene_account_get_user (settings), ==, address);
  g_assert_nonnull (strstr (advice, "app password"));
  g_assert_cmpstr (url, ==, "https://myaccount.google.com/apppasswords");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *runtime = g_dir_make_tmp ("convene-runtime-XXXXXX", NULL);
  int              result;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_unsetenv ("FLATPAK_ID");
  g_test_init (&argc, &argv, NULL);
  /* Learnt once, and before GTestDBus takes the variable away. */
  g_assert_cmpstr (g_get_user_runtime_dir (), ==, runtime);

  g_test_add_data_func ("/workflow/hand-over/SH-50/with-zoom", "zoom", test_handed_over);
  g_test_add_data_func ("/workflow/hand-over/SH-50/without", NULL, test_handed_over);
  g_test_add_data_func ("/workflow/hand-over/X-12/apart", "apart", test_handed_over);
  g_test_add_func ("/workflow/hand-over/SH-50/not-allowed", test_not_allowed);
  g_test_add_func ("/workflow/hand-over/SH-50/account-first", test_account_first);
  g_test_add_func ("/workflow/hand-over/SH-50/closed", test_closed);
  g_test_add_func ("/workflow/hand-over/SH-50/doubt", test_doubt);
  g_test_add_func ("/workflow/hand-over/SH-34/urgent-waits", test_urgent_waits);
  g_test_add_func ("/workflow/hand-over/SH-50/plan", test_plan);
  g_test_add_func ("/workflow/mail-account/SH-50/test-letter", test_letter);
  g_test_add_func ("/workflow/mail-account/SH-50/replaced", test_replaced);
  g_test_add_func ("/workflow/mail-account/SH-50/no-keyring", test_no_keyring);
  g_test_add_func ("/workflow/mail-account/SH-50/cancelled", test_cancelled);
  g_test_add_func ("/workflow/mail-account/SH-50/suggested", test_suggested);

  result = g_test_run ();
  g_rmdir (runtime);
  return result;
}
