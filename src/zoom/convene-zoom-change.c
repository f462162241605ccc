/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-change.h"

#include "convene-meeting-compare.h"
#include "convene-meeting-provider.h"
#include "convene-zoom-client-private.h"
#include "convene-zoom-format.h"
#include "convene-zoom-parse.h"

typedef struct
{
  ConveneMeeting   *known;
  ConveneInterview *wanted;
  char             *path;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->known);
  g_object_unref (change->wanted);
  g_free (change->path);
  g_free (change);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *change = g_task_get_task_data (task);

  convene_zoom_client_finish_done (task, "PATCH", convene_meeting_get_host (change->known), object, result);
}

static void
send_change (GTask *task,
             GStrv  alternative_hosts)
{
  Change *change = g_task_get_task_data (task);
  g_autoptr(JsonNode) body = convene_zoom_format_change (change->wanted, change->known, (const char *const *) alternative_hosts);

  convene_zoom_client_send (task, "PATCH", change->path, body, changed_cb);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_auto (GStrv) hosts = NULL;
  Change           *change = g_task_get_task_data (task);
  GError           *error = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "GET", object, result, &answer, &error);
  if (reply != NULL)
    meeting = convene_zoom_parse_meeting (&answer, &error);
  if (meeting == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  hosts = convene_zoom_merge_hosts (convene_meeting_get_alternative_hosts (meeting), convene_meeting_get_alternative_hosts (change->known),
                                    convene_interview_get_alternative_hosts (change->wanted));
  send_change (g_steal_pointer (&task), hosts);
}

void
convene_zoom_change_async (ConveneZoomClient  *client,
                           ConveneMeeting     *known,
                           ConveneInterview   *wanted,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ConveneMeetingDifference difference = convene_meeting_compare (known, wanted);
  g_autoptr(GTask) task = convene_zoom_client_new_task (client, convene_zoom_change_async, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->known = g_object_ref (known);
  change->wanted = g_object_ref (wanted);
  change->path = convene_zoom_client_dup_meeting_path (convene_meeting_get_number (known));
  g_task_set_task_data (task, change, change_free);

  if (difference == CONVENE_MEETING_DIFFERENCE_NONE)
    g_task_return_boolean (task, TRUE);
  else if ((difference & CONVENE_MEETING_DIFFERENCE_ALTERNATIVE_HOSTS) != 0)
    convene_zoom_client_send (g_steal_pointer (&task), "GET", change->path, NULL, read_cb);
  else
    send_change (g_steal_pointer (&task), NULL);
}

gboolean
convene_zoom_change_finish (ConveneZoomClient *client,
                            GAsyncResult      *result,
                            GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
