/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include "convene-error.h"
#include "convene-store-directory.h"
#include "convene-text.h"

/* Whom an account hosts for, and what each has used of today. */

typedef struct
{
  char           *id;
  ConveneAccount *account;
  GPtrArray      *delegations;
} Survey;

static void
survey_free (gpointer data)
{
  Survey *self = data;

  g_free (self->id);
  g_clear_object (&self->account);
  g_clear_pointer (&self->delegations, g_ptr_array_unref);
  g_free (self);
}

static void
host_use_free (gpointer data)
{
  ConveneHostUse *self = data;

  g_free (self->address);
  g_free (self);
}

static void
add (GPtrArray  *hosts,
     GHashTable *requests,
     const char *address)
{
  g_autofree char *key = g_ascii_strdown (address, -1);
  ConveneHostUse  *use = g_new0 (ConveneHostUse, 1);

  use->address = g_strdup (address);
  use->requests = GPOINTER_TO_INT (g_hash_table_lookup (requests, key));
  g_ptr_array_add (hosts, use);
}

/* Those that it has worked for today. */
static GPtrArray *
list_hosts (Survey     *self,
            GHashTable *requests)
{
  GPtrArray *hosts = g_ptr_array_new_with_free_func (host_use_free);

  add (hosts, requests, convene_account_get_address (self->account));
  for (guint i = 0; i < self->delegations->len; i++)
    {
      ConveneDelegation *delegation = g_ptr_array_index (self->delegations, i);
      g_autofree char   *key = g_ascii_strdown (delegation->address, -1);

      if (delegation->allowed && g_str_equal (delegation->account_id, convene_account_get_id (self->account)) && g_hash_table_contains (requests, key) &&
          !convene_address_equal (delegation->address, convene_account_get_address (self->account)))
        add (hosts, requests, delegation->address);
    }

  return hosts;
}

static void
requests_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) requests = convene_store_list_host_requests_finish (CONVENE_STORE (source), result, &error);

  if (requests == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, list_hosts (g_task_get_task_data (task), requests), (GDestroyNotify) g_ptr_array_unref);
}

static void
delegations_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Survey          *self = g_task_get_task_data (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);

  self->delegations = convene_store_list_delegations_finish (CONVENE_STORE (source), result, &error);
  if (self->delegations == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    convene_store_list_host_requests_async (CONVENE_STORE (source), convene_clock_now (accounts->clock), cancellable, requests_cb, g_steal_pointer (&task));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  Survey         *self = g_task_get_task_data (task);
  GCancellable   *cancellable = g_task_get_cancellable (task);
  ConveneAccount *account = accounts != NULL ? convene_accounts_find_named (accounts, self->id, &error) : NULL;

  if (account == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->account = g_object_ref (account);
  convene_store_list_delegations_async (CONVENE_ACCOUNTS (source)->store, cancellable, delegations_cb, g_steal_pointer (&task));
}

void
convene_accounts_list_hosts_async (ConveneAccounts    *self,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Survey *survey;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (id != NULL);

  survey = g_new0 (Survey, 1);
  survey->id = g_strdup (id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_list_hosts_async);
  g_task_set_task_data (task, survey, survey_free);
  convene_accounts_list_async (self, cancellable, listed_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_accounts_list_hosts_finish (ConveneAccounts *self,
                                    GAsyncResult    *result,
                                    GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
