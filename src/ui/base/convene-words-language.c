/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>

const char *
convene_words_language (const char *tag)
{
  static const struct
  {
    const char *tag;
    const char *name;
  } languages[] = {
    { "en", NC_ ("language", "English") },
    { "de", NC_ ("language", "German") },
    { "es", NC_ ("language", "Spanish") },
    { "fr", NC_ ("language", "French") },
  };

  g_return_val_if_fail (tag != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, tag))
      return g_dpgettext2 (GETTEXT_PACKAGE, "language", languages[i].name);

  return tag;
}
