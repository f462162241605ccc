/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-http"

#include "convene-http-call.h"

#include "convene-error.h"
#include "convene-json.h"

#include <glib/gi18n-lib.h>

/* Zoom: "Invalid access token", which before 2024 came with status 400. */
#define ZOOM_BAD_TOKEN 124

typedef struct
{
  /* inputs */
  SoupSession        *soup;
  ConveneHttpRequest  request;
  ConveneTokenSource *source;
  ConveneClock       *clock;
  guint               timeout;

  /* progress */
  ConveneSecret *token;
} Call;

static void
call_free (Call *self)
{
  g_clear_object (&self->soup);
  g_clear_pointer (&self->request.uri, g_uri_unref);
  g_clear_pointer (&self->request.body, g_bytes_unref);
  g_clear_pointer (&self->request.authorization, convene_secret_unref);
  g_clear_object (&self->source);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->token, convene_secret_unref);
  g_free (self);
}

static Call *
call_new (SoupSession              *soup,
          const ConveneHttpRequest *request,
          ConveneTokenSource       *source,
          ConveneClock             *clock,
          guint                     timeout)
{
  Call *self = g_new0 (Call, 1);

  self->soup = g_object_ref (soup);
  self->request.method = g_intern_string (request->method);
  self->request.uri = g_uri_ref (request->uri);
  self->request.content_type = g_intern_string (request->content_type);
  self->request.body = request->body != NULL ? g_bytes_ref (request->body) : NULL;
  self->source = g_object_ref (source);
  self->clock = g_object_ref (clock);
  self->timeout = timeout;
  return self;
}

/* RFC 6750 §2.1, but for the exact alphabet: nothing that ends a header. */
static gboolean
token_is_clean (ConveneSecret *token)
{
  const char *text = convene_secret_peek (token);

  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isgraph (*text))
      return FALSE;

  return TRUE;
}

static gboolean
token_was_refused (ConveneHttpReply *reply)
{
  JsonObject *object = convene_json_node_get_object (convene_http_reply_get_json (reply));
  guint       status = convene_http_reply_get_status (reply);
  gint64      code;

  if (status == 401)
    return TRUE;

  return status == 400 && convene_json_get_int (object, "code", &code) && code == ZOOM_BAD_TOKEN;
}

static void
return_reply (GTask            *task,
              ConveneHttpReply *reply)
{
  g_task_return_pointer (task, reply, (GDestroyNotify) convene_http_reply_free);
}

/* The source's error says nothing about our request, which has not left. */
static void
return_token_error (GTask  *task,
                    GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));
    }
  if (error->domain == CONVENE_ERROR)
    convene_error_set_doubtful (error, FALSE);

  g_task_return_error (task, error);
}

static void
return_bad_token (GTask *task)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _("The access token makes no sense. Sign in again."));
}

/* Fourth step: what the other side says now is the answer, a 401 too. */
static void
replayed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError           *error = NULL;
  ConveneHttpReply *reply = convene_http_exchange_finish (result, &error);

  if (reply == NULL)
    g_task_return_error (task, error);
  else
    return_reply (task, reply);
}

/* Sends with the token that `source` answered; `next` gets the exchange's result, and the task. Takes the task. */
static void
send_with_token (GTask              *task,
                 GAsyncResult       *result,
                 GAsyncReadyCallback next)
{
  Call   *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&self->token, convene_secret_unref);
  g_clear_pointer (&self->request.authorization, convene_secret_unref);
  self->token = convene_token_source_get_finish (self->source, result, &error);
  if (self->token == NULL || !token_is_clean (self->token))
    {
      if (error != NULL)
        return_token_error (task, error);
      else
        return_bad_token (task);
      g_object_unref (task);
      return;
    }

  self->request.authorization = convene_secret_new_take (g_strconcat ("Bearer ", convene_secret_peek (self->token), NULL));
  convene_http_exchange_async (self->soup, &self->request, self->clock, self->timeout, g_task_get_cancellable (task), next, task);
}

/* Third step */
static void
another_token_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  send_with_token (user_data, result, replayed_cb);
}

/* Second step */
static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  Call         *self = g_task_get_task_data (task);
  GCancellable *cancellable;
  GError       *error = NULL;

  reply = convene_http_exchange_finish (result, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!token_was_refused (reply))
    {
      return_reply (task, g_steal_pointer (&reply));
      return;
    }

  g_debug ("The token was refused: asking for another");
  convene_token_source_invalidate (self->source, self->token);
  cancellable = g_task_get_cancellable (task);
  convene_token_source_get_async (self->source, cancellable, another_token_cb, g_steal_pointer (&task));
}

/* First step */
static void
token_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  send_with_token (user_data, result, sent_cb);
}

void
convene_http_call_async (SoupSession              *soup,
                         const ConveneHttpRequest *request,
                         ConveneTokenSource       *source,
                         ConveneClock             *clock,
                         guint                     timeout,
                         GCancellable             *cancellable,
                         GAsyncReadyCallback       callback,
                         gpointer                  user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SOUP_IS_SESSION (soup));
  g_return_if_fail (request != NULL && request->authorization == NULL);
  g_return_if_fail (CONVENE_IS_TOKEN_SOURCE (source));

  task = g_task_new (soup, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_http_call_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call_new (soup, request, source, clock, timeout), (GDestroyNotify) call_free);
  convene_token_source_get_async (source, cancellable, token_cb, g_steal_pointer (&task));
}

ConveneHttpReply *
convene_http_call_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_http_call_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
