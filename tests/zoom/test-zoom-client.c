/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "fixture.h"
#include "scaled-clock.h"

#define REFERENCE "K7Q2-9FXM"
#define LINK "https://us05web.example.com/j/81234567890?pwd=aB3.1"
#define MEETING "{\"id\":81234567890,\"uuid\":\"4444AAA\",\"join_url\":\"" LINK "\",\"password\":\"123456\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45}"
#define POST_MEETINGS "POST /v2/users/me/meetings"

static ConveneMeeting *
create (Fixture *fixture,
        GError **error)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ();

  convene_meeting_provider_create_async (fixture->provider, interview, "ann@example.com", REFERENCE, NULL, fixture_done_cb, fixture);
  return convene_meeting_provider_create_finish (fixture->provider, fixture_wait (fixture), error);
}

static ConveneMeeting *
make_meeting (void)
{
  ConveneMeeting *meeting = convene_meeting_new ();

  convene_meeting_set_number (meeting, 81234567890);
  convene_meeting_set_reference (meeting, REFERENCE);
  return meeting;
}

static gboolean
change (Fixture *fixture,
        GError **error)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) meeting = make_meeting ();

  convene_meeting_provider_change_async (fixture->provider, meeting, interview, NULL, fixture_done_cb, fixture);
  return convene_meeting_provider_change_finish (fixture->provider, fixture_wait (fixture), error);
}

static gboolean delete (Fixture *fixture,
                        GError **error)
{
  g_autoptr(ConveneMeeting) meeting = make_meeting ();

  convene_meeting_provider_delete_async (fixture->provider, meeting, NULL, fixture_done_cb, fixture);
  return convene_meeting_provider_delete_finish (fixture->provider, fixture_wait (fixture), error);
}

static ConveneMeeting *
read_one (Fixture *fixture,
          GError **error)
{
  convene_meeting_provider_read_async (fixture->provider, 81234567890, NULL, fixture_done_cb, fixture);
  return convene_meeting_provider_read_finish (fixture->provider, fixture_wait (fixture), error);
}

static void
test_create (void)
{
  static const PeerStep steps[] = { { POST_MEETINGS, 201, MEETING } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) meeting = create (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpint (convene_meeting_get_number (meeting), ==, 81234567890);
  g_assert_cmpstr (convene_meeting_get_join_url (meeting), ==, LINK);
  g_assert_cmpstr (convene_meeting_get_password (meeting), ==, "123456");
  /* what this answer does not say, the request did */
  g_assert_cmpstr (convene_meeting_get_host (meeting), ==, "ann@example.com");
  g_assert_cmpstr (convene_meeting_get_reference (meeting), ==, REFERENCE);
  g_assert_cmpstr (peer_get_authorization (fixture->peer, 0), ==, "Bearer token-1");
  g_assert_nonnull (strstr (peer_get_body (fixture->peer, 0), "\"topic\":\"Staff Engineer Interview\""));
  g_assert_nonnull (strstr (peer_get_body (fixture->peer, 0), "Convene ref " REFERENCE));
}

/* A server-to-server account names its host, whatever characters that has; a user is "me". */
static void
test_create_path (void)
{
  static const PeerStep steps[] = { { "POST /v2/users/ann%2Blee%2F%3F%40example.com/meetings", 201, MEETING } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, steps, G_N_ELEMENTS (steps));
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autoptr(GError) error = NULL;

  convene_meeting_provider_create_async (fixture->provider, interview, "ann+lee/?@example.com", NULL, NULL, fixture_done_cb, fixture);
  meeting = convene_meeting_provider_create_finish (fixture->provider, fixture_wait (fixture), &error);
  g_assert_no_error (error);
  g_assert_nonnull (meeting);
  g_assert_null (convene_meeting_get_reference (meeting));
}

static void
test_no_host (void)
{
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, NULL, 0);
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(GError) error = NULL;

  convene_meeting_provider_create_async (fixture->provider, interview, NULL, REFERENCE, NULL, fixture_done_cb, fixture);
  g_assert_null (convene_meeting_provider_create_finish (fixture->provider, fixture_wait (fixture), &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_cmpstr (convene_error_get_field (error), ==, "host");
  g_assert_false (convene_error_is_doubtful (error));
}

/* What the other side does to a create, and what is made of it. */
static void
test_create_failures (void)
{
  static const struct
  {
    PeerStep     step;
    ConveneError code;
    gboolean     doubtful;
    gint64       again;
  } table[] = {
    { { POST_MEETINGS, 0 }, CONVENE_ERROR_UNREACHABLE, TRUE, 0 },
    { { POST_MEETINGS, 500, "{\"code\":500,\"message\":\"Internal Server Error\"}" }, CONVENE_ERROR_UNREACHABLE, TRUE, 0 },
    { { POST_MEETINGS, 503, NULL, "Retry-After: 30" }, CONVENE_ERROR_UNREACHABLE, TRUE, TEST_NOW + 30 * CONVENE_SECOND },
    { { POST_MEETINGS, 504, "<html>Gateway Timeout</html>" }, CONVENE_ERROR_UNREACHABLE, TRUE, 0 },
    { { POST_MEETINGS, 201, MEETING, NULL, 9000 }, CONVENE_ERROR_UNREACHABLE, TRUE, 0 },
    { { POST_MEETINGS, 201, "{\"id\":812345" }, CONVENE_ERROR_BAD_ANSWER, TRUE, 0 },
    { { POST_MEETINGS, 201, "{\"id\":81234567890}" }, CONVENE_ERROR_BAD_ANSWER, TRUE, 0 },
    { { POST_MEETINGS, 201 }, CONVENE_ERROR_BAD_ANSWER, TRUE, 0 },
    { { POST_MEETINGS, 302, NULL, "Location: https://example.com/" }, CONVENE_ERROR_BAD_ANSWER, TRUE, 0 },
    { { POST_MEETINGS, 400, "{\"code\":300,\"message\":\"Validation Failed.\"}" }, CONVENE_ERROR_REFUSED, FALSE, 0 },
    { { POST_MEETINGS, 404, "{\"code\":1001,\"message\":\"User does not exist: x.\"}" }, CONVENE_ERROR_REFUSED, FALSE, 0 },
    { { POST_MEETINGS, 429, "{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100)\"}" }, CONVENE_ERROR_QUOTA, FALSE, (TEST_NOW / CONVENE_DAY + 1) * CONVENE_DAY },
    { { POST_MEETINGS, 429, "{\"code\":429,\"message\":\"daily rate limit\"}", "Retry-After: 2026-11-18T20:00:00Z" }, CONVENE_ERROR_QUOTA, FALSE, TEST_NOW / CONVENE_DAY * CONVENE_DAY + 20 * CONVENE_HOUR },
    { { POST_MEETINGS, 429, NULL, "x-ratelimit-type: Daily-limit" }, CONVENE_ERROR_QUOTA, FALSE, (TEST_NOW / CONVENE_DAY + 1) * CONVENE_DAY },
    { { POST_MEETINGS, 429, NULL, "X-RateLimit-Category: Daily-limit" }, CONVENE_ERROR_QUOTA, FALSE, (TEST_NOW / CONVENE_DAY + 1) * CONVENE_DAY },
    { { POST_MEETINGS, 429, NULL, "Retry-After: 5" }, CONVENE_ERROR_RATE_LIMITED, FALSE, TEST_NOW + 5 * CONVENE_SECOND },
    { { POST_MEETINGS, 429 }, CONVENE_ERROR_RATE_LIMITED, FALSE, TEST_NOW + CONVENE_SECOND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, &table[i].step, 1);
      g_autoptr(GError) error = NULL;

      g_assert_null (create (fixture, &error));
      g_test_message ("%u: %s", i, error->message);
      g_assert_error (error, CONVENE_ERROR, (int) table[i].code);
      g_assert_cmpint (convene_error_is_doubtful (error), ==, table[i].doubtful);
      g_assert_cmpint (convene_error_get_retry_at (error), ==, table[i].again);
    }
}

static void
test_huge (void)
{
  g_autofree char *agenda = g_strnfill (5 * 1024 * 1024, 'x');
  g_autofree char *body = g_strdup_printf ("{\"id\":81234567890,\"join_url\":\"" LINK "\",\"agenda\":\"%s\"}", agenda);
  const PeerStep   steps[] = { { POST_MEETINGS, 201, body } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;

  g_assert_null (create (fixture, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
  g_assert_true (convene_error_is_doubtful (error));
}

static void
test_replay (void)
{
  static const PeerStep steps[] = {
    { POST_MEETINGS, 401, "{\"code\":124,\"message\":\"Access token is expired.\"}" },
    { POST_MEETINGS, 201, MEETING },
  };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) meeting = create (fixture, &error);

  g_assert_no_error (error);
  g_assert_nonnull (meeting);
  g_assert_cmpstr (peer_get_authorization (fixture->peer, 0), ==, "Bearer token-1");
  g_assert_cmpstr (peer_get_authorization (fixture->peer, 1), ==, "Bearer token-2");
  g_assert_cmpstr (peer_get_body (fixture->peer, 0), ==, peer_get_body (fixture->peer, 1));
}

static void
test_signed_out (void)
{
  static const PeerStep steps[] = {
    { POST_MEETINGS, 401, "{\"code\":124,\"message\":\"Access token is expired.\"}" },
    { POST_MEETINGS, 401, "{\"code\":124,\"message\":\"Invalid access token.\"}" },
  };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;

  g_assert_null (create (fixture, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT);
  g_assert_false (convene_error_is_doubtful (error));
}

static void
test_change (void)
{
  static const PeerStep steps[] = { { "PATCH /v2/meetings/81234567890", 204 } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;

  g_assert_true (change (fixture, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (peer_get_body (fixture->peer, 0), "\"start_time\":\"2026-12-01T10:00:00\""));
  g_assert_nonnull (strstr (peer_get_body (fixture->peer, 0), "Convene ref " REFERENCE));
}

static void
test_delete (void)
{
  static const PeerStep steps[] = { { "DELETE /v2/meetings/81234567890", 204 } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;

  g_assert_true (delete (fixture, &error));
  g_assert_no_error (error);
}

static void
test_write_failures (void)
{
  static const struct
  {
    guint        status;
    const char  *body;
    ConveneError of_change;
    ConveneError of_delete;
    gboolean     doubtful;
  } table[] = {
    { 0, NULL, CONVENE_ERROR_UNREACHABLE, CONVENE_ERROR_UNREACHABLE, TRUE },
    { 502, "<html>", CONVENE_ERROR_UNREACHABLE, CONVENE_ERROR_UNREACHABLE, TRUE },
    { 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 81234567890.\"}", CONVENE_ERROR_GONE, CONVENE_ERROR_GONE, FALSE },
    { 400, "{\"code\":3003,\"message\":\"You are not the meeting host.\"}", CONVENE_ERROR_NOT_HOST, CONVENE_ERROR_NOT_HOST, FALSE },
    { 400, "{\"code\":3007,\"message\":\"Sorry, you cannot delete this meeting since it has ended.\"}", CONVENE_ERROR_REFUSED, CONVENE_ERROR_GONE, FALSE },
    { 200, "<html>", CONVENE_ERROR_BAD_ANSWER, CONVENE_ERROR_BAD_ANSWER, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const PeerStep steps[] = {
        { "PATCH /v2/meetings/81234567890", table[i].status, table[i].body },
        { "DELETE /v2/meetings/81234567890", table[i].status, table[i].body },
      };
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
      g_autoptr(GError) of_change = NULL;
      g_autoptr(GError) of_delete = NULL;

      g_assert_false (change (fixture, &of_change));
      g_assert_error (of_change, CONVENE_ERROR, (int) table[i].of_change);
      g_assert_cmpint (convene_error_is_doubtful (of_change), ==, table[i].doubtful);
      g_clear_object (&fixture->result);
      g_assert_false (delete (fixture, &of_delete));
      g_assert_error (of_delete, CONVENE_ERROR, (int) table[i].of_delete);
      g_assert_cmpint (convene_error_is_doubtful (of_delete), ==, table[i].doubtful);
    }
}

static void
test_read (void)
{
  static const struct
  {
    PeerStep step;
    int      code; /* -1: none */
  } table[] = {
    { { "GET /v2/meetings/81234567890", 200, MEETING }, -1 },
    { { "GET /v2/meetings/81234567890", 200, "{\"id\":71234567890,\"join_url\":\"" LINK "\"}" }, CONVENE_ERROR_BAD_ANSWER },
    { { "GET /v2/meetings/81234567890", 200, "<html>" }, CONVENE_ERROR_BAD_ANSWER },
    { { "GET /v2/meetings/81234567890", 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 81234567890.\"}" }, CONVENE_ERROR_GONE },
    { { "GET /v2/meetings/81234567890", 503 }, CONVENE_ERROR_UNREACHABLE },
    { { "GET /v2/meetings/81234567890", 0 }, CONVENE_ERROR_UNREACHABLE },
    { { "GET /v2/meetings/81234567890", 200, MEETING, NULL, 9000 }, CONVENE_ERROR_UNREACHABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, &table[i].step, 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneMeeting) meeting = read_one (fixture, &error);

      g_test_message ("%u", i);
      g_assert_cmpint (meeting != NULL, ==, table[i].code == -1);
      if (meeting == NULL)
        g_assert_error (error, CONVENE_ERROR, table[i].code);
      /* reading has no effect that could be in doubt */
      g_assert_false (convene_error_is_doubtful (error));
    }
}

static void
test_user (void)
{
  static const struct
  {
    ConveneAccountMethod method;
    PeerStep             step;
  } table[] = {
    { CONVENE_ACCOUNT_METHOD_BROWSER, { "GET /v2/users/me", 200, "{\"id\":\"KDcu\",\"email\":\"ann@example.com\",\"type\":2}" } },
    { CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, { "GET /v2/users/ann%40example.com", 200, "{\"id\":\"KDcu\",\"email\":\"ann@example.com\",\"type\":2}" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (table[i].method, &table[i].step, 1);
      g_autoptr(ConveneZoomUser) user = NULL;
      g_autoptr(GError) error = NULL;

      convene_zoom_client_get_user_async (fixture->client, "ann@example.com", NULL, fixture_done_cb, fixture);
      user = convene_zoom_client_get_user_finish (fixture->client, fixture_wait (fixture), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (user->id, ==, "KDcu");
      g_assert_cmpint (user->type, ==, 2);
    }
}

/* Cancelled before anything left: nothing is asked of Zoom. */
static void
test_cancelled (void)
{
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, NULL, 0);
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  convene_meeting_provider_create_async (fixture->provider, interview, NULL, REFERENCE, cancellable, fixture_done_cb, fixture);
  g_assert_null (convene_meeting_provider_create_finish (fixture->provider, fixture_wait (fixture), &error));
  g_assert_cmpstr (convene_error_name (error), ==, "cancelled");
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* O-2: the token is there before the turn is taken, and what waits for its turn has not left: no request, no doubt. */
static void
test_pace (void)
{
  static const PeerStep steps[] = { { POST_MEETINGS, 201, MEETING } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(ConveneZoomPace) pace = convene_zoom_pace_new (fixture->clock);
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autoptr(GError) error = NULL;

  convene_zoom_client_set_pace (fixture->client, pace);
  meeting = create (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (peer_get_authorization (fixture->peer, 0), ==, "Bearer token-1");

  /* the fixture's clock stands still */
  g_clear_object (&fixture->result);
  g_timeout_add (20, cancel_cb, cancellable);
  convene_meeting_provider_create_async (fixture->provider, interview, "ann@example.com", REFERENCE, cancellable, fixture_done_cb, fixture);
  g_assert_null (convene_meeting_provider_create_finish (fixture->provider, fixture_wait (fixture), &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_false (convene_error_is_doubtful (error));
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Zoom's word for too fast holds for whoever asks next. */
static void
test_back_off (void)
{
  static const PeerStep steps[] = {
    { "GET /v2/meetings/81234567890", 429, "{\"code\":429,\"message\":\"You have reached the maximum per-second rate limit for this API. Try again later.\"}" },
    { "GET /v2/meetings/81234567890", 200, MEETING },
  };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(ConveneClock) clock = convene_scaled_clock_new (0, TEST_NOW, 0);
  g_autoptr(ConveneZoomPace) pace = convene_zoom_pace_new (clock);
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autoptr(GError) error = NULL;
  gboolean over = FALSE;

  convene_zoom_pace_set_plan (pace, "licensed");
  convene_zoom_client_set_pace (fixture->client, pace);
  g_assert_null (read_one (fixture, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED);
  g_clear_error (&error);
  g_clear_object (&fixture->result);

  /* a step of the pace later, but not yet a quarter of a second */
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), 100 * CONVENE_SECOND / 1000);
  convene_meeting_provider_read_async (fixture->provider, 81234567890, NULL, fixture_done_cb, fixture);
  g_timeout_add (50, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->result);

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), CONVENE_SECOND);
  meeting = convene_meeting_provider_read_finish (fixture->provider, fixture_wait (fixture), &error);
  g_assert_no_error (error);
  g_assert_nonnull (meeting);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/SH-1/create", test_create);
  g_test_add_func ("/zoom/SH-1/create-path", test_create_path);
  g_test_add_func ("/zoom/SH-1/no-host", test_no_host);
  g_test_add_func ("/zoom/SH-36/create-failures", test_create_failures);
  g_test_add_func ("/zoom/SH-36/huge", test_huge);
  g_test_add_func ("/zoom/SH-40/replay", test_replay);
  g_test_add_func ("/zoom/SH-40/signed-out", test_signed_out);
  g_test_add_func ("/zoom/SH-45/change", test_change);
  g_test_add_func ("/zoom/SH-46/delete", test_delete);
  g_test_add_func ("/zoom/SH-46/write-failures", test_write_failures);
  g_test_add_func ("/zoom/SH-26/read", test_read);
  g_test_add_func ("/zoom/SH-12/user", test_user);
  g_test_add_func ("/zoom/cancelled", test_cancelled);
  g_test_add_func ("/zoom/O-2/pace/turn", test_pace);
  g_test_add_func ("/zoom/O-2/pace/heeded", test_back_off);

  return g_test_run ();
}
