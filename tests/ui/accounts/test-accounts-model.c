/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-model.h"
#include "ui-fixture.h"

typedef struct
{
  guint calls;
  guint position, removed, added;
} Changes;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  Changes *changes = user_data;

  changes->calls++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

static void
notified_cb (ConveneAccount *account,
             GParamSpec     *pspec,
             gpointer        user_data)
{
  ++*(guint *) user_data;
}

static ConveneAccountsModel *
load (UiFixture *fixture)
{
  ConveneAccountsModel *model = convene_accounts_model_new (fixture->engine);
  gboolean              loaded = FALSE;

  while (!loaded)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (model, "loaded", &loaded, NULL);
    }
  return model;
}

static ConveneAccount *
get (ConveneAccountsModel *model,
     guint                 position)
{
  g_autoptr(ConveneAccount) account = g_list_model_get_item (G_LIST_MODEL (model), position);

  return account;
}

static void
put (UiFixture      *fixture,
     ConveneAccount *account)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_put_account (change, account);
  ui_fixture_commit (fixture, change);
}

static void
remove_account (UiFixture  *fixture,
                const char *id)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_remove_account (change, id);
  ui_fixture_commit (fixture, change);
}

static void
wait_for (Changes *changes,
          guint    calls)
{
  while (changes->calls < calls)
    g_main_context_iteration (NULL, TRUE);
}

/* Another process connects, changes and disconnects: what stays is the same object, in its place. */
static void
test_live (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(ConveneAccountsModel) model = load (fixture);
  g_autoptr(ConveneAccount) changed = NULL;
  g_autofree char *first = NULL;
  Changes          changes = { 0 };
  guint            notified = 0;
  gboolean         has_zoom, has_mail;

  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &changes);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);

  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  wait_for (&changes, 1);
  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL, "mail@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  wait_for (&changes, 2);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.removed, ==, 0);
  g_assert_cmpuint (changes.added, ==, 1);
  g_object_get (model, "has-zoom", &has_zoom, "has-mail", &has_mail, NULL);
  g_assert_true (has_zoom && has_mail);

  changed = g_object_ref (get (model, 1));
  g_signal_connect (changed, "notify::state", G_CALLBACK (notified_cb), &notified);
  {
    g_autoptr(ConveneAccount) other = g_object_new (CONVENE_TYPE_ACCOUNT, "id", convene_account_get_id (changed), "kind", CONVENE_ACCOUNT_KIND_MAIL, "method",
                                                     CONVENE_ACCOUNT_METHOD_PASSWORD, "address", "mail@example.com", "state", CONVENE_ACCOUNT_STATE_EXPIRED, NULL);
    put (fixture, other);
  }
  while (notified == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (convene_account_get_state (changed), ==, CONVENE_ACCOUNT_STATE_EXPIRED);
  g_assert_true (get (model, 1) == changed);
  g_assert_cmpuint (changes.calls, ==, 2);

  first = g_strdup (convene_account_get_id (get (model, 0)));
  remove_account (fixture, first);
  wait_for (&changes, 3);
  g_assert_cmpuint (changes.position, ==, 0);
  g_assert_cmpuint (changes.removed, ==, 1);
  g_assert_cmpuint (changes.added, ==, 0);
  g_assert_true (get (model, 0) == changed);
  g_assert_null (convene_accounts_model_find (model, first));
  g_assert_true (convene_accounts_model_find (model, convene_account_get_id (changed)) == changed);

  g_clear_object (&changed);
  ui_fixture_run_pending (fixture);
  g_assert_finalize_object (g_steal_pointer (&model));
  ui_fixture_free (fixture);
}

/* Gone while it is being read. */
static void
test_gone (void)
{
  UiFixture            *fixture = ui_fixture_new ();
  ConveneAccountsModel *model = convene_accounts_model_new (fixture->engine);
  Changes               changes = { 0 };

  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_accounts_model_reload (model);
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &changes);
  g_object_run_dispose (G_OBJECT (model));
  ui_fixture_run_pending (fixture);
  g_assert_cmpuint (changes.calls, ==, 0);
  g_object_unref (model);
  ui_fixture_free (fixture);
}

/* What is asked for while it is being read is read once more, and no oftener. */
static void
test_burst (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(ConveneAccountsModel) model = load (fixture);
  Changes changes = { 0 };

  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &changes);
  for (int i = 0; i < 100; i++)
    convene_accounts_model_reload (model);
  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  wait_for (&changes, 1);
  g_assert_cmpuint (changes.added, ==, 1);

  ui_fixture_run_pending (fixture);
  g_assert_finalize_object (g_steal_pointer (&model));
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/accounts/model/SH-55/live", test_live);
  g_test_add_func ("/ui/accounts/model/gone", test_gone);
  g_test_add_func ("/ui/accounts/model/burst", test_burst);
  return g_test_run ();
}
