/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-moment.h"
#include "convene-zoom-error.h"

#define HOUR_NOW 15
#define NOW (G_GINT64_CONSTANT (20000) * CONVENE_DAY + HOUR_NOW * CONVENE_HOUR)
#define MIDNIGHT (G_GINT64_CONSTANT (20001) * CONVENE_DAY)

/* What Zoom answers, and what the caller gets. */
typedef struct
{
  const char  *method;
  guint        status;
  const char  *body;
  ConveneError code;
  const char  *message; /* a part of it */

  const char *limit_type;
  const char *limit_category;
  gint64      retry_at; /* what Retry-After said */

  const char *field;
  gboolean    doubtful;
  gint64      again; /* the time to try again */
} Row;

#define DAILY "{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.\"}"
#define PER_SECOND "{\"code\":429,\"message\":\"You have reached the maximum per-second rate limit for this API. Try again later.\"}"
#define ACCOUNT_DAILY "{\"code\":429,\"message\":\"Reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.\"}"
#define CONCURRENT "{\"code\":429,\"message\":\"Too many concurrent requests. A request to disassociate this user has already been made.\"}"
#define SCOPES "Invalid access token, does not contain scopes:[meeting:write:meeting, meeting:write:meeting:admin]."
#define VALIDATION(field, words) "{\"code\":300,\"message\":\"Validation Failed.\",\"errors\":[{\"field\":\"" field "\",\"message\":\"" words "\"}]}"

/* clang-format off */
static const Row rows[] = {
  /* signed out: by now the one replay has been made */
  { "POST", 401, "{\"code\":124,\"message\":\"Invalid access token.\"}",
    CONVENE_ERROR_SIGNED_OUT, "sign in again: reconnect the account." },
  { "GET", 401, "{\"code\":124,\"message\":\"Access token is expired.\"}",
    CONVENE_ERROR_SIGNED_OUT, "Access token is expired." },
  { "POST", 400, "{\"code\":124,\"message\":\"Invalid access token.\"}",
    CONVENE_ERROR_SIGNED_OUT, "Zoom wants" },
  { "POST", 401, "",
    CONVENE_ERROR_SIGNED_OUT, "Zoom wants" },
  { "POST", 401, "{\"status\":false,\"errorCode\":401,\"errorMessage\":\"Unauthorized\"}",
    CONVENE_ERROR_SIGNED_OUT, "Unauthorized" },
  { "GET", 200, "{\"status\":false,\"errorCode\":401,\"errorMessage\":\"Unauthorized\"}",
    CONVENE_ERROR_SIGNED_OUT, "Unauthorized" },

  /* scopes */
  { "POST", 400, "{\"code\":4711,\"message\":\"" SCOPES "\"}",
    CONVENE_ERROR_MISSING_SCOPES, "(meeting:write:meeting)" },
  { "POST", 400, "{\"code\":4700,\"message\":\"" SCOPES "\"}",
    CONVENE_ERROR_MISSING_SCOPES, "meeting:write:meeting" },
  { "POST", 401, "{\"code\":124,\"message\":\"" SCOPES "\"}",
    CONVENE_ERROR_MISSING_SCOPES, "meeting:write:meeting" },
  { "POST", 400, "{\"code\":4711,\"message\":\"Scopes do not match.\"}",
    CONVENE_ERROR_MISSING_SCOPES, "Scopes do not match." },

  /* limits */
  { "POST", 429, DAILY,
    CONVENE_ERROR_QUOTA, "daily rate limit (100)", .limit_category = "Light", .again = MIDNIGHT },
  { "PATCH", 429, DAILY,
    CONVENE_ERROR_QUOTA, "00:00 UTC", .retry_at = NOW, .again = MIDNIGHT },
  { "POST", 429, ACCOUNT_DAILY,
    CONVENE_ERROR_QUOTA, "maximum daily", .limit_type = "Daily-limit", .limit_category = "Medium", .retry_at = MIDNIGHT - CONVENE_HOUR, .again = MIDNIGHT - CONVENE_HOUR },
  { "POST", 429, "",
    CONVENE_ERROR_QUOTA, "limit", .limit_type = "Daily-limit", .again = MIDNIGHT },
  { "POST", 429, "",
    CONVENE_ERROR_QUOTA, "limit", .limit_category = "Daily-limit", .again = MIDNIGHT },
  { "POST", 429, "{\"code\":429}",
    CONVENE_ERROR_QUOTA, "limit", .retry_at = MIDNIGHT, .again = MIDNIGHT },
  { "POST", 429, PER_SECOND,
    CONVENE_ERROR_RATE_LIMITED, "per-second", .limit_type = "QPS", .limit_category = "Medium", .again = NOW + CONVENE_SECOND },
  { "GET", 429, PER_SECOND,
    CONVENE_ERROR_RATE_LIMITED, "per-second", .limit_type = "QPS", .limit_category = "Medium", .retry_at = NOW + 7 * CONVENE_SECOND, .again = NOW + 7 * CONVENE_SECOND },
  { "GET", 429, PER_SECOND,
    CONVENE_ERROR_RATE_LIMITED, "per-second", .limit_type = "QPS", .limit_category = "Medium", .retry_at = NOW, .again = NOW + CONVENE_SECOND },
  { "GET", 429, "<html>Too many</html>",
    CONVENE_ERROR_RATE_LIMITED, "wait", .again = NOW + CONVENE_SECOND },
  { "DELETE", 429, CONCURRENT,
    CONVENE_ERROR_RATE_LIMITED, "Too many concurrent requests. A request to disassociate this user has already been made.", .again = NOW + 3 * CONVENE_SECOND },

  /* Zoom's own failures */
  { "POST", 500, "{\"code\":500,\"message\":\"Internal Server Error\"}",
    CONVENE_ERROR_UNREACHABLE, "Internal Server Error", .doubtful = TRUE },
  { "PATCH", 502, "<html><body>Bad Gateway</body></html>",
    CONVENE_ERROR_UNREACHABLE, "502", .doubtful = TRUE },
  { "DELETE", 504, "",
    CONVENE_ERROR_UNREACHABLE, "504", .doubtful = TRUE },
  { "GET", 503, "",
    CONVENE_ERROR_UNREACHABLE, "503", .retry_at = NOW + CONVENE_MINUTE, .again = NOW + CONVENE_MINUTE },
  { "POST", 503, "{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"}",
    CONVENE_ERROR_UNREACHABLE, "503", .doubtful = TRUE },
  { "POST", 302, "",
    CONVENE_ERROR_BAD_ANSWER, "address", .doubtful = TRUE },
  { "GET", 301, "<html>",
    CONVENE_ERROR_BAD_ANSWER, "address" },

  /* a meeting that is gone, or another's */
  { "GET", 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 81234567890.\"}",
    CONVENE_ERROR_GONE, "81234567890" },
  { "DELETE", 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 81234567890.\"}",
    CONVENE_ERROR_GONE, "any more" },
  { "DELETE", 404, "{\"code\":404,\"message\":\"Meeting does not exist: 81234567890.\"}",
    CONVENE_ERROR_GONE, "any more" },
  { "DELETE", 404, "<html>Not found</html>",
    CONVENE_ERROR_REFUSED, "404" },
  { "DELETE", 400, "{\"code\":3002,\"message\":\"Sorry, you cannot delete this meeting since it is in progress.\"}",
    CONVENE_ERROR_REFUSED, "end it in Zoom", .field = "in-progress" },
  { "DELETE", 400, "{\"code\":3007,\"message\":\"Sorry, you cannot delete this meeting since it has ended.\"}",
    CONVENE_ERROR_GONE, "ended", .field = "ended" },
  { "PATCH", 400, "{\"code\":3007,\"message\":\"Sorry, you cannot update this meeting since it has ended.\"}",
    CONVENE_ERROR_REFUSED, "ended", .field = "ended" },
  { "PATCH", 400, "{\"code\":3003,\"message\":\"You are not the meeting host.\"}",
    CONVENE_ERROR_NOT_HOST, "Cannot update or delete a meeting that belongs to another Zoom host" },
  { "DELETE", 400, "{\"code\":3003,\"message\":\"You are not the meeting host.\"}",
    CONVENE_ERROR_NOT_HOST, "another Zoom host" },
  { "PATCH", 404, "{\"code\":3001,\"message\":\"Meeting does not exist: 81234567890.\"}",
    CONVENE_ERROR_GONE, "any more" },
  { "PATCH", 403, "{\"code\":200,\"message\":\"Authenticated user has not permitted access to the targeted resource\"}",
    CONVENE_ERROR_REFUSED, "shared access", .field = "host" },
  { "DELETE", 403, "{\"code\":200,\"message\":\"Authenticated user has not permitted access to the targeted resource\"}",
    CONVENE_ERROR_REFUSED, "shared access", .field = "host" },
  { "PATCH", 400, "{\"code\":200,\"message\":\"No permission.\"}",
    CONVENE_ERROR_REFUSED, "administrator" },
  { "PATCH", 400, "{\"code\":3000,\"message\":\"You cannot schedule a meeting for ann@example.com\"}",
    CONVENE_ERROR_REFUSED, "privilege", .field = "host" },
  { "DELETE", 400, "{\"code\":3063,\"message\":\"Can not end on-premise user's meeting.\"}",
    CONVENE_ERROR_REFUSED, "own Zoom server" },
  { "PATCH", 400, VALIDATION ("settings.alternative_hosts", "User does not exist: bob@example.com."),
    CONVENE_ERROR_REFUSED, "bob@example.com", .field = "alternative_hosts" },
  { "PATCH", 400, VALIDATION ("password", "Passcode must have letters."),
    CONVENE_ERROR_REFUSED, "Passcode must", .field = "password" },
  { "PATCH", 400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[meeting:update:meeting, meeting:update:meeting:admin].\"}",
    CONVENE_ERROR_MISSING_SCOPES, "(meeting:update:meeting)" },
  { "PATCH", 408, "",
    CONVENE_ERROR_UNREACHABLE, "408", .doubtful = TRUE },
  { "PATCH", 403, "{\"code\":403,\"message\":\"You have exceeded the maximum number of api requests.\"}",
    CONVENE_ERROR_RATE_LIMITED, "wait", .again = NOW + CONVENE_SECOND },
  { "PATCH", 400, "{\"code\":3000,\"message\":\"You're not the meeting host.\"}",
    CONVENE_ERROR_NOT_HOST, "another Zoom host" },
  { "GET", 403, "{\"code\":3001,\"message\":\"Authenticated user has not permitted access to the targeted resource\"}",
    CONVENE_ERROR_REFUSED, "shared access" },
  { "POST", 403, "{\"code\":3001,\"message\":\"Authenticated user has not permitted access to the targeted resource\"}",
    CONVENE_ERROR_REFUSED, "shared access", .field = "host" },
  { "GET", 403, "{\"code\":200,\"message\":\"No permission.\"}",
    CONVENE_ERROR_REFUSED, "administrator" },

  /* the host */
  { "POST", 404, "{\"code\":1001,\"message\":\"User does not exist: ann@example.com.\"}",
    CONVENE_ERROR_REFUSED, "ann@example.com", .field = "host" },
  { "POST", 404, "{\"code\":1010,\"message\":\"User not found on this account: A1.\"}",
    CONVENE_ERROR_REFUSED, "another Zoom account", .field = "host" },
  { "POST", 401, "{\"code\":1010,\"message\":\"User does not belong to this account: A1.\"}",
    CONVENE_ERROR_REFUSED, "another Zoom account", .field = "host" },
  { "GET", 400, "{\"code\":1120,\"message\":\"A valid invitation was not found.\"}",
    CONVENE_ERROR_REFUSED, "invitation", .field = "host" },
  { "POST", 400, "{\"code\":3161,\"message\":\"Your user account is not allowed meeting hosting and scheduling capabilities.\"}",
    CONVENE_ERROR_REFUSED, "administrator", .field = "host" },
  { "POST", 400, "{\"code\":3000,\"message\":\"You cannot schedule a meeting for ann@example.com\"}",
    CONVENE_ERROR_REFUSED, "privilege", .field = "host" },

  /* what was asked */
  { "POST", 400, VALIDATION ("password", "Passcode must have letters."),
    CONVENE_ERROR_REFUSED, "Validation Failed. Passcode must have letters.", .field = "password" },
  { "POST", 400, VALIDATION ("timezone", "Unknown."),
    CONVENE_ERROR_REFUSED, "time zone", .field = "timezone" },
  { "PATCH", 400, VALIDATION ("agenda", "Too long."),
    CONVENE_ERROR_REFUSED, "Too long.", .field = "agenda" },
  { "POST", 400, VALIDATION ("topic", "Too long."),
    CONVENE_ERROR_REFUSED, "title", .field = "job" },
  { "POST", 400, VALIDATION ("start_time", "Wrong."),
    CONVENE_ERROR_REFUSED, "start", .field = "start" },
  { "POST", 400, VALIDATION ("duration", "Wrong."),
    CONVENE_ERROR_REFUSED, "duration", .field = "duration" },
  { "POST", 400, VALIDATION ("schedule_for", "Invalid."),
    CONVENE_ERROR_REFUSED, "host", .field = "host" },
  { "POST", 400, VALIDATION ("settings.alternative_hosts", "User does not exist: bob@example.com."),
    CONVENE_ERROR_REFUSED, "bob@example.com", .field = "alternative_hosts" },
  { "POST", 400, VALIDATION ("unheard_of", "Wrong."),
    CONVENE_ERROR_REFUSED, "Zoom refused this. Zoom says: Validation Failed. Wrong." },
  { "POST", 400, "{\"code\":300,\"message\":\"The value that you entered in the schedule_for field is invalid. Enter a valid value and try again.\"}",
    CONVENE_ERROR_REFUSED, "schedule_for", .field = "host" },
  { "POST", 400, "{\"code\":1114,\"message\":\"Alternative hosts must be licensed.\"}",
    CONVENE_ERROR_REFUSED, "licensed", .field = "alternative_hosts" },
  { "POST", 400, "{\"code\":300,\"message\":\"Request Body should be a valid JSON object.\"}",
    CONVENE_ERROR_REFUSED, "valid JSON" },
  { "GET", 400, "{\"code\":300,\"message\":\"The next page token is invalid or expired.\"}",
    CONVENE_ERROR_REFUSED, "next page token" },
  { "POST", 400, "{\"code\":200,\"message\":\"Only available for paid account: 1\"}",
    CONVENE_ERROR_REFUSED, "Only available" },
  { "GET", 400, "{\"code\":3000,\"message\":\"Cannot access webinar info.\"}",
    CONVENE_ERROR_REFUSED, "webinar" },
  { "DELETE", 400, "{\"code\":3018,\"message\":\"Not allowed to delete PMI.\"}",
    CONVENE_ERROR_REFUSED, "PMI" },
  { "DELETE", 404, "{\"code\":2300,\"message\":\"This API endpoint is not recognized.\"}",
    CONVENE_ERROR_REFUSED, "endpoint" },
  { "POST", 409, "",
    CONVENE_ERROR_REFUSED, "409" },

  /* bodies that are not what they should be */
  { "POST", 400, "[]",
    CONVENE_ERROR_REFUSED, "400" },
  { "POST", 400, "{\"code\":{},\"message\":[],\"errors\":\"no\"}",
    CONVENE_ERROR_REFUSED, "400" },
  { "POST", 400, "{\"code\":\"3161\",\"message\":null,\"errors\":[null,1,[],{\"field\":1,\"message\":2}]}",
    CONVENE_ERROR_REFUSED, "administrator", .field = "host" },
};
/* clang-format on */

static void
assert_one_line (const char *message)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  for (const char *p = message; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
      g_assert_cmpuint (g_unichar_type (g_utf8_get_char (p)), !=, G_UNICODE_FORMAT);
    }
}

static GError *
read_failure (const char *method,
              guint       status,
              const char *body)
{
  g_autoptr(JsonNode) json = *body == '{' || *body == '[' ? json_from_string (body, NULL) : NULL;
  ConveneZoomAnswer answer = { .method = method, .status = status, .json = json, .is_empty = *body == '\0', .now = NOW };

  g_assert_true (convene_zoom_error_is_failure (&answer));
  return convene_zoom_error_new (&answer);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(JsonNode) json = *row->body == '{' || *row->body == '[' ? json_from_string (row->body, NULL) : NULL;
  g_autoptr(GError) error = NULL;
  ConveneZoomAnswer answer = {
    .method = row->method,
    .status = row->status,
    .json = json,
    .is_empty = *row->body == '\0',
    .limit_type = row->limit_type,
    .limit_category = row->limit_category,
    .retry_at = row->retry_at,
    .now = NOW,
  };

  g_assert_true (convene_zoom_error_is_failure (&answer));
  error = convene_zoom_error_new (&answer);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (error->domain, ==, CONVENE_ERROR);
  g_assert_cmpstr (convene_error_name (error), ==, convene_error_code_to_string (row->code));
  g_assert_cmpstr (convene_error_get_field (error), ==, row->field);
  g_assert_cmpint (convene_error_is_doubtful (error), ==, row->doubtful);
  g_assert_cmpint (convene_error_get_retry_at (error), ==, row->again);
  g_assert_nonnull (strstr (error->message, row->message));
  g_assert_nonnull (strstr (error->message, "Zoom"));
  assert_one_line (error->message);
}

/* However Zoom words it, what is shown is one line of bounded length. */
static void
test_words (void)
{
  g_autofree char *long_word = g_strnfill (5000, 'x');
  g_autofree char *long_body = g_strdup_printf ("{\"code\":300,\"message\":\"%s\"}", long_word);
  g_autofree char *long_blank = g_strnfill (5000, ' ');
  g_autofree char *blank_body = g_strdup_printf ("{\"code\":300,\"message\":\"a%sb\"}", long_blank);
  const struct
  {
    const char *body;
    const char *words;
  } table[] = {
    { "{\"message\":\"two\\r\\nlines\\tand a tab\"}", "Zoom says: two lines and a tab" },
    { "{\"message\":\"\\u001b[31mred\\u0007\"}", "Zoom says: [31mred" },
    { "{\"message\":\"left\\u202eright\\u2028next\\ufeff\"}", "Zoom says: left right next" },
    { "{\"message\":\"%s%n%d\"}", "Zoom says: %s%n%d" },
    { "{\"message\":\"  \\n \"}", "without a reason" },
    { "{\"message\":\"once\",\"errors\":[{\"message\":\"once\"},{\"message\":\"twice\"}]}", "Zoom says: once twice" },
    { long_body, "Zoom says: xxx" },
    { blank_body, "Zoom says: a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = read_failure ("POST", 400, table[i].body);

      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, table[i].words));
      g_assert_cmpint (g_utf8_strlen (error->message, -1), <=, 400);
      assert_one_line (error->message);
    }
}

/* The day ends at 00:00 UTC, also for who asks right then. */
static void
test_midnight (void)
{
  static const gint64 times[] = { 0, 1, CONVENE_HOUR, CONVENE_DAY - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(JsonNode) json = json_from_string (DAILY, NULL);
      g_autoptr(GError) error = NULL;
      ConveneZoomAnswer answer = { .method = "POST", .status = 429, .json = json, .now = MIDNIGHT + times[i] };

      error = convene_zoom_error_new (&answer);
      g_assert_cmpint (convene_error_get_retry_at (error), ==, MIDNIGHT + CONVENE_DAY);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/zoom/SH-39/error/%02u-%s-%u", i, rows[i].method, rows[i].status);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/zoom/SH-39/words", test_words);
  g_test_add_func ("/zoom/SH-42/midnight", test_midnight);

  return g_test_run ();
}
