/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store.h"

#include "convene-quota.h"
#include "convene-record.h"
#include "convene-store-private.h"

typedef struct
{
  char  *host;
  gint64 now;
} Ledger;

static Ledger *
ledger_new (const char *host,
            gint64      now)
{
  Ledger *ledger = g_new0 (Ledger, 1);

  ledger->host = g_strdup (host);
  ledger->now = now;
  return ledger;
}

static void
ledger_free (gpointer data)
{
  Ledger *ledger = data;

  g_free (ledger->host);
  g_free (ledger);
}

/* On the worker's thread. */
static gboolean
tell_requests (ConveneConnection *connection,
               ConveneAccount    *account,
               gint64             now,
               GError           **error)
{
  const char *address = convene_account_get_address (account);
  int         requests = 0;

  if (address != NULL && !convene_quota_read (connection, address, now, &requests, error))
    return FALSE;

  convene_account_set_requests_today (account, requests);
  return TRUE;
}

static gpointer
list_accounts_func (ConveneConnection *connection,
                    gpointer           data,
                    GError           **error)
{
  Ledger *ledger = data;
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GPtrArray) accounts = NULL;

  statement = convene_record_prepare (&convene_record_account, connection, "FROM account WHERE account.leaving = 0 ORDER BY account.position", error);
  if (statement == NULL)
    return NULL;

  accounts = convene_record_list (&convene_record_account, statement, error);
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      if (!tell_requests (connection, accounts->pdata[i], ledger->now, error))
        return NULL;
    }

  return g_steal_pointer (&accounts);
}

static gpointer
get_requests_func (ConveneConnection *connection,
                   gpointer           data,
                   GError           **error)
{
  Ledger *ledger = data;
  int     requests;

  if (!convene_quota_read (connection, ledger->host, ledger->now, &requests, error))
    return NULL;

  return g_memdup2 (&requests, sizeof requests);
}

static gpointer
get_job_func (ConveneConnection *connection,
              gpointer           data,
              GError           **error)
{
  gpointer job = NULL;

  convene_record_find (&convene_record_job, connection, "FROM job WHERE job.title = ?", data, &job, error);
  return job;
}

static gpointer
get_preference_func (ConveneConnection *connection,
                     gpointer           data,
                     GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT value FROM preference WHERE key = ?", error);
  const char *value;
  gboolean    row;

  if (statement == NULL)
    return NULL;

  convene_statement_bind_text (statement, data);
  if (!convene_statement_step (statement, &row, error) || !row)
    return NULL;

  value = convene_statement_get_text (statement, 0);
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return g_strdup (value);

  convene_connection_fail_value (connection, "preference", "value", error);
  return NULL;
}

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

void
convene_store_list_accounts_async (ConveneStore       *self,
                                   gint64              now,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_accounts_async);
  convene_store_push (self, g_steal_pointer (&task), list_accounts_func, ledger_new (NULL, now), ledger_free, free_array);
}

GPtrArray *
convene_store_list_accounts_finish (ConveneStore *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_accounts_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_requests_async (ConveneStore       *self,
                                  const char         *host,
                                  gint64              now,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (host != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_requests_async);
  convene_store_push (self, g_steal_pointer (&task), get_requests_func, ledger_new (host, now), ledger_free, g_free);
}

int
convene_store_get_requests_finish (ConveneStore *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_autofree int *requests = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_requests_async), -1);

  requests = g_task_propagate_pointer (G_TASK (result), error);
  return requests != NULL ? *requests : -1;
}

void
convene_store_get_job_async (ConveneStore       *self,
                             const char         *title,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (title != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_job_async);
  convene_store_push (self, g_steal_pointer (&task), get_job_func, g_strdup (title), g_free, g_object_unref);
}

ConveneJob *
convene_store_get_job_finish (ConveneStore *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_job_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_preference_async (ConveneStore       *self,
                                    const char         *key,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (key != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_preference_async);
  convene_store_push (self, g_steal_pointer (&task), get_preference_func, g_strdup (key), g_free, g_free);
}

char *
convene_store_get_preference_finish (ConveneStore *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_preference_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
