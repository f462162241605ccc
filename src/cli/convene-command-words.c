/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"

static const ConveneCommandKind *const kinds[] = {
  &convene_command_schedule,
  &convene_command_edit,
  &convene_command_reschedule,
  &convene_command_cancel,
  &convene_command_list,
  &convene_command_show,
  &convene_command_invite,
  &convene_command_export,
  &convene_command_open,
  &convene_command_retry,
  &convene_command_fix,
  &convene_command_resend,
  &convene_command_mark,
  &convene_command_sync,
  &convene_command_account_list,
  &convene_command_connect_zoom,
  &convene_command_connect_mail,
  &convene_command_check,
  &convene_command_disconnect,
  &convene_command_preferences,
  &convene_command_template_list,
  &convene_command_template_show,
  &convene_command_template_set,
  &convene_command_template_reset,
  NULL,
};

const ConveneCommandKind *const *
convene_command_words_get_kinds (void)
{
  return kinds;
}

const ConveneCommandKind *
convene_command_words_find (const char *name)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];

  return NULL;
}

gboolean
convene_command_words_is_beginning (const char *name)
{
  g_autofree char *prefix = g_strconcat (name, " ", NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_str_has_prefix (kinds[i]->name, prefix))
      return TRUE;

  return FALSE;
}

static char *
list_next_words (const char *name)
{
  g_autofree char *prefix = g_strconcat (name, " ", NULL);
  GString         *words = g_string_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const char      *rest = g_str_has_prefix (kinds[i]->name, prefix) ? kinds[i]->name + strlen (prefix) : "";
      g_autofree char *word = g_strndup (rest, strcspn (rest, " "));

      if (*word != '\0' && !g_str_has_suffix (words->str, word))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
    }

  return g_string_free (words, FALSE);
}

GError *
convene_command_words_refuse (const char *name)
{
  g_autofree char *next = list_next_words (name);

  if (*next != '\0')
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_USAGE, _("After “%s” one of these is needed: %s"), name, next);

  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_USAGE, _("There is no command “%s”: see “convene --help”"), name);
}
