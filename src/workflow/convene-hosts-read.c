/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-hosts-private.h"

#include "convene-accounts-private.h"
#include "convene-delegation.h"
#include "convene-delegations.h"
#include "convene-store-directory.h"
#include "convene-text.h"

#define SCHEDULER_KEY "scheduler-account" /* the address or the id of the account with which one schedules */

typedef struct
{
  char    *manager; /* or NULL */
  gboolean asks;    /* Zoom, what it does not know */

  GPtrArray  *listed; /* owns what is in `accounts` */
  GPtrArray  *accounts;
  GPtrArray  *delegations;
  GHashTable *requests;
  char       *manager_host;
  char       *scheduler;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->manager);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->delegations, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_free (self->manager_host);
  g_free (self->scheduler);
  g_free (self);
}

static void
answer (GTask *task)
{
  Reading          *self = g_task_get_task_data (task);
  ConveneHostFacts *facts = convene_host_facts_new (self->accounts, self->delegations, self->requests, self->manager_host, self->scheduler);

  g_task_return_pointer (task, facts, (GDestroyNotify) convene_host_facts_free);
}

/* What is new goes before what was known. */
static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) fresh = convene_delegations_ask_finish (CONVENE_ACCOUNTS (source), result, &error);
  Reading *self = g_task_get_task_data (task);

  if (fresh == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < fresh->len; i++)
    {
      const ConveneDelegation *delegation = g_ptr_array_index (fresh, i);

      g_ptr_array_insert (self->delegations, 0,
                          convene_delegation_new (delegation->account_id, delegation->address, delegation->allowed, delegation->seen_at));
    }
  answer (task);
}

/* The account of the address that one mails from; else the one that is preferred. */
static char *
dup_scheduler (Reading    *self,
               const char *preferred)
{
  ConveneAccount *mail = convene_accounts_find_mail (self->accounts);

  for (guint i = 0; mail != NULL && i < self->accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (self->accounts, i);

      if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM &&
          convene_address_equal (convene_account_get_address (account), convene_account_get_address (mail)))
        return g_strdup (convene_account_get_address (mail));
    }

  for (guint i = 0; preferred != NULL && i < self->accounts->len; i++)
    if (g_strcmp0 (convene_account_get_id (g_ptr_array_index (self->accounts, i)), preferred) == 0)
      return g_strdup (convene_account_get_address (g_ptr_array_index (self->accounts, i)));

  return g_strdup (preferred);
}

static void
preferred_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *preferred = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);
  Reading         *self = g_task_get_task_data (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  const char      *wanted = self->manager_host != NULL ? self->manager_host : self->manager;
  ConveneAccounts *accounts = g_task_get_source_object (task);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->scheduler = dup_scheduler (self, preferred);
  if (self->asks && wanted != NULL)
    convene_delegations_ask_async (accounts, self->accounts, self->delegations, wanted, cancellable, asked_cb, g_steal_pointer (&task));
  else
    answer (task);
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (convene_store_get_place_finish (CONVENE_STORE (source), result, NULL, &self->manager_host, &error))
    convene_store_get_preference_async (CONVENE_STORE (source), SCHEDULER_KEY, cancellable, preferred_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
requests_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->requests = convene_store_list_host_requests_finish (CONVENE_STORE (source), result, &error);
  if (self->requests == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->manager != NULL)
    convene_store_get_place_async (CONVENE_STORE (source), self->manager, cancellable, place_cb, g_steal_pointer (&task));
  else
    convene_store_get_preference_async (CONVENE_STORE (source), SCHEDULER_KEY, cancellable, preferred_cb, g_steal_pointer (&task));
}

static void
delegations_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading         *self = g_task_get_task_data (task);
  ConveneAccounts *accounts = g_task_get_source_object (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);

  self->delegations = convene_store_list_delegations_finish (CONVENE_STORE (source), result, &error);
  if (self->delegations == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    convene_store_list_host_requests_async (CONVENE_STORE (source), convene_clock_now (accounts->clock), cancellable, requests_cb, g_steal_pointer (&task));
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Reading         *self = g_task_get_task_data (task);
  ConveneAccounts *accounts = CONVENE_ACCOUNTS (source);
  GCancellable    *cancellable = g_task_get_cancellable (task);

  self->listed = convene_accounts_list_finish (accounts, result, &error);
  if (self->listed == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->accounts = convene_accounts_usable (accounts, self->listed);
  convene_store_list_delegations_async (accounts->store, cancellable, delegations_cb, g_steal_pointer (&task));
}

static void
read_async (ConveneAccounts    *accounts,
            const char         *manager,
            gboolean            asks,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (accounts, cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  g_task_set_source_tag (task, convene_host_facts_read_async);
  g_task_set_task_data (task, self, reading_free);
  self->manager = g_strdup (manager);
  self->asks = asks;
  convene_accounts_list_async (accounts, cancellable, accounts_cb, g_steal_pointer (&task));
}

void
convene_host_facts_read_async (ConveneAccounts    *accounts,
                               const char         *manager,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));

  read_async (accounts, manager, TRUE, cancellable, callback, user_data);
}

void
convene_host_facts_read_known_async (ConveneAccounts    *accounts,
                                     const char         *manager,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));

  read_async (accounts, manager, FALSE, cancellable, callback, user_data);
}

ConveneHostFacts *
convene_host_facts_read_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_host_facts_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
