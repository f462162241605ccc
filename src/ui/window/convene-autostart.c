/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-autostart-private.h"

/* GTK_USE_PORTAL asks for the desktop's portals outside of a sandbox too, as it does of GLib. */
static gboolean
has_portal (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  convene_autostart_write (task);
}

static void
remove_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  convene_autostart_remove (task);
}

void
convene_autostart_set_async (const char         *application_id,
                             gboolean            wanted,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (application_id != NULL);

  g_task_set_source_tag (task, convene_autostart_set_async);
  g_task_set_task_data (task, g_strdup (application_id), g_free);
  if (has_portal ())
    convene_autostart_ask_portal (g_steal_pointer (&task), wanted);
  else
    g_task_run_in_thread (task, wanted ? write_thread : remove_thread);
}

gboolean
convene_autostart_set_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
