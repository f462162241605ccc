/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-http"

#include "convene-http-exchange.h"

#include "convene-error.h"
#include "convene-http-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ANSWER (4 * 1024 * 1024)
#define CHUNK (32 * 1024)

/* What ends an exchange from our side. */
typedef enum
{
  STOP_NONE,
  STOP_CANCELLED,
  STOP_TIMED_OUT,
  STOP_TOO_LONG,
  STOP_OLD_TLS,
  STOP_REPEATED,
} Stop;

typedef struct
{
  /* inputs */
  SoupMessage  *message;
  ConveneClock *clock;

  /* progress */
  GCancellable *inner; /* what libsoup is given: the caller's cancellation and the deadline both end here */
  GSource      *cancelled;
  GSource      *deadline;
  GInputStream *stream;
  gint64        began; /* monotonic */
  gboolean      left;  /* a byte of the request may be on the wire */
  Stop          stop;

  /* result */
  GByteArray *body;
  GError     *error;
} Exchange;

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
exchange_free (Exchange *self)
{
  clear_source (&self->cancelled);
  clear_source (&self->deadline);
  g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
  g_clear_object (&self->clock);
  g_clear_object (&self->inner);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
exchange_stop (Exchange *self,
               Stop      stop)
{
  if (self->stop != STOP_NONE)
    return;

  self->stop = stop;
  g_cancellable_cancel (self->inner);
}

/* Zoom's support asks for this header; it is the one thing logged that the other side wrote. */
static const char *
get_tracking_id (Exchange *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char         *id = headers != NULL ? soup_message_headers_get_one (headers, "x-zm-trackingid") : NULL;

  if (id == NULL || strlen (id) > 128)
    return "-";
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isgraph (*c))
      return "-";

  return id;
}

static void
log_outcome (Exchange   *self,
             const char *outcome)
{
  g_autofree char *uri = g_uri_to_string_partial (soup_message_get_uri (self->message),
                                                  G_URI_HIDE_USERINFO | G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT);

  g_debug ("%s %s: %s in %d ms, tracking id %s", soup_message_get_method (self->message), uri, outcome,
           (int) ((g_get_monotonic_time () - self->began) / 1000), get_tracking_id (self));
}

static GError *
new_stopped_error (Exchange   *self,
                   const char *host)
{
  switch (self->stop)
    {
    case STOP_CANCELLED:
      return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));
    case STOP_TIMED_OUT:
      return g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("%s did not answer in time."), host);
    case STOP_TOO_LONG:
      return g_error_new (CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _("The answer of %s is too long."), host);
    case STOP_OLD_TLS:
      return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("%s offers no encryption that is safe today (TLS 1.2), so nothing was sent."), host);
    case STOP_NONE:
    case STOP_REPEATED:
    default:
      return g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("The connection to %s broke off."), host);
    }
}

static GError *
new_error (Exchange     *self,
           const GError *cause)
{
  const char *host = g_uri_get_host (soup_message_get_uri (self->message));

  if (self->stop != STOP_NONE || self->left)
    return new_stopped_error (self, host);
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED,
                        _("The certificate of %s cannot be trusted, so nothing was sent. Check this computer's date and its network."), host);

  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("%s cannot be reached. Check the network."), host);
}

static void
return_reply (GTask *task)
{
  Exchange        *self = g_task_get_task_data (task);
  g_autofree char *status = g_strdup_printf ("%u", soup_message_get_status (self->message));

  log_outcome (self, status);
  g_task_return_pointer (task,
                         convene_http_reply_new (self->message, (const char *) self->body->data, self->body->len, convene_clock_now (self->clock)),
                         (GDestroyNotify) convene_http_reply_free);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Exchange *self = g_task_get_task_data (task);

  g_input_stream_close_finish (G_INPUT_STREAM (object), result, NULL);
  g_task_return_error (task, g_steal_pointer (&self->error));
}

/* Ends an exchange that failed; libsoup's words go to the log. A stream that was not read to its end would be closed by its last unref, which
 * waits for the other side: so it is closed here, and cancelled at that. Takes the task. */
static void
fail (GTask        *task,
      const GError *cause)
{
  Exchange *self = g_task_get_task_data (task);

  self->error = new_error (self, cause);
  convene_error_set_doubtful (self->error, self->left);
  log_outcome (self, self->stop != STOP_NONE ? convene_error_name (self->error) : cause->message);
  clear_source (&self->deadline);
  clear_source (&self->cancelled);

  if (self->stream != NULL)
    {
      g_cancellable_cancel (self->inner);
      g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, self->inner, closed_cb, task);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&self->error));
      g_object_unref (task);
    }
}

/* libsoup takes the end of a connection that was to be closed for the end of its answer, whatever that had promised (RFC 9112 §8). A body that came packed
 * says so itself. */
static gboolean
is_cut_short (Exchange *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH && soup_message_get_status (self->message) != SOUP_STATUS_NO_CONTENT &&
         soup_message_headers_get_one (headers, "Content-Encoding") == NULL && soup_message_headers_get_content_length (headers) > self->body->len;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Exchange *self = g_task_get_task_data (task);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  bytes = g_input_stream_read_bytes_finish (self->stream, result, &error);
  if (bytes == NULL)
    {
      fail (g_steal_pointer (&task), error);
      return;
    }
  if (g_bytes_get_size (bytes) == 0 && is_cut_short (self))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "the answer is shorter than it said");
      fail (g_steal_pointer (&task), error);
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      return_reply (task);
      return;
    }
  if (self->body->len + g_bytes_get_size (bytes) > MAX_ANSWER)
    {
      exchange_stop (self, STOP_TOO_LONG);
      fail (g_steal_pointer (&task), NULL);
      return;
    }

  g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->inner, read_cb, g_steal_pointer (&task));
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Exchange *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (self->stream == NULL)
    fail (g_steal_pointer (&task), error);
  else
    g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->inner, read_cb, g_steal_pointer (&task));
}

/* GnuTLS as glib-networking sets it up on Debian 12 takes TLS 1.1, and nothing in between lets us say no beforehand. */
static gboolean
tls_is_old (SoupMessage *message)
{
  if (g_str_equal (g_uri_get_scheme (soup_message_get_uri (message)), "http"))
    return FALSE;

  return soup_message_get_tls_protocol_version (message) < G_TLS_PROTOCOL_VERSION_TLS_1_2;
}

/* The connection stands, its certificate was accepted, and the request is about to be written; stopped now, it is not. */
static void
starting_cb (Exchange *self)
{
  if (tls_is_old (self->message))
    exchange_stop (self, STOP_OLD_TLS);
  else if (self->stop == STOP_NONE)
    self->left = TRUE;
}

/* libsoup takes a GET whose connection turns out to be dead to another one. For the rest this must not happen, whatever the other side says about
 * not having looked at it; nor does it in HTTP/1, where they get a new connection each. */
static void
restarted_cb (Exchange *self)
{
  if (soup_message_get_method (self->message) != SOUP_METHOD_GET)
    exchange_stop (self, STOP_REPEATED);
}

static gboolean
deadline_cb (gpointer user_data)
{
  exchange_stop (user_data, STOP_TIMED_OUT);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  exchange_stop (user_data, STOP_CANCELLED);
  return G_SOURCE_REMOVE;
}

static SoupMessage *
create_message (const ConveneHttpRequest *request)
{
  SoupMessage        *message = soup_message_new_from_uri (request->method, request->uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  SoupMessageFlags    flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  if (soup_message_get_method (message) != SOUP_METHOD_GET)
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  soup_message_set_flags (message, flags);

  soup_message_headers_replace (headers, "Accept", "application/json");
  if (request->authorization != NULL)
    soup_message_headers_replace (headers, "Authorization", convene_secret_peek (request->authorization));
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);

  return message;
}

static Exchange *
exchange_new (const ConveneHttpRequest *request,
              ConveneClock             *clock)
{
  Exchange *self = g_new0 (Exchange, 1);

  self->message = create_message (request);
  self->clock = g_object_ref (clock);
  self->inner = g_cancellable_new ();
  self->body = g_byte_array_new ();
  self->began = g_get_monotonic_time ();
  g_signal_connect_swapped (self->message, "starting", G_CALLBACK (starting_cb), self);
  g_signal_connect_swapped (self->message, "restarted", G_CALLBACK (restarted_cb), self);
  return self;
}

/* libsoup 3.2 has read an answer's head some time before it says so, and does not bear being cancelled in between. It says so from a source of the default
 * priority, which goes first. */
#define PRIORITY_STOP (G_PRIORITY_DEFAULT + 1)

/* Time-out and cancellation end the exchange from the main loop: never in the middle of somebody else's g_cancellable_cancel (). */
static void
exchange_watch (Exchange     *self,
                guint         timeout,
                GCancellable *cancellable)
{
  self->deadline = g_timeout_source_new (timeout);
  g_source_set_callback (self->deadline, deadline_cb, self, NULL);
  g_source_set_priority (self->deadline, PRIORITY_STOP);
  g_source_attach (self->deadline, g_main_context_get_thread_default ());

  if (cancellable == NULL)
    return;

  self->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
  g_source_set_priority (self->cancelled, PRIORITY_STOP);
  g_source_attach (self->cancelled, g_main_context_get_thread_default ());
}

void
convene_http_exchange_async (SoupSession              *soup,
                             const ConveneHttpRequest *request,
                             ConveneClock             *clock,
                             guint                     timeout,
                             GCancellable             *cancellable,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  g_autoptr(GTask) task = NULL;
  Exchange *self;

  g_return_if_fail (SOUP_IS_SESSION (soup));
  g_return_if_fail (request != NULL && request->uri != NULL);

  task = g_task_new (soup, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_http_exchange_async);
  /* An answer that came counts, and a cancellation says whether the request left. */
  g_task_set_check_cancellable (task, FALSE);
  self = exchange_new (request, clock);
  g_task_set_task_data (task, self, (GDestroyNotify) exchange_free);

  if (g_cancellable_is_cancelled (cancellable))
    {
      exchange_stop (self, STOP_CANCELLED);
      fail (g_steal_pointer (&task), NULL);
      return;
    }

  exchange_watch (self, timeout, cancellable);
  soup_session_send_async (soup, self->message, G_PRIORITY_DEFAULT, self->inner, sent_cb, g_steal_pointer (&task));
}

ConveneHttpReply *
convene_http_exchange_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_http_exchange_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
