/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-templates.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-letter-edit.h"
#include "convene-letter-sample.h"

const char *const *
convene_letter_templates_list_languages (void)
{
  return convene_letter_list_languages ();
}

const char *const *
convene_letter_templates_list_letters (void)
{
  return convene_letter_sample_list ();
}

const char *const *
convene_letter_templates_list_names (void)
{
  return convene_letter_list_names ();
}

const char *const *
convene_letter_templates_list_placeholders (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return convene_letter_list_placeholders (name);
}

char *
convene_letter_templates_dup_default (const char *language,
                                      const char *name)
{
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return convene_letter_dup_default (language, name);
}

gboolean
convene_letter_templates_check (const char *name,
                                const char *text,
                                GError    **error)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (g_strv_contains (convene_letter_list_names (), name))
    return convene_letter_check_edit (name, text, error);

  /* Translators: %s is a name such as "invitation.subject" */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("There is no part of a letter that is called “%s”"), name);
  return FALSE;
}
