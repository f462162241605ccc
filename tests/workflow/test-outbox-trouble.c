/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Trouble on this machine: a keyring that is locked or does not answer, a disk that is full, a program that ends in the middle of a call. */

#include <glib.h>
#include <signal.h>
#include <sys/resource.h>

#include "convene-error.h"
#include "workflow-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define URGENT CONVENE_OPERATION_KIND_MAIL_URGENT
#define LINK_READY CONVENE_OPERATION_KIND_MAIL_LINK_READY

/* How a keyring answers. */
typedef enum
{
  OPEN,
  LOCKED,
  ABSENT,
  SILENT, /* until the caller has had enough */
} Mood;

#define TEST_TYPE_VAULT (test_vault_get_type ())

G_DECLARE_FINAL_TYPE (TestVault, test_vault, TEST, VAULT, GObject)

struct _TestVault
{
  GObject parent_instance;

  Mood        mood;
  const char *kind; /* of the secret that it is about; NULL: any */
  guint       asked;
  GPtrArray  *silent; /* of GTask */
};

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  GTask     *task = user_data;
  TestVault *self = g_task_get_source_object (task);

  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, "Cancelled");
  g_ptr_array_remove (self->silent, task);
  return G_SOURCE_REMOVE;
}

static void
stay_silent (TestVault *self,
             GTask     *task)
{
  g_autoptr(GSource) source = NULL;

  g_ptr_array_add (self->silent, g_object_ref (task));
  if (g_task_get_cancellable (task) == NULL)
    return;

  source = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (source, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
  g_source_attach (source, NULL);
}

static void
test_vault_get_async (ConveneVault       *vault,
                      const char         *account_id,
                      const char         *kind,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  TestVault *self = TEST_VAULT (vault);
  g_autoptr(GTask) task = g_task_new (vault, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  self->asked += self->kind == NULL || g_str_equal (kind, self->kind);
  if (self->mood == SILENT && (self->kind == NULL || g_str_equal (kind, self->kind)))
    stay_silent (self, task);
  else if (self->mood == LOCKED)
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED, "The keyring is locked");
  else if (self->mood == ABSENT)
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING, "There is no keyring");
  else if (g_str_equal (kind, "client-secret"))
    g_task_return_pointer (task, convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET), (GDestroyNotify) convene_secret_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static ConveneSecret *
test_vault_get_finish (ConveneVault *vault,
                       GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_vault_put_async (ConveneVault       *vault,
                      const char         *account_id,
                      const char         *kind,
                      ConveneSecret      *secret,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (vault, cancellable, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

static gboolean
test_vault_put_finish (ConveneVault *vault,
                       GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
vault_iface_init (ConveneVaultInterface *iface)
{
  iface->get_async = test_vault_get_async;
  iface->get_finish = test_vault_get_finish;
  iface->put_async = test_vault_put_async;
  iface->put_finish = test_vault_put_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestVault, test_vault, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_VAULT, vault_iface_init))

static void
test_vault_finalize (GObject *object)
{
  g_ptr_array_unref (TEST_VAULT (object)->silent);

  G_OBJECT_CLASS (test_vault_parent_class)->finalize (object);
}

static void
test_vault_class_init (TestVaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_vault_finalize;
}

static void
test_vault_init (TestVault *self)
{
  self->silent = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Who gave no cancellable is answered at the end. */
static void
answer_all (TestVault *self)
{
  while (self->silent->len > 0)
    cancelled_cb (NULL, g_ptr_array_index (self->silent, 0));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static Fixture *
fixture_with_vault (Mood        mood,
                    const char *mail_user)
{
  Fixture   *fixture = fixture_new ();
  TestVault *vault = g_object_new (TEST_TYPE_VAULT, NULL);

  vault->mood = mood;
  g_object_unref (fixture->vault);
  fixture->vault = CONVENE_VAULT (vault);
  fixture->mail_user = mail_user;
  fixture_restart (fixture);
  fixture_provide (fixture, TRUE, TRUE);
  return fixture;
}

static char *
schedule (Fixture *fixture)
{
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");

  return fixture_schedule (fixture, planned);
}

static void
expect (Fixture             *fixture,
        const char          *uid,
        ConveneOperationKind kind,
        const char          *expected)
{
  g_autoptr(ConveneInterview) interview = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (interview, kind, expected);
}

/* Without its secret Zoom cannot be asked: the letters leave at once, and once the keyring is open the link follows. */
static void
test_keyring (gconstpointer data)
{
  Mood       mood = GPOINTER_TO_INT (data);
  Fixture   *fixture = fixture_with_vault (mood, NULL);
  TestVault *vault = TEST_VAULT (fixture->vault);
  g_autoptr(ConveneAccount) account = NULL;
  g_autofree char *uid = schedule (fixture);

  fixture_until (fixture, uid, URGENT, "done");
  expect (fixture, uid, INVITATION, "done");
  fixture_until (fixture, uid, CREATE, mood == LOCKED ? "waiting:keyring-locked" : "waiting:no-keyring");
  g_assert_cmpuint (vault->asked, >=, 2);
  g_assert_cmpuint (vault->asked, <=, 12);

  vault->mood = OPEN;
  g_assert_cmpint (fixture_retry (fixture->engine, uid), ==, 1);
  expect (fixture, uid, CREATE, "done");
  expect (fixture, uid, LINK_READY, "done");
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_requests_today (account), ==, 1);
  fixture_free (fixture);
}

/* The letters' password is in the keyring too: they wait, and it is not asked for every second. */
static void
test_keyring_of_mail (void)
{
  Fixture         *fixture = fixture_with_vault (LOCKED, "somebody");
  TestVault       *vault = TEST_VAULT (fixture->vault);
  g_autofree char *uid = schedule (fixture);

  expect (fixture, uid, INVITATION, "waiting:keyring-locked");
  g_assert_cmpuint (vault->asked, <=, 30);
  fixture_free (fixture);
}

/* A person may be asked to unlock the keyring, and does not answer: the program ends all the same. */
static void
test_silent_keyring (gconstpointer data)
{
  Fixture         *fixture = fixture_with_vault (SILENT, data);
  TestVault       *vault = TEST_VAULT (fixture->vault);
  g_autofree char *uid = schedule (fixture);

  vault->kind = data != NULL ? "mail-password" : NULL;
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  while (vault->asked == 0)
    g_main_context_iteration (NULL, FALSE);
  fixture_restart (fixture);
  vault->mood = OPEN;
  answer_all (vault);
  expect (fixture, uid, CREATE, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* The program ends while a call is under way: what it did is looked for at the next start, and a letter goes again as it was. */
static void
test_end_in_call (gconstpointer data)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(JsonObject) state = NULL;
  g_autofree char *uid = NULL;
  JsonArray       *letters;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, data);
  uid = schedule (fixture);
  fixture_until (fixture, uid, strstr (data, "smtp") != NULL ? INVITATION : CREATE, "running");
  fixture_pass (fixture, 10 * CONVENE_SECOND);
  fixture_restart (fixture);
  expect (fixture, uid, CREATE, "done");
  expect (fixture, uid, INVITATION, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);

  state = fixture_state (fixture);
  letters = json_object_get_array_member (state, "letters");
  for (guint i = 1; strstr (data, "smtp") != NULL && i < json_array_get_length (letters); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (letters, i), "message_id"), ==,
                     json_object_get_string_member (json_array_get_object_element (letters, 0), "message_id"));
  fixture_free (fixture);
}

/* It ends before anything was done, in the middle of its first look. */
static void
test_end_at_once (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = schedule (fixture);
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  fixture_restart (fixture);
  expect (fixture, uid, INVITATION, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* One process ends while another one waits for what it does: that one takes over. */
static void
test_take_over (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneEngine   *first = fixture->engine;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'slow','on':'create','before_ms':300}");
  uid = schedule (fixture);
  fixture_until (fixture, uid, CREATE, "running");
  fixture->engine = fixture_open_engine (fixture);
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  fixture_close_engine (first);
  expect (fixture, uid, CREATE, "done");
  expect (fixture, uid, INVITATION, "done");
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  fixture_free (fixture);
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A full disk: nothing leaves that is not written first. Once there is room it goes on by itself. */
static void
test_disk_full (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = schedule (fixture);
  limit_files (1);
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 0);

  limit_files (RLIM_INFINITY);
  fixture_until (fixture, uid, INVITATION, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* The disk is full by the time that the answer comes: it is in doubt, and found. */
static void
test_disk_full_at_answer (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'slow','on':'create','before_ms':100}");
  uid = schedule (fixture);
  fixture_until (fixture, uid, CREATE, "running");
  limit_files (1);
  while (fixture_count_meetings (fixture) == 0)
    g_main_context_iteration (NULL, FALSE);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);

  limit_files (RLIM_INFINITY);
  fixture_until (fixture, uid, INVITATION, "done");
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  g_test_add_data_func ("/workflow/trouble/keyring-locked", GINT_TO_POINTER (LOCKED), test_keyring);
  g_test_add_data_func ("/workflow/trouble/no-keyring", GINT_TO_POINTER (ABSENT), test_keyring);
  g_test_add_func ("/workflow/trouble/keyring-of-mail", test_keyring_of_mail);
  g_test_add_data_func ("/workflow/trouble/silent-keyring", NULL, test_silent_keyring);
  g_test_add_data_func ("/workflow/trouble/silent-keyring-of-mail", "somebody", test_silent_keyring);
  g_test_add_data_func ("/workflow/trouble/O-1/end-in-create", "{'fault':'hang','on':'create','when':'after'}", test_end_in_call);
  g_test_add_data_func ("/workflow/trouble/O-1/end-before-create", "{'fault':'hang','on':'create'}", test_end_in_call);
  g_test_add_data_func ("/workflow/trouble/O-1/end-in-letter", "{'fault':'hang','on':'smtp','when':'after-file'}", test_end_in_call);
  g_test_add_data_func ("/workflow/trouble/O-1/end-before-letter", "{'fault':'hang','on':'smtp','when':'mail'}", test_end_in_call);
  g_test_add_func ("/workflow/trouble/end-at-once", test_end_at_once);
  g_test_add_func ("/workflow/trouble/take-over", test_take_over);
  g_test_add_func ("/workflow/trouble/disk-full", test_disk_full);
  g_test_add_func ("/workflow/trouble/O-1/disk-full-at-answer", test_disk_full_at_answer);

  return g_test_run ();
}
