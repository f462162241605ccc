/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-oauth-callback.h"
#include "convene-oauth-listener.h"
#include "visit.h"

#include <string.h>

#define STATE "s-1"
#define TARGET "/oauth/callback?code=c-1&state=s-1"

typedef struct
{
  ConveneOauthListener *listener;
  guint16               port;
  GArray               *refused; /* of int */
  ConveneSecret        *code;
  GError               *error;
  int                   done;
} Fixture;

static void
refused_cb (Fixture *self,
            int      kind)
{
  g_array_append_val (self->refused, kind);
}

static void
waited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *self = user_data;

  self->code = convene_oauth_listener_wait_finish (CONVENE_OAUTH_LISTENER (object), result, &self->error);
  self->done++;
}

static void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(ConveneSecret) state = convene_secret_new (STATE);
  g_autoptr(GError) error = NULL;

  self->refused = g_array_new (FALSE, FALSE, sizeof (int));
  self->listener = convene_oauth_listener_new (state, &error);
  g_assert_no_error (error);
  self->port = get_port (convene_oauth_listener_get_redirect_uri (self->listener));
  g_signal_connect_swapped (self->listener, "refused", G_CALLBACK (refused_cb), self);
}

static void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  g_assert_finalize_object (self->listener);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&self->refused, g_array_unref);
  g_clear_pointer (&self->code, convene_secret_unref);
  g_clear_error (&self->error);
}

static void
fixture_wait (Fixture      *self,
              GCancellable *cancellable)
{
  convene_oauth_listener_wait_async (self->listener, cancellable, waited_cb, self);
}

static void
fixture_finish (Fixture *self)
{
  while (self->done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (self->done, ==, 1);
}

static void
assert_status (const char *answer,
               const char *status)
{
  g_autofree char *line = g_strdup_printf ("HTTP/1.1 %s ", status);

  if (!g_str_has_prefix (answer, line))
    g_error ("“%s” does not begin with “%s”", answer, line);
}

static void
assert_closed (Fixture *self)
{
  g_autoptr(Visit) visit = visit_new (self->port);

  g_assert_null (visit);
}

static void
test_code (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("http://127.0.0.1:%u/oauth/callback", self->port);
  g_autofree char *answer = NULL;

  g_assert_cmpstr (convene_oauth_listener_get_redirect_uri (self->listener), ==, expected);
  fixture_wait (self, NULL);
  answer = visit_target (self->port, TARGET);
  assert_status (answer, "200");
  g_assert_null (strstr (answer, "c-1"));
  g_assert_null (strstr (answer, STATE));
  fixture_finish (self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
  g_assert_cmpuint (self->refused->len, ==, 0);
  assert_closed (self);
}

/* The browser may be faster than whoever waits. */
static void
test_early (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *answer = visit_target (self->port, TARGET);

  assert_status (answer, "200");
  assert_closed (self);
  fixture_wait (self, NULL);
  fixture_finish (self);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
}

static void
test_declined (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *answer = NULL;

  fixture_wait (self, NULL);
  answer = visit_target (self->port, "/oauth/callback?error=access_denied&state=s-1");
  assert_status (answer, "200");
  fixture_finish (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_cmpstr (convene_error_get_field (self->error), ==, "declined");
  assert_closed (self);
}

static void
test_failed (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *answer = NULL;

  fixture_wait (self, NULL);
  answer = visit_target (self->port, "/oauth/callback?error=invalid_scope&error_description=Invalid+scope&state=s-1");
  assert_status (answer, "200");
  g_assert_null (strstr (answer, "scope"));
  fixture_finish (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_null (convene_error_get_field (self->error));
  g_assert_nonnull (strstr (self->error->message, "Invalid scope"));
}

/* A wrong state is refused where a person sees it, and ends nothing: else any page could end a sign-in. */
static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    const char *target;
    const char *status;
    int         told; /* -1: not */
  } rows[] = {
    { "/oauth/callback?code=c-2&state=s-2", "403", CONVENE_OAUTH_CALLBACK_WRONG_STATE },
    { "/oauth/callback?error=access_denied", "403", CONVENE_OAUTH_CALLBACK_WRONG_STATE },
    { "/favicon.ico", "404", -1 },
    { "/oauth/callback?state=s-1", "400", CONVENE_OAUTH_CALLBACK_MALFORMED },
  };
  guint            told = 0;
  g_autofree char *last = NULL;

  fixture_wait (self, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *answer = visit_target (self->port, rows[i].target);

      assert_status (answer, rows[i].status);
      g_assert_cmpint (self->done, ==, 0);
      if (rows[i].told < 0)
        continue;
      g_assert_cmpuint (self->refused->len, ==, ++told);
      g_assert_cmpint (g_array_index (self->refused, int, told - 1), ==, rows[i].told);
    }

  last = visit_target (self->port, TARGET);
  assert_status (last, "200");
  fixture_finish (self);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
  g_assert_cmpuint (self->refused->len, ==, told);
}

static void
send_request (Visit      *visit,
              guint16     port,
              const char *target)
{
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n\r\n", target, port);

  visit_send (visit, request, -1);
}

/* Until the main loop has had nothing to do for a while */
static void
settle (void)
{
  for (int idle = 0; idle < 20; idle++)
    if (g_main_context_iteration (NULL, FALSE))
      idle = 0;
    else
      g_usleep (500);
}

/* Two answers on their way at once: one counts, and the other is told so. */
static void
test_two (Fixture      *self,
          gconstpointer data)
{
  g_autoptr(Visit) first = visit_new (self->port);
  g_autoptr(Visit) second = visit_new (self->port);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  fixture_wait (self, NULL);
  visit_send (first, "GET ", -1);
  visit_send (second, "GET ", -1);
  settle ();
  {
    g_autofree char *rest = g_strdup_printf ("/oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n\r\n", self->port);
    g_autofree char *other = g_strdup_printf ("/oauth/callback?code=c-2&state=s-1 HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n\r\n", self->port);

    visit_send (first, rest, -1);
    one = visit_read (first);
    visit_send (second, other, -1);
    two = visit_read (second);
  }
  assert_status (one, "200");
  assert_status (two, "409");
  fixture_finish (self);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
  g_assert_cmpuint (self->refused->len, ==, 0);
}

/* Browsers open connections that they may need; scanners do so too. */
static void
test_idle (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) visit_free);
  g_autofree char *answer = NULL;

  fixture_wait (self, NULL);
  for (int i = 0; i < 10; i++)
    g_ptr_array_add (visits, visit_new (self->port));
  settle ();
  answer = visit_target (self->port, TARGET);
  assert_status (answer, "200");
  fixture_finish (self);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
}

/* However many there are, 16 are heard at a time, and whoever speaks is heard. */
static void
test_crowd (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) visit_free);
  g_autofree char *oldest = NULL;
  g_autofree char *answer = NULL;

  fixture_wait (self, NULL);
  for (int i = 0; i < 200; i++)
    {
      Visit *visit = visit_new (self->port);

      g_assert_nonnull (visit);
      g_ptr_array_add (visits, visit);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  oldest = visit_read (g_ptr_array_index (visits, 0));
  g_assert_cmpstr (oldest, ==, "");
  answer = visit_target (self->port, TARGET);
  assert_status (answer, "200");
  fixture_finish (self);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
}

/* Somebody who says a character now and then is shown out when the time for a head is over. */
static void
test_drip (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(Visit) visit = NULL;
  g_autofree char *dripped = NULL;
  g_autofree char *answer = NULL;

  g_object_set (self->listener, "patience", 100, NULL);
  fixture_wait (self, NULL);
  visit = visit_new (self->port);
  for (int i = 0; i < 15; i++)
    {
      visit_send (visit, "G", -1);
      settle ();
    }
  dripped = visit_read (visit);
  g_assert_cmpstr (dripped, ==, "");
  g_assert_cmpuint (self->refused->len, ==, 0);
  answer = visit_target (self->port, TARGET);
  assert_status (answer, "200");
  fixture_finish (self);
}

static void
test_long (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *much = g_strnfill (CONVENE_OAUTH_CALLBACK_MAX_HEAD + 1, 'a');
  g_autoptr(Visit) visit = visit_new (self->port);
  g_autofree char *refused = NULL;
  g_autofree char *answer = NULL;

  fixture_wait (self, NULL);
  visit_send (visit, much, -1);
  refused = visit_read (visit);
  assert_status (refused, "400");
  answer = visit_target (self->port, TARGET);
  assert_status (answer, "200");
  fixture_finish (self);
}

/* What stands behind the head is thrown away, and does not throw the answer away. */
static void
test_body (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *much = g_strnfill (100000, 'a');
  g_autoptr(Visit) visit = visit_new (self->port);
  g_autofree char *answer = NULL;

  fixture_wait (self, NULL);
  send_request (visit, self->port, TARGET);
  visit_send (visit, much, -1);
  answer = visit_read (visit);
  assert_status (answer, "200");
  fixture_finish (self);
  g_assert_cmpstr (convene_secret_peek (self->code), ==, "c-1");
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  fixture_wait (self, cancellable);
  g_cancellable_cancel (cancellable);
  fixture_finish (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  assert_closed (self);
}

/* One that is dropped with visitors in it leaves nothing behind. */
static void
test_dropped (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(Visit) visit = visit_new (self->port);
  g_autofree char *rest = NULL;

  visit_send (visit, "GET", -1);
  settle ();
  g_assert_finalize_object (g_steal_pointer (&self->listener));
  rest = visit_read (visit);
  g_assert_cmpstr (rest, ==, "");
  assert_closed (self);
  fixture_set_up (self, data);
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
  g_test_init (&argc, &argv, NULL);

  add ("/oauth/listener/code", test_code);
  add ("/oauth/listener/early", test_early);
  add ("/oauth/listener/TH-9/declined", test_declined);
  add ("/oauth/listener/failed", test_failed);
  add ("/oauth/listener/SH-54/refused", test_refused);
  add ("/oauth/listener/two", test_two);
  add ("/oauth/listener/idle", test_idle);
  add ("/oauth/listener/crowd", test_crowd);
  add ("/oauth/listener/drip", test_drip);
  add ("/oauth/listener/long", test_long);
  add ("/oauth/listener/body", test_body);
  add ("/oauth/listener/cancel", test_cancel);
  add ("/oauth/listener/dropped", test_dropped);

  return g_test_run ();
}
