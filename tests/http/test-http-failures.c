/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "http-fixture.h"
#include "peer.h"

/* How the other side misbehaves, and what comes of it. */
static void
test_misbehaviour (Fixture      *self,
                   gconstpointer data)
{
  static const struct
  {
    PeerManner   manner;
    ConveneError code;
    gboolean     doubtful;
  } rows[] = {
    { PEER_CLOSES_AT_ONCE, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_CLOSES_UNANSWERED, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_IS_SILENT, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_DRIPS, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_IS_ENDLESS, CONVENE_ERROR_BAD_ANSWER, TRUE },
    { PEER_BREAKS_OFF_HEADERS, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_BREAKS_OFF_BODY, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_CLOSES_TOO_SOON, CONVENE_ERROR_UNREACHABLE, TRUE },
    { PEER_TALKS_NONSENSE, CONVENE_ERROR_UNREACHABLE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Peer) peer = peer_new (rows[i].manner);

      g_test_message ("manner %d", rows[i].manner);
      /* An endless answer is long before it is late. */
      g_object_set (self->http, "timeout", rows[i].manner == PEER_IS_ENDLESS ? 60000 : 500, NULL);
      fixture_send (self, "POST", peer_get_uri (peer), "{}", CONVENE_TOKEN_SOURCE (self->source));
      g_assert_error (self->error, CONVENE_ERROR, (int) rows[i].code);
      g_assert_cmpint (convene_error_is_doubtful (self->error), ==, rows[i].doubtful);
      g_assert_cmpint (peer_count_requests (peer, "POST"), <=, 1);
    }
}

/* What fails before the request could leave. */
static void
test_nothing_left (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *closed = NULL;
  static const struct
  {
    const char  *uri;
    ConveneError code;
  } rows[] = {
    { NULL, CONVENE_ERROR_UNREACHABLE },
    { "http://api.example.com/v2", CONVENE_ERROR_REFUSED },
    { "https://user:pass@127.0.0.1/", CONVENE_ERROR_REFUSED },
    { "nonsense", CONVENE_ERROR_REFUSED },
  };

  /* a port that nobody listens at any more */
  {
    g_autoptr(Peer) peer = peer_new (PEER_IS_SILENT);

    closed = g_strdup (peer_get_uri (peer));
  }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_begin (self, "POST", rows[i].uri != NULL ? rows[i].uri : closed, "{}", NULL, NULL);
      fixture_wait (self);
      g_assert_error (self->error, CONVENE_ERROR, (int) rows[i].code);
      g_assert_false (convene_error_is_doubtful (self->error));
    }
}

/* The library must not repeat a POST on its own, as it does with a GET whose kept connection turns out to be dead. */
static void
test_post_once (Fixture      *self,
                gconstpointer data)
{
  static const struct
  {
    const char *first;
    const char *second;
    gboolean    succeeds;
    int         count; /* of the second's method */
  } rows[] = {
    { "GET", "GET", TRUE, 3 },
    { "GET", "POST", TRUE, 1 },
    { "POST", "POST", TRUE, 2 },
    { "GET", "PATCH", TRUE, 1 },
    { "GET", "DELETE", TRUE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Peer) peer = peer_new (PEER_CLOSES_SECOND);

      fixture_send (self, rows[i].first, peer_get_uri (peer), NULL, NULL);
      g_assert_no_error (self->error);
      fixture_send (self, rows[i].second, peer_get_uri (peer), NULL, NULL);
      g_test_message ("%s after %s: %s", rows[i].second, rows[i].first, self->error != NULL ? self->error->message : "answered");
      g_assert_cmpint (self->reply != NULL, ==, rows[i].succeeds);
      g_assert_cmpint (peer_count_requests (peer, rows[i].second), ==, rows[i].count);

      /* The peer's threads wait for their clients. */
      fixture_clear (self);
      g_clear_object (&self->http);
      self->http = convene_http_session_new (self->clock);
    }
}

static void
test_cancel_before (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  fixture_begin (self, "POST", self->uri, "{}", NULL, cancellable);
  fixture_wait (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_false (convene_error_is_doubtful (self->error));
  g_assert_cmpuint (self->requests->len, ==, 0);

  /* the source's own word for it */
  fixture_begin (self, "POST", self->uri, "{}", CONVENE_TOKEN_SOURCE (self->source), cancellable);
  fixture_wait (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_false (convene_error_is_doubtful (self->error));
}

static void
test_cancel_during (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr(Peer) peer = peer_new (PEER_IS_SILENT);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  fixture_begin (self, "POST", peer_get_uri (peer), "{}", NULL, cancellable);
  while (peer_count_requests (peer, "POST") == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  fixture_wait (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_true (convene_error_is_doubtful (self->error));
}

static void
count_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (convene_http_session_send_json_finish (CONVENE_HTTP_SESSION (object), result, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
  ++*(int *) user_data;
}

/* More than the session has connections for: those that wait for one end in time too. */
static void
test_many (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(Peer) peer = peer_new (PEER_IS_SILENT);
  int ended = 0;

  g_object_set (self->http, "timeout", 500, NULL);
  for (int i = 0; i < 70; i++)
    convene_http_session_send_json_async (self->http, "GET", peer_get_uri (peer), NULL, NULL, NULL, count_cb, &ended);
  while (ended < 70)
    g_main_context_iteration (NULL, TRUE);
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add (const char *path,
     Test        test)
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  /* Loopback goes past any proxy: this one is not there. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "environment", TRUE);
  g_setenv ("http_proxy", "http://127.0.0.1:1", TRUE);
  g_test_init (&argc, &argv, NULL);

  add ("/http/failure/misbehaviour", test_misbehaviour);
  add ("/http/failure/nothing-left", test_nothing_left);
  add ("/http/failure/post-once", test_post_once);
  add ("/http/failure/many", test_many);
  add ("/http/cancel/before", test_cancel_before);
  add ("/http/cancel/during", test_cancel_during);

  return g_test_run ();
}
