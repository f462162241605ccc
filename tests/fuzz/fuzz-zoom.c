/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-json.h"
#include "convene-oauth-parse.h"
#include "convene-zoom-error.h"
#include "convene-zoom-parse.h"
#include "convene-zoom-settings.h"
#include "fuzz.h"

/* 2026-12-01T10:00:00Z */
#define NOW (G_GINT64_CONSTANT (1796119200) * CONVENE_SECOND)
#define OAUTH_URL "https://zoom.us/oauth"

static void
check_meeting (ConveneMeeting *meeting)
{
  const char *agenda = convene_meeting_get_agenda (meeting);

  g_assert_cmpint (convene_meeting_get_number (meeting), >, 0);
  fuzz_check_line (convene_meeting_get_topic (meeting));
  fuzz_check_line (convene_meeting_get_join_url (meeting));
  fuzz_check_line (convene_meeting_get_password (meeting));
  fuzz_check_line (convene_meeting_get_reference (meeting));
  fuzz_check_line (convene_meeting_get_timezone (meeting));
  fuzz_check_line (convene_meeting_get_host (meeting));
  /* Whatever its author wrote: it goes back to Zoom. */
  g_assert_true (agenda == NULL || g_utf8_validate (agenda, -1, NULL));
}

static void
parse_meeting (const ConveneZoomAnswer *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) meeting = convene_zoom_parse_meeting (answer, &error);

  fuzz_check_error (meeting == NULL, &error);
  if (meeting != NULL)
    check_meeting (meeting);
}

static void
parse_page (const ConveneZoomAnswer *answer)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *token = NULL;
  g_autoptr(GPtrArray) page = convene_zoom_parse_page (answer, &token, &error);

  fuzz_check_error (page == NULL, &error);
  for (guint i = 0; page != NULL && i < page->len; i++)
    check_meeting (g_ptr_array_index (page, i));
}

static void
parse_people (const ConveneZoomAnswer *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneZoomUser) user = convene_zoom_parse_user (answer, &error);
  g_auto(GStrv) schedulers = NULL;

  fuzz_check_error (user == NULL, &error);
  schedulers = convene_zoom_parse_schedulers (answer, &error);
  fuzz_check_error (schedulers == NULL, &error);
  for (guint i = 0; schedulers != NULL && schedulers[i] != NULL; i++)
    fuzz_check_line (schedulers[i]);
}

static void
parse_settings (const ConveneZoomAnswer *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneZoomSettings) settings = g_new0 (ConveneZoomSettings, 1);
  gboolean parsed = convene_zoom_parse_settings (answer, settings, &error);

  fuzz_check_error (!parsed, &error);
  parsed = convene_zoom_parse_done (answer, &error);
  fuzz_check_error (!parsed, &error);
  if (convene_zoom_error_is_failure (answer))
    {
      error = convene_zoom_error_new (answer);
      convene_zoom_error_is_pace (answer, error);
      fuzz_check_error (TRUE, &error);
    }
  convene_zoom_error_get_used (answer);
}

static void
parse_sign_in (const ConveneOauthAnswer *answer)
{
  const ConveneOauthProvider *zoom = convene_oauth_provider_get_zoom ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) kept = NULL;
  g_autoptr(ConveneOauthTokens) tokens = convene_oauth_parse_tokens (answer, zoom, OAUTH_URL, NOW, &kept, &error);
  g_autoptr(ConveneOauthTokens) salvaged = convene_oauth_salvage_tokens (answer);
  g_autoptr(ConveneOauthDeviceCode) code = NULL;
  gboolean parsed;

  fuzz_check_error (tokens == NULL, &error);
  code = convene_oauth_parse_device_code (answer, zoom, OAUTH_URL, &error);
  fuzz_check_error (code == NULL, &error);
  fuzz_check_line (code != NULL ? code->user_code : NULL);
  fuzz_check_line (code != NULL ? code->verification_uri : NULL);
  parsed = convene_oauth_parse_success (answer, zoom, &error);
  fuzz_check_error (!parsed, &error);
  convene_oauth_judge_poll (answer);
}

/* What a caller may see of the same octets: a yes, a no, and one that speaks of a limit. */
static const struct
{
  const char *method;
  guint       status;
} rows[] = {
  { "GET", 200 },
  { "POST", 400 },
  { "POST", 429 },
};

/* An answer of Zoom's, as an answer to everything that it is asked. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) json = convene_json_parse ((const char *) data, size, &error);

  fuzz_check_error (json == NULL, &error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ConveneZoomAnswer  answer = { .method = rows[i].method, .status = rows[i].status, .json = json, .is_empty = size == 0, .now = NOW };
      ConveneOauthAnswer sign_in = { .status = rows[i].status, .json = json, .tls = "1.3" };

      parse_meeting (&answer);
      parse_page (&answer);
      parse_people (&answer);
      parse_settings (&answer);
      parse_sign_in (&sign_in);
    }

  return 0;
}
