/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-look.h"

#include "convene-error.h"

#define AGAIN (5 * CONVENE_SECOND)

typedef struct
{
  ConveneClock *clock;
  gint64        number;
  GSource      *pause;
  GSource      *cancelled;
} Look;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
look_free (gpointer data)
{
  Look *self = data;

  clear_source (&self->pause);
  clear_source (&self->cancelled);
  g_object_unref (self->clock);
  g_free (self);
}

static void
read_meeting (GTask              *task,
              GAsyncReadyCallback callback)
{
  Look *self = g_task_get_task_data (task);

  convene_meeting_provider_read_async (g_task_get_source_object (task), self->number, g_task_get_cancellable (task), callback, g_object_ref (task));
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError         *error = NULL;
  ConveneMeeting *meeting = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &error);

  if (meeting != NULL)
    g_task_return_pointer (task, meeting, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The time has passed, or nobody wants to know any more: then the request says so. */
static gboolean
paused_cb (gpointer user_data)
{
  GTask *task = user_data;
  Look  *self = g_task_get_task_data (task);
  g_autoptr(GTask) kept = g_object_ref (task);

  clear_source (&self->pause);
  clear_source (&self->cancelled);
  read_meeting (kept, read_again_cb);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  return paused_cb (user_data);
}

static void
pause_look (GTask *task)
{
  Look         *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->pause = convene_clock_create_source (self->clock, convene_clock_now (self->clock) + AGAIN);
  g_source_set_callback (self->pause, paused_cb, g_object_ref (task), g_object_unref);
  g_source_attach (self->pause, g_task_get_context (task));
  if (cancellable == NULL)
    return;

  self->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
  g_source_attach (self->cancelled, g_task_get_context (task));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError         *error = NULL;
  ConveneMeeting *meeting = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &error);

  if (meeting != NULL)
    {
      g_task_return_pointer (task, meeting, g_object_unref);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    {
      g_error_free (error);
      pause_look (task);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

void
convene_meeting_look_async (ConveneMeetingProvider *provider,
                            ConveneClock           *clock,
                            gint64                  number,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_autoptr(GTask) task = NULL;
  Look *self;

  g_return_if_fail (CONVENE_IS_MEETING_PROVIDER (provider));
  g_return_if_fail (CONVENE_IS_CLOCK (clock));

  self = g_new0 (Look, 1);
  self->clock = g_object_ref (clock);
  self->number = number;
  task = g_task_new (provider, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_meeting_look_async);
  g_task_set_task_data (task, self, look_free);
  read_meeting (task, read_cb);
}

ConveneMeeting *
convene_meeting_look_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_meeting_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
