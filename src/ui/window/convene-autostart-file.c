/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-autostart-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#define GROUP G_KEY_FILE_DESKTOP_GROUP

static char *
find_file (const char *application_id)
{
  g_autofree char *name = g_strconcat (application_id, ".desktop", NULL);

  return g_build_filename (g_get_user_config_dir (), "autostart", name, NULL);
}

char *
convene_autostart_quote (const char *word)
{
  GString *quoted = g_string_new ("\"");

  for (const char *c = word; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (quoted, '\\');
      if (*c == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* The program as it was started: an AppImage runs from a folder that is another one the next time. */
static char *
make_line (GError **error)
{
  const char      *image = g_getenv ("APPIMAGE");
  g_autofree char *program = image != NULL ? g_strdup (image) : g_file_read_link ("/proc/self/exe", error);
  g_autofree char *word = program != NULL ? convene_autostart_quote (program) : NULL;

  return word != NULL ? g_strconcat (word, " " CONVENE_AUTOSTART_OPTION, NULL) : NULL;
}

/* As settings of several desktops write it. */
static gboolean
is_switched_off (GKeyFile *file)
{
  g_autofree char *enabled = g_key_file_get_string (file, GROUP, "X-GNOME-Autostart-enabled", NULL);

  return g_key_file_get_boolean (file, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL) || g_strcmp0 (enabled, "false") == 0;
}

static void
fill (GKeyFile   *file,
      const char *application_id,
      const char *line)
{
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Convene");
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, application_id);
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, line);
  g_key_file_set_boolean (file, GROUP, "X-GNOME-UsesNotifications", TRUE);
}

static gboolean
write_file (const char *application_id,
            GError    **error)
{
  g_autofree char *path = find_file (application_id);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *line = make_line (error);
  g_autofree char *old = NULL;
  g_autoptr(GKeyFile) file = g_key_file_new ();

  if (line == NULL)
    return FALSE;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    old = g_key_file_get_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL);
  if (g_strcmp0 (old, line) == 0 || is_switched_off (file))
    return TRUE;

  fill (file, application_id, line);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}

void
convene_autostart_write (GTask *task)
{
  GError *error = NULL;

  if (write_file (g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
convene_autostart_remove (GTask *task)
{
  g_autofree char *path = find_file (g_task_get_task_data (task));

  if (g_unlink (path) == 0 || errno == ENOENT)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
}
