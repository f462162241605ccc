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
#include "convene-cli-words.h"

typedef struct
{
  char *account; /* NULL: every one */
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
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (!convene_cli_positional_take_optional (words, "ADDRESS|ID", &self->account, error))
    return FALSE;

  return self->account == NULL || convene_cli_value_check_given (self->account, "account", "ADDRESS|ID", error);
}

/* Well is an account that was asked and that works. */
static gboolean
is_well (ConveneAccount *account)
{
  return convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED && convene_account_get_problem (account) == NULL;
}

/* Who lacks permissions is told which, as Zoom calls them, and what to do (SH-44). */
static char *
describe_state (ConveneAccount *account)
{
  const char *state = convene_cli_word_account_state (convene_account_get_state (account));
  const char *missing = convene_account_get_missing_scopes (account);
  g_auto (GStrv) scopes = NULL;
  g_autofree char *names = NULL;

  if (convene_account_get_state (account) != CONVENE_ACCOUNT_STATE_MISSING_SCOPES)
    return g_strdup (state);
  if (missing == NULL)
    /* Translators: %s is “permissions missing” */
    return g_strdup_printf (C_("checked account", "%s; add them to the app at Zoom, then reconnect"), state);

  scopes = g_strsplit (missing, " ", -1);
  names = g_strjoinv (", ", scopes);
  /* Translators: “permissions missing”, and Zoom’s names of these */
  return g_strdup_printf (C_("checked account", "%s: %s; add them to the app at Zoom, then reconnect"), state, names);
}

static char *
describe (ConveneAccount *account)
{
  const char      *problem = convene_account_get_problem (account);
  g_autofree char *state = describe_state (account);

  if (problem == NULL)
    /* Translators: the mail address of an account, and its state: “connected” */
    return g_strdup_printf (C_("checked account", "%s: %s"), convene_account_get_address (account), state);

  /* Translators: the mail address of an account, its state and what is wrong, a sentence */
  return g_strdup_printf (C_("checked account", "%s: %s. %s"), convene_account_get_address (account), state, problem);
}

static char *
describe_all (GPtrArray *accounts)
{
  GString *text = g_string_new (NULL);

  if (accounts->len == 0)
    {
      g_string_free (text, TRUE);
      return convene_cli_text_accounts (accounts);
    }

  for (guint i = 0; i < accounts->len; i++)
    {
      g_autofree char *sentence = describe (g_ptr_array_index (accounts, i));
      g_autofree char *line = convene_cli_output_line (sentence);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

static int
answer_all (ConveneCommandRun *run,
            GPtrArray         *accounts,
            int                status,
            GError           **error)
{
  g_autoptr(GPtrArray) read = NULL;
  g_autofree char *text = NULL;

  if (!run->json)
    {
      text = describe_all (accounts);
      return convene_cli_output_text (text, status);
    }

  read = convene_cli_accounts_read (run, accounts, error);
  if (read == NULL)
    return -1;

  text = convene_cli_json_accounts (read, convene_clock_now (convene_engine_get_clock (run->engine)));
  return convene_cli_output_bytes (text, -1, status);
}

static int
run_check (gpointer           request,
           ConveneCommandRun *run,
           GError           **error)
{
  Request         *self = request;
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(GPtrArray) checked = NULL;
  g_autofree char *text = NULL;
  int              status = 0;

  convene_accounts_check_async (accounts, self->account, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  checked = convene_accounts_check_finish (accounts, convene_cli_wait_run (run->wait), error);
  if (checked == NULL)
    return -1;

  for (guint i = 0; i < checked->len; i++)
    status |= is_well (g_ptr_array_index (checked, i)) ? 0 : 1;
  if (self->account == NULL || checked->len != 1)
    return answer_all (run, checked, status, error);

  text = describe (g_ptr_array_index (checked, 0));
  return convene_cli_account_answer (run, g_ptr_array_index (checked, 0), text, status, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_check = {
  .name = "account check",
  .arguments = "[ADDRESS|ID]",
  .summary = N_("Ask Zoom and the mail server whether the accounts still work"),
  .create = create,
  .free = request_free,
  .check = check,
  .run = run_check,
};
/* clang-format on */
