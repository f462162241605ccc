/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "profile-fixture.h"

/* More than two pages of those that are read at a time. */
#define MANY 1100

static GBytes *export(Profile                      *profile,
                      const ConveneInterviewFilter *filter,
                      GError                      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_export_async (profile->engine, filter, NULL, profile_result_cb, &result);
  return convene_engine_export_finish (profile->engine, profile_await (&result), error);
}

/* The UIDs in the order of the file, parted by blanks. */
static char *
read_uids (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  GString *uids = g_string_new (NULL);

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (text, "\r\nEND:VCALENDAR\r\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "UID:"))
      g_string_append_printf (uids, "%s%s", uids->len > 0 ? " " : "", lines[i] + strlen ("UID:"));

  return g_string_free (uids, FALSE);
}

static void
test_chosen (void)
{
  static const char *const soon[] = { "soon-1", "over-1", "nobody", NULL };
  static const struct
  {
    ConveneInterviewFilter filter;
    const char            *uids;
  } cases[] = {
    { { .all = TRUE }, "soon-1 later-1 over-1" },
    { { .all = FALSE }, "soon-1 later-1" },
    { { .all = TRUE, .limit = 2 }, "soon-1 later-1" },
    { { .all = TRUE, .uids = soon }, "soon-1 over-1" },
    { { .all = TRUE, .search = "nothing" }, "" },
  };
  Profile *profile = profile_new ();

  profile_add (profile, "later-1", 5);
  profile_add (profile, "over-1", -20);
  profile_add (profile, "soon-1", 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ConveneInterviewFilter filter = cases[i].filter;
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *uids = NULL;

      filter.now = PROFILE_NOW;
      bytes = export(profile, &filter, &error);
      g_assert_no_error (error);
      uids = read_uids (bytes);
      g_assert_cmpstr (uids, ==, cases[i].uids);
    }

  profile_free (profile);
}

static void
test_many (void)
{
  const ConveneInterviewFilter filter = { .all = TRUE, .now = PROFILE_NOW };
  Profile                     *profile = profile_new ();
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *uids = NULL;
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *uid = g_strdup_printf ("many-%u", i);
      g_autoptr(ConveneInterview) interview = profile_make (uid, (int) i - 300);

      convene_change_add_interview (change, interview);
    }
  profile_commit (profile, change);

  bytes = export(profile, &filter, &error);
  g_assert_no_error (error);
  uids = read_uids (bytes);
  words = g_strsplit (uids, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_true (g_hash_table_add (seen, words[i]));
  g_assert_cmpuint (g_hash_table_size (seen), ==, MANY);

  profile_free (profile);
}

/* One that cannot be written is no reason to give half of them. */
static void
test_refused (void)
{
  const ConveneInterviewFilter filter = { .all = TRUE, .now = PROFILE_NOW };
  Profile                     *profile = profile_new ();
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) broken = profile_make ("broken-1", 2);
  g_autoptr(GError) error = NULL;

  convene_participant_set_address (convene_interview_get_candidate (broken), "nobody");
  convene_change_add_interview (change, broken);
  profile_commit (profile, change);
  profile_add (profile, "soon-1", 1);

  g_assert_null (export(profile, &filter, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "candidate");

  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflow/O-7/export/chosen", test_chosen);
  g_test_add_func ("/workflow/O-7/export/many", test_many);
  g_test_add_func ("/workflow/O-7/export/refused", test_refused);
  return g_test_run ();
}
