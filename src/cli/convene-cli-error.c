/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-error.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-words.h"
#include "convene-error.h"

static int
get_status (const GError *error)
{
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_USAGE) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_INVALID))
    return 2;

  return 1;
}

int
convene_cli_error_print (const GError *error,
                         gboolean      json)
{
  g_return_val_if_fail (error != NULL, 1);

  /* A person who watches a script reads it too. */
  convene_cli_output_message (convene_cli_word_error (error));
  if (json)
    {
      g_autofree char *text = convene_cli_json_error (error);

      return convene_cli_output_bytes (text, -1, get_status (error));
    }

  return get_status (error);
}

static ConveneError
code_from_string (const char *name)
{
  for (int code = CONVENE_ERROR_USAGE; code <= CONVENE_ERROR_STALE; code++)
    if (g_str_equal (convene_error_code_to_string (code), name))
      return code;

  return CONVENE_ERROR_REFUSED;
}

GError *
convene_cli_error_new_for_operation (ConveneOperation *operation)
{
  const char *code, *message;

  g_return_val_if_fail (CONVENE_IS_OPERATION (operation), NULL);

  code = convene_operation_get_error_code (operation);
  message = convene_operation_get_error_message (operation);
  if (code != NULL)
    return g_error_new_literal (CONVENE_ERROR, code_from_string (code), message != NULL ? message : _("It was refused"));
  if (convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_FAILED)
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("It failed, and nothing says why: see “convene show”"));

  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_STILL_WAITING,
                              _("Not everything was done in time: it goes on with the next “convene sync”"));
}
