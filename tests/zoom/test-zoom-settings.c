/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "convene-error.h"
#include "convene-zoom-parse.h"
#include "convene-zoom-settings.h"
#include "fixture.h"

#define LEAST "\"id\":81234567890,\"join_url\":\"https://us05web.example.com/j/81234567890\""
#define OF_ME "GET /v2/users/me/settings"

/* What one meeting says of how people get in. */
static void
test_meeting (void)
{
  static const struct
  {
    const char  *settings;
    ConveneEntry entry;
  } table[] = {
    { "null", CONVENE_ENTRY_UNKNOWN },
    { "{}", CONVENE_ENTRY_UNKNOWN },
    { "[]", CONVENE_ENTRY_UNKNOWN },
    { "{\"join_before_host\":true}", CONVENE_ENTRY_OPEN },
    { "{\"join_before_host\":\"true\"}", CONVENE_ENTRY_UNKNOWN },
    { "{\"join_before_host\":true,\"waiting_room\":false,\"meeting_authentication\":false}", CONVENE_ENTRY_OPEN },
    { "{\"join_before_host\":false}", CONVENE_ENTRY_HOST_FIRST },
    { "{\"join_before_host\":true,\"waiting_room\":true}", CONVENE_ENTRY_WAITING_ROOM },
    { "{\"waiting_room\":true}", CONVENE_ENTRY_WAITING_ROOM },
    { "{\"join_before_host\":true,\"waiting_room\":true,\"meeting_authentication\":true}", CONVENE_ENTRY_SIGN_IN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *body = g_strdup_printf ("{" LEAST ",\"settings\":%s}", table[i].settings);
      g_autoptr(JsonNode) json = json_from_string (body, NULL);
      ConveneZoomAnswer answer = { .method = "GET", .status = 200, .json = json };
      g_autoptr(ConveneMeeting) meeting = convene_zoom_parse_meeting (&answer, NULL);

      g_test_message ("%s", table[i].settings);
      g_assert_cmpint (convene_meeting_get_entry (meeting), ==, table[i].entry);
    }
}

/* What a user's three answers say together. */
static void
test_user (void)
{
  static const struct
  {
    const char  *answers[3];
    ConveneEntry entry;
    const char  *rules;
  } table[] = {
    { { "{}", "{}", "{}" }, CONVENE_ENTRY_UNKNOWN, NULL },
    { { "{\"schedule_meeting\":[],\"in_meeting\":5}", "{\"meeting_security\":null}", "{\"meeting_authentication\":\"yes\"}" }, CONVENE_ENTRY_UNKNOWN, NULL },
    { { "{\"schedule_meeting\":{\"join_before_host\":true},\"in_meeting\":{\"waiting_room\":false}}", "{\"meeting_security\":{\"waiting_room\":false}}", "{\"meeting_authentication\":false}" }, CONVENE_ENTRY_OPEN, NULL },
    { { "{\"schedule_meeting\":{\"join_before_host\":false}}", "{}", "{}" }, CONVENE_ENTRY_HOST_FIRST, NULL },
    { { "{\"schedule_meeting\":{\"join_before_host\":true},\"in_meeting\":{\"waiting_room\":true}}", "{}", "{}" }, CONVENE_ENTRY_WAITING_ROOM, NULL },
    { { "{\"schedule_meeting\":{\"join_before_host\":true}}", "{\"meeting_security\":{\"waiting_room\":true}}", "{}" }, CONVENE_ENTRY_WAITING_ROOM, NULL },
    { { "{\"schedule_meeting\":{\"join_before_host\":true}}", "{\"meeting_security\":{\"waiting_room\":true}}", "{\"meeting_authentication\":true}" }, CONVENE_ENTRY_SIGN_IN, NULL },
    { { "{}", "{\"meeting_security\":{\"meeting_password_requirement\":{\"length\":8,\"have_letter\":true,\"have_number\":true,\"have_special_character\":true,"
              "\"only_allow_numeric\":false,\"have_upper_and_lower_characters\":true,\"consecutive_characters_length\":4}}}",
        "{}" },
      CONVENE_ENTRY_UNKNOWN,
      "length=8 consecutive=4 letter number special upper-and-lower" },
    { { "{}", "{\"meeting_security\":{\"meeting_password_requirement\":{\"length\":-5,\"only_allow_numeric\":true,\"consecutive_characters_length\":99999999999}}}", "{}" },
      CONVENE_ENTRY_UNKNOWN,
      "only-numbers" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ConveneZoomSettings *settings = g_new0 (ConveneZoomSettings, 1);

      for (guint j = 0; j < G_N_ELEMENTS (table[i].answers); j++)
        {
          g_autoptr(JsonNode) json = json_from_string (table[i].answers[j], NULL);
          ConveneZoomAnswer answer = { .method = "GET", .status = 200, .json = json };

          g_assert_true (convene_zoom_parse_settings (&answer, settings, NULL));
        }
      g_test_message ("%u", i);
      g_assert_cmpint (settings->entry, ==, table[i].entry);
      g_assert_cmpstr (settings->password_rules, ==, table[i].rules);
      convene_zoom_settings_free (settings);
    }
}

/* Asked under the name that the account may use, option by option; a right that is missing is said as such. */
static void
test_calls (void)
{
  static const PeerStep mine[] = {
    { OF_ME, 200, "{\"schedule_meeting\":{\"join_before_host\":true}}" },
    { OF_ME "?option=meeting_security", 200, "{\"meeting_security\":{\"waiting_room\":true}}" },
    { OF_ME "?option=meeting_authentication", 200, "{\"meeting_authentication\":false}" },
  };
  static const PeerStep company[] = {
    { "GET /v2/users/ann%40example.com/settings", 400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:read:settings:admin].\"}" },
  };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, mine, G_N_ELEMENTS (mine));
  g_autoptr(Fixture) other = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, company, G_N_ELEMENTS (company));
  g_autoptr(ConveneZoomSettings) settings = NULL;
  g_autoptr(ConveneZoomSettings) none = NULL;
  g_autoptr(GError) error = NULL;

  convene_zoom_client_get_settings_async (fixture->client, "ann@example.com", NULL, fixture_done_cb, fixture);
  settings = convene_zoom_client_get_settings_finish (fixture->client, fixture_wait (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpint (settings->entry, ==, CONVENE_ENTRY_WAITING_ROOM);

  convene_zoom_client_get_settings_async (other->client, "ann@example.com", NULL, fixture_done_cb, other);
  none = convene_zoom_client_get_settings_finish (other->client, fixture_wait (other), &error);
  g_assert_null (none);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/X-4/meeting", test_meeting);
  g_test_add_func ("/zoom/X-4/user", test_user);
  g_test_add_func ("/zoom/X-4/calls", test_calls);

  return g_test_run ();
}
