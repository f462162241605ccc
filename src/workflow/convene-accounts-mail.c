/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-letter-trial.h"
#include "convene-mail-settings.h"

gboolean
convene_accounts_suggest_mail (const char     *address,
                               ConveneAccount *settings,
                               char          **advice,
                               char          **advice_url)
{
  const ConveneMailSettings *known = convene_mail_settings_find (address);

  g_return_val_if_fail (CONVENE_IS_ACCOUNT (settings), FALSE);

  if (advice != NULL)
    *advice = known != NULL && known->advice != NULL ? g_strdup (_ (known->advice)) : NULL;
  if (advice_url != NULL)
    *advice_url = known != NULL ? g_strdup (known->advice_url) : NULL;
  if (known == NULL)
    return FALSE;

  convene_account_set_server (settings, known->server);
  convene_account_set_port (settings, known->port);
  convene_account_set_security (settings, known->security);
  convene_account_set_user (settings, address);
  return TRUE;
}

void
convene_accounts_set_hand_over (ConveneAccounts *self,
                                gboolean         may)
{
  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));

  self->hand_over = may;
}

gboolean
convene_accounts_get_hand_over (ConveneAccounts *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), FALSE);

  return self->hand_over;
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_auto (GStrv) refused = convene_letter_carrier_send_finish (CONVENE_LETTER_CARRIER (source), result, &error);

  if (refused != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
test_carrier_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneAccounts *self = CONVENE_ACCOUNTS (source);
  ConveneAccount  *account = g_task_get_task_data (task);
  g_autoptr(ConveneLetterCarrier) carrier = convene_accounts_open_carrier_finish (self, result, &error);
  g_autoptr(ConveneLetter) letter = NULL;

  if (carrier != NULL)
    letter = convene_letter_trial_new (convene_account_get_name (account), convene_account_get_address (account), convene_clock_now (self->clock), &error);
  if (letter == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* What was sent is sent, whatever was cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  convene_letter_carrier_send_async (carrier, letter, g_task_get_cancellable (task), tested_cb, g_object_ref (task));
}

static void
test_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  ConveneAccount *mail = accounts != NULL ? convene_accounts_find_mail (accounts) : NULL;

  if (accounts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (mail == NULL)
    {
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT, _ ("No mail account is connected: connect one first"));
      return;
    }

  g_task_set_task_data (task, g_object_ref (mail), g_object_unref);
  convene_accounts_open_carrier_async (CONVENE_ACCOUNTS (source), mail, g_task_get_cancellable (task), test_carrier_cb, g_object_ref (task));
}

void
convene_accounts_test_mail_async (ConveneAccounts    *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_test_mail_async);
  convene_accounts_list_async (self, cancellable, test_listed_cb, task);
}

gboolean
convene_accounts_test_mail_finish (ConveneAccounts *self,
                                   GAsyncResult    *result,
                                   GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
