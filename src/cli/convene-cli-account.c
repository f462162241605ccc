/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-account.h"

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-error.h"

static void
account_free (gpointer data)
{
  ConveneCliAccount *self = data;

  g_clear_object (&self->account);
  g_clear_pointer (&self->grants, convene_grants_free);
  g_clear_pointer (&self->hosts, g_ptr_array_unref);
  g_free (self);
}

/* An account that is gone meanwhile has no hosts. */
static gboolean
read_hosts (ConveneCommandRun *run,
            ConveneCliAccount *self,
            GError           **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(GError) problem = NULL;

  convene_accounts_list_hosts_async (accounts, convene_account_get_id (self->account), convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  self->hosts = convene_accounts_list_hosts_finish (accounts, convene_cli_wait_run (run->wait), &problem);
  if (self->hosts != NULL || g_error_matches (problem, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

GPtrArray *
convene_cli_accounts_read (ConveneCommandRun *run,
                           GPtrArray         *accounts,
                           GError           **error)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func (account_free);

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount    *account = g_ptr_array_index (accounts, i);
      ConveneCliAccount *self = g_new0 (ConveneCliAccount, 1);

      g_ptr_array_add (read, self);
      self->account = g_object_ref (account);
      if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM)
        self->grants = convene_accounts_describe_grants (convene_engine_get_accounts (run->engine), account);
      if (convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER && !read_hosts (run, self, error))
        return NULL;
    }

  return g_steal_pointer (&read);
}

int
convene_cli_account_answer (ConveneCommandRun *run,
                            ConveneAccount    *account,
                            const char        *text,
                            int                status,
                            GError           **error)
{
  g_autoptr(GPtrArray) single = g_ptr_array_new ();
  g_autoptr(GPtrArray) read = NULL;
  g_autofree char *line = NULL;
  g_autofree char *whole = NULL;

  if (!run->json)
    {
      line = convene_cli_output_line (text);
      whole = g_strconcat (line, "\n", NULL);
      return convene_cli_output_text (whole, status);
    }

  g_ptr_array_add (single, account);
  read = convene_cli_accounts_read (run, single, error);
  if (read == NULL)
    return -1;

  whole = convene_cli_json_account (g_ptr_array_index (read, 0), convene_clock_now (convene_engine_get_clock (run->engine)));
  return convene_cli_output_bytes (whole, -1, status);
}
