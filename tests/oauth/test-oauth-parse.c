/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-json.h"
#include "convene-oauth-form.h"
#include "convene-oauth-parse.h"

#include <string.h>

/* 2026-12-01T10:00:00Z */
#define NOW (G_GINT64_CONSTANT (1796119200) * CONVENE_SECOND)
#define OAUTH_URL "https://zoom.us/oauth"

static ConveneOauthTokens *
parse (guint       status,
       const char *body,
       GError    **error)
{
  g_autoptr(JsonNode) json = convene_json_parse (body, strlen (body), NULL);
  ConveneOauthAnswer answer = { .status = status, .json = json, .retry_at = NOW + 30 * CONVENE_SECOND, .tls = "1.3" };

  return convene_oauth_parse_tokens (&answer, convene_oauth_provider_get_zoom (), OAUTH_URL, NOW, NULL, error);
}

static void
test_tokens (void)
{
  static const struct
  {
    const char *body;
    const char *access;
    gint64      life; /* seconds */
    const char *refresh;
    const char *scopes;
    const char *api_url;
  } rows[] = {
    { "{\"access_token\":\"eyJ.a-b_c\",\"token_type\":\"bearer\",\"refresh_token\":\"eyR\",\"expires_in\":3599,"
      "\"scope\":\"meeting:read:meeting user:read:user\",\"api_url\":\"https://api.zoom.us\"}",
      "eyJ.a-b_c", 3599, "eyR", "meeting:read:meeting user:read:user", "https://api.zoom.us" },
    { "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":\"3600\"}", "a", 3600 },
    { "{\"access_token\":\"a\"}", "a", 3600 },
    { "{\"access_token\":\"a\",\"refresh_token\":null}", "a", 3600 },
    { "{\"access_token\":\"a\",\"expires_in\":0}", "a", 0 },
    { "{\"access_token\":\"a\",\"expires_in\":-5}", "a", 0 },
    { "{\"access_token\":\"a\",\"expires_in\":9223372036854775807}", "a", 86400 },
    { "{\"access_token\":\"a\",\"expires_in\":[]}", "a", 3600 },
    { "{\"access_token\":\"a\",\"scope\":7,\"api_url\":null}", "a", 3600 },
    { "{\"access_token\":\"a\",\"scope\":\"\"}", "a", 3600, NULL, "" },
    { "{\"access_token\":\"a\",\"scope\":\"a\\nb\"}", "a", 3600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneOauthTokens) tokens = parse (200, rows[i].body, &error);

      g_test_message ("%s", rows[i].body);
      g_assert_no_error (error);
      g_assert_cmpstr (tokens->tls, ==, "1.3");
      g_assert_cmpstr (convene_secret_peek (tokens->access), ==, rows[i].access);
      g_assert_cmpint (tokens->expiry, ==, NOW + rows[i].life * CONVENE_SECOND);
      g_assert_cmpstr (tokens->refresh != NULL ? convene_secret_peek (tokens->refresh) : NULL, ==, rows[i].refresh);
      g_assert_cmpstr (tokens->scopes, ==, rows[i].scopes);
      g_assert_cmpstr (tokens->api_url, ==, rows[i].api_url);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    guint        status;
    const char  *body;
    ConveneError code;
    gboolean     invalid_grant;
    const char  *says; /* part of the message, or NULL */
  } rows[] = {
    /* the real bodies */
    { 400, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, "Reconnect" },
    { 400, "{\"error\":\"invalid_grant\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, "Reconnect" },
    { 401, "{\"error\":\"invalid_grant\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, "Reconnect" },
    { 400, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_request\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, NULL },
    { 400, "{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, NULL },
    { 400, "{\"reason\":\"Invalid authorization code abc\",\"error\":\"invalid_request\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, NULL },
    { 401, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}", CONVENE_ERROR_SIGNED_OUT, FALSE, "ZOOM_API_CLIENT_ID" },
    { 400, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}", CONVENE_ERROR_SIGNED_OUT, FALSE, "ZOOM_API_CLIENT_SECRET" },
    /* their numbers */
    { 400, "{\"status\":false,\"errorCode\":4700,\"errorMessage\":\"x\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, "Reconnect" },
    { 400, "{\"errorCode\":4702}", CONVENE_ERROR_SIGNED_OUT, FALSE, "client ID" },
    { 400, "{\"errorCode\":4704}", CONVENE_ERROR_SIGNED_OUT, FALSE, "client ID" },
    { 400, "{\"errorCode\":4733}", CONVENE_ERROR_SIGNED_OUT, TRUE, NULL },
    { 400, "{\"errorCode\":4735}", CONVENE_ERROR_SIGNED_OUT, TRUE, NULL },
    { 400, "{\"code\":\"4741\"}", CONVENE_ERROR_SIGNED_OUT, TRUE, NULL },
    { 400, "{\"errorCode\":4717}", CONVENE_ERROR_REFUSED, FALSE, "administrator" },
    { 400, "{\"errorCode\":4738}", CONVENE_ERROR_REFUSED, FALSE, "administrator" },
    { 400, "{\"errorCode\":4705,\"errorMessage\":\"Unsupported grant type\"}", CONVENE_ERROR_REFUSED, FALSE, "Unsupported grant type" },
    { 400, "{\"errorCode\":4711,\"errorMessage\":\"no\"}", CONVENE_ERROR_MISSING_SCOPES, FALSE, "Reconnect" },
    { 400, "{\"errorCode\":4709}", CONVENE_ERROR_REFUSED, FALSE, "http://127.0.0.1/oauth/callback" },
    { 400, "{\"status\":false,\"errorCode\":4700,\"errorMessage\":\"Invalid redirect url\",\"result\":null}", CONVENE_ERROR_REFUSED, FALSE,
      "http://127.0.0.1/oauth/callback" },
    { 400, "{\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}", CONVENE_ERROR_REFUSED, FALSE, "unsupported grant type" },
    { 400, "{\"reason\":\"Bad Request\",\"error\":\"invalid_request\"}", CONVENE_ERROR_REFUSED, FALSE, "Bad Request" },
    /* whatever else may come */
    { 400, "", CONVENE_ERROR_REFUSED, FALSE, "400" },
    { 400, "[]", CONVENE_ERROR_REFUSED, FALSE, "400" },
    { 400, "{\"reason\":[],\"error\":{}}", CONVENE_ERROR_REFUSED, FALSE, "400" },
    { 400, "{\"reason\":\"a\\nb\"}", CONVENE_ERROR_REFUSED, FALSE, "400" },
    { 401, "<html></html>", CONVENE_ERROR_SIGNED_OUT, FALSE, "client ID" },
    { 403, "<html></html>", CONVENE_ERROR_REFUSED, FALSE, "403" },
    { 404, "", CONVENE_ERROR_REFUSED, FALSE, "404" },
    { 408, "", CONVENE_ERROR_UNREACHABLE, FALSE, NULL },
    { 429, "{\"error\":\"invalid_grant\"}", CONVENE_ERROR_RATE_LIMITED, FALSE, NULL },
    { 500, "{\"error\":\"invalid_grant\"}", CONVENE_ERROR_UNREACHABLE, FALSE, NULL },
    { 502, "<html></html>", CONVENE_ERROR_UNREACHABLE, FALSE, NULL },
    { 503, "", CONVENE_ERROR_UNREACHABLE, FALSE, NULL },
    { 302, "", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 204, "", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "<html></html>", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "[]", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"error\":\"invalid_grant\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"status\":false,\"errorCode\":4741}", CONVENE_ERROR_SIGNED_OUT, TRUE, "another computer" },
    { 400, "{\"reason\":\"Too many concurrent requests. A request to disassociate this user has already been made.\"}", CONVENE_ERROR_RATE_LIMITED, FALSE,
      "disassociate" },
    { 200, "{\"access_token\":\"a\",\"api_url\":\"https://evil.example.com\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, "outside zoom.us" },
    { 200, "{\"access_token\":\"a\",\"api_url\":{}}", CONVENE_ERROR_BAD_ANSWER, FALSE, "outside zoom.us" },
    { 200, "{\"access_token\":\"a\",\"api_url\":\"\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, "outside zoom.us" },
    { 200, "{\"access_token\":7}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"a b\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"a\\r\\nX: y\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"é\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"a\",\"token_type\":7}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"a\",\"refresh_token\":7}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
    { 200, "{\"access_token\":\"a\",\"refresh_token\":\"a\\nb\"}", CONVENE_ERROR_BAD_ANSWER, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneOauthTokens) tokens = parse (rows[i].status, rows[i].body, &error);
      g_autoptr(JsonNode) json = convene_json_parse (rows[i].body, strlen (rows[i].body), NULL);
      ConveneOauthAnswer answer = { .status = rows[i].status, .json = json };

      g_test_message ("%u %s", rows[i].status, rows[i].body);
      g_assert_null (tokens);
      g_assert_error (error, CONVENE_ERROR, (int) rows[i].code);
      g_assert_cmpint (convene_oauth_is_invalid_grant (&answer), ==, rows[i].invalid_grant);
      g_assert_cmpint (convene_error_get_retry_at (error), ==, rows[i].code == CONVENE_ERROR_RATE_LIMITED ? NOW + 30 * CONVENE_SECOND : 0);
      if (rows[i].says != NULL && strstr (error->message, rows[i].says) == NULL)
        g_error ("“%s” is not in “%s”", rows[i].says, error->message);
    }
}

static void
test_huge (void)
{
  g_autofree char *long_token = g_strnfill (16385, 'a');
  g_autofree char *longest_token = g_strnfill (16384, 'a');
  g_autofree char *too_long = g_strdup_printf ("{\"access_token\":\"%s\"}", long_token);
  g_autofree char *longest = g_strdup_printf ("{\"access_token\":\"%s\"}", longest_token);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneOauthTokens) refused = parse (200, too_long, &error);
  g_autoptr(ConveneOauthTokens) tokens = parse (200, longest, NULL);

  g_assert_null (refused);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
  g_assert_cmpstr (convene_secret_peek (tokens->access), ==, longest_token);
}

/* Where a bearer token may go. */
static void
test_api_url (void)
{
  static const struct
  {
    const char *api_url;
    const char *oauth_url;
    const char *checked;
  } rows[] = {
    { "https://api.zoom.us", OAUTH_URL, "https://api.zoom.us" },
    { "https://api-eu.zoom.us/", OAUTH_URL, "https://api-eu.zoom.us" },
    { "https://zoom.us", OAUTH_URL, "https://zoom.us" },
    { "https://API.Zoom.US", OAUTH_URL, "https://API.Zoom.US" },
    { "https://api.zoom.us:443", OAUTH_URL, "https://api.zoom.us:443" },
    { "https://api.zoom.us:8443", OAUTH_URL, NULL },
    { "http://api.zoom.us", OAUTH_URL, NULL },
    { "https://evilzoom.us", OAUTH_URL, NULL },
    { "https://zoom.us.example.com", OAUTH_URL, NULL },
    { "https://api.zoom.us@example.com", OAUTH_URL, NULL },
    { "https://user"
      "@api.zoom.us",
      OAUTH_URL, NULL },
    { "https://example.com/.zoom.us", OAUTH_URL, NULL },
    { "https://example.com#.zoom.us", OAUTH_URL, NULL },
    { "https://api.zoom.us/path", OAUTH_URL, NULL },
    { "https://api.zoom.us?a=b", OAUTH_URL, NULL },
    { "api.zoom.us", OAUTH_URL, NULL },
    { "", OAUTH_URL, NULL },
    { NULL, OAUTH_URL, NULL },
    { "http://127.0.0.1:1234", OAUTH_URL, NULL },
    { "https://localhost", OAUTH_URL, NULL },
    { "http://127.0.0.1:1234", "http://127.0.0.1:1234/oauth", "http://127.0.0.1:1234" },
    { "http://localhost:1234/", "http://[::1]:99/oauth", "http://localhost:1234" },
    { "https://api.zoom.us", "http://127.0.0.1:1234/oauth", "https://api.zoom.us" },
    { "http://example.com", "http://127.0.0.1:1234/oauth", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *checked = convene_oauth_check_api_url (convene_oauth_provider_get_zoom (), rows[i].api_url, rows[i].oauth_url);

      g_test_message ("%s", rows[i].api_url);
      g_assert_cmpstr (checked, ==, rows[i].checked);
    }
}

#define MINIMUM "user:read:user meeting:write:meeting meeting:read:meeting meeting:update:meeting meeting:delete:meeting meeting:read:list_meetings"

static void
test_scopes (void)
{
  static const struct
  {
    const char *granted;
    const char *missing;
  } rows[] = {
    { MINIMUM, "" },
    { "webinar:read:webinar  " MINIMUM "\n", "" },
    { "user:read:user meeting:write:meeting meeting:read:meeting meeting:update:meeting meeting:read:list_meetings", "meeting:delete:meeting" },
    { "user:read:user:admin meeting:write:meeting:admin meeting:read:meeting:admin meeting:update:meeting:admin meeting:delete:meeting:admin "
      "meeting:read:list_meetings:admin",
      "" },
    { "user:read:user:master meeting:write:meeting:master meeting:read:meeting:admin meeting:update:meeting meeting:delete:meeting:admin "
      "meeting:read:list_meetings",
      "" },
    { "user:read meeting:read meeting:write", "" },
    { "user:read:admin meeting:read:admin meeting:write:admin", "" },
    { "meeting:write:admin", "user:read:user meeting:read:meeting meeting:read:list_meetings" },
    { "user:read meeting:read", "meeting:write:meeting meeting:update:meeting meeting:delete:meeting" },
    { "meeting:write:meetings meeting:write:meeting:other MEETING:READ", MINIMUM },
    { "", MINIMUM },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GStrv) missing = convene_oauth_provider_list_missing (convene_oauth_provider_get_zoom (), rows[i].granted);
      g_autofree char *text = g_strjoinv (" ", missing);

      g_assert_cmpstr (text, ==, rows[i].missing);
    }
}

/* What an app was given beyond what Convene can use is named; what it can use is not, and nothing else may creep into the list. */
static void
test_extra_scopes (void)
{
  static const struct
  {
    const char *granted;
    const char *extra;
  } rows[] = {
    { MINIMUM, "" },
    { MINIMUM " user:read:list_schedulers user:read:settings", "" },
    { "user:read:admin meeting:write:master meeting:read", "" },
    { "recording:read " MINIMUM "  chat_message:write:user_message", "recording:read chat_message:write:user_message" },
    { "user:write:user:admin user:read:user:other", "user:write:user:admin user:read:user:other" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GStrv) extra = convene_oauth_provider_list_extra (convene_oauth_provider_get_zoom (), rows[i].granted);
      g_autofree char *text = g_strjoinv (" ", extra);

      g_assert_cmpstr (text, ==, rows[i].extra);
    }
}

static void
assert_modest (const ConveneOauthScope *scopes,
               guint                    count)
{
  guint n = 0;

  for (; scopes[n].granular != NULL; n++)
    g_assert_true (g_str_has_prefix (scopes[n].granular, "user:read:") || g_str_has_prefix (scopes[n].granular, "meeting:"));
  g_assert_cmpuint (n, ==, count);
}

/* No recordings, no chats, no webinars, nobody else's account. */
static void
test_modest_scopes (void)
{
  const ConveneOauthProvider *zoom = convene_oauth_provider_get_zoom ();

  assert_modest (zoom->scopes, 6);
  assert_modest (zoom->optional, 2);
}

static void
test_swapped (void)
{
  static const struct
  {
    const char *id;
    const char *secret;
    gboolean    swapped;
  } rows[] = {
    { "abcdefghijklmnopqrstuv", "abcdefghijklmnopqrstuvwxyz012345", FALSE },
    { "abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuv", TRUE },
    { "abcdefghijklmnopqrstuv", "abcdefghijklmnopqrstuv", FALSE },
    { "abcdefghijklmnopqrstuvwxyz012345", NULL, FALSE },
    { NULL, "abcdefghijklmnopqrstuv", FALSE },
    { "client", "secret", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneSecret) secret = rows[i].secret != NULL ? convene_secret_new (rows[i].secret) : NULL;

      g_assert_cmpint (convene_oauth_looks_swapped (rows[i].id, secret), ==, rows[i].swapped);
    }
}

static void
test_form (void)
{
  static const char *const none[] = { NULL };
  static const char *const some[] = { "grant_type", "refresh_token", "refresh_token", "a+b/c=&é -._~", "empty", "", NULL };
  g_autoptr(ConveneSecret) empty = convene_oauth_form_new (none);
  g_autoptr(ConveneSecret) form = convene_oauth_form_new (some);

  g_assert_cmpstr (convene_secret_peek (empty), ==, "");
  g_assert_cmpstr (convene_secret_peek (form), ==, "grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D%26%C3%A9%20-._~&empty=");
}

static ConveneAccount *
create_account (const char *client_id)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_client_id (account, client_id);
  convene_account_set_account_number (account, "number");
  convene_account_set_oauth_url (account, OAUTH_URL);
  return account;
}

static void
test_kept (void)
{
  g_autoptr(ConveneAccount) account = create_account ("client");
  g_autoptr(ConveneAccount) other = create_account ("another");
  g_autoptr(ConveneOauthTokens) tokens = parse (200, "{\"access_token\":\"a\",\"scope\":\"b c\",\"api_url\":\"https://api.zoom.us\"}", NULL);
  g_autoptr(ConveneSecret) kept = convene_oauth_tokens_to_secret (tokens, account);
  g_autoptr(ConveneOauthTokens) read = convene_oauth_tokens_from_secret (kept, account);

  g_assert_cmpstr (convene_secret_peek (read->access), ==, "a");
  g_assert_cmpint (read->expiry, ==, tokens->expiry);
  g_assert_cmpstr (read->scopes, ==, "b c");
  g_assert_cmpstr (read->api_url, ==, "https://api.zoom.us");
  g_assert_null (read->refresh);
  g_assert_null (convene_oauth_tokens_from_secret (kept, other));
}

static void
test_kept_malformed (void)
{
  static const char *const rows[] = {
    "",
    "token",
    "1 5 a",
    "1 5 a\n",
    "2 5 a\nclient number " OAUTH_URL "\n\n",
    "1 5\nclient number " OAUTH_URL "\n\n",
    "1 5 \nclient number " OAUTH_URL "\n\n",
    "1 x a\nclient number " OAUTH_URL "\n\n",
    "1 -5 a\nclient number " OAUTH_URL "\n\n",
    "1 99999999999999999999 a\nclient number " OAUTH_URL "\n\n",
    "1 5 a\nclient number " OAUTH_URL "\n\n\n",
    "\n\n\n",
  };
  g_autoptr(ConveneAccount) account = create_account ("client");
  g_autoptr(ConveneSecret) good = convene_secret_new ("1 5 a\nclient number " OAUTH_URL "\n\n");
  g_autoptr(ConveneOauthTokens) tokens = convene_oauth_tokens_from_secret (good, account);

  g_assert_nonnull (tokens);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneSecret) kept = convene_secret_new (rows[i]);

      g_assert_null (convene_oauth_tokens_from_secret (kept, account));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/oauth/parse/tokens", test_tokens);
  g_test_add_func ("/oauth/parse/SH-43/refusals", test_refusals);
  g_test_add_func ("/oauth/parse/huge", test_huge);
  g_test_add_func ("/oauth/parse/api-url", test_api_url);
  g_test_add_func ("/oauth/SH-44/scopes", test_scopes);
  g_test_add_func ("/oauth/TA-7/extra-scopes", test_extra_scopes);
  g_test_add_func ("/oauth/TA-6/modest-scopes", test_modest_scopes);
  g_test_add_func ("/oauth/VC-37/swapped", test_swapped);
  g_test_add_func ("/oauth/form", test_form);
  g_test_add_func ("/oauth/kept/read-back", test_kept);
  g_test_add_func ("/oauth/kept/malformed", test_kept_malformed);

  return g_test_run ();
}
