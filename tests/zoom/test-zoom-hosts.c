/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-meeting-compare.h"
#include "fixture.h"

#define MEETING "{\"id\":81234567890,\"join_url\":\"https://us05web.example.com/j/81234567890\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45}"
#define USER(type) "{\"id\":\"KDcu\",\"email\":\"hal@example.com\",\"type\":" type "}"
#define GET_HAL "GET /v2/users/hal%40example.com"
#define GET_SCHEDULERS "GET /v2/users/me/schedulers"
#define NO_CODE -1

/* The host is in the path of a server-to-server account; whoever signed in is "me", and schedules for everybody else. */
static void
test_create (void)
{
  static const struct
  {
    ConveneAccountMethod method;
    const char          *host;
    const char          *path;
    gboolean             schedule_for;
  } table[] = {
    { CONVENE_ACCOUNT_METHOD_BROWSER, "hal@example.com", "POST /v2/users/me/meetings", TRUE },
    { CONVENE_ACCOUNT_METHOD_DEVICE, "hal@example.com", "POST /v2/users/me/meetings", TRUE },
    { CONVENE_ACCOUNT_METHOD_BROWSER, "Ann@Example.com", "POST /v2/users/me/meetings", FALSE },
    { CONVENE_ACCOUNT_METHOD_BROWSER, NULL, "POST /v2/users/me/meetings", FALSE },
    { CONVENE_ACCOUNT_METHOD_BROWSER, "", "POST /v2/users/me/meetings", FALSE },
    { CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "hal@example.com", "POST /v2/users/hal%40example.com/meetings", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const PeerStep step = { table[i].path, 201, MEETING };
      g_autoptr(Fixture) fixture = fixture_new (table[i].method, &step, 1);
      g_autoptr(ConveneInterview) interview = fixture_interview ();
      g_autoptr(ConveneMeeting) meeting = NULL;
      g_autoptr(GError) error = NULL;

      convene_meeting_provider_create_async (fixture->provider, interview, table[i].host, NULL, NULL, fixture_done_cb, fixture);
      meeting = convene_meeting_provider_create_finish (fixture->provider, fixture_wait (fixture), &error);
      g_assert_no_error (error);
      g_assert_cmpint (strstr (peer_get_body (fixture->peer, 0), "\"schedule_for\":\"hal@example.com\"") != NULL, ==, table[i].schedule_for);
      if (table[i].schedule_for)
        g_assert_cmpstr (convene_meeting_get_host (meeting), ==, "hal@example.com");
    }
}

/* Meetings that one scheduled for somebody are in that person's list. */
static void
test_find (void)
{
  static const struct
  {
    ConveneAccountMethod method;
    const char          *host;
    const char          *path;
  } table[] = {
    { CONVENE_ACCOUNT_METHOD_BROWSER, "hal@example.com", "GET /v2/users/hal%40example.com/meetings?type=scheduled&page_size=300" },
    { CONVENE_ACCOUNT_METHOD_BROWSER, "ANN@example.com", "GET /v2/users/me/meetings?type=scheduled&page_size=300" },
    { CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "hal@example.com", "GET /v2/users/hal%40example.com/meetings?type=scheduled&page_size=300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const PeerStep step = { table[i].path, 200, "{\"meetings\":[]}" };
      g_autoptr(Fixture) fixture = fixture_new (table[i].method, &step, 1);
      g_autoptr(ConveneInterview) interview = fixture_interview ();
      g_autoptr(ConveneMeeting) intent = convene_meeting_new_intent (interview, "K7Q2-9FXM");
      g_autoptr(GPtrArray) found = NULL;
      g_autoptr(GError) error = NULL;

      convene_meeting_provider_find_async (fixture->provider, intent, table[i].host, TEST_NOW, NULL, fixture_done_cb, fixture);
      found = convene_meeting_provider_find_finish (fixture->provider, fixture_wait (fixture), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

/* No user is an answer; whatever else goes wrong says nothing about the user. */
static void
test_find_user (void)
{
  static const struct
  {
    PeerStep step;
    gboolean found;
    int      code;
  } table[] = {
    { { GET_HAL, 200, USER ("2") }, TRUE, NO_CODE },
    { { GET_HAL, 404, "{\"code\":1001,\"message\":\"User does not exist: hal@example.com.\"}" }, FALSE, NO_CODE },
    { { GET_HAL, 400, "{\"code\":1010,\"message\":\"User does not belong to this account: x.\"}" }, FALSE, NO_CODE },
    { { GET_HAL, 404, "{\"code\":1120,\"message\":\"Invite does not exist\"}" }, FALSE, NO_CODE },
    { { GET_HAL, 400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:read:user:admin].\"}" }, FALSE, CONVENE_ERROR_MISSING_SCOPES },
    { { GET_HAL, 403, "{\"code\":200,\"message\":\"No permission.\"}" }, FALSE, CONVENE_ERROR_REFUSED },
    { { GET_HAL, 429, NULL }, FALSE, CONVENE_ERROR_RATE_LIMITED },
    { { GET_HAL, 503, NULL }, FALSE, CONVENE_ERROR_UNREACHABLE },
    { { GET_HAL, 200, "<html>" }, FALSE, CONVENE_ERROR_BAD_ANSWER },
    { { GET_HAL, 200, "{}" }, FALSE, CONVENE_ERROR_BAD_ANSWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, &table[i].step, 1);
      g_autoptr(ConveneZoomUser) user = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      convene_zoom_client_find_user_async (fixture->client, "hal@example.com", NULL, fixture_done_cb, fixture);
      user = convene_zoom_client_find_user_finish (fixture->client, fixture_wait (fixture), &error);
      g_assert_cmpint (user != NULL, ==, table[i].found);
      if (table[i].code == NO_CODE)
        g_assert_no_error (error);
      else
        g_assert_error (error, CONVENE_ERROR, table[i].code);
    }
}

static void
test_schedulers (void)
{
  static const struct
  {
    PeerStep    step;
    const char *addresses; /* with blanks between */
    int         code;
  } table[] = {
    { { GET_SCHEDULERS, 200, "{\"schedulers\":[{\"id\":\"a\",\"email\":\"hal@example.com\",\"pmi\":5},{\"id\":\"b\",\"email\":\"Eva@example.com\"}]}" }, "hal@example.com Eva@example.com", NO_CODE },
    { { GET_SCHEDULERS, 200, "{\"schedulers\":[]}" }, "", NO_CODE },
    { { GET_SCHEDULERS, 200, "{\"schedulers\":[5,{},{\"email\":\"\"},{\"email\":[]},{\"email\":\"a\\r\\nb@example.com\"},{\"email\":\"hal@example.com\"}]}" }, "hal@example.com", NO_CODE },
    { { GET_SCHEDULERS, 200, "{\"schedulers\":{}}" }, NULL, CONVENE_ERROR_BAD_ANSWER },
    { { GET_SCHEDULERS, 200, "{\"assistants\":[]}" }, NULL, CONVENE_ERROR_BAD_ANSWER },
    { { GET_SCHEDULERS, 200, "" }, NULL, CONVENE_ERROR_BAD_ANSWER },
    { { GET_SCHEDULERS, 400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:read:list_schedulers].\"}" }, NULL, CONVENE_ERROR_MISSING_SCOPES },
    { { GET_SCHEDULERS, 503, NULL }, NULL, CONVENE_ERROR_UNREACHABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, &table[i].step, 1);
      g_autoptr(GError) error = NULL;
      g_auto (GStrv) addresses = NULL;
      g_autofree char *joined = NULL;

      g_test_message ("%u", i);
      convene_zoom_client_list_schedulers_async (fixture->client, NULL, fixture_done_cb, fixture);
      addresses = convene_zoom_client_list_schedulers_finish (fixture->client, fixture_wait (fixture), &error);
      if (addresses != NULL)
        joined = g_strjoinv (" ", addresses);
      g_assert_cmpstr (joined, ==, table[i].addresses);
      if (table[i].code == NO_CODE)
        g_assert_no_error (error);
      else
        g_assert_error (error, CONVENE_ERROR, table[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/VC-29/create", test_create);
  g_test_add_func ("/zoom/VC-29/find", test_find);
  g_test_add_func ("/zoom/SH-13/find-user", test_find_user);
  g_test_add_func ("/zoom/VC-29/schedulers", test_schedulers);

  return g_test_run ();
}
