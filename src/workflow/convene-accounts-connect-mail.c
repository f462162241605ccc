/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-smtp-carrier.h"
#include "convene-smtp-transfer.h"
#include "convene-text.h"

/* Connecting the mail account: sign in, find the older one, note that a new key of the vault may be left over, keep the password under it, and switch
 * to it in one commit. Until that one the older account works on; the key that nobody names in the end is forgotten by the sweep. */
typedef struct
{
  ConveneAccount *account;
  ConveneSecret  *password;     /* NULL for no sign-in */
  char           *older_secret; /* key of the account that is replaced, NULL for none */
} MailConnection;

static void
mail_connection_free (gpointer data)
{
  MailConnection *self = data;

  g_clear_object (&self->account);
  g_clear_pointer (&self->password, convene_secret_unref);
  g_clear_pointer (&self->older_secret, g_free);
  g_free (self);
}

static void
mail_committed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  MailConnection  *self = g_task_get_task_data (task);
  ConveneAccounts *accounts = g_task_get_source_object (task);

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_pointer (task, g_object_ref (self->account), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));

  convene_accounts_sweep (accounts);
}

/* Takes the task. From here on cancelling comes too late: what is done is answered. */
static void
keep_mail (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  MailConnection  *self = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *event = g_strconcat ("account:", convene_account_get_id (self->account), NULL);
  gint64           now = convene_clock_now (accounts->clock);

  g_task_set_check_cancellable (task, FALSE);
  convene_account_set_checked_at (self->account, now);
  convene_account_set_connected_at (self->account, now);
  convene_change_put_account (change, self->account);
  convene_change_remove_stale_secret (change, convene_account_get_secret_id (self->account));
  if (self->older_secret != NULL)
    convene_change_add_stale_secret (change, self->older_secret, 0);
  convene_change_clear_event (change, "mail", now);
  convene_change_clear_event (change, event, now);
  convene_store_commit_async (accounts->store, change, NULL, mail_committed_cb, task);
}

static void
password_kept_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (!convene_vault_put_finish (CONVENE_VAULT (source), result, &error) ||
      g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  keep_mail (g_steal_pointer (&task));
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneAccounts *accounts = g_task_get_source_object (task);
  MailConnection  *self = g_task_get_task_data (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->password == NULL)
    keep_mail (g_steal_pointer (&task));
  else
    convene_vault_put_async (accounts->vault, convene_account_get_secret_id (self->account), "mail-password", self->password,
                             g_task_get_cancellable (task), password_kept_cb, g_object_ref (task));
}

/* Takes the task. */
static void
note_key (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  MailConnection  *self = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *key = g_uuid_string_random ();

  convene_account_set_secret_id (self->account, key);
  convene_change_add_stale_secret (change, key, convene_clock_now (accounts->clock));
  convene_store_commit_async (accounts->store, change, g_task_get_cancellable (task), noted_cb, task);
}

static void
mail_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  MailConnection *self = g_task_get_task_data (task);
  ConveneAccount *older;

  if (list == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  older = convene_accounts_find_mail (list);
  if (older != NULL)
    {
      self->older_secret = g_strdup (convene_account_get_secret_id (older));
      convene_account_set_id (self->account, convene_account_get_id (older));
    }

  note_key (g_steal_pointer (&task));
}

static void
mail_checked_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GCancellable    *cancellable = g_task_get_cancellable (task);
  ConveneAccounts *accounts = g_task_get_source_object (task);

  if (convene_smtp_carrier_check_finish (CONVENE_SMTP_CARRIER (source), result, &error))
    convene_accounts_list_async (accounts, cancellable, mail_listed_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
check_mail_settings (ConveneAccount *settings,
                     ConveneSecret  *password,
                     GError        **error)
{
  const char *user = convene_account_get_user (settings);
  const char *server = convene_account_get_server (settings);
  int         port = convene_account_get_port (settings);

  if (!convene_text_check_line (convene_account_get_name (settings), "address", 200, error) ||
      !convene_text_check_address (convene_account_get_address (settings), "address", error) ||
      !convene_text_check_line (server, "server", 255, error) || !convene_text_check_line (user, "user", 320, error))
    return FALSE;
  if (server == NULL || *server == '\0' || strpbrk (server, " \t/@?#%\"<>\\^`{|}") != NULL)
    return convene_error_set_field (error, "server", _ ("The mail server has no valid name: give it as smtp.example.com"));
  if (port < 0 || port > 65535)
    return convene_error_set_field (error, "server", _ ("The port is not between 1 and 65535: change it"));
  if (convene_account_get_security (settings) == CONVENE_MAIL_SECURITY_NONE && !convene_smtp_is_loopback (server))
    return convene_error_set_field (error, "security", _ ("Without TLS a mail server is spoken to on this computer alone: choose tls or starttls"));
  if (user != NULL && *user != '\0' && password == NULL)
    return convene_error_set_field (error, "user", _ ("The password is missing: give one, or an empty user for a server that asks for no sign-in"));

  return TRUE;
}

static int
usual_port (ConveneMailSecurity security)
{
  switch (security)
    {
    case CONVENE_MAIL_SECURITY_TLS:
      return 465;
    case CONVENE_MAIL_SECURITY_STARTTLS:
      return 587;
    case CONVENE_MAIL_SECURITY_NONE:
    default:
      return 25;
    }
}

static ConveneAccount *
mail_account_new (ConveneAccount *settings)
{
  ConveneAccount  *account = convene_account_new ();
  g_autofree char *id = g_uuid_string_random ();
  int              port = convene_account_get_port (settings);

  convene_account_set_id (account, id);
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_PASSWORD);
  convene_account_set_address (account, convene_account_get_address (settings));
  convene_account_set_name (account, convene_account_get_name (settings));
  convene_account_set_server (account, convene_account_get_server (settings));
  convene_account_set_security (account, convene_account_get_security (settings));
  convene_account_set_port (account, port != 0 ? port : usual_port (convene_account_get_security (settings)));
  convene_account_set_user (account, convene_account_get_user (settings) != NULL ? convene_account_get_user (settings) : "");
  return account;
}

void
convene_accounts_connect_mail_async (ConveneAccounts    *self,
                                     ConveneAccount     *settings,
                                     ConveneSecret      *password,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetterCarrier) carrier = NULL;
  MailConnection *connection;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (CONVENE_IS_ACCOUNT (settings));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_connect_mail_async);
  if (!check_mail_settings (settings, password, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  connection = g_new0 (MailConnection, 1);
  connection->account = mail_account_new (settings);
  connection->password = password != NULL ? convene_secret_ref (password) : NULL;
  g_task_set_task_data (task, connection, mail_connection_free);

  carrier = CONVENE_LETTER_CARRIER (convene_smtp_carrier_new (connection->account, password));
  convene_smtp_carrier_check_async (CONVENE_SMTP_CARRIER (carrier), cancellable, mail_checked_cb, g_steal_pointer (&task));
}

ConveneAccount *
convene_accounts_connect_mail_finish (ConveneAccounts *self,
                                      GAsyncResult    *result,
                                      GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
