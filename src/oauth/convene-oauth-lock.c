/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-lock.h"

#include "convene-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

/* Longer than a holder can take whose request runs into its time-out, twice. */
#define PATIENCE (150 * G_USEC_PER_SEC)
#define PAUSE (50 * 1000)

struct _ConveneOauthLock
{
  int fd;
};

static void
return_file_error (GTask      *task,
                   const char *path,
                   int         code)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("The file “%s” cannot be locked: %s"), path, g_strerror (code));
}

/* In a thread of its own, where it may sleep. */
static void
take_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *path = task_data;
  gint64      end = g_get_monotonic_time () + PATIENCE;
  g_autoptr(ConveneOauthLock) self = g_new0 (ConveneOauthLock, 1);

  self->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    {
      return_file_error (task, path, errno);
      return;
    }

  while (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        {
          return_file_error (task, path, errno);
          return;
        }
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));
          return;
        }
      if (g_get_monotonic_time () > end)
        {
          g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("Another running Convene has been signing in for minutes."));
          return;
        }
      g_usleep (PAUSE);
    }

  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) convene_oauth_lock_free);
}

void
convene_oauth_lock_take_async (const char         *folder,
                               const char         *name,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *file_name = NULL;

  g_return_if_fail (folder != NULL);
  g_return_if_fail (name != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_lock_take_async);
  g_task_set_check_cancellable (task, FALSE);
  file_name = g_strdup_printf ("token-%s.lock", name);
  g_task_set_task_data (task, g_build_filename (folder, file_name, NULL), g_free);
  g_task_run_in_thread (task, take_in_thread);
}

ConveneOauthLock *
convene_oauth_lock_take_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_lock_take_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_oauth_lock_free (ConveneOauthLock *self)
{
  /* The last descriptor of the open file gives the lock back. The file stays: to remove it would let two hold "the" lock. */
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
