/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The vault against a real keyring daemon, or none: `keyring-session.py` makes the situation that the argument names. */

#include "convene-error.h"
#include "convene-vault.h"
#include "vault-calls.h"

#include <libsecret/secret.h>

static void
assert_refused (ConveneVault *vault,
                ConveneError  code)
{
  g_autoptr(GError) put_error = NULL;
  g_autoptr(GError) get_error = NULL;
  g_autoptr(GError) forget_error = NULL;

  g_assert_false (vault_put (vault, "a", "client-secret", "two", NULL, &put_error));
  g_assert_error (put_error, CONVENE_ERROR, (int) code);
  g_assert_null (vault_get (vault, "a", "client-secret", &get_error));
  g_assert_error (get_error, CONVENE_ERROR, (int) code);
  g_assert_false (vault_forget (vault, "a", &forget_error));
  g_assert_error (forget_error, CONVENE_ERROR, (int) code);
}

static void
test_no_service (void)
{
  ConveneVault *vault = convene_service_vault_new ();

  assert_refused (vault, CONVENE_ERROR_NO_KEYRING);
  /* and it is no matter of the first attempt */
  assert_refused (vault, CONVENE_ERROR_NO_KEYRING);
  g_assert_finalize_object (vault);
}

/* A service that has no keyring, and nobody to ask for a new one's password. */
static void
test_bare (void)
{
  ConveneVault *vault = convene_service_vault_new ();
  g_autoptr(GError) error = NULL;

  vault_assert_absent (vault, "a", "client-secret");
  g_assert_false (vault_put (vault, "a", "client-secret", "one", NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING);
  g_assert_finalize_object (vault);
}

static void
test_life (void)
{
  ConveneVault *vault = convene_service_vault_new ();

  vault_check_life (vault);
  g_assert_finalize_object (vault);
}

static void
test_cancelled (void)
{
  ConveneVault *vault = convene_service_vault_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (vault_put (vault, "a", "client-secret", "one", cancellable, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  /* and whoever asks next is not told so */
  vault_assert_absent (vault, "a", "client-secret");
  g_assert_finalize_object (vault);
}

static void
lock (void)
{
  g_autoptr(GError) error = NULL;
  SecretService    *service = secret_service_get_sync (SECRET_SERVICE_LOAD_COLLECTIONS, NULL, &error);
  SecretCollection *collection;
  g_autolist(GObject) collections = NULL;

  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  collections = g_list_append (NULL, collection);
  secret_service_lock_sync (service, collections, NULL, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (service);
}

/* Locked is another thing than absent, whatever is asked. */
static void
test_locked (void)
{
  ConveneVault *vault = convene_service_vault_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (vault_put (vault, "a", "client-secret", "one", NULL, &error));
  g_assert_no_error (error);
  lock ();
  assert_refused (vault, CONVENE_ERROR_KEYRING_LOCKED);
  vault_assert_absent (vault, "a", "refresh-token");
  vault_assert_absent (vault, "b", "client-secret");
  g_assert_finalize_object (vault);
}

int
main (int   argc,
      char *argv[])
{
  const char *situation;

  g_test_init (&argc, &argv, NULL);
  situation = argc > 1 ? argv[1] : "";

  if (g_str_equal (situation, "no-bus"))
    g_test_add_func ("/vault/service/no-bus", test_no_service);
  else if (g_str_equal (situation, "no-service"))
    g_test_add_func ("/vault/service/no-service", test_no_service);
  else if (g_str_equal (situation, "no-collection"))
    g_test_add_func ("/vault/service/no-collection", test_bare);
  else if (g_str_equal (situation, "unlocked"))
    {
      g_test_add_func ("/vault/service/TA-16/life", test_life);
      g_test_add_func ("/vault/service/cancelled", test_cancelled);
    }
  else if (g_str_equal (situation, "locked"))
    g_test_add_func ("/vault/service/locked", test_locked);
  else
    g_error ("Which situation?");

  return g_test_run ();
}
