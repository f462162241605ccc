/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-handler.h"

#include <glib/gstdio.h>

#define SCRIPT "#!/bin/sh\nprintf %%s \"$1\" > '%s.part' && mv '%s.part' '%s'\n"
#define ENTRY "[Desktop Entry]\nType=Application\nName=Handler\nExec=%s %%u\nMimeType=x-scheme-handler/https;x-scheme-handler/mailto;x-scheme-handler/help;\n"
#define DEFAULTS "[Default Applications]\nx-scheme-handler/https=test-handler.desktop\nx-scheme-handler/mailto=test-handler.desktop\nx-scheme-handler/help=test-handler.desktop\n"

static char *
build_opened_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "opened", NULL);
}

/* Takes the contents. */
static void
write_file (const char *path,
            char       *contents,
            int         mode)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents_full (path, contents, -1, G_FILE_SET_CONTENTS_NONE, mode, &error);
  g_assert_no_error (error);
  g_free (contents);
}

void
ui_handler_install (void)
{
  g_autofree char *opened = build_opened_path ();
  g_autofree char *script = g_build_filename (g_get_user_data_dir (), "handler", NULL);
  g_autofree char *entry = g_build_filename (g_get_user_data_dir (), "applications", "test-handler.desktop", NULL);
  g_autofree char *defaults = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);

  write_file (script, g_strdup_printf (SCRIPT, opened, opened, opened), 0700);
  write_file (entry, g_strdup_printf (ENTRY, script), 0600);
  write_file (defaults, g_strdup (DEFAULTS), 0600);
}

char *
ui_handler_wait (void)
{
  g_autofree char *path = build_opened_path ();
  char            *opened = NULL;

  while (!g_file_get_contents (path, &opened, NULL, NULL))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }

  g_unlink (path);
  return opened;
}
