/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-client.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-text.h"
#include "convene-zoom-client-private.h"
#include "convene-zoom-error.h"
#include "convene-zoom-parse.h"
#include "convene-zoom-turn.h"

struct _ConveneZoomClient
{
  GObject parent_instance;

  ConveneHttpSession  *http;
  ConveneTokenSource  *source;
  ConveneClock        *clock;
  char                *api_url;
  ConveneAccountMethod method;
  char                *address;                          /* whose "me" is, or NULL */
  ConveneZoomPace     *pace;                             /* or NULL */
  ConveneTokenSource  *turns[CONVENE_ZOOM_N_CATEGORIES]; /* NULL without a pace */
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

/* Zoom: rate limits. Of what is asked here, what lies below a user is medium, the user and a meeting are light. */
static ConveneZoomCategory
get_category (const char *path)
{
  return g_str_has_prefix (path, "/users/") && strchr (path + strlen ("/users/"), '/') != NULL ? CONVENE_ZOOM_MEDIUM : CONVENE_ZOOM_LIGHT;
}

#define CATEGORY_KEY "convene-category"

#define PAUSE (CONVENE_SECOND / 4) /* where Zoom does not say how long: so that it has less than it takes within a second */

void
convene_zoom_client_send (GTask              *task,
                          const char         *method,
                          const char         *path,
                          JsonNode           *body,
                          GAsyncReadyCallback callback)
{
  ConveneZoomClient  *self = g_task_get_source_object (task);
  ConveneZoomCategory category = get_category (path);
  ConveneTokenSource *source = self->turns[category] != NULL ? self->turns[category] : self->source;
  g_autofree char    *uri = g_strconcat (self->api_url, path, NULL);

  g_object_set_data (G_OBJECT (task), CATEGORY_KEY, GINT_TO_POINTER (category));
  convene_http_session_send_json_async (self->http, method, uri, body, source, g_task_get_cancellable (task), callback, task);
}

/* Zoom counts what it refuses as well: all others wait too. */
static void
heed_limit (ConveneZoomClient       *self,
            GTask                   *task,
            const ConveneZoomAnswer *answer)
{
  g_autoptr(GError) error = self->pace != NULL && convene_zoom_error_is_failure (answer) ? convene_zoom_error_new (answer) : NULL;

  if (convene_zoom_error_is_pace (answer, error))
    convene_zoom_pace_back_off (self->pace, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), CATEGORY_KEY)), MAX (answer->retry_at, answer->now + PAUSE));
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
  answer->limit = convene_http_reply_get_header (reply, "X-RateLimit-Limit");
  answer->limit_left = convene_http_reply_get_header (reply, "X-RateLimit-Remaining");
  answer->now = convene_clock_now (self->clock);
  answer->retry_at = convene_http_reply_get_retry_at (reply, answer->now);
  heed_limit (self, task, answer);
  return g_steal_pointer (&reply);
}

GTask *
convene_zoom_client_new_task (ConveneZoomClient  *self,
                              gpointer            source_tag,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

void
convene_zoom_client_finish_done (GTask        *task,
                                 const char   *method,
                                 const char   *host,
                                 GObject      *http,
                                 GAsyncResult *result)
{
  g_autoptr(ConveneHttpReply) reply = NULL;
  GError           *error = NULL;
  ConveneZoomAnswer answer;

  reply = convene_zoom_client_receive (task, method, http, result, &answer, &error);
  if (reply != NULL)
    convene_zoom_client_learn (g_task_get_source_object (task), host, &answer);

  if (reply != NULL && convene_zoom_parse_done (&answer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
convene_zoom_client_learn (ConveneZoomClient       *self,
                           const char              *host,
                           const ConveneZoomAnswer *answer)
{
  int used = convene_zoom_error_get_used (answer);

  if (host != NULL && used >= 0)
    convene_meeting_provider_emit_requests_used (CONVENE_MEETING_PROVIDER (self), host, used);
}

char *
convene_zoom_client_dup_meeting_path (gint64 number)
{
  return g_strdup_printf ("/meetings/%" G_GINT64_FORMAT, number);
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneZoomClient, convene_zoom_client, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_MEETING_PROVIDER, convene_zoom_meetings_iface_init))

static void
convene_zoom_client_dispose (GObject *object)
{
  ConveneZoomClient *self = CONVENE_ZOOM_CLIENT (object);

  g_clear_object (&self->http);
  g_clear_object (&self->source);
  g_clear_object (&self->clock);
  g_clear_object (&self->pace);
  for (guint i = 0; i < CONVENE_ZOOM_N_CATEGORIES; i++)
    g_clear_object (&self->turns[i]);

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

void
convene_zoom_client_set_pace (ConveneZoomClient *self,
                              ConveneZoomPace   *pace)
{
  g_return_if_fail (CONVENE_IS_ZOOM_CLIENT (self));
  g_return_if_fail (pace == NULL || CONVENE_IS_ZOOM_PACE (pace));

  g_set_object (&self->pace, pace);
  for (guint i = 0; i < CONVENE_ZOOM_N_CATEGORIES; i++)
    {
      g_clear_object (&self->turns[i]);
      if (pace != NULL)
        self->turns[i] = convene_zoom_turn_new (self->source, pace, (ConveneZoomCategory) i);
    }
}
