/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-meeting-compare.h"
#include "fixture.h"

#define REFERENCE "K7Q2-9FXM"
#define PATH "/v2/meetings/81234567890"
#define MEETING(settings) "{\"id\":81234567890,\"join_url\":\"https://us05web.example.com/j/81234567890\",\"settings\":{" settings "}}"

/* The meeting as it was made for the fixture's interview. */
static ConveneMeeting *
make_known (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_meeting_new_intent (interview, REFERENCE);

  convene_meeting_set_number (meeting, 81234567890);
  convene_meeting_set_host (meeting, "ann@example.com");
  return meeting;
}

static gboolean
change (Fixture          *fixture,
        ConveneMeeting   *meeting,
        ConveneInterview *interview,
        GError          **error)
{
  convene_meeting_provider_change_async (fixture->provider, meeting, interview, NULL, fixture_done_cb, fixture);
  return convene_meeting_provider_change_finish (fixture->provider, fixture_wait (fixture), error);
}

/* HL-12: nothing is asked of Zoom. */
static void
test_nothing (void)
{
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, NULL, 0);
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) meeting = make_known (interview);
  g_autoptr(GError) error = NULL;

  convene_interview_set_notes (interview, "Only for us");
  g_assert_true (change (fixture, meeting, interview, &error));
  g_assert_no_error (error);
}

static void
test_minimal (void)
{
  static const PeerStep steps[] = { { "PATCH " PATH, 204 } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) meeting = make_known (interview);
  g_autoptr(GError) error = NULL;

  convene_interview_set_job (interview, "Director");
  g_assert_true (change (fixture, meeting, interview, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (peer_get_body (fixture->peer, 0), ==, "{\"topic\":\"Director Interview\"}");
}

/* Zoom: update a meeting, "alternative_hosts": it takes the list whole. */
static void
test_alternative_hosts (void)
{
  static const PeerStep steps[] = {
    { "GET " PATH, 200, MEETING ("\"alternative_hosts\":\"theirs@example.com;old@example.com\"") },
    { "PATCH " PATH, 204 },
  };
  static const char *const asked[] = { "old@example.com", NULL };
  static const char *const wanted[] = { "new@example.com", NULL };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autoptr(GError) error = NULL;

  convene_interview_set_alternative_hosts (interview, asked);
  meeting = make_known (interview);
  convene_interview_set_alternative_hosts (interview, wanted);
  g_assert_true (change (fixture, meeting, interview, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (peer_get_body (fixture->peer, 1), ==, "{\"settings\":{\"alternative_hosts\":\"theirs@example.com;new@example.com\"}}");
}

/* A look that failed changed nothing. */
static void
test_unread (void)
{
  static const struct
  {
    PeerStep step;
    int      code;
  } table[] = {
    { { "GET " PATH, 0 }, CONVENE_ERROR_UNREACHABLE },
    { { "GET " PATH, 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 81234567890.\"}" }, CONVENE_ERROR_GONE },
    { { "GET " PATH, 200, "<html>" }, CONVENE_ERROR_BAD_ANSWER },
  };
  static const char *const wanted[] = { "new@example.com", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, &table[i].step, 1);
      g_autoptr(ConveneInterview) interview = fixture_interview ();
      g_autoptr(ConveneMeeting) meeting = make_known (interview);
      g_autoptr(GError) error = NULL;

      convene_interview_set_alternative_hosts (interview, wanted);
      g_assert_false (change (fixture, meeting, interview, &error));
      g_assert_error (error, CONVENE_ERROR, table[i].code);
      g_assert_false (convene_error_is_doubtful (error));
    }
}

static void
used_cb (ConveneMeetingProvider *provider,
         const char             *host,
         int                     used,
         gpointer                user_data)
{
  g_string_append_printf (user_data, "%s %d;", host, used);
}

static void
ask (Fixture    *fixture,
     const char *method)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) meeting = make_known (interview);

  convene_interview_set_job (interview, "Director");
  if (g_str_equal (method, "POST"))
    convene_meeting_provider_create_async (fixture->provider, interview, "ann@example.com", REFERENCE, NULL, fixture_done_cb, fixture);
  else if (g_str_equal (method, "PATCH"))
    convene_meeting_provider_change_async (fixture->provider, meeting, interview, NULL, fixture_done_cb, fixture);
  else if (g_str_equal (method, "DELETE"))
    convene_meeting_provider_delete_async (fixture->provider, meeting, NULL, fixture_done_cb, fixture);
  else
    convene_meeting_provider_read_async (fixture->provider, 81234567890, NULL, fixture_done_cb, fixture);

  fixture_wait (fixture);
}

#define DAILY "{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.\"}"
#define ACCOUNT_DAILY "{\"code\":429,\"message\":\"Reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.\"}"

/* what Zoom's answers tell of a host's day. */
static void
test_used (void)
{
  static const struct
  {
    const char *method;
    PeerStep    step;
    const char *said;
  } table[] = {
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 93" }, "ann@example.com 7;" },
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "x-ratelimit-limit: 100\nx-ratelimit-remaining: 0\nX-RateLimit-Type: Daily-limit" }, "ann@example.com 100;" },
    { "PATCH", { "PATCH " PATH, 204, NULL, "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 50" }, "ann@example.com 50;" },
    { "PATCH", { "PATCH " PATH, 400, "{\"code\":300}", "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 50" }, "ann@example.com 50;" },
    { "DELETE", { "DELETE " PATH, 204, NULL, "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 99" }, "ann@example.com 1;" },
    { "POST", { "POST /v2/users/me/meetings", 429, DAILY, "X-RateLimit-Limit: 6000\nX-RateLimit-Remaining: 5893" }, "ann@example.com 100;" },
    /* of another limit, or of none */
    { "POST", { "POST /v2/users/me/meetings", 429, ACCOUNT_DAILY, "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 0" }, "" },
    { "GET", { "GET " PATH, 200, MEETING (""), "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 50" }, "" },
    { "DELETE", { "DELETE " PATH, 204, NULL, "X-RateLimit-Limit: 6000\nX-RateLimit-Remaining: 5000" }, "" },
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 93\nX-RateLimit-Type: QPS" }, "" },
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: 101" }, "" },
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "X-RateLimit-Limit: 100\nX-RateLimit-Remaining: -1" }, "" },
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "X-RateLimit-Limit: 100" }, "" },
    { "POST", { "POST /v2/users/me/meetings", 201, MEETING (""), "X-RateLimit-Limit: many\nX-RateLimit-Remaining: few" }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, &table[i].step, 1);
      g_autoptr(GString) said = g_string_new (NULL);

      g_test_message ("%u", i);
      g_signal_connect (fixture->provider, "requests-used", G_CALLBACK (used_cb), said);
      ask (fixture, table[i].method);
      g_assert_cmpstr (said->str, ==, table[i].said);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/HL-12/change/nothing", test_nothing);
  g_test_add_func ("/zoom/HL-12/change/minimal", test_minimal);
  g_test_add_func ("/zoom/SH-45/change/alternative-hosts", test_alternative_hosts);
  g_test_add_func ("/zoom/SH-45/change/unread", test_unread);
  g_test_add_func ("/zoom/X-3/used", test_used);

  return g_test_run ();
}
