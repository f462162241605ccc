/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-window.h"

gboolean
convene_cli_is_file (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  return g_str_has_suffix (lower, ".ics") || g_str_has_suffix (lower, ".eml") || g_str_has_prefix (lower, "file:");
}

/* Its options stand before the files, and the first file says that the others are files. */
char **
convene_cli_dup_window_arguments (int       argc,
                                  char    **argv,
                                  gboolean *practice)
{
  g_autoptr(GStrvBuilder) arguments = g_strv_builder_new ();
  gboolean is_practice = FALSE;
  int      first;
  int      word;

  g_return_val_if_fail (practice != NULL, NULL);

  g_strv_builder_add (arguments, argc > 0 ? argv[0] : "convene");
  for (first = 1; first < argc; first++)
    {
      if (g_str_equal (argv[first], "--practice"))
        is_practice = TRUE;
      else if (g_str_equal (argv[first], "--gapplication-service"))
        g_strv_builder_add (arguments, argv[first]);
      else
        break;
    }

  word = first < argc && g_str_equal (argv[first], "--") ? first + 1 : first;
  if (word < argc && !convene_cli_is_file (argv[word]))
    return NULL;

  for (; first < argc; first++)
    g_strv_builder_add (arguments, argv[first]);
  *practice = is_practice;
  return g_strv_builder_end (arguments);
}
