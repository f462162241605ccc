/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-vault-error.h"
#include "convene-vault.h"
#include "vault-calls.h"

#include <libsecret/secret.h>

static void
test_memory (void)
{
  ConveneVault *vault = convene_memory_vault_new ();

  vault_check_life (vault);
  g_assert_finalize_object (vault);
}

static void
test_memory_cancelled (void)
{
  ConveneVault *vault = convene_memory_vault_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (vault_put (vault, "a", "k", "one", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  vault_assert_absent (vault, "a", "k");
  g_assert_finalize_object (vault);
}

/* What was put goes before what an account has by default, and that before what all have; forgetting takes both of its own. */
static void
test_memory_defaults (void)
{
  ConveneVault *vault = convene_memory_vault_new ();
  g_autoptr(ConveneSecret) all = convene_secret_new ("of all");
  g_autoptr(ConveneSecret) own = convene_secret_new ("of a");
  g_autoptr(GError) error = NULL;

  convene_memory_vault_set_default (CONVENE_MEMORY_VAULT (vault), "k", all);
  convene_memory_vault_set_default_of (CONVENE_MEMORY_VAULT (vault), "a", "k", own);
  vault_assert_holds (vault, "a", "k", "of a");
  vault_assert_holds (vault, "b", "k", "of all");
  vault_assert_absent (vault, "a", "other");
  g_assert_true (vault_put (vault, "a", "k", "put", NULL, &error));
  vault_assert_holds (vault, "a", "k", "put");
  g_assert_true (vault_forget (vault, "a", &error));
  vault_assert_holds (vault, "a", "k", "of all");
  g_assert_finalize_object (vault);
}

static void
test_errors (void)
{
  const struct
  {
    GQuark       domain;
    int          code;
    ConveneError expected;
  } rows[] = {
    { SECRET_ERROR, SECRET_ERROR_IS_LOCKED, CONVENE_ERROR_KEYRING_LOCKED },
    { SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT, CONVENE_ERROR_NO_KEYRING },
    { SECRET_ERROR, SECRET_ERROR_PROTOCOL, CONVENE_ERROR_NO_KEYRING },
    { G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, CONVENE_ERROR_NO_KEYRING },
    { G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT, CONVENE_ERROR_NO_KEYRING },
    { G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT, CONVENE_ERROR_NO_KEYRING },
    { G_SPAWN_EXIT_ERROR, 1, CONVENE_ERROR_NO_KEYRING },
    { G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, CONVENE_ERROR_NO_KEYRING },
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, CONVENE_ERROR_CANCELLED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) cause = g_error_new_literal (rows[i].domain, rows[i].code, "the bus says /org/freedesktop/secrets");
      g_autoptr(GError) error = convene_vault_error_new (cause);

      g_assert_error (error, CONVENE_ERROR, (int) rows[i].expected);
      g_assert_null (strstr (error->message, "freedesktop"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/memory/life", test_memory);
  g_test_add_func ("/vault/memory/cancelled", test_memory_cancelled);
  g_test_add_func ("/vault/memory/defaults", test_memory_defaults);
  g_test_add_func ("/vault/errors", test_errors);

  return g_test_run ();
}
