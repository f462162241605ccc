/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-oauth-parse.h"
#include "convene-text.h"
#include "convene-zoom-connection.h"

static gboolean
check_word (const char *text,
            const char *field,
            GError    **error)
{
  if (!convene_text_check_line (text, field, 500, error))
    return FALSE;
  if (text == NULL || *text == '\0' || strpbrk (text, " \t") != NULL)
    return convene_error_set_field (error, field, _ ("The field %s is empty or has blanks: copy it from the Zoom app’s page"), field);

  return TRUE;
}

gboolean
convene_accounts_check_app (const char    *client_id,
                            ConveneSecret *client_secret,
                            GError       **error)
{
  return check_word (client_id, "client_id", error) && (client_secret == NULL || check_word (convene_secret_peek (client_secret), "client_secret", error));
}

void
convene_accounts_hint_swapped (GError       **error,
                               const char    *client_id,
                               ConveneSecret *client_secret)
{
  if (!g_error_matches (*error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT) || client_secret == NULL || !convene_oauth_looks_swapped (client_id, client_secret))
    return;

  g_clear_error (error);
  *error = convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "client",
                                    _ ("Zoom does not know this client: its id and its secret look as if each stood in the other’s place"));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneAccount *account = convene_zoom_connection_keep_finish (CONVENE_ZOOM_CONNECTION (source), result, &error);

  if (account != NULL)
    g_task_return_pointer (task, account, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  convene_zoom_connection_discard_finish (CONVENE_ZOOM_CONNECTION (source), result);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneZoomConnection *connection = CONVENE_ZOOM_CONNECTION (source);
  GCancellable          *cancellable = g_task_get_cancellable (task);

  if (convene_zoom_connection_prepare_finish (connection, result, &error))
    {
      convene_zoom_connection_keep_async (connection, NULL, cancellable, kept_cb, g_steal_pointer (&task));
      return;
    }

  convene_zoom_connection_discard_async (connection, discarded_cb, NULL);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
convene_accounts_connect_server_to_server_async (ConveneAccounts    *self,
                                                 const char         *account_number,
                                                 const char         *client_id,
                                                 ConveneSecret      *client_secret,
                                                 const char         *host,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneZoomConnection) connection = NULL;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (client_secret != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_connect_server_to_server_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!check_word (account_number, "account_id", &error) || !convene_accounts_check_app (client_id, client_secret, &error) ||
      !convene_text_check_address (host, "host", &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  account = g_object_new (CONVENE_TYPE_ACCOUNT, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "address", host,
                          "account-number", account_number, "client-id", client_id, NULL);
  connection = convene_zoom_connection_new (self, account, client_secret, NULL);
  convene_zoom_connection_prepare_async (connection, cancellable, prepared_cb, g_steal_pointer (&task));
}

ConveneAccount *
convene_accounts_connect_server_to_server_finish (ConveneAccounts *self,
                                                  GAsyncResult    *result,
                                                  GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
