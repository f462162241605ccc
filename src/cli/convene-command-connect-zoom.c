/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-connection.h"
#include "convene-cli-positional.h"
#include "convene-cli-secret.h"
#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-text.h"

typedef struct
{
  gboolean server_to_server;
  gboolean no_browser;
  gboolean device;
  char    *account_number;
  char    *client_id;
  char    *host;

  ConveneSecret *secret;
} Request;

static gpointer
create (void)
{
  return g_new0 (Request, 1);
}

static void
request_free (gpointer request)
{
  Request *self = request;

  g_free (self->account_number);
  g_free (self->client_id);
  g_free (self->host);
  g_clear_pointer (&self->secret, convene_secret_unref);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "server-to-server", 0, 0, G_OPTION_ARG_NONE, &self->server_to_server, N_("Sign in as a server-to-server app"), NULL },
    { "account-id", 0, 0, G_OPTION_ARG_FILENAME, &self->account_number, N_("Zoom’s account id"), N_("ID") },
    { "client-id", 0, 0, G_OPTION_ARG_FILENAME, &self->client_id, N_("The app’s client id"), N_("ID") },
    { "host", 0, 0, G_OPTION_ARG_FILENAME, &self->host, N_("Mail address of the person who hosts the meetings"), N_("ADDRESS") },
    { "no-browser", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &self->no_browser, NULL, NULL },
    { "device", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &self->device, NULL, NULL },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (!convene_cli_positional_take_none (words, error))
    return FALSE;

  if (!self->server_to_server || self->no_browser || self->device)
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_USAGE,
                           _("This version signs in at Zoom with --server-to-server alone, and has no browser or device sign-in yet"));
      return FALSE;
    }

  if (!convene_cli_value_check_given (self->account_number, "account_id", "--account-id", error) ||
      !convene_cli_value_check_given (self->client_id, "client_id", "--client-id", error) ||
      !convene_cli_value_check_given (self->host, "host", "--host", error) ||
      !convene_text_check_address (self->host, "host", error))
    return FALSE;

  self->secret = convene_cli_secret_read (_("Client secret: "), "client_secret", error);
  return self->secret != NULL;
}

static int
run_connect (gpointer           request,
             ConveneCommandRun *run,
             GError           **error)
{
  Request         *self = request;
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(ConveneAccount) account = NULL;

  convene_accounts_connect_server_to_server_async (accounts, self->account_number, self->client_id, self->secret, self->host,
                                                   convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  account = convene_accounts_connect_server_to_server_finish (accounts, convene_cli_wait_run (run->wait), error);
  return account != NULL ? convene_cli_connection_answer (run, account) : -1;
}

/* clang-format off */
const ConveneCommandKind convene_command_connect_zoom = {
  .name = "account connect zoom",
  .arguments = "--server-to-server --account-id ID --client-id ID --host ADDRESS",
  .summary = N_("Connect a Zoom account"),
  .description = N_("The client secret is read from standard input, or asked for without being shown; never give it on the command line."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_connect,
};
/* clang-format on */
