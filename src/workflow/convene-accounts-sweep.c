/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include "convene-store-directory.h"

/* What goes on by itself: secrets are forgotten of which nobody waits to hear. */

/* Who connects an account has as long between its secrets and the row that names them. Microseconds. */
#define YOUTH CONVENE_HOUR

/* How long closing waits. Milliseconds. */
#define GRACE 3000

GCancellable *
convene_accounts_get_closing (ConveneAccounts *self)
{
  if (self->closing == NULL)
    self->closing = g_cancellable_new ();

  return self->closing;
}

static void
end_closing (ConveneAccounts *self)
{
  g_autoptr(GTask) task = NULL;
  GSource *grace;

  if (self->close == NULL || self->held > 0)
    return;

  task = g_steal_pointer (&self->close);
  grace = g_task_get_task_data (task);
  g_source_destroy (grace);
  g_task_return_boolean (task, TRUE);
}

void
convene_accounts_hold (ConveneAccounts *self)
{
  g_object_ref (self);
  self->held++;
}

void
convene_accounts_release (ConveneAccounts *self)
{
  g_assert (self->held > 0);

  self->held--;
  end_closing (self);
  g_object_unref (self);
}

static gboolean
grace_over_cb (gpointer user_data)
{
  ConveneAccounts *self = CONVENE_ACCOUNTS (user_data);

  g_cancellable_cancel (convene_accounts_get_closing (self));
  return G_SOURCE_REMOVE;
}

static void
landed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneSecret) token = convene_token_source_get_finish (CONVENE_TOKEN_SOURCE (source), result, NULL);

  convene_accounts_release (CONVENE_ACCOUNTS (user_data));
}

/* A token that is being got is waited for: with an answer that nobody reads a sign-in would be lost. */
static void
wait_for_sessions (ConveneAccounts *self)
{
  g_autoptr(GList) sessions = self->sessions != NULL ? g_hash_table_get_values (self->sessions) : NULL;

  for (GList *link = sessions; link != NULL; link = link->next)
    if (convene_oauth_session_is_busy (link->data))
      {
        convene_accounts_hold (self);
        convene_token_source_get_async (CONVENE_TOKEN_SOURCE (link->data), convene_accounts_get_closing (self), landed_cb, self);
      }
}

void
convene_accounts_close_async (ConveneAccounts    *self,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GSource *grace = g_timeout_source_new (GRACE);

  g_return_if_fail (self->close == NULL);

  self->close = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->close, convene_accounts_close_async);
  g_task_set_task_data (self->close, grace, (GDestroyNotify) g_source_unref);
  g_source_set_callback (grace, grace_over_cb, self, NULL);
  g_source_attach (grace, g_main_context_get_thread_default ());
  wait_for_sessions (self);
  end_closing (self);
}

void
convene_accounts_close_finish (ConveneAccounts *self,
                               GAsyncResult    *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Sweeping: one key after the other. */
typedef struct
{
  ConveneAccounts *accounts; /* held */
  char           **ids;
  guint            next;
} Sweep;

static void
sweep_end (Sweep *self)
{
  g_clear_pointer (&self->ids, g_strfreev);
  convene_accounts_release (self->accounts);
  g_free (self);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_message ("What the keyring forgot is still noted: %s", error->message);
  sweep_end (user_data);
}

static void
note (Sweep *self)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < self->next; i++)
    convene_change_remove_stale_secret (change, self->ids[i]);

  if (self->next == 0)
    sweep_end (self);
  else
    convene_store_commit_async (self->accounts->store, change, NULL, noted_cb, self);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Sweep *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_vault_forget_finish (CONVENE_VAULT (source), result, &error))
    {
      /* Another time, when the keyring is there. */
      g_debug ("A secret that nobody wants any more could not be forgotten yet: %s", error->message);
      note (self);
      return;
    }

  self->next++;
  if (self->ids[self->next] != NULL)
    convene_vault_forget_async (self->accounts->vault, self->ids[self->next], convene_accounts_get_closing (self->accounts), forgotten_cb, self);
  else
    note (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Sweep *self = user_data;
  g_autoptr(GError) error = NULL;

  self->ids = convene_store_list_stale_secrets_finish (CONVENE_STORE (source), result, &error);
  if (self->ids == NULL || self->ids[0] == NULL)
    {
      if (error != NULL)
        g_message ("The keys that nobody wants any more could not be read: %s", error->message);
      sweep_end (self);
      return;
    }

  convene_vault_forget_async (self->accounts->vault, self->ids[0], convene_accounts_get_closing (self->accounts), forgotten_cb, self);
}

void
convene_accounts_sweep (ConveneAccounts *self)
{
  Sweep *sweep = g_new0 (Sweep, 1);

  convene_accounts_hold (self);
  sweep->accounts = self;
  convene_store_list_stale_secrets_async (self->store, convene_clock_now (self->clock) - YOUTH, NULL, listed_cb, sweep);
}
