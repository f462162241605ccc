/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever step of a connection fails, the account that was there before works on: its secrets and its row change in one commit, or not at all. */

#include "browser-person.h"
#include "convene-error.h"

/* A keyring that gets locked: after so many secrets, or for forgetting. */
#define TEST_TYPE_LOCKING_VAULT (locking_vault_get_type ())

G_DECLARE_FINAL_TYPE (LockingVault, locking_vault, TEST, LOCKING_VAULT, GObject)

struct _LockingVault
{
  GObject parent_instance;

  ConveneVault *vault;
  int           puts;  /* how many go well; -1 all */
  gboolean      keeps; /* nothing can be forgotten */
  char         *last;  /* the key that was put last */
  GHashTable   *kept;  /* set of keys that have something */
};

static GTask *
locked_task_new (LockingVault       *self,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data,
                 gboolean            locked)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  if (locked)
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED, "The keyring is locked");
  return task;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  /* Of which kind it is does not matter: each answers a boolean. */
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
put_async (ConveneVault       *vault,
           const char         *account_id,
           const char         *kind,
           ConveneSecret      *secret,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  LockingVault *self = TEST_LOCKING_VAULT (vault);
  g_autoptr(GTask) task = locked_task_new (self, cancellable, callback, user_data, self->puts == 0);

  if (self->puts == 0)
    return;

  self->puts -= self->puts > 0;
  g_free (self->last);
  self->last = g_strdup (account_id);
  g_hash_table_add (self->kept, g_strdup (account_id));
  convene_vault_put_async (self->vault, account_id, kind, secret, cancellable, done_cb, g_steal_pointer (&task));
}

static void
forget_async (ConveneVault       *vault,
              const char         *account_id,
              GCancellable       *cancellable,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  LockingVault *self = TEST_LOCKING_VAULT (vault);
  g_autoptr(GTask) task = locked_task_new (self, cancellable, callback, user_data, self->keeps);

  if (self->keeps)
    return;

  g_hash_table_remove (self->kept, account_id);
  convene_vault_forget_async (self->vault, account_id, cancellable, done_cb, g_steal_pointer (&task));
}

static gboolean
boolean_finish (ConveneVault *vault,
                GAsyncResult *result,
                GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_pointer (task, convene_vault_get_finish (CONVENE_VAULT (source), result, NULL), (GDestroyNotify) convene_secret_unref);
}

static void
get_async (ConveneVault       *vault,
           const char         *account_id,
           const char         *kind,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  convene_vault_get_async (TEST_LOCKING_VAULT (vault)->vault, account_id, kind, cancellable, got_cb, g_task_new (vault, cancellable, callback, user_data));
}

static ConveneSecret *
get_finish (ConveneVault *vault,
            GAsyncResult *result,
            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
vault_iface_init (ConveneVaultInterface *iface)
{
  iface->put_async = put_async;
  iface->put_finish = boolean_finish;
  iface->get_async = get_async;
  iface->get_finish = get_finish;
  iface->forget_async = forget_async;
  iface->forget_finish = boolean_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LockingVault, locking_vault, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_VAULT, vault_iface_init))

static void
locking_vault_dispose (GObject *object)
{
  g_clear_object (&TEST_LOCKING_VAULT (object)->vault);
  g_clear_pointer (&TEST_LOCKING_VAULT (object)->last, g_free);
  g_clear_pointer (&TEST_LOCKING_VAULT (object)->kept, g_hash_table_unref);

  G_OBJECT_CLASS (locking_vault_parent_class)->dispose (object);
}

static void
locking_vault_class_init (LockingVaultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = locking_vault_dispose;
}

static void
locking_vault_init (LockingVault *self)
{
  self->puts = -1;
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static LockingVault *
lock_fixture (Fixture *fixture)
{
  LockingVault *self = g_object_new (TEST_TYPE_LOCKING_VAULT, NULL);

  fixture_close_engine (g_steal_pointer (&fixture->engine));
  self->vault = g_steal_pointer (&fixture->vault);
  fixture->vault = CONVENE_VAULT (self);
  fixture->engine = fixture_open_engine (fixture);
  return self;
}

/* A database that takes every change but one to an account that is there; or takes those again. */
static void
break_accounts (Fixture *fixture,
                gboolean broken)
{
  g_autofree char *path = g_build_filename (fixture->folder, "convene.db", NULL);
  const char      *script = "import sqlite3, sys; base = sqlite3.connect (sys.argv[1], timeout=30); base.execute (sys.argv[2]); base.commit (); base.close ()";
  const char      *sql = broken ? "CREATE TRIGGER broken BEFORE UPDATE ON account BEGIN SELECT RAISE (ABORT, 'broken'); END" : "DROP TRIGGER broken";
  const char      *argv[] = { g_getenv ("CONVENE_TEST_PYTHON"), "-c", script, path, sql, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static ConveneAccount *
connect_app (Fixture *fixture,
             GError **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);

  convene_accounts_connect_server_to_server_async (accounts, CONVENE_PRACTICE_ACCOUNT_NUMBER, CONVENE_PRACTICE_CLIENT_ID, secret, CONVENE_PRACTICE_HOST, NULL,
                                                   fixture_result_cb, &result);
  return convene_accounts_connect_server_to_server_finish (accounts, fixture_await (&result), error);
}

static ConveneAccount *
connect_person (Fixture *fixture,
                GError **error)
{
  Person          person = { .client_id = CONVENE_PRACTICE_CLIENT_ID };
  ConveneAccount *account;

  fixture_order (fixture, "{'set':{'consent':1}}");
  account = person_sign_in (fixture, &person, error);
  person_clear (&person);
  return account;
}

typedef struct
{
  const char  *name;
  gboolean     by_person;
  int          puts;   /* how many secrets the keyring takes; -1 all */
  gboolean     broken; /* the database */
  ConveneError code;
} Step;

static const Step steps[] = {
  { "app/keyring", FALSE, 0, FALSE, CONVENE_ERROR_KEYRING_LOCKED },
  { "app/commit", FALSE, -1, TRUE, CONVENE_ERROR_DATABASE },
  { "person/keyring-before", TRUE, 0, FALSE, CONVENE_ERROR_KEYRING_LOCKED },
  { "person/keyring-after", TRUE, 1, FALSE, CONVENE_ERROR_KEYRING_LOCKED },
  { "person/commit", TRUE, -1, TRUE, CONVENE_ERROR_DATABASE },
};

static void
test_step (gconstpointer data)
{
  const Step   *step = data;
  Fixture      *fixture = fixture_new ();
  LockingVault *vault = lock_fixture (fixture);
  g_autoptr(ConveneAccount) before = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneAccount) after = NULL;
  g_autoptr(GError) error = NULL;

  before = step->by_person ? connect_person (fixture, &error) : connect_app (fixture, &error);
  g_assert_no_error (error);
  fixture_order (fixture, "{'set':{'second_login_revokes':0}}");
  vault->puts = step->puts;
  if (step->broken)
    break_accounts (fixture, TRUE);

  account = step->by_person ? connect_person (fixture, &error) : connect_app (fixture, &error);
  g_assert_error (error, CONVENE_ERROR, (int) step->code);
  vault->puts = -1;
  if (step->broken)
    break_accounts (fixture, FALSE);

  after = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpstr (convene_account_get_secret_id (after), ==, convene_account_get_secret_id (before));
  g_assert_cmpint (convene_account_get_connected_at (after), ==, convene_account_get_connected_at (before));
  g_assert_cmpuint (g_hash_table_size (vault->kept), ==, 1);
  g_assert_true (g_hash_table_contains (vault->kept, convene_account_get_secret_id (before)));
  fixture_restart (fixture);
  person_assert_works (fixture, "Staff Engineer");
  fixture_free (fixture);
}

/* The keyring is locked when an account goes: it is gone all the same, and its secrets follow when the keyring is open. */
static void
test_forgotten_later (void)
{
  Fixture      *fixture = fixture_new ();
  LockingVault *vault = lock_fixture (fixture);
  g_autoptr(ConveneAccount) account = connect_app (fixture, NULL);

  vault->keeps = TRUE;
  fixture_disconnect (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_null (fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM));
  g_assert_true (g_hash_table_contains (vault->kept, convene_account_get_secret_id (account)));

  vault->keeps = FALSE;
  fixture_restart (fixture);
  while (g_hash_table_contains (vault->kept, convene_account_get_secret_id (account)))
    g_main_context_iteration (NULL, FALSE);
  fixture_free (fixture);
}

/* What came to nothing and could not be forgotten is not forgotten for ever: as little as where the program ended in the middle. */
static void
test_swept (void)
{
  Fixture      *fixture = fixture_new ();
  LockingVault *vault = lock_fixture (fixture);
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;

  vault->keeps = TRUE;
  fixture_order (fixture, "{'fault':'invalid-client','on':'token'}");
  account = connect_app (fixture, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT);
  key = g_strdup (vault->last);
  vault->keeps = FALSE;
  fixture_restart (fixture);
  fixture_pass (fixture, CONVENE_MINUTE);
  g_assert_true (g_hash_table_contains (vault->kept, key));

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), 2 * CONVENE_HOUR);
  fixture_restart (fixture);
  while (g_hash_table_contains (vault->kept, key))
    g_main_context_iteration (NULL, FALSE);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/atomic/", steps[i].name, NULL);

      g_test_add_data_func (path, &steps[i], test_step);
    }
  g_test_add_func ("/workflow/atomic/TA-16/forgotten-later", test_forgotten_later);
  g_test_add_func ("/workflow/atomic/swept", test_swept);

  return g_test_run ();
}
