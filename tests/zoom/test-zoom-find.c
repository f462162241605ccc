/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-meeting-compare.h"
#include "fixture.h"

#define REFERENCE "K7Q2-9FXM"
#define LINE "Convene ref " REFERENCE
#define LIST "GET /v2/users/me/meetings?type=scheduled&page_size=300"

/* One that is like the fixture's interview, and made now. */
#define ALIKE "\"topic\":\"Staff Engineer Interview\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45,\"created_at\":\"2026-11-18T11:06:40Z\""

static GPtrArray *
find (Fixture    *fixture,
      const char *agenda,
      const char *reference,
      GError    **error)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) intent = NULL;

  if (agenda != NULL)
    convene_interview_set_agenda (interview, agenda);
  intent = convene_meeting_new_intent (interview, reference);
  convene_meeting_provider_find_async (fixture->provider, intent, "ann@example.com", TEST_NOW, NULL, fixture_done_cb, fixture);
  return convene_meeting_provider_find_finish (fixture->provider, fixture_wait (fixture), error);
}

static char *
format_numbers (GPtrArray *meetings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", convene_meeting_get_number (meetings->pdata[i]));

  return g_string_free (out, FALSE);
}

/* One page, and which of it may be the meeting that was to be made. */
static const struct
{
  gboolean    has_reference; /* whether it is looked for */
  gboolean    has_room;      /* whether the agenda has room for it */
  const char *items;
  const char *numbers;
} match[] = {
  { TRUE, TRUE, "", "" },
  { TRUE, TRUE, "{\"id\":1,\"agenda\":\"Questions\\n" LINE "\"}", "1" },
  { TRUE, TRUE, "{\"id\":1,\"agenda\":\"" LINE "\\nA long agenda that is cut\"}", "1" },
  { TRUE, TRUE, "{\"id\":1,\"agenda\":\"Questions\\nConvene ref AAAA-BBBB\"},{\"id\":2,\"agenda\":\"Questions\"},{\"id\":3}", "" },
  /* with a reference that shows, likeness is no reason */
  { TRUE, TRUE, "{\"id\":1," ALIKE "}", "" },
  { TRUE, TRUE, "{\"id\":1," ALIKE "},{\"id\":2,\"agenda\":\"" LINE "\"}", "2" },
  /* several: the oldest first */
  { TRUE, TRUE, "{\"id\":1,\"agenda\":\"" LINE "\",\"created_at\":\"2026-11-18T11:00:02Z\"},{\"id\":2,\"agenda\":\"" LINE "\",\"created_at\":\"2026-11-18T11:00:01Z\"}", "2 1" },
  { TRUE, TRUE, "{\"id\":8,\"agenda\":\"" LINE "\"},{\"id\":7,\"agenda\":\"" LINE "\"}", "7 8" },
  /* what makes no sense is passed over, what comes twice counts once */
  { TRUE, TRUE, "null,5,{\"id\":{}},[],{\"id\":1,\"agenda\":\"" LINE "\"},{\"id\":1,\"agenda\":\"" LINE "\"}", "1" },
  { TRUE, TRUE, "{\"id\":1,\"join_url\":\"nonsense\",\"agenda\":\"" LINE "\"}", "1" },

  { FALSE, TRUE, "{\"id\":1," ALIKE "}", "1" },
  { TRUE, FALSE, "{\"id\":1," ALIKE "}", "1" },
  { TRUE, FALSE, "{\"id\":1," ALIKE "},{\"id\":2,\"agenda\":\"" LINE "\"}", "1" },
  { FALSE, TRUE, "{\"id\":1," ALIKE ",\"agenda\":\"Questions\\nConvene ref AAAA-BBBB\"}", "" },
  { FALSE, TRUE, "{\"id\":1," ALIKE "},{\"id\":2," ALIKE "}", "1 2" },
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer Interview \",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45,\"created_at\":\"2026-11-18T11:05:00Z\"}", "1" },
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45,\"created_at\":\"2026-11-18T11:06:40Z\"}", "" },
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer Interview\",\"start_time\":\"2026-12-01T17:00:00Z\",\"duration\":45,\"created_at\":\"2026-11-18T11:06:40Z\"}", "" },
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer Interview\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":60,\"created_at\":\"2026-11-18T11:06:40Z\"}", "" },
  /* two minutes between the clocks are let pass, no more */
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer Interview\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45,\"created_at\":\"2026-11-18T11:04:40Z\"}", "1" },
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer Interview\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45,\"created_at\":\"2026-11-18T11:04:39Z\"}", "" },
  { FALSE, TRUE, "{\"id\":1,\"topic\":\"Staff Engineer Interview\",\"start_time\":\"2026-12-01T16:00:00Z\",\"duration\":45}", "" },
};

static void
test_match (void)
{
  g_autofree char *full = g_strnfill (2000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (match); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"next_page_token\":\"\",\"meetings\":[%s]}", match[i].items);
      const PeerStep   step = { LIST, 200, body };
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, &step, 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) meetings = find (fixture, match[i].has_room ? NULL : full, match[i].has_reference ? REFERENCE : NULL, &error);
      g_autofree char *numbers = NULL;

      g_test_message ("%s", match[i].items);
      g_assert_no_error (error);
      numbers = format_numbers (meetings);
      g_assert_cmpstr (numbers, ==, match[i].numbers);
    }
}

static void
test_pages (void)
{
  static const PeerStep steps[] = {
    { LIST, 200, "{\"next_page_token\":\"a/b+c=&d\",\"meetings\":[{\"id\":1}]}" },
    { LIST "&next_page_token=a%2Fb%2Bc%3D%26d", 200, "{\"next_page_token\":\"e\",\"meetings\":[{\"id\":2,\"agenda\":\"" LINE "\"}]}" },
    { LIST "&next_page_token=e", 200, "{\"meetings\":[{\"id\":2,\"agenda\":\"" LINE "\"},{\"id\":3,\"agenda\":\"" LINE "\"}]}" },
  };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) meetings = find (fixture, NULL, REFERENCE, &error);
  g_autofree char *numbers = NULL;

  g_assert_no_error (error);
  numbers = format_numbers (meetings);
  g_assert_cmpstr (numbers, ==, "2 3");
}

static void
test_host (void)
{
  static const PeerStep steps[] = { { "GET /v2/users/ann%40example.com/meetings?type=scheduled&page_size=300", 200, "{\"meetings\":[]}" } };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) meetings = find (fixture, NULL, REFERENCE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 0);
}

static void
test_no_host (void)
{
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, NULL, 0);
  g_autoptr(ConveneInterview) interview = fixture_interview ();
  g_autoptr(ConveneMeeting) intent = convene_meeting_new_intent (interview, REFERENCE);
  g_autoptr(GError) error = NULL;

  convene_meeting_provider_find_async (fixture->provider, intent, "", 0, NULL, fixture_done_cb, fixture);
  g_assert_null (convene_meeting_provider_find_finish (fixture->provider, fixture_wait (fixture), &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
}

#define EXPIRED "{\"code\":300,\"message\":\"The next page token is invalid or expired.\"}"
#define FIRST "{\"next_page_token\":\"a\",\"meetings\":[{\"id\":1,\"agenda\":\"" LINE "\"}]}"

/* A token that is refused: the list is read once more from its beginning, and what was seen counts once. */
static void
test_expired (void)
{
  static const PeerStep steps[] = {
    { LIST, 200, FIRST },
    { LIST "&next_page_token=a", 400, EXPIRED },
    { LIST, 200, FIRST },
    { LIST "&next_page_token=a", 200, "{\"meetings\":[]}" },
  };
  g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, G_N_ELEMENTS (steps));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) meetings = find (fixture, NULL, REFERENCE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 1);
}

/* A look that did not see everything is an error, never an empty answer. */
static void
test_failures (void)
{
  static const struct
  {
    PeerStep steps[4];
    guint    n_steps;
    int      code;
  } table[] = {
    { { { LIST, 200, "<html>" } }, 1, CONVENE_ERROR_BAD_ANSWER },
    { { { LIST, 200, "{\"meetings\":null}" } }, 1, CONVENE_ERROR_BAD_ANSWER },
    { { { LIST, 503 } }, 1, CONVENE_ERROR_UNREACHABLE },
    { { { LIST, 0 } }, 1, CONVENE_ERROR_UNREACHABLE },
    { { { LIST, 400, "{\"code\":3161,\"message\":\"no\"}" } }, 1, CONVENE_ERROR_REFUSED },
    { { { LIST, 200, FIRST }, { LIST "&next_page_token=a", 429 } }, 2, CONVENE_ERROR_RATE_LIMITED },
    { { { LIST, 200, FIRST }, { LIST "&next_page_token=a", 200, "{}" } }, 2, CONVENE_ERROR_BAD_ANSWER },
    { { { LIST, 200, FIRST }, { LIST "&next_page_token=a", 200, FIRST } }, 2, CONVENE_ERROR_BAD_ANSWER },
    { { { LIST, 200, FIRST }, { LIST "&next_page_token=a", 400, EXPIRED }, { LIST, 200, FIRST }, { LIST "&next_page_token=a", 400, EXPIRED } }, 4, CONVENE_ERROR_BAD_ANSWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(Fixture) fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, table[i].steps, table[i].n_steps);
      g_autoptr(GError) error = NULL;

      g_assert_null (find (fixture, NULL, REFERENCE, &error));
      g_test_message ("%u: %s", i, error->message);
      g_assert_error (error, CONVENE_ERROR, table[i].code);
      g_assert_false (convene_error_is_doubtful (error));
    }
}

#define MANY 100

/* A list that never ends is left after a hundred pages. */
static void
test_endless (void)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree PeerStep *steps = g_new0 (PeerStep, MANY);
  g_autoptr(Fixture) fixture = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      char *body = g_strdup_printf ("{\"next_page_token\":\"%u\",\"meetings\":[]}", i + 1);
      char *path = i == 0 ? g_strdup (LIST) : g_strdup_printf (LIST "&next_page_token=%u", i);

      g_ptr_array_add (texts, body);
      g_ptr_array_add (texts, path);
      steps[i] = (PeerStep){ path, 200, body };
    }

  fixture = fixture_new (CONVENE_ACCOUNT_METHOD_BROWSER, steps, MANY);
  g_assert_null (find (fixture, NULL, REFERENCE, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom/O-1/find/match", test_match);
  g_test_add_func ("/zoom/O-1/find/pages", test_pages);
  g_test_add_func ("/zoom/O-1/find/host", test_host);
  g_test_add_func ("/zoom/O-1/find/no-host", test_no_host);
  g_test_add_func ("/zoom/O-1/find/expired", test_expired);
  g_test_add_func ("/zoom/O-1/find/failures", test_failures);
  g_test_add_func ("/zoom/O-1/find/endless", test_endless);

  return g_test_run ();
}
