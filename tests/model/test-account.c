/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account.h"

#include <string.h>

typedef struct
{
  const char          *path;
  ConveneAccountKind   kind;
  ConveneAccountMethod method;
  const char          *user_id;
  const char          *account_number;
  const char          *identity;
} IdentityRow;

static const IdentityRow identity_rows[] = {
  { "/model/account/identity/browser", CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_BROWSER, "U", "N", "user:U" },
  { "/model/account/identity/device", CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_DEVICE, "U", NULL, "user:U" },
  { "/model/account/identity/server-to-server", CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "U", "N", "number:N" },
  { "/model/account/identity/nobody", CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_BROWSER, NULL, "N", NULL },
  { "/model/account/identity/no-number", CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "U", NULL, NULL },
  { "/model/account/identity/mail", CONVENE_ACCOUNT_KIND_MAIL, CONVENE_ACCOUNT_METHOD_PASSWORD, "U", NULL, NULL },
};

static void
test_identity (gconstpointer data)
{
  const IdentityRow *row = data;
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autofree char *identity = NULL;

  g_object_set (account, "kind", row->kind, "method", row->method, "user-id", row->user_id, "account-number", row->account_number, NULL);
  identity = convene_account_dup_identity (account);
  g_assert_cmpstr (identity, ==, row->identity);
}

/* F2: what was kept under the account's id is found there, and what is copied stays without a key of its own. */
static void
test_secret_id (void)
{
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autofree char *property = NULL;

  convene_account_set_id (account, "a");
  g_assert_cmpstr (convene_account_get_secret_id (account), ==, "a");
  g_object_get (account, "secret-id", &property, NULL);
  g_assert_null (property);

  convene_account_set_secret_id (account, "key");
  g_assert_cmpstr (convene_account_get_secret_id (account), ==, "key");
  convene_account_set_secret_id (account, NULL);
  g_assert_cmpstr (convene_account_get_secret_id (account), ==, "a");
}

static char *
dup_lock_name (const char          *id,
               ConveneAccountMethod method,
               const char          *number,
               const char          *client_id)
{
  g_autoptr(ConveneAccount) account = convene_account_new ();

  g_object_set (account, "id", id, "method", method, "account-number", number, "client-id", client_id, NULL);
  return convene_account_dup_lock_name (account);
}

/* One app of one Zoom account has one token, however many accounts of ours speak by it. */
static void
test_lock_name (void)
{
  g_autofree char *browser = dup_lock_name ("a", CONVENE_ACCOUNT_METHOD_BROWSER, "N", "C");
  g_autofree char *one = dup_lock_name ("a", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "../N", "C");
  g_autofree char *same = dup_lock_name ("b", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "../N", "C");
  g_autofree char *other = dup_lock_name ("a", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "../N", "D");
  g_autofree char *unknown = dup_lock_name ("a", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, NULL, "C");

  g_assert_cmpstr (browser, ==, "a");
  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, !=, browser);
  g_assert_null (strpbrk (one, "./"));
  g_assert_cmpstr (unknown, ==, "a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (identity_rows); i++)
    g_test_add_data_func (identity_rows[i].path, &identity_rows[i], test_identity);
  g_test_add_func ("/model/account/secret-id", test_secret_id);
  g_test_add_func ("/model/account/lock-name", test_lock_name);

  return g_test_run ();
}
