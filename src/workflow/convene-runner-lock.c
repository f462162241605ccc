/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-runner-lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

struct _ConveneRunnerLock
{
  char *path;
  int   fd;
};

ConveneRunnerLock *
convene_runner_lock_new (const char *folder)
{
  ConveneRunnerLock *self = g_new0 (ConveneRunnerLock, 1);

  self->path = g_build_filename (folder, "outbox.lock", NULL);
  self->fd = -1;
  return self;
}

void
convene_runner_lock_free (ConveneRunnerLock *self)
{
  convene_runner_lock_release (self);
  g_free (self->path);
  g_free (self);
}

gboolean
convene_runner_lock_try (ConveneRunnerLock *self)
{
  int fd;

  if (self->fd >= 0)
    return TRUE;

  fd = open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return FALSE;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return FALSE;
    }

  self->fd = fd;
  return TRUE;
}

void
convene_runner_lock_release (ConveneRunnerLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

gboolean
convene_runner_lock_is_held (ConveneRunnerLock *self)
{
  return self->fd >= 0;
}
