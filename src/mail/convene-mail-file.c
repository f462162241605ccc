/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-mail-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "convene-error.h"

#define NAME "invite.ics"

/* Flatpak gives each program a runtime directory of its own; only app/ID of it is the desktop's as well. */
static char *
dup_base (void)
{
  const char *id = g_getenv ("FLATPAK_ID");

  if (id != NULL && *id != '\0')
    return g_build_filename (g_get_user_runtime_dir (), "app", id, NULL);

  return g_strdup (g_get_user_runtime_dir ());
}

static gboolean
write_all (int     fd,
           GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      data += written;
      length -= written;
    }

  return TRUE;
}

static gboolean
create (const char *path,
        GBytes     *bytes)
{
  int      fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean written;

  if (fd < 0)
    return FALSE;

  written = write_all (fd, bytes);
  return g_close (fd, NULL) && written;
}

char *
convene_mail_file_write (GBytes  *calendar,
                         GError **error)
{
  g_autofree char *base = dup_base ();
  g_autofree char *folder = g_build_filename (base, "convene-letter-XXXXXX", NULL);
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (base, 0700) == 0 && g_mkdtemp (folder) != NULL)
    {
      path = g_build_filename (folder, NAME, NULL);
      if (create (path, calendar))
        return g_steal_pointer (&path);
      convene_mail_file_remove (path);
    }

  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("The letter’s calendar file could not be written in %s: %s"), base, g_strerror (errno));
  return NULL;
}

void
convene_mail_file_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              before = errno;

  g_unlink (path);
  g_rmdir (folder);
  errno = before;
}
