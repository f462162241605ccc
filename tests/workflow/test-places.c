/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-hosts.h"
#include "convene-places.h"
#include "profile-fixture.h"

#define HAL "hal@example.com"

static gboolean
set_place (Profile        *profile,
           const char     *address,
           ConvenePlatform platform,
           const char     *host,
           GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_place_async (profile->engine, address, platform, host, NULL, profile_result_cb, &result);
  return convene_engine_set_place_finish (profile->engine, profile_await (&result), error);
}

/* "PLATFORM HOST", each "-" where there is none. */
static char *
get_place (Profile    *profile,
           const char *address)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *host = NULL;
  ConvenePlatform  platform;
  gboolean         has_platform;

  convene_engine_get_place_async (profile->engine, address, NULL, profile_result_cb, &result);
  g_assert_true (convene_engine_get_place_finish (profile->engine, profile_await (&result), &has_platform, &platform, &host, NULL));
  return g_strdup_printf ("%s %s", has_platform ? convene_enum_to_nick (CONVENE_TYPE_PLATFORM, (int) platform) : "-", host != NULL ? host : "-");
}

static void
assert_place (Profile    *profile,
              const char *address,
              const char *expected)
{
  g_autofree char *place = get_place (profile, address);

  g_assert_cmpstr (place, ==, expected);
}

static const char *
find_platform (Profile    *profile,
               const char *job,
               const char *manager)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (profile->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlatform platform;

  convene_scheduler_find_platform_async (scheduler, job, manager, NULL, profile_result_cb, &result);
  platform = convene_scheduler_find_platform_finish (scheduler, profile_await (&result), &error);
  g_assert_no_error (error);
  return convene_enum_to_nick (CONVENE_TYPE_PLATFORM, (int) platform);
}

/* A job is known once it was scheduled for. */
static void
add_job (Profile        *profile,
         const char     *uid,
         const char     *job,
         ConvenePlatform platform)
{
  g_autoptr(ConveneInterview) interview = profile_make (uid, 1);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_interview_set_job (interview, job);
  convene_interview_set_platform (interview, platform);
  convene_change_add_interview (change, interview);
  profile_commit (profile, change);
}

/* HL-5, HL-10: one's own, and that of each known person. */
static void
test_set (void)
{
  Profile *profile = profile_new ();

  assert_place (profile, NULL, "- -");
  assert_place (profile, HAL, "- -");
  g_assert_true (set_place (profile, NULL, CONVENE_PLATFORM_PHONE, NULL, NULL));
  g_assert_true (set_place (profile, HAL, CONVENE_PLATFORM_TEAMS, "hal@example.org", NULL));
  assert_place (profile, NULL, "phone -");
  assert_place (profile, "Hal@Example.com", "teams hal@example.org");

  /* the same address is none of its own */
  g_assert_true (set_place (profile, HAL, CONVENE_PLATFORM_ZOOM, "HAL@example.com", NULL));
  assert_place (profile, HAL, "zoom -");
  g_assert_true (set_place (profile, HAL, CONVENE_PLATFORM_ZOOM, "", NULL));
  assert_place (profile, HAL, "zoom -");
  profile_free (profile);
}

static void
test_invalid (void)
{
  static const struct
  {
    const char *address;
    const char *host;
    const char *field;
  } table[] = {
    { "", NULL, "address" },
    { "hal", NULL, "address" },
    { "hal@example.com\r\nBcc: x@example.com", NULL, "address" },
    { HAL, "hal", "host" },
    { HAL, "hal@", "host" },
  };
  Profile *profile = profile_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (set_place (profile, table[i].address, CONVENE_PLATFORM_ZOOM, table[i].host, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, table[i].field);
    }
  assert_place (profile, HAL, "- -");
  profile_free (profile);
}

/* HL-10: the job's goes before its hiring manager's, that before one's own, and Zoom is what is left. */
static void
test_order (void)
{
  Profile *profile = profile_new ();

  g_assert_cmpstr (find_platform (profile, "Cook", HAL), ==, "zoom");
  g_assert_true (set_place (profile, NULL, CONVENE_PLATFORM_PHONE, NULL, NULL));
  g_assert_cmpstr (find_platform (profile, "Cook", HAL), ==, "phone");
  g_assert_cmpstr (find_platform (profile, "Cook", NULL), ==, "phone");
  g_assert_true (set_place (profile, HAL, CONVENE_PLATFORM_TEAMS, NULL, NULL));
  g_assert_cmpstr (find_platform (profile, "Cook", "HAL@example.com"), ==, "teams");
  g_assert_cmpstr (find_platform (profile, "Cook", "eva@example.com"), ==, "phone");
  g_assert_cmpstr (find_platform (profile, "Cook", NULL), ==, "phone");
  add_job (profile, "11111111-0000-4000-8000-000000000000", "Cook", CONVENE_PLATFORM_IN_PERSON);
  g_assert_cmpstr (find_platform (profile, "Cook", HAL), ==, "in-person");
  g_assert_cmpstr (find_platform (profile, "Waiter", HAL), ==, "teams");
  profile_free (profile);
}

/* The titles of the jobs that have another place, with commas between. */
static char *
list_others (Profile        *profile,
             ConvenePlatform platform)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) jobs = NULL;
  GString *titles = g_string_new (NULL);

  convene_engine_list_other_places_async (profile->engine, platform, NULL, profile_result_cb, &result);
  jobs = convene_engine_list_other_places_finish (profile->engine, profile_await (&result), NULL);
  g_assert_nonnull (jobs);
  for (guint i = 0; i < jobs->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", convene_job_get_title (g_ptr_array_index (jobs, i)));

  return g_string_free (titles, FALSE);
}

static void
assert_others (Profile        *profile,
               ConvenePlatform platform,
               const char     *expected)
{
  g_autofree char *titles = list_others (profile, platform);

  g_assert_cmpstr (titles, ==, expected);
}

static void
set_jobs (Profile           *profile,
          const char *const *titles,
          ConvenePlatform    platform)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_set_jobs_platform_async (profile->engine, titles, platform, NULL, profile_result_cb, &result);
  g_assert_true (convene_engine_set_jobs_platform_finish (profile->engine, profile_await (&result), &error));
  g_assert_no_error (error);
}

/* HL-6: what one is asked about is what is changed, count and list. */
static void
test_others (void)
{
  static const char *const some[] = { "Cook", NULL };
  Profile                 *profile = profile_new ();

  assert_others (profile, CONVENE_PLATFORM_ZOOM, "");
  add_job (profile, "11111111-0000-4000-8000-000000000000", "Waiter", CONVENE_PLATFORM_PHONE);
  add_job (profile, "21111111-0000-4000-8000-000000000000", "Cook", CONVENE_PLATFORM_IN_PERSON);
  add_job (profile, "31111111-0000-4000-8000-000000000000", "Baker", CONVENE_PLATFORM_ZOOM);
  add_job (profile, "41111111-0000-4000-8000-000000000000", "apprentice", CONVENE_PLATFORM_PHONE);
  assert_others (profile, CONVENE_PLATFORM_ZOOM, "apprentice,Cook,Waiter");
  assert_others (profile, CONVENE_PLATFORM_PHONE, "Baker,Cook");

  set_jobs (profile, some, CONVENE_PLATFORM_ZOOM);
  assert_others (profile, CONVENE_PLATFORM_ZOOM, "apprentice,Waiter");
  set_jobs (profile, NULL, CONVENE_PLATFORM_ZOOM);
  assert_others (profile, CONVENE_PLATFORM_ZOOM, "");
  g_assert_cmpstr (find_platform (profile, "Waiter", NULL), ==, "zoom");
  profile_free (profile);
}

static void
add_account (Profile           *profile,
             ConveneAccountKind kind,
             const char        *id,
             const char        *address)
{
  g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", kind, "address", address, "oauth-url", "https://zoom.us/oauth",
                                                     "method", CONVENE_ACCOUNT_METHOD_BROWSER, NULL);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_put_account (change, account);
  profile_commit (profile, change);
}

static void
assert_scheduler (Profile    *profile,
                  const char *expected)
{
  g_autoptr(ConveneInterview) interview = g_object_new (CONVENE_TYPE_INTERVIEW, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneHostFacts) facts = NULL;
  g_autoptr(ConveneHostChoice) choice = NULL;
  g_autoptr(GError) error = NULL;

  convene_host_facts_read_async (convene_engine_get_accounts (profile->engine), NULL, NULL, profile_result_cb, &result);
  facts = convene_host_facts_read_finish (profile_await (&result), &error);
  g_assert_no_error (error);
  choice = convene_host_choice_new (interview, facts);
  g_assert_cmpstr (choice->host, ==, expected);
}

static void
set_preference (Profile    *profile,
                const char *value)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_preference_async (profile->engine, "scheduler-account", value, NULL, profile_result_cb, &result);
  g_assert_true (convene_engine_set_preference_finish (profile->engine, profile_await (&result), NULL));
}

/* X-7: of several accounts, the one that one mails from; else the preferred one; else the first. */
static void
test_scheduler (void)
{
  Profile *profile = profile_new ();

  assert_scheduler (profile, NULL);
  add_account (profile, CONVENE_ACCOUNT_KIND_ZOOM, "a", "anna@example.com");
  add_account (profile, CONVENE_ACCOUNT_KIND_ZOOM, "b", "ben@example.com");
  add_account (profile, CONVENE_ACCOUNT_KIND_ZOOM, "c", "carl@example.com");
  assert_scheduler (profile, "anna@example.com");
  set_preference (profile, "Ben@example.com");
  assert_scheduler (profile, "ben@example.com");
  set_preference (profile, "c");
  assert_scheduler (profile, "carl@example.com");
  set_preference (profile, "nobody@example.com");
  assert_scheduler (profile, "anna@example.com");
  add_account (profile, CONVENE_ACCOUNT_KIND_MAIL, "m", "BEN@example.com");
  set_preference (profile, "c");
  assert_scheduler (profile, "ben@example.com");
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/places/HL-5/set", test_set);
  g_test_add_func ("/workflow/places/HL-5/invalid", test_invalid);
  g_test_add_func ("/workflow/places/HL-10/order", test_order);
  g_test_add_func ("/workflow/places/HL-6/others", test_others);
  g_test_add_func ("/workflow/places/X-7/scheduler", test_scheduler);

  return g_test_run ();
}
