/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-store-directory.h"
#include "convene-text.h"

/* What is disconnected is gone here at once, in one commit. A person's sign-in is revoked by the outbox, however long Zoom cannot be reached; that of an app
 * ends by itself within the hour. */

#define SHORTEST_ID 6

/* How long a person waits to hear whether Zoom was told. Milliseconds. */
#define PATIENCE 5000

/* clang-format off */
G_DEFINE_ENUM_TYPE (ConveneRevocation, convene_revocation,
                    G_DEFINE_ENUM_VALUE (CONVENE_REVOCATION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CONVENE_REVOCATION_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (CONVENE_REVOCATION_WAITING, "waiting"))
/* clang-format on */

typedef struct
{
  /* what is asked for */
  char *name;

  /* on the way */
  ConveneAccount *account;
  GCancellable   *impatient; /* of the revocation of an app's token */
  GSource        *patience;
  gulong          changed_id;
  gboolean        looking;
  gboolean        over;

  /* what comes of it */
  ConveneRevocation revocation;
} Disconnection;

static void
disconnection_free (gpointer data)
{
  Disconnection *self = data;

  g_free (self->name);
  g_clear_object (&self->account);
  g_clear_object (&self->impatient);
  g_clear_pointer (&self->patience, g_source_unref);
  g_free (self);
}

static void
succeed (GTask            *task,
         ConveneRevocation revocation)
{
  Disconnection *self = g_task_get_task_data (task);

  if (self->patience != NULL)
    g_source_destroy (self->patience);
  self->revocation = revocation;
  g_task_return_pointer (task, g_strdup (convene_account_get_address (self->account)), g_free);
}

static void
set_patience (GTask      *task,
              GSourceFunc callback)
{
  Disconnection *self = g_task_get_task_data (task);

  self->patience = g_timeout_source_new (PATIENCE);
  g_source_set_callback (self->patience, callback, g_object_ref (task), g_object_unref);
  g_source_attach (self->patience, g_main_context_get_thread_default ());
}

/* A person's sign-in: the outbox does it, here or in another process, and then the account is no more. */

static void
stop_watching (GTask            *task,
               ConveneRevocation revocation)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  if (self->over)
    return;

  self->over = TRUE;
  g_clear_signal_handler (&self->changed_id, accounts->store);
  succeed (task, revocation);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) account = convene_store_get_account_finish (CONVENE_STORE (source), result, &error);
  Disconnection *self = g_task_get_task_data (task);

  self->looking = FALSE;
  if (account == NULL && error == NULL)
    stop_watching (task, CONVENE_REVOCATION_DONE);
}

static void
look (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  if (self->looking || self->over)
    return;

  self->looking = TRUE;
  convene_store_get_account_async (accounts->store, convene_account_get_id (self->account), NULL, looked_cb, g_object_ref (task));
}

static gboolean
watched_enough_cb (gpointer user_data)
{
  stop_watching (user_data, CONVENE_REVOCATION_WAITING);
  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  self->changed_id = g_signal_connect_swapped (accounts->store, "changed", G_CALLBACK (look), task);
  set_patience (task, watched_enough_cb);
  if (accounts->outbox != NULL)
    {
      convene_outbox_start (accounts->outbox);
      convene_outbox_wake (accounts->outbox);
    }
  look (task);
}

/* An app's: what there is is revoked if that can be done at once, and all of it is forgotten. */

static void
unnoted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Disconnection *self = g_task_get_task_data (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, NULL))
    g_message ("What the keyring forgot is still noted");
  succeed (task, self->revocation);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  if (!convene_vault_forget_finish (CONVENE_VAULT (source), result, &error))
    {
      /* It is noted, and forgotten as soon as the keyring is there. */
      g_message ("The secrets of a disconnected account could not be forgotten yet: %s", error->message);
      succeed (task, self->revocation);
      return;
    }

  convene_change_remove_stale_secret (change, convene_account_get_secret_id (self->account));
  convene_store_commit_async (accounts->store, change, NULL, unnoted_cb, g_steal_pointer (&task));
}

static void
forget (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  convene_accounts_renew (accounts, convene_account_get_id (self->account));
  convene_vault_forget_async (accounts->vault, convene_account_get_secret_id (self->account), NULL, forgotten_cb, task);
}

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  GTask         *task = user_data;
  Disconnection *self = g_task_get_task_data (task);

  if (convene_oauth_session_revoke_finish (CONVENE_OAUTH_SESSION (source), result, &error))
    self->revocation = CONVENE_REVOCATION_DONE;
  else
    g_message ("The sign-in could not be revoked at the other side: %s", error->message);

  forget (task);
}

static gboolean
revoked_enough_cb (gpointer user_data)
{
  Disconnection *self = g_task_get_task_data (user_data);

  g_cancellable_cancel (self->impatient);
  return G_SOURCE_REMOVE;
}

static void
revoke_token (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  self->impatient = g_cancellable_new ();
  set_patience (task, revoked_enough_cb);
  convene_oauth_session_revoke_async (convene_accounts_get_session (accounts, self->account), self->impatient, revoked_cb, task);
}

/* Here */

static gboolean
is_ours (ConveneAccounts *accounts,
         ConveneAccount  *account)
{
  return convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && g_strcmp0 (convene_account_get_oauth_url (account), accounts->oauth_url) == 0;
}

/* Whether it is worth an operation of the outbox that Zoom is told. */
static gboolean
is_lasting (ConveneAccounts *accounts,
            ConveneAccount  *account)
{
  return is_ours (accounts, account) && convene_account_get_method (account) != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (is_lasting (accounts, self->account))
    watch (task);
  else if (is_ours (accounts, self->account))
    revoke_token (g_steal_pointer (&task));
  else
    forget (g_steal_pointer (&task));
}

static void
add_revocation (ConveneChange  *change,
                ConveneAccount *account,
                gint64          now)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(ConveneOperation) operation = g_object_new (CONVENE_TYPE_OPERATION, "id", id, "kind", CONVENE_OPERATION_KIND_ACCOUNT_REVOKE, "state",
                                                         CONVENE_OPERATION_STATE_WAITING, "account-id", convene_account_get_id (account), "host",
                                                         convene_account_get_address (account), "due", now, "created", now, NULL);

  convene_change_add_operation (change, operation);
}

static ConveneChange *
change_new (ConveneAccounts *accounts,
            ConveneAccount  *account)
{
  ConveneChange   *change = convene_change_new ();
  gint64           now = convene_clock_now (accounts->clock);
  g_autofree char *event = g_strconcat ("account:", convene_account_get_id (account), NULL);
  /* Translators: %s is the address of a Zoom account */
  g_autofree char *text = g_strdup_printf (_ ("The Zoom account %s was disconnected: the link stays, but Convene can no longer change the meeting"),
                                              convene_account_get_address (account));

  convene_change_let_account_go (change, convene_account_get_id (account), now, text);
  /* What waits for this account to sign in would wait for ever: it looks for another one, or waits for any. */
  convene_change_clear_event (change, event, now);
  if (is_lasting (accounts, account))
    {
      add_revocation (change, account, now);
      return change;
    }

  convene_change_remove_account (change, convene_account_get_id (account));
  convene_change_add_stale_secret (change, convene_account_get_secret_id (account), 0);
  return change;
}

static gboolean
is_named (ConveneAccount *account,
          const char     *name)
{
  return convene_address_equal (convene_account_get_address (account), name) ||
         (strlen (name) >= SHORTEST_ID && g_str_has_prefix (convene_account_get_id (account), name));
}

ConveneAccount *
convene_accounts_find_named (GPtrArray  *accounts,
                             const char *name,
                             GError    **error)
{
  ConveneAccount *found = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (!is_named (account, name))
        continue;
      if (found != NULL)
        {
          g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_AMBIGUOUS, _ ("Several accounts are called “%s”: give the id that the list of accounts shows"), name);
          return NULL;
        }
      found = account;
    }

  if (found == NULL)
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("No account is called “%s”: see the list of accounts"), name);

  return found;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  g_autoptr(ConveneChange) change = NULL;
  ConveneAccounts *accounts = CONVENE_ACCOUNTS (source);
  Disconnection   *self = g_task_get_task_data (task);
  ConveneAccount  *account = list != NULL ? convene_accounts_find_named (list, self->name, &error) : NULL;

  if (account == NULL || g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* From here nobody's cancellable ends it: what is begun is written. */
  self->account = g_object_ref (account);
  change = change_new (accounts, account);
  convene_store_commit_async (accounts->store, change, NULL, committed_cb, g_steal_pointer (&task));
}

void
convene_accounts_disconnect_async (ConveneAccounts    *self,
                                   const char         *name,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Disconnection *disconnection;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (name != NULL);

  disconnection = g_new0 (Disconnection, 1);
  disconnection->name = g_strdup (name);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_disconnect_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, disconnection, disconnection_free);
  convene_accounts_list_async (self, cancellable, found_cb, g_steal_pointer (&task));
}

char *
convene_accounts_disconnect_finish (ConveneAccounts   *self,
                                    GAsyncResult      *result,
                                    ConveneRevocation *revocation,
                                    GError           **error)
{
  Disconnection *disconnection;

  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  disconnection = g_task_get_task_data (G_TASK (result));
  if (revocation != NULL)
    *revocation = disconnection->revocation;
  return g_task_propagate_pointer (G_TASK (result), error);
}
