/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-connection.h"
#include "convene-cli-opener.h"
#include "convene-cli-positional.h"
#include "convene-cli-secret.h"
#include "convene-cli-sign-in.h"
#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-text.h"

#define CLIENT_MAX 254

typedef struct
{
  gboolean server_to_server;
  gboolean no_browser;
  gboolean device;
  gboolean ask_secret;
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
    { "no-browser", 0, 0, G_OPTION_ARG_NONE, &self->no_browser, N_("Print the address to open instead of starting the browser"), NULL },
    { "device", 0, 0, G_OPTION_ARG_NONE, &self->device, N_("Sign in with a code to be typed on another computer or a phone"), NULL },
    { "server-to-server", 0, 0, G_OPTION_ARG_NONE, &self->server_to_server, N_("Sign in as a server-to-server app, which took the place of Zoom’s JWT apps"), NULL },
    { "client-id", 0, 0, G_OPTION_ARG_FILENAME, &self->client_id, N_("Client id of an app of your own"), N_("ID") },
    { "client-secret", 0, 0, G_OPTION_ARG_NONE, &self->ask_secret, N_("Ask for that app’s client secret: it has one"), NULL },
    { "account-id", 0, 0, G_OPTION_ARG_FILENAME, &self->account_number, N_("Zoom’s account id (server-to-server)"), N_("ID") },
    { "host", 0, 0, G_OPTION_ARG_FILENAME, &self->host, N_("Mail address of the person who hosts the meetings (server-to-server)"), N_("ADDRESS") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
refuse_both (const char *one,
             const char *other,
             GError    **error)
{
  /* Translators: both are options of the command line */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("%s and %s are for different ways to sign in: give one of them"), one, other);
  return FALSE;
}

/* What belongs to one way says nothing in another: whoever gives both means one of them, and it is not known which. */
static gboolean
check_way (const Request *self,
           GError       **error)
{
  const char *way = self->server_to_server ? "--server-to-server" : self->device ? "--device"
                                                                                 : NULL;

  if (self->server_to_server && self->device)
    return refuse_both ("--server-to-server", "--device", error);
  if (way != NULL && self->no_browser)
    return refuse_both (way, "--no-browser", error);
  if (!self->server_to_server && (self->account_number != NULL || self->host != NULL))
    {
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("%s is for --server-to-server alone: give that too, or leave it away"), self->host != NULL ? "--host" : "--account-id");
      return FALSE;
    }

  return TRUE;
}

/* Of a person's own app; where none is named it is the environment's or the build's, with the secret that belongs to it. */
static gboolean
check_app (Request *self,
           GError **error)
{
  if ((self->ask_secret || self->client_id != NULL) && !convene_cli_value_check_given (self->client_id, "client_id", "--client-id", error))
    return FALSE;
  if (self->client_id != NULL && !convene_text_check_line (self->client_id, "client_id", CLIENT_MAX, error))
    return FALSE;
  if (!self->ask_secret)
    return TRUE;

  self->secret = convene_cli_secret_read (_("Client secret: "), "client_secret", error);
  return self->secret != NULL;
}

static gboolean
check_server (Request *self,
              GError **error)
{
  if (!convene_cli_value_check_given (self->account_number, "account_id", "--account-id", error) ||
      !convene_cli_value_check_given (self->client_id, "client_id", "--client-id", error) ||
      !convene_cli_value_check_given (self->host, "host", "--host", error) ||
      !convene_text_check_address (self->host, "host", error))
    return FALSE;

  self->secret = convene_cli_secret_read (_("Client secret: "), "client_secret", error);
  return self->secret != NULL;
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (!convene_cli_positional_take_none (words, error) || !check_way (self, error))
    return FALSE;

  return self->server_to_server ? check_server (self, error) : check_app (self, error);
}

static ConveneAccount *
connect_server (Request           *self,
                ConveneCommandRun *run,
                GError           **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);

  convene_accounts_connect_server_to_server_async (accounts, self->account_number, self->client_id, self->secret, self->host,
                                                   convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  return convene_accounts_connect_server_to_server_finish (accounts, convene_cli_wait_run (run->wait), error);
}

/* What one does here where no app is at hand: the workflow knows of no options. */
static gboolean
check_has_app (Request         *self,
               ConveneAccounts *accounts,
               GError         **error)
{
  if (self->client_id != NULL || convene_accounts_has_app (accounts))
    return TRUE;

  /* Translators: %s is the address that is registered with the app */
  return convene_error_set_field (error, "client_id", _("Convene brings no app of its own for Zoom here: make one at Zoom’s App Marketplace (marketplace.zoom.us) with the redirect address %s, and give its client id with --client-id"), convene_accounts_get_redirect_uri ());
}

static ConveneAccount *
sign_in (Request           *self,
         ConveneCommandRun *run,
         GError           **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  gboolean         browser = !self->device && !self->no_browser;
  g_autoptr(ConveneUriOpener) opener = browser ? convene_cli_opener_new () : NULL;
  g_autoptr(ConveneSignIn) signing_in = NULL;

  if (!check_has_app (self, accounts, error))
    return NULL;

  if (self->device)
    signing_in = convene_sign_in_new_device (accounts, self->client_id, self->secret, NULL);
  else
    signing_in = convene_sign_in_new_browser (accounts, self->client_id, self->secret, NULL, opener);

  return convene_cli_sign_in_run (run, signing_in, browser, error);
}

static int
run_connect (gpointer           request,
             ConveneCommandRun *run,
             GError           **error)
{
  Request *self = request;
  g_autoptr(ConveneAccount) account = self->server_to_server ? connect_server (self, run, error) : sign_in (self, run, error);

  return account != NULL ? convene_cli_connection_answer (run, account, error) : -1;
}

/* clang-format off */
const ConveneCommandKind convene_command_connect_zoom = {
  .name = "account connect zoom",
  .arguments = "[--no-browser | --device | --server-to-server --account-id ID --host ADDRESS] [--client-id ID] [--client-secret]",
  .summary = N_("Connect a Zoom account: in the browser, unless another way is named"),
  .description = N_("A client secret is read from standard input, or asked for without being shown; never give it on the command line. Without --client-id the app is that of CONVENE_ZOOM_CLIENT_ID and CONVENE_ZOOM_CLIENT_SECRET, else of ZOOM_API_CLIENT_ID and ZOOM_API_CLIENT_SECRET, else the one that Convene brings."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_connect,
};
/* clang-format on */
