/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gio/gunixinputstream.h>
#include <poll.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "convene-error.h"
#include "convene-practice-place.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)
#define PAUSE_US 10000

/* One connecting, in a thread of its own, where it may wait. */
typedef struct
{
  char         *program;
  char         *folder;
  GCancellable *cancellable;
  gint64        deadline; /* of the monotonic clock: no time that a person sees */
} Connecting;

static void
connecting_free (gpointer data)
{
  Connecting *self = data;

  g_free (self->program);
  g_free (self->folder);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
convene_practice_endpoints_free (ConvenePracticeEndpoints *self)
{
  if (self == NULL)
    return;

  if (self->lease >= 0)
    close (self->lease);
  g_free (self->api_url);
  g_free (self->oauth_url);
  g_free (self);
}

static gboolean
fail (GError    **error,
      const char *detail)
{
  /* Translators: %s is what the system says about it */
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _ ("The practice server could not be started: %s"), detail);
  return FALSE;
}

static gboolean
may_go_on (Connecting *self,
           GError    **error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }

  return g_get_monotonic_time () < self->deadline || fail (error, g_strerror (ETIMEDOUT));
}

/* A server that is about to go holds it for a moment. */
static int
take_lease (Connecting *self,
            GError    **error)
{
  while (may_go_on (self, error))
    {
      g_autoptr(GError) problem = NULL;
      int lease = convene_practice_place_lock (self->folder, CONVENE_PRACTICE_USERS_FILE, LOCK_SH, &problem);

      if (lease >= 0)
        return lease;

      if (!g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_AGAIN))
        {
          fail (error, problem->message);
          return -1;
        }

      g_usleep (PAUSE_US);
    }

  return -1;
}

/* Until the server has said that it is ready, or has gone: either way there is something to look for. */
static gboolean
wait_for_line (Connecting *self,
               int         fd,
               GError    **error)
{
  struct pollfd poll_fd = { .fd = fd, .events = POLLIN };

  while (may_go_on (self, error))
    if (poll (&poll_fd, 1, PAUSE_US / 1000) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
start_server (Connecting *self,
              GError    **error)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) problem = NULL;
  GInputStream *output;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &problem,
                              self->program, CONVENE_PRACTICE_SERVER_OPTION, self->folder, NULL);
  if (process == NULL)
    return fail (error, problem->message);

  output = g_subprocess_get_stdout_pipe (process);
  return wait_for_line (self, g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (output)), error);
}

/* Two clients may start a server each: one of the two servers finds the folder locked, waits until the other is ready, and goes. */
static ConvenePracticeEndpoints *
find_or_start (Connecting *self,
               GError    **error)
{
  while (may_go_on (self, error))
    {
      ConvenePracticeEndpoints *endpoints = convene_practice_place_find_server (self->folder);

      if (endpoints != NULL)
        return endpoints;
      if (!start_server (self, error))
        return NULL;

      endpoints = convene_practice_place_find_server (self->folder);
      if (endpoints != NULL)
        return endpoints;
      g_usleep (PAUSE_US);
    }

  return NULL;
}

static void
connect_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Connecting               *self = task_data;
  ConvenePracticeEndpoints *endpoints;
  GError                   *error = NULL;
  int                       lease;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      fail (&error, g_strerror (errno));
      g_task_return_error (task, error);
      return;
    }

  lease = take_lease (self, &error);
  endpoints = lease >= 0 ? find_or_start (self, &error) : NULL;
  if (endpoints == NULL)
    {
      if (lease >= 0)
        close (lease);
      g_task_return_error (task, error);
      return;
    }

  endpoints->lease = lease;
  g_task_return_pointer (task, endpoints, (GDestroyNotify) convene_practice_endpoints_free);
}

void
convene_practice_connect_async (const char         *program,
                                const char         *folder,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Connecting *self;

  g_return_if_fail (program != NULL);
  g_return_if_fail (folder != NULL);

  self = g_new0 (Connecting, 1);
  self->program = g_strdup (program);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->deadline = g_get_monotonic_time () + PATIENCE_US;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_practice_connect_async);
  g_task_set_task_data (task, self, connecting_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, connect_thread);
}

ConvenePracticeEndpoints *
convene_practice_connect_finish (GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
