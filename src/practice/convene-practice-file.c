/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean
convene_practice_file_fail (GError    **error,
                            const char *path)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

gboolean
convene_practice_file_write (int         fd,
                             const void *data,
                             gsize       length)
{
  const char *p = data;

  while (length > 0)
    {
      gssize written = write (fd, p, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          p += written;
          length -= written;
        }
    }

  return TRUE;
}

gboolean
convene_practice_file_sync_folder (const char *folder,
                                   GError    **error)
{
  int      fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    convene_practice_file_fail (error, folder);
  if (fd >= 0)
    close (fd);

  return done;
}

static gboolean
write_new (const char *path,
           const void *data,
           gsize       length,
           GError    **error)
{
  int      fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean done = fd >= 0 && convene_practice_file_write (fd, data, length) && fsync (fd) == 0;

  if (!done)
    convene_practice_file_fail (error, path);
  if (fd >= 0)
    close (fd);

  return done;
}

gboolean
convene_practice_file_put (const char *folder,
                           const char *name,
                           const void *data,
                           gsize       length,
                           GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *new_path = g_strconcat (path, ".tmp", NULL);

  if (!write_new (new_path, data, length, error))
    {
      g_unlink (new_path);
      return FALSE;
    }

  if (g_rename (new_path, path) != 0)
    {
      convene_practice_file_fail (error, path);
      g_unlink (new_path);
      return FALSE;
    }

  return convene_practice_file_sync_folder (folder, error);
}
