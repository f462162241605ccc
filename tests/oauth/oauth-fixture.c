/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "oauth-fixture.h"

#include <glib/gstdio.h>

static const Answer tokens[] = { { 200, "{\"access_token\":\"access-#\",\"expires_in\":3600,\"scope\":\"user:read:user\"}" } };
static const Answer pairs[] = { { 200, "{\"access_token\":\"access-#\",\"refresh_token\":\"refresh-#\",\"expires_in\":3600}" } };

/* What is no answer of HTTP: FALSE where it is one. */
static gboolean
answer_raw (Fixture           *self,
            SoupServerMessage *message,
            const Answer      *answer)
{
  g_autoptr(GIOStream) stream = NULL;
  g_autofree char *body = NULL;

  if (answer->status == 3)
    {
      body = g_strnfill (5 * 1024 * 1024, ' ');
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, strlen (body));
      return TRUE;
    }
  if (answer->status >= 100)
    return FALSE;

  stream = soup_server_message_steal_connection (message);
  if (answer->status == 1)
    {
      g_ptr_array_add (self->held, g_steal_pointer (&stream));
      return TRUE;
    }
  if (answer->status == 2)
    {
      body = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n%s", answer->body);
      g_output_stream_write_all (g_io_stream_get_output_stream (stream), body, strlen (body), NULL, NULL, NULL);
    }
  g_io_stream_close (stream, NULL, NULL);
  return TRUE;
}

static void
stray_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  Fixture *self = user_data;

  self->strays++;
  soup_server_message_set_status (message, 200, NULL);
}

static char *
get_address (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char   *address = g_uri_to_string (uris->data);

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return address;
}

static void
handler_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Fixture      *self = user_data;
  const Answer *answer = &self->answers[MIN (self->requests->len, self->n_answers - 1)];
  g_autoptr(GBytes) bytes = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autofree char *form = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char      *authorization = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  g_autofree char *number = NULL;
  g_autoptr(GString) body = g_string_new (answer->body);
  gint64 now;

  g_ptr_array_add (self->requests, g_strdup_printf ("%s %s %s", path, authorization != NULL ? authorization : "-", form));
  number = g_strdup_printf ("%u", self->requests->len);
  g_string_replace (body, "#", number, 0);
  now = convene_clock_now (CONVENE_CLOCK (self->clock));
  g_array_append_val (self->times, now);
  if (answer_raw (self, message, answer))
    return;

  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body->str, body->len);
  if (answer->status == 429)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", "30");
  if (answer->status == 307)
    {
      g_autofree char *address = get_address (self->elsewhere);

      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location", address);
    }
}

static void
start_server (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *oauth_url = NULL;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handler_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uri = get_address (self->server);
  oauth_url = g_strconcat (uri, "oauth", NULL);
  convene_account_set_oauth_url (self->account, oauth_url);
  self->elsewhere = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->elsewhere, NULL, stray_cb, self, NULL);
  soup_server_listen_local (self->elsewhere, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
}

ConveneOauthApp
fixture_get_app (Fixture       *self,
                 ConveneSecret *client_secret)
{
  ConveneOauthApp app = {
    .provider = convene_oauth_provider_get_zoom (),
    .http = self->http,
    .clock = CONVENE_CLOCK (self->clock),
    .oauth_url = convene_account_get_oauth_url (self->account),
    .client_id = "client",
    .client_secret = client_secret,
  };

  return app;
}

ConveneOauthSession *
create_session (Fixture *self)
{
  return convene_oauth_session_new (self->account, self->http, CONVENE_VAULT (self->vault), CONVENE_CLOCK (self->clock), self->folder);
}

/* `data`: the account's method */
void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  ConveneAccountMethod method = GPOINTER_TO_INT (data);

  self->folder = g_dir_make_tmp ("convene-oauth-XXXXXX", NULL);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->clock = stub_clock_new ();
  self->vault = stub_vault_new ();
  self->http = convene_http_session_new (CONVENE_CLOCK (self->clock));
  self->account = convene_account_new ();
  convene_account_set_id (self->account, ID);
  convene_account_set_method (self->account, method);
  convene_account_set_client_id (self->account, "client");
  if (method == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER)
    {
      convene_account_set_account_number (self->account, "number/1");
      stub_vault_set (self->vault, ID, "client-secret", "secret");
    }
  else
    stub_vault_set (self->vault, ID, "refresh-token", "refresh-0");
  start_server (self);
  self->session = create_session (self);
  self->answers = method == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER ? tokens : pairs;
  self->n_answers = 1;
}

static void
remove_locks (Fixture *self)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_true (g_str_has_prefix (name, "token-") && g_str_has_suffix (name, ".lock"));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  g_assert_cmpint (self->strays, ==, 0);
  g_clear_pointer (&self->token, convene_secret_unref);
  g_clear_error (&self->error);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->account);
  g_assert_finalize_object (self->http);
  g_assert_finalize_object (self->vault);
  g_assert_finalize_object (self->clock);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  soup_server_disconnect (self->elsewhere);
  g_clear_object (&self->elsewhere);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  remove_locks (self);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_clear_pointer (&self->folder, g_free);
}

void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Fixture *self = user_data;

  g_clear_pointer (&self->token, convene_secret_unref);
  g_clear_error (&self->error);
  self->token = convene_token_source_get_finish (CONVENE_TOKEN_SOURCE (object), result, &self->error);
  g_assert_true ((self->token == NULL) != (self->error == NULL));
  self->done++;
}

void
fixture_wait (Fixture *self,
              int      count)
{
  while (self->done < count)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (self->done, ==, count);
}

void
fixture_get_from (Fixture             *self,
                  ConveneOauthSession *session)
{
  self->done = 0;
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (session), NULL, got_cb, self);
  fixture_wait (self, 1);
}

void
fixture_get (Fixture *self)
{
  fixture_get_from (self, self->session);
}

void
fixture_set_answers (Fixture      *self,
                     const Answer *answers,
                     gsize         n_answers)
{
  self->answers = answers;
  self->n_answers = n_answers;
  g_ptr_array_set_size (self->requests, 0);
  g_array_set_size (self->times, 0);
}

void
assert_token (Fixture    *self,
              const char *text)
{
  g_assert_no_error (self->error);
  g_assert_cmpstr (convene_secret_peek (self->token), ==, text);
}

void
assert_error (Fixture     *self,
              ConveneError code)
{
  g_assert_error (self->error, CONVENE_ERROR, (int) code);
  /* Nothing that the token was for has left. */
  g_assert_false (convene_error_is_doubtful (self->error));
}

void
assert_request (Fixture    *self,
                guint       index,
                const char *text)
{
  g_assert_cmpuint (index, <, self->requests->len);
  g_assert_cmpstr (g_ptr_array_index (self->requests, index), ==, text);
}
