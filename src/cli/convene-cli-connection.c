/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-connection.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-text.h"

int
convene_cli_connection_answer (ConveneCommandRun *run,
                               ConveneAccount    *account)
{
  g_autofree char *mailbox = NULL;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  if (run->json)
    {
      text = convene_cli_json_account (account, convene_clock_now (convene_engine_get_clock (run->engine)));
      return convene_cli_output_bytes (text, -1, 0);
    }

  mailbox = convene_person_to_string (convene_account_get_name (account), convene_account_get_address (account));
  /* Translators: %s is the name and mail address of an account */
  text = g_strdup_printf (_("%s is connected"), mailbox);
  line = convene_cli_output_line (text);
  g_free (text);
  text = g_strconcat (line, "\n", NULL);
  return convene_cli_output_text (text, 0);
}
