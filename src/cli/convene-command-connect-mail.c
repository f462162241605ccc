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

#define USER_MAX 254

typedef struct
{
  char *address;
  char *server;
  char *security;
  char *user;

  /* what they come to */
  ConveneAccount *settings;
  ConveneSecret  *password;
} Request;

static gpointer
create (void)
{
  Request *self = g_new0 (Request, 1);

  self->settings = convene_account_new ();
  convene_account_set_kind (self->settings, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_method (self->settings, CONVENE_ACCOUNT_METHOD_PASSWORD);
  return self;
}

static void
request_free (gpointer request)
{
  Request *self = request;

  g_free (self->address);
  g_free (self->server);
  g_free (self->security);
  g_free (self->user);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->password, convene_secret_unref);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "address", 0, 0, G_OPTION_ARG_FILENAME, &self->address, N_("Whom letters come from: “Name <address>”"), N_("PERSON") },
    { "server", 0, 0, G_OPTION_ARG_FILENAME, &self->server, N_("Where letters are handed in: HOST, HOST:PORT or [IPv6]:PORT"), N_("HOST[:PORT]") },
    { "security", 0, 0, G_OPTION_ARG_FILENAME, &self->security, N_("tls, starttls, or none to this computer alone"), N_("SECURITY") },
    { "user", 0, 0, G_OPTION_ARG_FILENAME, &self->user, N_("Name to sign in with; '' where the server asks for none"), N_("NAME") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check_address (Request *self,
               GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (!convene_cli_value_check_given (self->address, "address", "--address", error) ||
      !convene_text_parse_person (self->address, "address", &name, &address, error))
    return FALSE;

  convene_account_set_name (self->settings, name);
  convene_account_set_address (self->settings, address);
  return TRUE;
}

static gboolean
check_server (Request *self,
              GError **error)
{
  g_autofree char *server = NULL;
  int              port = 0, security = 0;

  if (!convene_cli_value_check_given (self->server, "server", "--server", error) ||
      !convene_cli_value_parse_server (self->server, &server, &port, error) ||
      !convene_cli_value_check_given (self->security, "security", "--security", error) ||
      !convene_cli_value_parse_word (self->security, "security", CONVENE_TYPE_MAIL_SECURITY, &security, error))
    return FALSE;

  convene_account_set_server (self->settings, server);
  convene_account_set_port (self->settings, port);
  convene_account_set_security (self->settings, security);
  return TRUE;
}

static gboolean
check_user (Request *self,
            GError **error)
{
  if (self->user == NULL)
    return convene_error_set_field (error, "user", _("The field user is missing: give it with --user, or --user '' where the server asks for no sign-in"));
  if (!convene_text_check_line (self->user, "user", USER_MAX, error))
    return FALSE;

  convene_account_set_user (self->settings, self->user);
  if (*self->user == '\0')
    return TRUE;

  self->password = convene_cli_secret_read (_("Password: "), "password", error);
  return self->password != NULL;
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  return convene_cli_positional_take_none (words, error) && check_address (self, error) && check_server (self, error) &&
         check_user (self, error);
}

static int
run_connect (gpointer           request,
             ConveneCommandRun *run,
             GError           **error)
{
  Request         *self = request;
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(ConveneAccount) account = NULL;

  convene_accounts_connect_mail_async (accounts, self->settings, self->password, convene_cli_wait_get_cancellable (run->wait),
                                       convene_cli_wait_done_cb, run->wait);
  account = convene_accounts_connect_mail_finish (accounts, convene_cli_wait_run (run->wait), error);
  return account != NULL ? convene_cli_connection_answer (run, account, error) : -1;
}

/* clang-format off */
const ConveneCommandKind convene_command_connect_mail = {
  .name = "account connect mail",
  .arguments = "--address \"Name <address>\" --server HOST[:PORT] --security tls|starttls|none --user NAME",
  .summary = N_("Connect the mailbox that letters are sent from"),
  .description = N_("The password is read from standard input, or asked for without being shown; never give it on the command line."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_connect,
};
/* clang-format on */
