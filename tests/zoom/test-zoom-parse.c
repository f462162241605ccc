/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-moment.h"
#include "convene-zoom-parse.h"

#define START_2026_12_01_16_00 (G_GINT64_CONSTANT (1796140800) * CONVENE_SECOND)
#define CREATED (G_GINT64_CONSTANT (1795000000) * CONVENE_SECOND)

#define LINK "https://us05web.example.com/j/81234567890?pwd=aB3.1"
#define LEAST "\"id\":81234567890,\"join_url\":\"" LINK "\""

/* As Zoom answers, with much that is not wanted. */
#define FULL                                                                                                                             \
  "{\"uuid\":\"4444AAAiAAAAAiAiAiiAii==\",\"id\":81234567890,\"host_id\":\"30R7kT7bTIKSNUFEuH_Qlg\",\"host_email\":\"ann@example.com\"," \
  "\"topic\":\"Staff Engineer Interview\",\"type\":2,\"status\":\"waiting\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45,"    \
  "\"timezone\":\"America/Mexico_City\",\"agenda\":\"Questions\\nConvene ref K7Q2-9FXM\",\"created_at\":\"2026-11-18T11:06:40Z\","       \
  "\"start_url\":\"https://example.com/s/81234567890?zak=SECRET\",\"join_url\":\"" LINK "\",\"password\":\"aB3@_*-\","                   \
  "\"encrypted_password\":\"x\",\"settings\":{\"host_video\":true,\"alternative_hosts\":\"\"},\"tracking_fields\":[],\"pmi\":\"97891943927\"}"

static JsonNode *
read_json (const char *body)
{
  return *body == '{' || *body == '[' ? json_from_string (body, NULL) : NULL;
}

static ConveneMeeting *
parse (const char *method,
       guint       status,
       const char *body,
       GError    **error)
{
  g_autoptr(JsonNode) json = read_json (body);
  ConveneZoomAnswer answer = { .method = method, .status = status, .json = json, .is_empty = *body == '\0' };

  return convene_zoom_parse_meeting (&answer, error);
}

static void
assert_no_secret (ConveneMeeting *meeting)
{
  guint                   n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (meeting), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_autofree char *text = NULL;

      if (properties[i]->value_type != G_TYPE_STRING)
        continue;
      g_object_get (meeting, properties[i]->name, &text, NULL);
      g_assert_true (text == NULL || g_strstr_len (text, -1, "zak") == NULL);
    }
}

static void
test_meeting (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) meeting = parse ("POST", 201, FULL, &error);
  g_autofree char *created = NULL;

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (convene_meeting_get_id (meeting)));
  g_assert_cmpstr (convene_meeting_get_provider (meeting), ==, "zoom");
  g_assert_null (convene_meeting_get_account_id (meeting));
  g_assert_cmpint (convene_meeting_get_number (meeting), ==, 81234567890);
  g_assert_cmpstr (convene_meeting_get_uuid (meeting), ==, "4444AAAiAAAAAiAiAiiAii==");
  g_assert_cmpstr (convene_meeting_get_join_url (meeting), ==, LINK);
  g_assert_cmpstr (convene_meeting_get_password (meeting), ==, "aB3@_*-");
  g_assert_cmpstr (convene_meeting_get_host (meeting), ==, "ann@example.com");
  g_assert_cmpstr (convene_meeting_get_host_id (meeting), ==, "30R7kT7bTIKSNUFEuH_Qlg");
  g_assert_cmpstr (convene_meeting_get_topic (meeting), ==, "Staff Engineer Interview");
  g_assert_cmpstr (convene_meeting_get_agenda (meeting), ==, "Questions\nConvene ref K7Q2-9FXM");
  g_assert_cmpstr (convene_meeting_get_reference (meeting), ==, "K7Q2-9FXM");
  g_assert_cmpint (convene_meeting_get_start (meeting), ==, START_2026_12_01_16_00);
  g_assert_cmpint (convene_meeting_get_duration (meeting), ==, 45);
  g_assert_cmpstr (convene_meeting_get_timezone (meeting), ==, "America/Mexico_City");
  g_assert_cmpint (convene_meeting_get_created_at (meeting), ==, CREATED);
  g_assert_cmpint (convene_meeting_get_state (meeting), ==, CONVENE_MEETING_STATE_LIVE);
  assert_no_secret (meeting);
}

/* What only an answer about one meeting says. */
static void
test_settings (void)
{
  static const struct
  {
    const char *more;
    const char *hosts;
    gboolean    started;
  } table[] = {
    { "", "", FALSE },
    { ",\"status\":\"waiting\",\"settings\":{}", "", FALSE },
    { ",\"status\":\"started\",\"settings\":{\"alternative_hosts\":\"\"}", "", TRUE },
    { ",\"settings\":{\"alternative_hosts\":\"a@example.com\"}", "a@example.com", FALSE },
    { ",\"settings\":{\"alternative_hosts\":\"a@example.com;b@example.com\"}", "a@example.com b@example.com", FALSE },
    { ",\"settings\":{\"alternative_hosts\":\" a@example.com , b@example.com,;\"}", "a@example.com b@example.com", FALSE },
    { ",\"status\":5,\"settings\":{\"alternative_hosts\":\"nobody;a@example.com\"}", "a@example.com", FALSE },
    { ",\"settings\":[],\"status\":null", "", FALSE },
    { ",\"settings\":{\"alternative_hosts\":7}", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *body = g_strdup_printf ("{" LEAST "%s}", table[i].more);
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneMeeting) meeting = parse ("GET", 200, body, &error);
      const char *const *hosts;
      g_autofree char   *text = NULL;

      g_test_message ("%s", body);
      g_assert_no_error (error);
      hosts = convene_meeting_get_alternative_hosts (meeting);
      text = hosts != NULL ? g_strjoinv (" ", (char **) hosts) : g_strdup ("");
      g_assert_cmpstr (text, ==, table[i].hosts);
      g_assert_cmpint (convene_meeting_get_started (meeting), ==, table[i].started);
    }
}

/* Whatever else an answer lacks, a number and a link are enough to go on with. */
static void
test_scraps (void)
{
  static const struct
  {
    const char *body;
    gint64      number;
  } table[] = {
    { "{" LEAST "}", 81234567890 },
    { "{\"id\":\"81234567890\",\"join_url\":\"" LINK "\"}", 81234567890 },
    { "{\"id\":9007199254740991,\"join_url\":\"" LINK "\"}", 9007199254740991 },
    { "{" LEAST ",\"password\":\"\",\"start_time\":\"tomorrow\",\"duration\":\"long\",\"created_at\":5,\"topic\":null,\"agenda\":[]}", 81234567890 },
    { "{" LEAST ",\"host_email\":\"nobody\",\"host_id\":\"two\\nlines\",\"uuid\":{},\"timezone\":\"\",\"duration\":-5,\"topic\":\"a\\u0007b\"}", 81234567890 },
    { "{" LEAST ",\"duration\":99999999999}", 81234567890 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneMeeting) meeting = parse ("GET", 200, table[i].body, &error);

      g_test_message ("%s", table[i].body);
      g_assert_no_error (error);
      g_assert_cmpint (convene_meeting_get_number (meeting), ==, table[i].number);
      g_assert_cmpstr (convene_meeting_get_join_url (meeting), ==, LINK);
      g_assert_null (convene_meeting_get_password (meeting));
      g_assert_null (convene_meeting_get_host (meeting));
      g_assert_null (convene_meeting_get_host_id (meeting));
      g_assert_null (convene_meeting_get_uuid (meeting));
      g_assert_null (convene_meeting_get_topic (meeting));
      g_assert_null (convene_meeting_get_reference (meeting));
      g_assert_cmpint (convene_meeting_get_start (meeting), ==, 0);
      g_assert_cmpint (convene_meeting_get_duration (meeting), ==, 0);
    }
}

static void
test_nonsense (void)
{
  static const char *const table[] = {
    "",
    "<html>Welcome</html>",
    "[]",
    "{}",
    "{\"id\":81234567890}",
    "{\"join_url\":\"" LINK "\"}",
    "{\"id\":null,\"join_url\":\"" LINK "\"}",
    "{\"id\":0,\"join_url\":\"" LINK "\"}",
    "{\"id\":-5,\"join_url\":\"" LINK "\"}",
    "{\"id\":1.5,\"join_url\":\"" LINK "\"}",
    "{\"id\":\"81234567890x\",\"join_url\":\"" LINK "\"}",
    "{\"id\":\"\",\"join_url\":\"" LINK "\"}",
    "{\"id\":9007199254740992,\"join_url\":\"" LINK "\"}",
    "{\"id\":\"99999999999999999999999\",\"join_url\":\"" LINK "\"}",
    "{\"id\":[81234567890],\"join_url\":\"" LINK "\"}",
    "{\"id\":81234567890,\"join_url\":\"\"}",
    "{\"id\":81234567890,\"join_url\":5}",
    "{\"id\":81234567890,\"join_url\":\"http://example.com/j/1\"}",
    "{\"id\":81234567890,\"join_url\":\"javascript:alert(1)\"}",
    "{\"id\":81234567890,\"join_url\":\"https://\"}",
    "{\"id\":81234567890,\"join_url\":\"https://example.com@evil.example.org/\"}",
    "{\"id\":81234567890,\"join_url\":\"https://example.com/j/1\\r\\nBcc: x\"}",
    "{" LEAST ",\"password\":\"two\\nlines\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) of_create = NULL;
      g_autoptr(GError) of_read = NULL;

      g_test_message ("%s", table[i]);
      g_assert_null (parse ("POST", 201, table[i], &of_create));
      g_assert_error (of_create, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
      g_assert_true (convene_error_is_doubtful (of_create));
      g_assert_null (parse ("GET", 200, table[i], &of_read));
      g_assert_error (of_read, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
      g_assert_false (convene_error_is_doubtful (of_read));
    }
}

static void
test_done (void)
{
  static const struct
  {
    guint       status;
    const char *body;
    gboolean    done;
    int         code;
  } table[] = {
    { 204, "", TRUE, 0 },
    { 200, "", FALSE, CONVENE_ERROR_BAD_ANSWER },
    { 200, "{}", TRUE, 0 },
    { 200, "<html>Sign in to the airport</html>", FALSE, CONVENE_ERROR_BAD_ANSWER },
    { 200, "{\"status\":false,\"errorCode\":3001,\"errorMessage\":\"Meeting does not exist: 1.\"}", FALSE, CONVENE_ERROR_GONE },
    { 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"}", FALSE, CONVENE_ERROR_GONE },
    { 500, "", FALSE, CONVENE_ERROR_UNREACHABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(JsonNode) json = read_json (table[i].body);
      g_autoptr(GError) error = NULL;
      ConveneZoomAnswer answer = { .method = "PATCH", .status = table[i].status, .json = json, .is_empty = *table[i].body == '\0' };

      g_test_message ("%u %s", table[i].status, table[i].body);
      g_assert_cmpint (convene_zoom_parse_done (&answer, &error), ==, table[i].done);
      if (table[i].done)
        g_assert_no_error (error);
      else
        g_assert_error (error, CONVENE_ERROR, table[i].code);
    }
}

static GPtrArray *
parse_page (guint       status,
            const char *body,
            char      **token,
            GError    **error)
{
  g_autoptr(JsonNode) json = read_json (body);
  ConveneZoomAnswer answer = { .method = "GET", .status = status, .json = json, .is_empty = *body == '\0' };

  return convene_zoom_parse_page (&answer, token, error);
}

static void
test_page (void)
{
  static const struct
  {
    const char *body;
    guint       length;
    const char *token;
  } table[] = {
    { "{\"meetings\":[]}", 0, NULL },
    { "{\"meetings\":[],\"next_page_token\":\"\"}", 0, NULL },
    { "{\"meetings\":[],\"next_page_token\":\"IAfJX3\"}", 0, "IAfJX3" },
    { "{\"meetings\":[],\"next_page_token\":5}", 0, NULL },
    { "{\"meetings\":[{\"id\":1},{\"id\":\"2\"}]}", 2, NULL },
    { "{\"meetings\":[null,5,\"x\",[],{},{\"id\":-1},{\"id\":{}},{\"id\":3}]}", 1, NULL },
    { "{\"meetings\":[{\"id\":4,\"join_url\":\"ftp://example.com\",\"agenda\":\"Convene ref K7Q2-9FXM\"}]}", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *token = NULL;
      g_autoptr(GPtrArray) page = parse_page (200, table[i].body, &token, &error);

      g_test_message ("%s", table[i].body);
      g_assert_no_error (error);
      g_assert_cmpuint (page->len, ==, table[i].length);
      g_assert_cmpstr (token, ==, table[i].token);
    }
}

/* One with our reference and a link that cannot be right still counts: it is there. */
static void
test_page_link (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *token = NULL;
  g_autoptr(GPtrArray) page =
                 parse_page (200, "{\"meetings\":[{\"id\":4,\"join_url\":\"ftp://example.com\",\"agenda\":\"Convene ref K7Q2-9FXM\"}]}", &token, &error);
  ConveneMeeting *meeting = page->pdata[0];

  g_assert_no_error (error);
  g_assert_null (convene_meeting_get_join_url (meeting));
  g_assert_cmpstr (convene_meeting_get_reference (meeting), ==, "K7Q2-9FXM");
}

static void
test_bad_page (void)
{
  static const char *const table[] = { "", "<html>", "[]", "{}", "{\"meetings\":null}", "{\"meetings\":{}}", "{\"meetings\":\"x\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      char *token = (char *) "untouched";

      g_test_message ("%s", table[i]);
      g_assert_null (parse_page (200, table[i], &token, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
      g_assert_cmpstr (token, ==, "untouched");
    }
}

static ConveneZoomUser *
parse_user (const char *body,
            GError    **error)
{
  g_autoptr(JsonNode) json = read_json (body);
  ConveneZoomAnswer answer = { .method = "GET", .status = 200, .json = json, .is_empty = *body == '\0' };

  return convene_zoom_parse_user (&answer, error);
}

static void
test_user (void)
{
  static const struct
  {
    const char *members;
    const char *name;
    const char *timezone;
    int         type;
  } table[] = {
    { "\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"display_name\":\"Ann of Lee\",\"type\":2,\"timezone\":\"Europe/Berlin\",\"pmi\":6097891943", "Ann of Lee", "Europe/Berlin", 2 },
    { "\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"type\":1,\"timezone\":\"\"", "Ann Lee", NULL, 1 },
    { "\"first_name\":\"Ann\"", "Ann", NULL, 0 },
    { "\"first_name\":\"\",\"last_name\":\"Lee\"", "Lee", NULL, 0 },
    { "\"first_name\":5,\"type\":\"99\"", NULL, NULL, 99 },
    { "\"display_name\":\"two\\nlines\",\"type\":-1,\"timezone\":[]", NULL, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"id\":\"KDcuGIm1QgePTO8WbOqwIQ\",\"email\":\"ann@example.com\",%s}", table[i].members);
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneZoomUser) user = parse_user (body, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (user->id, ==, "KDcuGIm1QgePTO8WbOqwIQ");
      g_assert_cmpstr (user->address, ==, "ann@example.com");
      g_assert_cmpstr (user->name, ==, table[i].name);
      g_assert_cmpstr (user->timezone, ==, table[i].timezone);
      g_assert_cmpint (user->type, ==, table[i].type);
    }
}

static void
test_bad_user (void)
{
  static const char *const table[] = {
    "",
    "[]",
    "{}",
    "{\"id\":\"x\"}",
    "{\"email\":\"ann@example.com\"}",
    "{\"id\":\"x\",\"email\":\"ann\"}",
    "{\"id\":5,\"email\":\"ann@example.com\"}",
    "{\"id\":\"x\",\"email\":\"ann@example.com\\r\\nBcc: x\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", table[i]);
      g_assert_null (parse_user (table[i], &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/SH-26/parse/meeting", test_meeting);
  g_test_add_func ("/zoom/O-13/settings", test_settings);
  g_test_add_func ("/zoom/SH-26/parse/scraps", test_scraps);
  g_test_add_func ("/zoom/SH-26/parse/nonsense", test_nonsense);
  g_test_add_func ("/zoom/SH-45/parse/done", test_done);
  g_test_add_func ("/zoom/O-1/parse/page", test_page);
  g_test_add_func ("/zoom/O-1/parse/page-link", test_page_link);
  g_test_add_func ("/zoom/O-1/parse/bad-page", test_bad_page);
  g_test_add_func ("/zoom/SH-12/parse/user", test_user);
  g_test_add_func ("/zoom/SH-12/parse/bad-user", test_bad_user);

  return g_test_run ();
}
