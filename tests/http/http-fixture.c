/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "http-fixture.h"

#include "convene-error.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
stub_source_get_async (ConveneTokenSource *source,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  StubSource *self = STUB_SOURCE (source);
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autofree char *text = self->text != NULL ? g_strdup (self->text) : g_strdup_printf ("token-%d", self->number);

  self->asked++;
  if (self->asked == self->fails_at)
    {
      GError *error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT, "Sign in again.");

      convene_error_set_doubtful (error, TRUE);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, convene_secret_new (text), (GDestroyNotify) convene_secret_unref);
}

static ConveneSecret *
stub_source_get_finish (ConveneTokenSource *source,
                        GAsyncResult       *result,
                        GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stub_source_invalidate (ConveneTokenSource *source,
                        ConveneSecret      *token)
{
  g_autofree char *text = g_strdup_printf ("token-%d", STUB_SOURCE (source)->number);

  g_assert_cmpstr (convene_secret_peek (token), ==, text);
  STUB_SOURCE (source)->number++;
}

static void
token_source_iface_init (ConveneTokenSourceInterface *iface)
{
  iface->get_async = stub_source_get_async;
  iface->get_finish = stub_source_get_finish;
  iface->invalidate = stub_source_invalidate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StubSource, stub_source, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_TOKEN_SOURCE, token_source_iface_init))

static void
stub_source_class_init (StubSourceClass *klass)
{
}

static void
stub_source_init (StubSource *self)
{
  self->number = 1;
}

static void
append_header (const char *name,
               const char *value,
               gpointer    user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", name, value);
}

static void
handler_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Fixture         *self = user_data;
  const Answer    *answer = &self->answers[MIN (self->requests->len, self->n_answers - 1)];
  GString         *text = g_string_new (NULL);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autofree char *target = g_uri_to_string_partial (soup_server_message_get_uri (message), G_URI_HIDE_NONE);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);

  g_string_append_printf (text, "%s %s\n", soup_server_message_get_method (message), target);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), append_header, text);
  g_string_append_c (text, '\n');
  g_string_append_len (text, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_ptr_array_add (self->requests, g_string_free (text, FALSE));

  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->body != NULL)
    soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, answer->body, strlen (answer->body));
  if (answer->header != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (answer->header, ": ", 2);

      soup_message_headers_append (soup_server_message_get_response_headers (message), parts[0], parts[1]);
    }
}

static char *
get_server_uri (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char   *uri = g_uri_to_string (uris->data);

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  uri[strlen (uri) - 1] = '\0';
  return uri;
}

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  static const Answer fine = { 200, "{\"id\":1}", NULL };
  g_autoptr(GError) error = NULL;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handler_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  self->uri = get_server_uri (self->server);
  self->clock = convene_system_clock_new ();
  self->http = convene_http_session_new (self->clock);
  self->source = g_object_new (STUB_TYPE_SOURCE, NULL);
  self->answers = &fine;
  self->n_answers = 1;
  self->requests = g_ptr_array_new_with_free_func (g_free);
}

void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->reply, convene_http_reply_free);
  g_clear_error (&self->error);
  g_ptr_array_set_size (self->requests, 0);
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  fixture_clear (self);
  g_assert_finalize_object (self->http);
  g_assert_finalize_object (self->source);
  g_assert_finalize_object (self->clock);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->uri, g_free);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *self = user_data;

  self->reply = convene_http_session_send_json_finish (CONVENE_HTTP_SESSION (object), result, &self->error);
  g_assert_true ((self->reply == NULL) != (self->error == NULL));
  self->done = TRUE;
}

void
form_sent_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *self = user_data;

  self->reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &self->error);
  g_assert_true ((self->reply == NULL) != (self->error == NULL));
  self->done = TRUE;
}

void
fixture_wait (Fixture *self)
{
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

void
fixture_begin (Fixture            *self,
               const char         *method,
               const char         *uri,
               const char         *body,
               ConveneTokenSource *source,
               GCancellable       *cancellable)
{
  g_autoptr(JsonNode) node = body != NULL ? json_from_string (body, NULL) : NULL;

  g_clear_pointer (&self->reply, convene_http_reply_free);
  g_clear_error (&self->error);
  self->done = FALSE;
  convene_http_session_send_json_async (self->http, method, uri, node, source, cancellable, sent_cb, self);
}

void
fixture_send (Fixture            *self,
              const char         *method,
              const char         *path,
              const char         *body,
              ConveneTokenSource *source)
{
  g_autofree char *uri = g_str_has_prefix (path, "http") ? g_strdup (path) : g_strconcat (self->uri, path, NULL);

  fixture_begin (self, method, uri, body, source, NULL);
  fixture_wait (self);
}

void
fixture_set_answers (Fixture      *self,
                     const Answer *answers,
                     gsize         n_answers)
{
  fixture_clear (self);
  self->answers = answers;
  self->n_answers = n_answers;
}

void
assert_has (Fixture    *self,
            guint       index,
            const char *text)
{
  g_assert_cmpuint (index, <, self->requests->len);
  if (strstr (g_ptr_array_index (self->requests, index), text) == NULL)
    g_error ("“%s” is not in %s", text, (char *) g_ptr_array_index (self->requests, index));
}

void
assert_has_not (Fixture    *self,
                guint       index,
                const char *text)
{
  g_assert_cmpuint (index, <, self->requests->len);
  g_assert_null (strstr (g_ptr_array_index (self->requests, index), text));
}
