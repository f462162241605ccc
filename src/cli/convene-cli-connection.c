/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-connection.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-account.h"
#include "convene-text.h"

int
convene_cli_connection_answer (ConveneCommandRun *run,
                               ConveneAccount    *account,
                               GError           **error)
{
  g_autofree char *mailbox = convene_person_to_string (convene_account_get_name (account), convene_account_get_address (account));
  /* Translators: %s is the name and mail address of an account */
  g_autofree char *text = g_strdup_printf (_("%s is connected"), mailbox);

  return convene_cli_account_answer (run, account, text, 0, error);
}
