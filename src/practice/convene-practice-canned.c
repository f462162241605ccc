/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-canned.h"

#include "convene-clock.h"
#include "convene-moment.h"
#include "convene-practice-json.h"

#define DAILY "You have exceeded the daily rate limit (%" G_GINT64_FORMAT ") of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00."
#define PER_SECOND "You have reached the maximum per-second rate limit for this API. Try again later."
#define CONCURRENT "Too many concurrent requests. A request to disassociate this user has already been made."

static const struct
{
  const char *name;
  guint       status;
  int         code;
  const char *message;
  const char *field; /* or the OAuth error */
} answers[] = {
  { "500", 500, 500, "Internal Server Error", NULL },
  { "commit-then-500", 500, 500, "Internal Server Error", NULL },
  { "502", 502, 502, "Bad Gateway", NULL },
  { "503", 503, 503, "Service Unavailable", NULL },
  { "504", 504, 504, "Gateway Timeout", NULL },
  { "401", 401, 124, "Access token is expired.", NULL },
  { "400-124", 400, 124, "Invalid access token.", NULL },
  { "4711", 400, 4711, "Invalid access token, does not contain scopes:[meeting:write:meeting, meeting:write:meeting:admin].", NULL },
  { "1001", 404, 1001, "User does not exist: recruiter@example.com.", NULL },
  { "1010", 400, 1010, "User does not belong to this account: practice.", NULL },
  { "3001", 404, 3001, "Meeting does not exist.", NULL },
  { "3003", 400, 3003, "You are not the meeting host.", NULL },
  { "3161", 400, 3161, "Your user account is not allowed meeting hosting and scheduling capabilities.", NULL },
  { "300", 400, 300, "Invalid field.", "topic" },
  { "password-policy", 400, 300, "The password does not meet the account's password requirements.", "password" },
  { "alternative-host", 400, 300, "The user cannot be selected as an alternative host.", "settings.alternative_hosts" },
  { "page-token", 400, 300, "The next page token is invalid or expired.", NULL },
  { "json", 400, 300, "Request Body should be a valid JSON object.", NULL },
  { "timezone", 400, 300, "Invalid timezone.", "timezone" },
  { "schedule-for", 400, 300, "The value that you entered in the schedule_for field is invalid. Enter a valid value and try again.", "schedule_for" },
  { "200", 400, 200, "No permission.", NULL },
  { "403", 403, 200, "Authenticated user has not permitted access to the targeted resource", NULL },
  { "1120", 400, 1120, "Invitation does not exist, or has expired.", NULL },
  { "3000", 400, 3000, "You cannot schedule a meeting for recruiter@example.com", NULL },
  { "3002", 400, 3002, CONVENE_PRACTICE_IN_PROGRESS, NULL },
  { "3007", 400, 3007, CONVENE_PRACTICE_HAS_ENDED, NULL },
  { "3018", 400, 3018, "Not allowed to delete PMI.", NULL },
  { "3037", 400, 3037, "Not allowed to delete PAC.", NULL },
  { "3043", 400, 3043, "Meeting has reached maximum attendee capacity.", NULL },
  { "3063", 400, 3063, "Can not end on-premise user's meeting.", NULL },
  { "12702", 400, 12702, "Can not access a meeting a year ago.", NULL },
  { "2300", 404, 2300, "This API endpoint is not recognized.", NULL },
  { "409", 409, 409, "The resource exists already.", NULL },
  { "408", 408, 408, "Request Timeout", NULL },
  { "403-rate", 403, 403, "You have exceeded the maximum number of api requests.", NULL },
  { "429-second", 429, 429, PER_SECOND, NULL },
  { "429-concurrent", 429, 429, CONCURRENT, NULL },
  { "429-account", 429, 429, "Reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.", NULL },
};

/* The token endpoint's: a number is an errorCode, no number an error with its reason. */
static const struct
{
  const char *name;
  guint       status;
  int         code;
  const char *message;
  const char *error;
} refusals[] = {
  { "invalid-grant", 400, 0, "Invalid Token!", "invalid_grant" },
  { "invalid-client", 401, 0, "Invalid client_id or client_secret", "invalid_client" },
  { "access-denied", 400, 0, "The user declined", "access_denied" },
  { "authorization-pending", 400, 0, "The user has not answered yet", "authorization_pending" },
  { "slow-down", 400, 0, "Polling too fast", "slow_down" },
  { "expired-token", 400, 0, "The device code has expired", "expired_token" },
  { "4709", 400, 4709, "Redirect URI mismatch", NULL },
  { "4717", 400, 4717, "The app has been disabled.", NULL },
  { "4738", 400, 4738, "The app has been disabled by the account's administrator.", NULL },
  { "4741", 400, 4741, "The token has been revoked: the user has authorized the app again.", NULL },
};

static ConvenePracticeAnswer *
new_refusal (const ConvenePracticeFault *fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const char *message = convene_practice_json_get_string (fault->spec, "message", refusals[i].message);

      if (!g_str_equal (refusals[i].name, fault->name))
        continue;
      if (refusals[i].code != 0)
        return convene_practice_answer_new_numbered (refusals[i].code, message);

      return convene_practice_answer_new_refusal (refusals[i].status, message, refusals[i].error);
    }

  return NULL;
}

static ConvenePracticeAnswer *
new_redirect (const ConvenePracticeFault *fault)
{
  ConvenePracticeAnswer *answer = convene_practice_answer_new (convene_practice_json_get_int (fault->spec, "status", 302), NULL, NULL);

  convene_practice_answer_set_header (answer, "Location", convene_practice_json_get_string (fault->spec, "to", "http://127.0.0.1:1/"));
  return answer;
}

ConvenePracticeAnswer *
convene_practice_canned_new_daily (gint64 limit)
{
  ConvenePracticeAnswer *answer = convene_practice_answer_new_error (429, 429, DAILY, limit);

  convene_practice_answer_set_header (answer, "x-ratelimit-category", "Light");
  convene_practice_answer_set_header (answer, "x-ratelimit-limit", "6000");
  convene_practice_answer_set_header (answer, "x-ratelimit-remaining", "5893");
  return answer;
}

ConvenePracticeAnswer *
convene_practice_canned_new_per_second (void)
{
  ConvenePracticeAnswer *answer = convene_practice_answer_new_error (429, 429, PER_SECOND);

  convene_practice_answer_set_header (answer, "X-RateLimit-Type", "QPS");
  convene_practice_answer_set_header (answer, "X-RateLimit-Remaining", "0");
  return answer;
}

ConvenePracticeAnswer *
convene_practice_canned_new_concurrent (void)
{
  return convene_practice_answer_new_error (429, 429, CONCURRENT);
}

static gint64
get_midnight_after (gint64 now)
{
  return (now / CONVENE_DAY + 1) * CONVENE_DAY;
}

static char *
format_http_date (gint64 instant)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant / CONVENE_SECOND);
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  return g_strdup_printf ("%s, %02d %s %04d %02d:%02d:%02d GMT",
                          days[g_date_time_get_day_of_week (time) - 1], g_date_time_get_day_of_month (time),
                          months[g_date_time_get_month (time) - 1], g_date_time_get_year (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time), g_date_time_get_second (time));
}

/* "retry_s" is how far away the time is; the next midnight in UTC where it is not said. */
static char *
format_retry (JsonObject *spec,
              gint64      now)
{
  const char *form = convene_practice_json_get_string (spec, "retry", "none");
  gint64      seconds = convene_practice_json_get_int (spec, "retry_s", -1);
  gint64      at = seconds >= 0 ? now + seconds * CONVENE_SECOND : get_midnight_after (now);

  if (g_str_equal (form, "iso"))
    return convene_instant_to_string (at);
  if (g_str_equal (form, "seconds"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, (at - now) / CONVENE_SECOND);
  if (g_str_equal (form, "date"))
    return format_http_date (at);
  if (g_str_equal (form, "bogus"))
    return g_strdup ("soon");

  return NULL;
}

static ConvenePracticeAnswer *
new_html (guint status)
{
  g_autofree char *body = g_strdup_printf ("<html>\r\n<head><title>%u</title></head>\r\n<body><center><h1>%u</h1></center></body>\r\n</html>\r\n", status, status);

  return convene_practice_answer_new (status, "text/html", body);
}

static ConvenePracticeAnswer *
new_from_table (const ConvenePracticeFault *fault)
{
  JsonObject *spec = fault->spec;
  guint       i = 0;

  while (i < G_N_ELEMENTS (answers) && !g_str_equal (answers[i].name, fault->name))
    i++;

  if (i < G_N_ELEMENTS (answers))
    {
      guint       status = convene_practice_json_get_int (spec, "status", answers[i].status);
      const char *message = convene_practice_json_get_string (spec, "message", answers[i].message);

      if (answers[i].field != NULL)
        return convene_practice_answer_new_field (convene_practice_json_get_string (spec, "field", answers[i].field), message);

      return convene_practice_answer_new_error (status, convene_practice_json_get_int (spec, "code", answers[i].code), "%s", message);
    }

  return convene_practice_answer_new_error (convene_practice_json_get_int (spec, "status", 500),
                                            convene_practice_json_get_int (spec, "code", 500), "%s",
                                            convene_practice_json_get_string (spec, "message", "Internal Server Error"));
}

static ConvenePracticeAnswer *
new_by_form (const ConvenePracticeFault *fault)
{
  const char *form = convene_practice_json_get_string (fault->spec, "form", "json");
  const char *body = convene_practice_json_get_string (fault->spec, "body", NULL);
  g_autoptr(ConvenePracticeAnswer) plain = new_from_table (fault);
  g_autoptr(ConvenePracticeAnswer) refusal = new_refusal (fault);

  if (body != NULL)
    return convene_practice_answer_new (plain->status,
                                        convene_practice_json_get_string (fault->spec, "content_type", "application/json"), body);
  if (g_str_equal (form, "html"))
    return new_html (plain->status);
  if (g_str_equal (form, "empty"))
    return convene_practice_answer_new (plain->status, NULL, NULL);
  if (g_str_equal (fault->name, "429-daily"))
    return convene_practice_canned_new_daily (100);
  if (g_str_equal (fault->name, "429-second"))
    return convene_practice_canned_new_per_second ();
  if (g_str_equal (fault->name, "empty"))
    return convene_practice_answer_new (convene_practice_json_get_int (fault->spec, "status", 200), NULL, NULL);
  if (g_str_equal (fault->name, "html"))
    return new_html (convene_practice_json_get_int (fault->spec, "status", 200));
  if (g_str_equal (fault->name, "redirect"))
    return new_redirect (fault);
  if (refusal != NULL)
    return g_steal_pointer (&refusal);

  return g_steal_pointer (&plain);
}

static void
add_headers (ConvenePracticeAnswer *answer,
             JsonObject            *headers)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  json_object_iter_init_ordered (&iter, headers);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
      convene_practice_answer_set_header (answer, name, json_node_get_string (node));
}

ConvenePracticeAnswer *
convene_practice_canned_new (const ConvenePracticeFault *fault,
                             gint64                      now)
{
  ConvenePracticeAnswer *answer = new_by_form (fault);
  JsonObject            *headers = convene_practice_json_get_object (fault->spec, "headers");
  g_autofree char       *retry = format_retry (fault->spec, now);

  if (retry != NULL)
    {
      convene_practice_answer_set_header (answer, "Retry-After", retry);
      if (answer->status == 429 && g_str_has_suffix (fault->name, "-daily"))
        convene_practice_answer_set_header (answer, "X-RateLimit-Type", "Daily-limit");
    }
  if (headers != NULL)
    add_headers (answer, headers);

  return answer;
}
