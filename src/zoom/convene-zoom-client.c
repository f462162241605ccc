/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-client.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-text.h"
#include "convene-zoom-client-private.h"
#include "convene-zoom-parse.h"

struct _ConveneZoomClient
{
  GObject parent_instance;

  ConveneHttpSession  *http;
  ConveneTokenSource  *source;
  ConveneClock        *clock;
  char                *api_url;
  ConveneAccountMethod method;
  char                *address; /* whose "me" is, or NULL */
};

gboolean
convene_zoom_client_is_for_other (ConveneZoomClient *self,
                                  const char        *host)
{
  return self->method != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER && self->address != NULL && host != NULL && *host != '\0' &&
         !convene_address_equal (self->address, host);
}

char *
convene_zoom_client_dup_user_path (ConveneZoomClient *self,
                                   const char        *host,
                                   GError           **error)
{
  g_autofree char *escaped = NULL;

  if (self->method != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER)
    return g_strdup ("/users/me");

  if (host == NULL || *host == '\0')
    {
      g_propagate_error (error, convene_error_new_field (CONVENE_ERROR_REFUSED, "host", _ ("The Zoom account names no host: connect it again with one")));
      return NULL;
    }

  escaped = g_uri_escape_string (host, NULL, FALSE);
  return g_strconcat ("/users/", escaped, NULL);
}

void
convene_zoom_client_send (GTask              *task,
                          const char         *method,
                          const char         *path,
                          JsonNode           *body,
                          GAsyncReadyCallback callback)
{
  ConveneZoomClient *self = g_task_get_source_object (task);
  g_autofree char   *uri = g_strconcat (self->api_url, path, NULL);

  convene_http_session_send_json_async (self->http, method, uri, body, self->source, g_task_get_cancellable (task), callback, task);
}

ConveneHttpReply *
convene_zoom_client_receive (GTask             *task,
                             const char        *method,
                             GObject           *http,
                             GAsyncResult      *result,
                             ConveneZoomAnswer *answer,
                             GError           **error)
{
  ConveneZoomClient *self = g_task_get_source_object (task);
  g_autoptr(ConveneHttpReply) reply = NULL;
  g_autoptr(GError) local_error = NULL;

  reply = convene_http_session_send_json_finish (CONVENE_HTTP_SESSION (http), result, &local_error);
  if (reply == NULL)
    {
      if (local_error->domain == CONVENE_ERROR && g_str_equal (method, "GET"))
        convene_error_set_doubtful (local_error, FALSE);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  answer->method = method;
  answer->status = convene_http_reply_get_status (reply);
  answer->json = convene_http_reply_get_json (reply);
  answer->is_empty = convene_http_reply_is_empty (reply);
  answer->limit_type = convene_http_reply_get_header (reply, "X-RateLimit-Type");
  answer->limit_category = convene_http_reply_get_header (reply, "X-RateLimit-Category");
  answer->now = convene_clock_now (self->clock);
  answer->retry_at = convene_http_reply_get_retry_at (reply, answer->now);
  return g_steal_pointer (&reply);
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneZoomClient, convene_zoom_client, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_MEETING_PROVIDER, convene_zoom_meetings_iface_init))

static void
convene_zoom_client_dispose (GObject *object)
{
  ConveneZoomClient *self = CONVENE_ZOOM_CLIENT (object);

  g_clear_object (&self->http);
  g_clear_object (&self->source);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (convene_zoom_client_parent_class)->dispose (object);
}

static void
convene_zoom_client_finalize (GObject *object)
{
  ConveneZoomClient *self = CONVENE_ZOOM_CLIENT (object);

  g_clear_pointer (&self->api_url, g_free);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (convene_zoom_client_parent_class)->finalize (object);
}

static void
convene_zoom_client_class_init (ConveneZoomClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_zoom_client_dispose;
  object_class->finalize = convene_zoom_client_finalize;
}

static void
convene_zoom_client_init (ConveneZoomClient *self)
{
}

ConveneZoomClient *
convene_zoom_client_new (ConveneHttpSession  *http,
                         ConveneTokenSource  *source,
                         ConveneClock        *clock,
                         const char          *api_url,
                         ConveneAccountMethod method,
                         const char          *address)
{
  ConveneZoomClient *self;

  g_return_val_if_fail (CONVENE_IS_HTTP_SESSION (http), NULL);
  g_return_val_if_fail (CONVENE_IS_TOKEN_SOURCE (source), NULL);
  g_return_val_if_fail (CONVENE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (api_url != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_ZOOM_CLIENT, NULL);
  self->http = g_object_ref (http);
  self->source = g_object_ref (source);
  self->clock = g_object_ref (clock);
  self->api_url = g_strdup (api_url);
  self->method = method;
  self->address = g_strdup (address);
  return self;
}
