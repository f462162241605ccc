/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-account.h"
#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"

typedef struct
{
  char *account;
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

  g_free (self->account);
  g_free (self);
}

static gboolean
check_list (gpointer           request,
            const char *const *words,
            GError           **error)
{
  return convene_cli_positional_take_none (words, error);
}

static int
run_list (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) read = NULL;
  g_autofree char *text = NULL;

  convene_accounts_list_async (accounts, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  list = convene_accounts_list_finish (accounts, convene_cli_wait_run (run->wait), error);
  if (list == NULL)
    return -1;

  if (run->json)
    {
      read = convene_cli_accounts_read (run, list, error);
      if (read == NULL)
        return -1;

      text = convene_cli_json_accounts (read, convene_clock_now (convene_engine_get_clock (run->engine)));
      return convene_cli_output_bytes (text, -1, 0);
    }

  text = convene_cli_text_accounts (list);
  return convene_cli_output_text (text, 0);
}

static gboolean
check_disconnect (gpointer           request,
                  const char *const *words,
                  GError           **error)
{
  Request *self = request;

  self->account = convene_cli_positional_take_one (words, "ADDRESS|ID", error);
  return self->account != NULL && convene_cli_value_check_given (self->account, "account", "ADDRESS|ID", error);
}

/* What became of the sign-in at the other side. */
static char *
describe_revocation (const char       *address,
                     ConveneRevocation revocation)
{
  switch (revocation)
    {
    case CONVENE_REVOCATION_DONE:
      /* Translators: %s is the mail address of an account */
      return g_strdup_printf (_("%s is disconnected: its sign-in is revoked at Zoom and deleted here, its meetings stay as they are\n"), address);
    case CONVENE_REVOCATION_WAITING:
      /* Translators: %s is the mail address of an account */
      return g_strdup_printf (_("%s is disconnected, but Zoom could not be told yet: its sign-in is revoked and deleted with the next “convene sync” that reaches Zoom and the keyring. Its meetings stay as they are\n"), address);
    case CONVENE_REVOCATION_NONE:
    default:
      /* Translators: %s is the mail address of an account */
      return g_strdup_printf (_("%s is disconnected: its secrets are forgotten, its meetings stay as they are\n"), address);
    }
}

static const char *
get_revocation_nick (ConveneRevocation revocation)
{
  g_autoptr(GEnumClass) names = g_type_class_ref (CONVENE_TYPE_REVOCATION);

  return g_enum_get_value (names, (int) revocation)->value_nick;
}

static int
run_disconnect (gpointer           request,
                ConveneCommandRun *run,
                GError           **error)
{
  Request          *self = request;
  ConveneAccounts  *accounts = convene_engine_get_accounts (run->engine);
  ConveneRevocation revocation = CONVENE_REVOCATION_NONE;
  g_autofree char  *address = NULL;
  g_autofree char  *text = NULL;

  convene_accounts_disconnect_async (accounts, self->account, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  address = convene_accounts_disconnect_finish (accounts, convene_cli_wait_run (run->wait), &revocation, error);
  if (address == NULL)
    return -1;

  if (run->json)
    {
      text = convene_cli_json_texts ("disconnected", address, "revocation", get_revocation_nick (revocation), NULL);
      return convene_cli_output_bytes (text, -1, 0);
    }

  text = describe_revocation (address, revocation);
  return convene_cli_output_text (text, 0);
}

/* clang-format off */
const ConveneCommandKind convene_command_account_list = {
  .name = "account list",
  .arguments = "",
  .summary = N_("List the connected accounts"),
  .create = create,
  .free = request_free,
  .check = check_list,
  .run = run_list,
};
/* clang-format on */

/* clang-format off */
const ConveneCommandKind convene_command_disconnect = {
  .name = "account disconnect",
  .arguments = "ADDRESS|ID",
  .summary = N_("Forget an account and its secrets"),
  .create = create,
  .free = request_free,
  .check = check_disconnect,
  .run = run_disconnect,
};
/* clang-format on */
