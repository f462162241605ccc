/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-http-session.h"
#include "peer.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>

typedef struct
{
  char         *folder;
  char         *cert;
  char         *key;
  SoupServer   *server;
  char         *uri;
  int           requests;
  int           new_requests; /* of them in HTTP/2 */
  ConveneClock *clock;
  GTlsDatabase *database;

  ConveneHttpReply *reply;
  GError           *error;
  gboolean          done;
} Fixture;

static void
make_certificate (Fixture    *self,
                  const char *names)
{
  g_autofree char *extension = g_strconcat ("subjectAltName=", names, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) openssl = NULL;

  openssl = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
                              "-subj", "/CN=localhost", "-addext", extension, "-keyout", self->key, "-out", self->cert, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (openssl, NULL, &error);
  g_assert_no_error (error);
}

static void
handler_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Fixture *self = user_data;

  self->requests++;
  self->new_requests += soup_server_message_get_http_version (message) == SOUP_HTTP_2_0;
  soup_server_message_set_status (message, 200, NULL);
}

static void
start_server (Fixture *self)
{
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  certificate = g_tls_certificate_new_from_files (self->cert, self->key, &error);
  g_assert_no_error (error);
  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->server, NULL, handler_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | SOUP_SERVER_LISTEN_HTTPS, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->uri = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

/* `data` are the names in the certificate. */
static void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("convene-tls-XXXXXX", NULL);
  self->cert = g_build_filename (self->folder, "cert.pem", NULL);
  self->key = g_build_filename (self->folder, "key.pem", NULL);
  make_certificate (self, data);
  start_server (self);
  self->clock = convene_system_clock_new ();
  self->database = g_tls_file_database_new (self->cert, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  g_clear_pointer (&self->reply, convene_http_reply_free);
  g_clear_error (&self->error);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_object (&self->database);
  g_assert_finalize_object (self->clock);
  g_remove (self->cert);
  g_remove (self->key);
  g_rmdir (self->folder);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->cert, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *self = user_data;

  self->reply = convene_http_session_send_json_finish (CONVENE_HTTP_SESSION (object), result, &self->error);
  self->done = TRUE;
}

static void
send_with (Fixture            *self,
           ConveneHttpSession *http,
           const char         *method,
           const char         *uri)
{
  g_clear_pointer (&self->reply, convene_http_reply_free);
  self->done = FALSE;
  convene_http_session_send_json_async (http, method, uri, NULL, NULL, NULL, sent_cb, self);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
send (Fixture      *self,
      GTlsDatabase *database,
      const char   *uri,
      guint         timeout)
{
  ConveneHttpSession *http = g_object_new (CONVENE_TYPE_HTTP_SESSION, "clock", self->clock, "tls-database", database, "timeout", timeout, NULL);

  send_with (self, http, "POST", uri);
  g_assert_finalize_object (http);
}

static void
assert_refused (Fixture *self)
{
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_false (convene_error_is_doubtful (self->error));
  g_assert_cmpint (self->requests, ==, 0);
}

static void
test_untrusted (Fixture      *self,
                gconstpointer data)
{
  send (self, NULL, self->uri, 10000);
  assert_refused (self);
}

static void
test_trusted (Fixture      *self,
              gconstpointer data)
{
  send (self, self->database, self->uri, 10000);
  g_assert_no_error (self->error);
  g_assert_cmpint (self->requests, ==, 1);
}

/* What a person is shown of the connection: the version that was spoken, and nothing where none was. */
static void
test_version (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(SoupServer) plain = soup_server_new (NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = NULL;
  GSList          *uris;

  send (self, self->database, self->uri, 10000);
  g_assert_no_error (self->error);
  g_assert_cmpstr (convene_http_reply_get_tls (self->reply), ==, "1.3");

  soup_server_add_handler (plain, NULL, handler_cb, self, NULL);
  soup_server_listen_local (plain, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (plain);
  uri = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  send (self, NULL, uri, 10000);
  g_assert_no_error (self->error);
  g_assert_null (convene_http_reply_get_tls (self->reply));
  soup_server_disconnect (plain);
}

static void
test_other_name (Fixture      *self,
                 gconstpointer data)
{
  send (self, self->database, self->uri, 10000);
  assert_refused (self);
}

/* TLS spoken to somebody who does not speak it: nothing left. */
static void
test_no_tls (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(Peer) peer = peer_new (PEER_CLOSES_AT_ONCE);
  g_autofree char *uri = g_strconcat ("https", peer_get_uri (peer) + strlen ("http"), NULL);

  send (self, self->database, uri, 10000);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
  g_assert_false (convene_error_is_doubtful (self->error));
}

/* Where TLS 1.2 is not to be had: the environment, read by GnuTLS's binding at its first use, holds both ends to 1.1. */
static void
test_old (Fixture      *self,
          gconstpointer data)
{
  send (self, self->database, self->uri, 10000);
  assert_refused (self);
}

/* Zoom's side of the world speaks HTTP/2: a connection taken again passes too. */
static void
test_http2 (Fixture      *self,
            gconstpointer data)
{
  static const char *const methods[] = { "GET", "GET", "POST", "PATCH", "GET", "POST" };
  ConveneHttpSession      *http = g_object_new (CONVENE_TYPE_HTTP_SESSION, "clock", self->clock, "tls-database", self->database, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      send_with (self, http, methods[i], self->uri);
      g_assert_no_error (self->error);
      g_assert_cmpint (self->requests, ==, (int) i + 1);
    }
  g_assert_cmpint (self->new_requests, ==, self->requests);
  g_assert_finalize_object (http);
}

int
main (int   argc,
      char *argv[])
{
  static const char here[] = "DNS:localhost,IP:127.0.0.1";

  g_test_init (&argc, &argv, NULL);

  /* Each refusal is the last thing in a process of its own: libsoup's server (3.6) may go wrong some time after one. */
  if (argc > 1 && g_str_equal (argv[1], "untrusted"))
    {
      g_test_add ("/http/tls/untrusted", Fixture, here, fixture_set_up, test_untrusted, fixture_tear_down);
      return g_test_run ();
    }
  if (argc > 1 && g_str_equal (argv[1], "other-name"))
    {
      g_test_add ("/http/tls/other-name", Fixture, "DNS:zoom.example.com", fixture_set_up, test_other_name, fixture_tear_down);
      return g_test_run ();
    }
  if (argc > 1 && g_str_equal (argv[1], "old"))
    {
      g_setenv ("G_TLS_GNUTLS_PRIORITY", "NORMAL:-VERS-ALL:+VERS-TLS1.1", TRUE);
      g_test_add ("/http/tls/old", Fixture, here, fixture_set_up, test_old, fixture_tear_down);
      return g_test_run ();
    }

  /* libsoup's server, not its client, must be asked for it. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_add ("/http/tls/http2", Fixture, here, fixture_set_up, test_http2, fixture_tear_down);
  g_test_add ("/http/tls/trusted", Fixture, here, fixture_set_up, test_trusted, fixture_tear_down);
  g_test_add ("/http/tls/TA-22/version", Fixture, here, fixture_set_up, test_version, fixture_tear_down);
  g_test_add ("/http/tls/no-tls", Fixture, here, fixture_set_up, test_no_tls, fixture_tear_down);

  return g_test_run ();
}
