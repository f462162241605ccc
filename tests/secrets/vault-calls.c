/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vault-calls.h"

static void
keep_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

gboolean
vault_put (ConveneVault *vault,
           const char   *account_id,
           const char   *kind,
           const char   *text,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(ConveneSecret) secret = convene_secret_new (text);
  g_autoptr(GAsyncResult) result = NULL;

  convene_vault_put_async (vault, account_id, kind, secret, cancellable, keep_cb, &result);
  return convene_vault_put_finish (vault, wait_for (&result), error);
}

ConveneSecret *
vault_get (ConveneVault *vault,
           const char   *account_id,
           const char   *kind,
           GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_vault_get_async (vault, account_id, kind, NULL, keep_cb, &result);
  return convene_vault_get_finish (vault, wait_for (&result), error);
}

gboolean
vault_forget (ConveneVault *vault,
              const char   *account_id,
              GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_vault_forget_async (vault, account_id, NULL, keep_cb, &result);
  return convene_vault_forget_finish (vault, wait_for (&result), error);
}

void
vault_assert_holds (ConveneVault *vault,
                    const char   *account_id,
                    const char   *kind,
                    const char   *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) secret = vault_get (vault, account_id, kind, &error);

  g_assert_no_error (error);
  g_assert_nonnull (secret);
  g_assert_cmpstr (convene_secret_peek (secret), ==, text);
}

void
vault_assert_absent (ConveneVault *vault,
                     const char   *account_id,
                     const char   *kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) secret = vault_get (vault, account_id, kind, &error);

  g_assert_no_error (error);
  g_assert_null (secret);
}

static void
put (ConveneVault *vault,
     const char   *account_id,
     const char   *kind,
     const char   *text)
{
  g_autoptr(GError) error = NULL;

  vault_put (vault, account_id, kind, text, NULL, &error);
  g_assert_no_error (error);
}

static void
forget (ConveneVault *vault,
        const char   *account_id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (vault_forget (vault, account_id, &error));
  g_assert_no_error (error);
}

void
vault_check_life (ConveneVault *vault)
{
  g_autofree char *token = g_strnfill (8000, 't');

  vault_assert_absent (vault, "a", "client-secret");
  forget (vault, "a");

  put (vault, "a", "client-secret", "one");
  put (vault, "a", "access-token", token);
  put (vault, "b", "client-secret", "línea 1\nlínea 2 ❤");
  vault_assert_holds (vault, "a", "client-secret", "one");
  vault_assert_holds (vault, "a", "access-token", token);
  vault_assert_holds (vault, "b", "client-secret", "línea 1\nlínea 2 ❤");
  vault_assert_absent (vault, "a", "refresh-token");
  vault_assert_absent (vault, "c", "client-secret");

  put (vault, "a", "client-secret", "two");
  vault_assert_holds (vault, "a", "client-secret", "two");

  forget (vault, "a");
  vault_assert_absent (vault, "a", "client-secret");
  vault_assert_absent (vault, "a", "access-token");
  vault_assert_holds (vault, "b", "client-secret", "línea 1\nlínea 2 ❤");
  forget (vault, "a");
  forget (vault, "b");
}
