/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-client-private.h"

#include "convene-zoom-change.h"
#include "convene-zoom-error.h"
#include "convene-zoom-find.h"
#include "convene-zoom-format.h"
#include "convene-zoom-parse.h"

/* What the answer to a create does not say itself. */
typedef struct
{
  char *host;
  char *reference;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_free (creation->host);
  g_free (creation->reference);
  g_free (creation);
}

static char *
dup_meetings_path (ConveneZoomClient *self,
                   const char        *host,
                   GError           **error)
{
  g_autofree char *user = convene_zoom_client_dup_user_path (self, host, error);

  return user != NULL ? g_strconcat (user, "/meetings", NULL) : NULL;
}

/* Where the meetings are that were made for a host: those that one schedules for somebody are in that person's list, not in one's own. */
static char *
dup_list_path (ConveneZoomClient *self,
               const char        *host,
               GError           **error)
{
  g_autofree char *escaped = NULL;

  if (!convene_zoom_client_is_for_other (self, host))
    return dup_meetings_path (self, host, error);

  escaped = g_uri_escape_string (host, NULL, FALSE);
  return g_strconcat ("/users/", escaped, "/meetings", NULL);
}

static void
return_meeting (GTask          *task,
                ConveneMeeting *meeting,
                GError         *error)
{
  if (meeting != NULL)
    g_task_return_pointer (task, meeting, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  Creation         *creation = g_task_get_task_data (task);
  ConveneMeeting   *meeting = NULL;
  GError           *error = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "POST", object, result, &answer, &error);
  if (reply != NULL)
    {
      convene_zoom_client_learn (g_task_get_source_object (task), creation->host, &answer);
      meeting = convene_zoom_parse_meeting (&answer, &error);
    }
  if (meeting != NULL)
    {
      convene_meeting_set_reference (meeting, creation->reference);
      if (convene_meeting_get_host (meeting) == NULL)
        convene_meeting_set_host (meeting, creation->host);
    }

  return_meeting (task, meeting, error);
}

static void
convene_zoom_client_create_async (ConveneMeetingProvider *provider,
                                  ConveneInterview       *interview,
                                  const char             *host,
                                  const char             *reference,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data)
{
  ConveneZoomClient *self = CONVENE_ZOOM_CLIENT (provider);
  g_autoptr(GTask) task = convene_zoom_client_new_task (self, convene_zoom_client_create_async, cancellable, callback, user_data);
  g_autoptr(JsonNode) body = NULL;
  g_autofree char *path = NULL;
  GError          *error = NULL;
  Creation        *creation = g_new0 (Creation, 1);
  gboolean         has_reference = FALSE;

  g_task_set_task_data (task, creation, creation_free);

  path = dup_meetings_path (self, host, &error);
  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  body = convene_zoom_format_create (interview, convene_zoom_client_is_for_other (self, host) ? host : NULL, reference, &has_reference);
  creation->host = g_strdup (host);
  creation->reference = has_reference ? g_strdup (reference) : NULL;
  convene_zoom_client_send (g_steal_pointer (&task), "POST", path, body, created_cb);
}

static ConveneMeeting *
convene_zoom_client_create_finish (ConveneMeetingProvider *provider,
                                   GAsyncResult           *result,
                                   GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
convene_zoom_client_change_async (ConveneMeetingProvider *provider,
                                  ConveneMeeting         *meeting,
                                  ConveneInterview       *interview,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data)
{
  convene_zoom_change_async (CONVENE_ZOOM_CLIENT (provider), meeting, interview, cancellable, callback, user_data);
}

static gboolean
convene_zoom_client_change_finish (ConveneMeetingProvider *provider,
                                   GAsyncResult           *result,
                                   GError                **error)
{
  return convene_zoom_change_finish (CONVENE_ZOOM_CLIENT (provider), result, error);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  convene_zoom_client_finish_done (task, "DELETE", convene_meeting_get_host (g_task_get_task_data (task)), object, result);
}

static void
convene_zoom_client_delete_async (ConveneMeetingProvider *provider,
                                  ConveneMeeting         *meeting,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data)
{
  GTask           *task = convene_zoom_client_new_task (CONVENE_ZOOM_CLIENT (provider), convene_zoom_client_delete_async, cancellable, callback, user_data);
  g_autofree char *path = convene_zoom_client_dup_meeting_path (convene_meeting_get_number (meeting));

  g_task_set_task_data (task, g_object_ref (meeting), g_object_unref);
  convene_zoom_client_send (task, "DELETE", path, NULL, deleted_cb);
}

static gboolean
convene_zoom_client_delete_finish (ConveneMeetingProvider *provider,
                                   GAsyncResult           *result,
                                   GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  const gint64     *number = g_task_get_task_data (task);
  ConveneMeeting   *meeting = NULL;
  GError           *error = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "GET", object, result, &answer, &error);
  if (reply != NULL)
    meeting = convene_zoom_parse_meeting (&answer, &error);
  if (meeting != NULL && convene_meeting_get_number (meeting) != *number)
    {
      g_clear_object (&meeting);
      error = convene_zoom_error_new_bad (&answer);
    }

  return_meeting (task, meeting, error);
}

static void
convene_zoom_client_read_async (ConveneMeetingProvider *provider,
                                gint64                  number,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  GTask           *task = convene_zoom_client_new_task (CONVENE_ZOOM_CLIENT (provider), convene_zoom_client_read_async, cancellable, callback, user_data);
  g_autofree char *path = convene_zoom_client_dup_meeting_path (number);

  g_task_set_task_data (task, g_memdup2 (&number, sizeof number), g_free);
  convene_zoom_client_send (task, "GET", path, NULL, read_cb);
}

static ConveneMeeting *
convene_zoom_client_read_finish (ConveneMeetingProvider *provider,
                                 GAsyncResult           *result,
                                 GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
convene_zoom_client_find_async (ConveneMeetingProvider *provider,
                                ConveneMeeting         *intent,
                                const char             *host,
                                gint64                  since,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  ConveneZoomClient *self = CONVENE_ZOOM_CLIENT (provider);
  GError            *error = NULL;
  g_autofree char   *path = dup_list_path (self, host, &error);

  if (path != NULL)
    convene_zoom_find_async (self, path, intent, since, cancellable, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, convene_zoom_client_find_async, error);
}

static GPtrArray *
convene_zoom_client_find_finish (ConveneMeetingProvider *provider,
                                 GAsyncResult           *result,
                                 GError                **error)
{
  return convene_zoom_find_finish (CONVENE_ZOOM_CLIENT (provider), result, error);
}

void
convene_zoom_meetings_iface_init (ConveneMeetingProviderInterface *iface)
{
  iface->create_async = convene_zoom_client_create_async;
  iface->create_finish = convene_zoom_client_create_finish;
  iface->change_async = convene_zoom_client_change_async;
  iface->change_finish = convene_zoom_client_change_finish;
  iface->delete_async = convene_zoom_client_delete_async;
  iface->delete_finish = convene_zoom_client_delete_finish;
  iface->read_async = convene_zoom_client_read_async;
  iface->read_finish = convene_zoom_client_read_finish;
  iface->find_async = convene_zoom_client_find_async;
  iface->find_finish = convene_zoom_client_find_finish;
}
