/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-settings.h"

#include "convene-zoom-client-private.h"

/* Zoom: get user settings, "option"; what is looked for in each. */
static const char *const options[] = { "", "?option=meeting_security", "?option=meeting_authentication" };

typedef struct
{
  char                *path; /* without an option */
  guint                option;
  ConveneZoomSettings *settings;
  GAsyncReadyCallback  answered;
} Survey;

static void
survey_free (gpointer data)
{
  Survey *self = data;

  g_free (self->path);
  g_clear_pointer (&self->settings, convene_zoom_settings_free);
  g_free (self);
}

/* Takes `task`. */
static void
ask (GTask *task)
{
  Survey          *self = g_task_get_task_data (task);
  g_autofree char *path = g_strconcat (self->path, options[self->option], NULL);

  convene_zoom_client_send (task, "GET", path, NULL, self->answered);
}

static void
settings_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  Survey           *self = g_task_get_task_data (task);
  GError           *error = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "GET", source, result, &answer, &error);
  if (reply == NULL || !convene_zoom_parse_settings (&answer, self->settings, &error))
    g_task_return_error (task, error);
  else if (++self->option < G_N_ELEMENTS (options))
    ask (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_steal_pointer (&self->settings), (GDestroyNotify) convene_zoom_settings_free);
}

void
convene_zoom_client_get_settings_async (ConveneZoomClient  *self,
                                        const char         *host,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *path = NULL;
  GError          *error = NULL;
  Survey          *survey;

  g_return_if_fail (CONVENE_IS_ZOOM_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_zoom_client_get_settings_async);
  path = convene_zoom_client_dup_user_path (self, host, &error);
  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  survey = g_new0 (Survey, 1);
  survey->path = g_strconcat (path, "/settings", NULL);
  survey->settings = g_new0 (ConveneZoomSettings, 1);
  survey->answered = settings_cb;
  g_task_set_task_data (task, survey, survey_free);
  ask (g_steal_pointer (&task));
}

ConveneZoomSettings *
convene_zoom_client_get_settings_finish (ConveneZoomClient *self,
                                         GAsyncResult      *result,
                                         GError           **error)
{
  g_return_val_if_fail (CONVENE_IS_ZOOM_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
