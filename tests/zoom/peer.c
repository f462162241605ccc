/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "peer.h"

#include <libsoup/soup.h>
#include <string.h>

struct _ConveneStubClock
{
  GObject parent_instance;

  gint64 now;
};

static gint64
stub_clock_now (ConveneClock *clock)
{
  return CONVENE_STUB_CLOCK (clock)->now;
}

static GSource *
stub_clock_create_source (ConveneClock *clock,
                          gint64        at)
{
  return g_timeout_source_new (G_MAXUINT);
}

static void
clock_iface_init (ConveneClockInterface *iface)
{
  iface->now = stub_clock_now;
  iface->create_source = stub_clock_create_source;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneStubClock, convene_stub_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_CLOCK, clock_iface_init))

static void
convene_stub_clock_class_init (ConveneStubClockClass *klass)
{
}

static void
convene_stub_clock_init (ConveneStubClock *self)
{
}

ConveneClock *
convene_stub_clock_new (gint64 now)
{
  ConveneStubClock *self = g_object_new (CONVENE_TYPE_STUB_CLOCK, NULL);

  self->now = now;
  return CONVENE_CLOCK (self);
}

struct _ConveneStubTokens
{
  GObject parent_instance;

  guint          n_given;
  ConveneSecret *token;
};

static void
stub_tokens_get_async (ConveneTokenSource *source,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  ConveneStubTokens *self = CONVENE_STUB_TOKENS (source);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (self->token == NULL)
    self->token = convene_secret_new_take (g_strdup_printf ("token-%u", ++self->n_given));

  g_task_return_pointer (task, convene_secret_ref (self->token), (GDestroyNotify) convene_secret_unref);
}

static ConveneSecret *
stub_tokens_get_finish (ConveneTokenSource *source,
                        GAsyncResult       *result,
                        GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stub_tokens_invalidate (ConveneTokenSource *source,
                        ConveneSecret      *token)
{
  ConveneStubTokens *self = CONVENE_STUB_TOKENS (source);

  if (self->token != NULL && convene_secret_equal (self->token, token))
    g_clear_pointer (&self->token, convene_secret_unref);
}

static void
tokens_iface_init (ConveneTokenSourceInterface *iface)
{
  iface->get_async = stub_tokens_get_async;
  iface->get_finish = stub_tokens_get_finish;
  iface->invalidate = stub_tokens_invalidate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneStubTokens, convene_stub_tokens, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_TOKEN_SOURCE, tokens_iface_init))

static void
convene_stub_tokens_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_STUB_TOKENS (object)->token, convene_secret_unref);

  G_OBJECT_CLASS (convene_stub_tokens_parent_class)->finalize (object);
}

static void
convene_stub_tokens_class_init (ConveneStubTokensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_stub_tokens_finalize;
}

static void
convene_stub_tokens_init (ConveneStubTokens *self)
{
}

ConveneTokenSource *
convene_stub_tokens_new (void)
{
  return g_object_new (CONVENE_TYPE_STUB_TOKENS, NULL);
}

struct _Peer
{
  SoupServer     *server;
  char           *url;
  const PeerStep *steps;
  guint           n_steps;
  guint           n_done;
  GPtrArray      *bodies;
  GPtrArray      *authorizations;
};

static void
break_off (SoupServerMessage *message)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
wrote_chunk_cb (SoupServerMessage *message,
                gpointer           user_data)
{
  g_socket_close (soup_server_message_get_socket (message), NULL);
}

static void
answer (SoupServerMessage *message,
        const PeerStep    *step)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_auto(GStrv) lines = g_strsplit (step->header != NULL ? step->header : "", "\n", -1);

  soup_server_message_set_status (message, step->status, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) header = g_strsplit (lines[i], ": ", 2);

      if (g_strv_length (header) == 2)
        soup_message_headers_append (headers, header[0], header[1]);
    }
  if (step->body != NULL)
    soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY, step->body, strlen (step->body));
  if (step->length > 0)
    {
      soup_message_headers_set_content_length (headers, step->length);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_chunk_cb), NULL);
    }
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Peer            *self = user_data;
  GUri            *uri = soup_server_message_get_uri (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  const char      *token = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  const char      *terms = g_uri_get_query (uri);
  g_autofree char *asked = g_strconcat (soup_server_message_get_method (message), " ", g_uri_get_path (uri), terms != NULL ? "?" : NULL, terms, NULL);

  g_test_message ("asked: %s", asked);
  g_assert_cmpuint (self->n_done, <, self->n_steps);
  g_assert_cmpstr (asked, ==, self->steps[self->n_done].expect);
  g_ptr_array_add (self->bodies, g_strndup (body->data, body->length));
  g_ptr_array_add (self->authorizations, g_strdup (token));

  if (self->steps[self->n_done].status == 0)
    break_off (message);
  else
    answer (message, &self->steps[self->n_done]);
  self->n_done++;
}

Peer *
peer_new (const PeerStep *steps,
          guint           n_steps)
{
  Peer *self = g_new0 (Peer, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->steps = steps;
  self->n_steps = n_steps;
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  self->authorizations = g_ptr_array_new_with_free_func (g_free);
  self->server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d/v2", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return self;
}

void
peer_free (Peer *self)
{
  g_assert_cmpuint (self->n_done, ==, self->n_steps);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self->url);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->authorizations);
  g_free (self);
}

const char *
peer_get_url (Peer *self)
{
  return self->url;
}

const char *
peer_get_body (Peer *self,
               guint step)
{
  g_assert_cmpuint (step, <, self->bodies->len);
  return self->bodies->pdata[step];
}

const char *
peer_get_authorization (Peer *self,
                        guint step)
{
  g_assert_cmpuint (step, <, self->authorizations->len);
  return self->authorizations->pdata[step];
}
