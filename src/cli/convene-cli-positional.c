/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-positional.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

gboolean
convene_cli_positional_take_none (const char *const *words,
                                  GError           **error)
{
  if (words[0] == NULL)
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("There is a word too many: texts with blanks stand in quotes, and secrets on no command line"));
  return FALSE;
}

char *
convene_cli_positional_take_one (const char *const *words,
                                 const char        *what,
                                 GError           **error)
{
  if (words[0] != NULL && words[1] == NULL)
    return g_strdup (words[0]);

  /* Translators: %s is a word of the usage line, such as UID */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("Exactly one %s is needed: give it after the command"), what);
  return NULL;
}

gboolean
convene_cli_positional_take_optional (const char *const *words,
                                      const char        *what,
                                      char             **word,
                                      GError           **error)
{
  if (words[0] != NULL && words[1] != NULL)
    {
      /* Translators: %s is a word of the usage line, such as UID */
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("At most one %s is taken: leave the others away"), what);
      return FALSE;
    }

  *word = g_strdup (words[0]);
  return TRUE;
}

GStrv
convene_cli_positional_take_some (const char *const *words,
                                  const char        *what,
                                  GError           **error)
{
  if (words[0] != NULL)
    return g_strdupv ((GStrv) words);

  /* Translators: %s is a word of the usage line, such as UID */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("At least one %s is needed: give it after the command"), what);
  return NULL;
}
