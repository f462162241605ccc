/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-text.h"
#include "convene-zoom-client-private.h"
#include "convene-zoom-parse.h"

static void
return_user (GTask           *task,
             ConveneZoomUser *user,
             GError          *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, user, (GDestroyNotify) convene_zoom_user_free);
}

static ConveneZoomUser *
receive_user (GTask        *task,
              GObject      *http,
              GAsyncResult *result,
              GError      **error)
{
  g_autoptr(ConveneHttpReply) reply = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "GET", http, result, &answer, error);
  return reply != NULL ? convene_zoom_parse_user (&answer, error) : NULL;
}

static void
user_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError          *error = NULL;
  ConveneZoomUser *user = receive_user (task, object, result, &error);

  return_user (task, user, error);
}

static void
ask_user (GTask              *task,
          const char         *host,
          GAsyncReadyCallback callback)
{
  GError          *error = NULL;
  g_autofree char *path = convene_zoom_client_dup_user_path (g_task_get_source_object (task), host, &error);

  if (path != NULL)
    {
      convene_zoom_client_send (task, "GET", path, NULL, callback);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

void
convene_zoom_client_get_user_async (ConveneZoomClient  *self,
                                    const char         *host,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ZOOM_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_zoom_client_get_user_async);
  ask_user (task, host, user_cb);
}

ConveneZoomUser *
convene_zoom_client_get_user_finish (ConveneZoomClient *self,
                                     GAsyncResult      *result,
                                     GError           **error)
{
  g_return_val_if_fail (CONVENE_IS_ZOOM_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Zoom says of a user that there is none, that it is another account's, and that it has not accepted its invitation, as a refusal of the host. */
static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError          *error = NULL;
  ConveneZoomUser *user = receive_user (task, object, result, &error);

  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) && g_strcmp0 (convene_error_get_field (error), "host") == 0)
    g_clear_error (&error);

  return_user (task, user, error);
}

void
convene_zoom_client_find_user_async (ConveneZoomClient  *self,
                                     const char         *address,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ZOOM_CLIENT (self));
  g_return_if_fail (address != NULL && *address != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_zoom_client_find_user_async);
  ask_user (task, address, found_cb);
}

ConveneZoomUser *
convene_zoom_client_find_user_finish (ConveneZoomClient *self,
                                      GAsyncResult      *result,
                                      GError           **error)
{
  g_return_val_if_fail (CONVENE_IS_ZOOM_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
schedulers_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  GError           *error = NULL;
  GStrv             addresses = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, "GET", object, result, &answer, &error);
  if (reply != NULL)
    addresses = convene_zoom_parse_schedulers (&answer, &error);

  if (addresses != NULL)
    g_task_return_pointer (task, addresses, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

void
convene_zoom_client_list_schedulers_async (ConveneZoomClient  *self,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ZOOM_CLIENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_zoom_client_list_schedulers_async);
  convene_zoom_client_send (task, "GET", "/users/me/schedulers", NULL, schedulers_cb);
}

GStrv
convene_zoom_client_list_schedulers_finish (ConveneZoomClient *self,
                                            GAsyncResult      *result,
                                            GError           **error)
{
  g_return_val_if_fail (CONVENE_IS_ZOOM_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
