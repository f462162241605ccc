/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-preferences.h"
#include "profile-fixture.h"

static char *
describe (const ConvenePreferences *preferences)
{
  g_autoptr(GString) text = g_string_new (convene_enum_to_nick (CONVENE_TYPE_LINK_POLICY, preferences->link_policy));

  for (guint i = 0; i < preferences->reminders->len; i++)
    g_string_append_printf (text, " %d", g_array_index (preferences->reminders, int, i));
  g_string_append_printf (text, " | %d %d %d %d %d %d %d %d", preferences->notify_before, preferences->quota_reserve, preferences->deletes_count, preferences->hold_for_quota,
                          preferences->background, preferences->password_unless_in_link, preferences->letters_apart, preferences->copy_to_me);
  return g_strdup (text->str);
}

/* Each word that is stored, and what it means; a damaged one means what nothing means, and cannot be stored. */
static void
test_words (void)
{
  static const char *const initial = "keep 1440 60 | 10 0 1 1 1 0 0 0";
  static const struct
  {
    const char *key;
    const char *value;
    const char *expected; /* NULL: refused */
  } cases[] = {
    { CONVENE_PREFERENCE_LINK_POLICY, "keep", "keep 1440 60 | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_LINK_POLICY, "new", "new 1440 60 | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_LINK_POLICY, "share", "share 1440 60 | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_LINK_POLICY, "default", NULL },
    { CONVENE_PREFERENCE_LINK_POLICY, "", NULL },
    { CONVENE_PREFERENCE_REMINDERS, "", "keep | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_REMINDERS, "60, 1440,60,5", "keep 1440 60 5 | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_REMINDERS, "20160,5,6,7,8", "keep 20160 8 7 6 5 | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_REMINDERS, "10,20,30,40,50,60", NULL },
    { CONVENE_PREFERENCE_REMINDERS, "4", NULL },
    { CONVENE_PREFERENCE_REMINDERS, "20161", NULL },
    { CONVENE_PREFERENCE_REMINDERS, "60,", NULL },
    { CONVENE_PREFERENCE_REMINDERS, "an hour", NULL },
    { CONVENE_PREFERENCE_NOTIFY, "0", "keep 1440 60 | 0 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_NOTIFY, "1440", "keep 1440 60 | 1440 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_NOTIFY, "1441", NULL },
    { CONVENE_PREFERENCE_NOTIFY, "-1", NULL },
    { CONVENE_PREFERENCE_QUOTA_RESERVE, "50", "keep 1440 60 | 10 50 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_QUOTA_RESERVE, "51", NULL },
    { CONVENE_PREFERENCE_QUOTA_DELETES, "ignore", "keep 1440 60 | 10 0 0 1 1 0 0 0" },
    { CONVENE_PREFERENCE_QUOTA_DELETES, "no", NULL },
    { CONVENE_PREFERENCE_QUOTA_HOLD, "send", "keep 1440 60 | 10 0 1 0 1 0 0 0" },
    { CONVENE_PREFERENCE_BACKGROUND, "off", "keep 1440 60 | 10 0 1 1 0 0 0 0" },
    { CONVENE_PREFERENCE_PASSWORD, "unless-in-link", "keep 1440 60 | 10 0 1 1 1 1 0 0" },
    { CONVENE_PREFERENCE_PASSWORD, "never", NULL },
    { CONVENE_PREFERENCE_LETTERS, "together", "keep 1440 60 | 10 0 1 1 1 0 0 0" },
    { CONVENE_PREFERENCE_LETTERS, "apart", "keep 1440 60 | 10 0 1 1 1 0 1 0" },
    { CONVENE_PREFERENCE_LETTERS, "each", NULL },
    { CONVENE_PREFERENCE_COPY, "on", "keep 1440 60 | 10 0 1 1 1 0 0 1" },
    { CONVENE_PREFERENCE_COPY, "yes", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GHashTable) stored = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(ConvenePreferences) preferences = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      g_hash_table_insert (stored, (char *) cases[i].key, (char *) cases[i].value);
      preferences = convene_preferences_parse (stored);
      text = describe (preferences);
      g_assert_cmpstr (text, ==, cases[i].expected != NULL ? cases[i].expected : initial);
      g_assert_cmpint (convene_preference_check (cases[i].key, cases[i].value, &error), ==, cases[i].expected != NULL);
      if (cases[i].expected != NULL)
        continue;
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, cases[i].key);
    }
}

static void
test_keys (void)
{
  const char *const *keys = convene_preference_list_keys ();
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_strv_length ((GStrv) keys), ==, 10);
  for (guint i = 0; keys[i] != NULL; i++)
    g_assert_true (convene_preference_check (keys[i], convene_preference_get_initial (keys[i]), NULL));

  g_assert_null (convene_preference_get_initial ("colour"));
  g_assert_false (convene_preference_check ("colour", "red", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
}

static void
test_stored (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GAsyncResult) written = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConvenePreferences) preferences = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  convene_engine_set_preference_async (profile->engine, CONVENE_PREFERENCE_LINK_POLICY, "share", NULL, profile_result_cb, &written);
  g_assert_true (convene_engine_set_preference_finish (profile->engine, profile_await (&written), NULL));
  convene_engine_read_preferences_async (profile->engine, NULL, profile_result_cb, &result);
  preferences = convene_engine_read_preferences_finish (profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  text = describe (preferences);
  g_assert_cmpstr (text, ==, "share 1440 60 | 10 0 1 1 1 0 0 0");
  g_clear_object (&written);
  g_clear_object (&result);
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/preferences/words", test_words);
  g_test_add_func ("/workflow/preferences/keys", test_keys);
  g_test_add_func ("/workflow/preferences/stored", test_stored);

  return g_test_run ();
}
