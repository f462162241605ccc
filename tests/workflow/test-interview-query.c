/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of interviews: what a filter lets through, in which order, and that it follows. */

#include <string.h>

#include "convene-calendar.h"
#include "convene-clock.h"
#include "convene-engine-directory.h"
#include "convene-engine-views.h"
#include "convene-error.h"
#include "convene-interview-query.h"
#include "profile-fixture.h"

/* Interviews by hours from now; an hour each. */
typedef struct
{
  const char     *uid;
  int             hours;
  const char     *candidate;
  const char     *job;
  ConvenePlatform platform;
  ConveneStatus   status;
  const char     *host; /* of a meeting, or NULL for none */
  const char     *manager;
} Stored;

static const Stored stored[] = {
  { "uid-past-2", -48, "Émile Zürcher", "Nurse", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_COMPLETED, NULL, "Max" },
  { "uid-past-1", -24, "ada Lovelace", "Engineer", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, "a@example.com", "Ines" },
  { "uid-now", 0, "Bo Berg", "Engineer", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, "b@example.com", NULL },
  { "uid-next", 2, NULL, "Data \"Scientist\" OR 1", CONVENE_PLATFORM_TEAMS, CONVENE_STATUS_PROPOSED, NULL, "Max" },
  { "uid-cancelled", 24, "Cem O'Neill", "Nurse", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_CANCELLED, "B@example.com", "ines" },
  { "uid-later", 24 * 30, "Ada Byron", "engineer", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, "a@example.com", NULL },
};

static void
add_one (ConveneChange *change,
         const Stored  *row)
{
  g_autoptr(ConveneInterview) interview = profile_make (row->uid, row->hours);
  g_autoptr(ConveneParticipant) manager = g_object_new (CONVENE_TYPE_PARTICIPANT, "name", row->manager, "address", "manager@example.com", "role", CONVENE_ROLE_HIRING_MANAGER, NULL);
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", row->uid, "host", row->host, NULL);
  GListModel *people = convene_interview_get_participants (interview);
  g_autoptr(ConveneParticipant) candidate = g_list_model_get_item (people, 0);

  g_object_set (candidate, "name", row->candidate, "address", row->candidate != NULL ? "candidate@example.com" : NULL, NULL);
  g_object_set (interview, "job", row->job, "platform", row->platform, "status", row->status, NULL);
  if (row->manager != NULL)
    convene_interview_add_participant (interview, manager);
  convene_change_add_interview (change, interview);
  if (row->host == NULL)
    return;

  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, row->uid, row->uid);
}

static void
add_all (Profile *profile)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    add_one (change, &stored[i]);
  profile_commit (profile, change);
}

static gboolean
is_loaded (gpointer query)
{
  return convene_interview_query_get_loaded (query);
}

static ConveneCalendarEntry *
get_entry (ConveneInterviewQuery *query,
           guint                  position)
{
  g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (G_LIST_MODEL (query), position);

  while (convene_interview_item_get_entry (item) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_object_ref (convene_interview_item_get_entry (item));
}

/* The uids without what they all begin with. */
static char *
join (ConveneInterviewQuery *query)
{
  GString *uids = g_string_new (NULL);

  profile_run_until (is_loaded, query);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (query)); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = get_entry (query, i);

      g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", convene_calendar_entry_get_uid (entry) + strlen ("uid-"));
    }

  return g_string_free (uids, FALSE);
}

static void
assert_list (ConveneInterviewQuery *query,
             const char            *expected)
{
  g_autofree char *uids = join (query);

  g_assert_cmpstr (uids, ==, expected);
}

typedef struct
{
  const char           *name;
  const char           *filter; /* as a filter writes itself */
  const char           *text;
  ConveneInterviewOrder order;
  gboolean              descending;
  const char           *found;
} Row;

#define ALL "now next cancelled later past-1 past-2"

static const Row rows[] = {
  { "all", "", NULL, 0, FALSE, ALL },
  { "reversed", "", NULL, 0, TRUE, "past-2 past-1 later cancelled next now" },
  { "candidate", "", NULL, CONVENE_INTERVIEW_ORDER_CANDIDATE, FALSE, "later past-1 now cancelled past-2 next" },
  { "candidate-reversed", "", NULL, CONVENE_INTERVIEW_ORDER_CANDIDATE, TRUE, "next past-2 cancelled now past-1 later" },
  { "job", "", NULL, CONVENE_INTERVIEW_ORDER_JOB, FALSE, "next past-1 now later past-2 cancelled" },
  { "status", "", NULL, CONVENE_INTERVIEW_ORDER_STATUS, FALSE, "next past-1 now later cancelled past-2" },
  { "platform", "", NULL, CONVENE_INTERVIEW_ORDER_PLATFORM, FALSE, "past-1 now cancelled later next past-2" },
  { "host", "", NULL, CONVENE_INTERVIEW_ORDER_HOST, FALSE, "past-1 later now cancelled past-2 next" },
  { "manager", "", NULL, CONVENE_INTERVIEW_ORDER_MANAGER, FALSE, "past-1 cancelled past-2 next now later" },
  { "only-platform", "platform=zoom", NULL, 0, FALSE, "now cancelled later past-1" },
  { "only-status", "status=scheduled", NULL, 0, FALSE, "now later past-1" },
  { "only-job", "job=Engineer", NULL, 0, FALSE, "now later past-1" },
  { "only-quoted-job", "job=Data%20%22Scientist%22%20OR%201", NULL, 0, FALSE, "next" },
  { "only-host", "host=b%40example.com", NULL, 0, FALSE, "now cancelled" },
  { "only-person", "person=MANAGER%40example.com", NULL, 0, FALSE, "next cancelled past-1 past-2" },
  { "nobody", "person=nobody%40example.com", NULL, 0, FALSE, "" },
  { "hostile", "job=%27%20OR%201%3D1%20--", NULL, 0, FALSE, "" },
  { "several", "platform=zoom&status=scheduled&host=a%40example.com", NULL, 0, FALSE, "later past-1" },
  { "upcoming", "period=upcoming", NULL, 0, FALSE, "now next cancelled later" },
  { "past", "period=past", NULL, 0, FALSE, "past-1 past-2" },
  { "today", "period=today", NULL, 0, FALSE, "now next" },
  { "tomorrow", "period=tomorrow", NULL, 0, FALSE, "cancelled" },
  { "month", "period=this-month", NULL, 0, FALSE, "now next cancelled later" },
  { "attention", "attention=true", NULL, 0, FALSE, "" },
  { "text", "", "ada", 0, FALSE, "later past-1" },
  { "text-beginning", "", "ad by", 0, FALSE, "later" },
  { "text-without-accents", "", "emile zurcher", 0, FALSE, "past-2" },
  { "text-with-accents", "", "Zür", 0, FALSE, "past-2" },
  { "text-letter", "", "e", 0, FALSE, ALL },
  { "text-blank", "", "   ", 0, FALSE, ALL },
  { "text-quotes", "", "\"Scientist\"", 0, FALSE, "next" },
  { "text-apostrophe", "", "o'neill", 0, FALSE, "cancelled" },
  { "text-operators", "", "NOT ada", 0, FALSE, "" },
  { "text-or", "", "OR", 0, FALSE, "next" },
  { "text-column", "", "people:ada", 0, FALSE, "" },
  { "text-signs", "", "* ^ ( ) { } - + \\ \"\"", 0, FALSE, NULL },
  { "text-zero-width", "", "\u200b", 0, FALSE, NULL },
  { "text-emoji", "", "ada \U0001f468\u200d\U0001f469 & -", 0, FALSE, "later past-1" },
  { "text-other-emoji", "", "ada \U0001f642", 0, FALSE, "" },
  { "text-near", "", "NEAR(ada byron)", 0, FALSE, "" },
  { "text-and-filter", "status=scheduled", "ada", CONVENE_INTERVIEW_ORDER_CANDIDATE, TRUE, "past-1 later" },
};

static void
test_list (void)
{
  Profile *profile = profile_new ();
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, filter);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *uids = NULL;
      g_autofree char *error = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_true (convene_filter_set_from_string (filter, rows[i].filter));
      convene_filter_set_text (filter, rows[i].text);
      convene_interview_query_set_order (query, rows[i].order, rows[i].descending);
      uids = join (query);
      g_object_get (query, "error", &error, NULL);
      g_assert_cmpstr (error, ==, NULL);
      if (rows[i].found != NULL)
        g_assert_cmpstr (uids, ==, rows[i].found);
    }

  g_assert_finalize_object (query);
  profile_free (profile);
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static gboolean
has_seven (gpointer query)
{
  return g_list_model_get_n_items (query) == 7;
}

/* Another process adds one in the middle: the others keep their items, and only its place is told. */
static void
test_follows (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(ConveneInterviewItem) held = NULL;
  g_autoptr(ConveneInterviewItem) again = NULL;
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, NULL);
  assert_list (query, ALL);
  held = g_list_model_get_item (G_LIST_MODEL (query), 4);
  g_signal_connect (query, "items-changed", G_CALLBACK (changed_cb), changes);
  profile_add (profile, "uid-new", 4);
  profile_run_until (has_seven, query);
  g_assert_cmpstr (changes->str, ==, "2-0+1 ");
  again = g_list_model_get_item (G_LIST_MODEL (query), 5);
  g_assert_true (again == held);
  assert_list (query, "now next new cancelled later past-1 past-2");
  g_clear_object (&held);
  g_clear_object (&again);
  g_assert_finalize_object (query);
  profile_free (profile);
}

static gboolean
is_renamed (gpointer item)
{
  ConveneCalendarEntry *entry = convene_interview_item_get_entry (item);

  return entry != NULL && g_strcmp0 (convene_calendar_entry_get_job (entry), "Pilot") == 0;
}

/* What is shown of one changes in its place. */
static void
test_updates (void)
{
  Profile *profile = profile_new ();
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = profile_make ("uid-now", 0);
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(ConveneInterviewItem) item = NULL;
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, NULL);
  assert_list (query, ALL);
  item = g_list_model_get_item (G_LIST_MODEL (query), 0);
  g_signal_connect (query, "items-changed", G_CALLBACK (changed_cb), changes);
  convene_interview_set_job (interview, "Pilot");
  convene_change_update_interview (change, interview);
  profile_commit (profile, change);
  profile_run_until (is_renamed, item);
  g_assert_cmpstr (changes->str, ==, "");
  g_clear_object (&item);
  g_assert_finalize_object (query);
  profile_free (profile);
}

static gboolean
calendar_is_loaded (gpointer calendar)
{
  return convene_calendar_get_loaded (calendar);
}

/* Where a list stands for a period as time passes, though nobody writes. */
static const struct
{
  const char *name;
  const char *filter;
  gint64      passed;
  const char *before;
  const char *after;
} period_rows[] = {
  { "past", "period=past", CONVENE_HOUR + CONVENE_MINUTE, "past-1 past-2", "now past-1 past-2" },
  { "upcoming", "period=upcoming", CONVENE_HOUR + CONVENE_MINUTE, "now next cancelled later", "next cancelled later" },
  { "today", "period=today", 15 * CONVENE_HOUR, "now next", "cancelled" },
  { "tomorrow", "period=tomorrow", 15 * CONVENE_HOUR, "cancelled", "" },
  { "month", "period=this-month", 31 * CONVENE_DAY, "now next cancelled later", "" },
  { "past-job", "period=past&job=Engineer", 3 * CONVENE_HOUR, "past-1", "now past-1" },
};

typedef struct
{
  ConveneInterviewQuery *query;
  const char            *expected;
} Expected;

static gboolean
is_expected (gpointer data)
{
  Expected        *expected = data;
  g_autofree char *uids = join (expected->query);

  return g_str_equal (uids, expected->expected);
}

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (period_rows); i++)
    {
      Profile *profile = profile_new ();
      g_autoptr(ConveneFilter) filter = convene_filter_new ();
      Expected expected = { .expected = period_rows[i].after };

      g_test_message ("%s", period_rows[i].name);
      add_all (profile);
      g_assert_true (convene_filter_set_from_string (filter, period_rows[i].filter));
      expected.query = convene_interview_query_new (profile->engine, filter);
      assert_list (expected.query, period_rows[i].before);
      /* Nor is it told of those that were stored just now. */
      g_signal_handlers_block_matched (profile->engine, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, expected.query);
      profile_advance (profile, period_rows[i].passed);
      profile_run_until (is_expected, &expected);
      g_assert_finalize_object (expected.query);
      profile_free (profile);
    }
}

/* What needs a person, of all that failed: neither what is over nor what was called off. */
static void
test_attention (void)
{
  Profile *profile = profile_new ();
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  g_autoptr(ConveneChange) change = convene_change_new ();
  ConveneCalendar       *calendar = convene_calendar_new (profile->engine);
  ConveneInterviewQuery *query;

  add_all (profile);
  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", stored[i].uid, "host", stored[i].host, "state", CONVENE_MEETING_STATE_FAILED, NULL);

      if (stored[i].host != NULL)
        convene_change_put_meeting (change, meeting);
    }
  profile_commit (profile, change);
  g_object_set (filter, "attention", TRUE, NULL);
  query = convene_interview_query_new (profile->engine, filter);
  convene_calendar_set_filter (calendar, filter);
  convene_calendar_set_range (calendar, PROFILE_NOW - 60 * CONVENE_DAY, PROFILE_NOW + 60 * CONVENE_DAY, 0);
  assert_list (query, "now later");
  profile_run_until (calendar_is_loaded, calendar);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (calendar)), ==, 2);
  profile_advance (profile, CONVENE_HOUR + CONVENE_MINUTE);
  profile_run_until (is_expected, &(Expected){ query, "later" });
  g_assert_finalize_object (calendar);
  g_assert_finalize_object (query);
  profile_free (profile);
}

/* A database that is written to all the time is shown all the same. */
static void
test_busy (void)
{
  Profile               *profile = profile_new ();
  const gint64           end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, NULL);
  while (!is_loaded (query) && g_get_monotonic_time () < end)
    {
      g_signal_emit_by_name (profile->engine, "changed");
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (is_loaded (query));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, 6);
  g_assert_finalize_object (query);
  profile_free (profile);
}

/* What whoever listens knows: the items as they were told of. */
static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           gpointer    user_data)
{
  GPtrArray *mirror = user_data;

  g_assert_cmpuint (position + removed, <=, mirror->len);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->len - removed + added);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (mirror, (int) i, g_list_model_get_item (model, i));
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (model, i);

      g_assert_true (item == mirror->pdata[i]);
    }
}

/* Interviews move, come and go in any order, and every time the list is what was told of it. */
static void
test_consistent (void)
{
  static const char *const texts[] = { NULL, "ada", "n", "", "nobody", "e" };
  Profile                 *profile = profile_new ();
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  ConveneInterviewQuery *query = convene_interview_query_new (profile->engine, filter);

  g_signal_connect (query, "items-changed", G_CALLBACK (mirror_cb), mirror);
  profile_run_until (is_loaded, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (query), 0));
  add_all (profile);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(ConveneInterview) interview = profile_make (stored[i % G_N_ELEMENTS (stored)].uid, g_test_rand_int_range (-90, 90));
      g_autoptr(ConveneChange) change = convene_change_new ();

      convene_interview_set_job (interview, i % 3 == 0 ? "Nurse" : "pilot");
      convene_interview_set_revision (interview, (int) (i / G_N_ELEMENTS (stored)));
      convene_change_update_interview (change, interview);
      profile_commit (profile, change);
      if (i % 4 == 0)
        convene_filter_set_text (filter, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
      if (i % 5 == 0)
        convene_interview_query_set_order (query, (ConveneInterviewOrder) g_test_rand_int_range (0, CONVENE_INTERVIEW_ORDER_MANAGER + 1), i % 2);
    }
  convene_filter_set_text (filter, NULL);
  convene_interview_query_set_order (query, CONVENE_INTERVIEW_ORDER_JOB, FALSE);
  g_signal_emit_by_name (profile->engine, "changed");
  profile_run_pending ();
  profile_run_until (is_loaded, query);
  g_assert_cmpuint (mirror->len, ==, 6);
  g_assert_finalize_object (query);
  profile_free (profile);
}

/* Ten thousand letters, in one word and in as many, joined by signs, too. */
static void
test_long (void)
{
  static const char *const parts[] = { "x", "x ", "\" ", "x.", "\U0001f642", "ä* " };
  Profile                 *profile = profile_new ();
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, filter);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *error = NULL;

      while (text->len < 10000)
        g_string_append (text, parts[i]);
      convene_filter_set_text (filter, text->str);
      profile_run_until (is_loaded, query);
      g_object_get (query, "error", &error, NULL);
      g_assert_cmpstr (error, ==, NULL);
    }
  g_assert_finalize_object (query);
  profile_free (profile);
}

/* The database is closed while something is being read: nobody is told of that as of a fault, and what comes after is refused as quietly. */
static void
test_closing (void)
{
  for (guint turns = 0; turns < 12; turns++)
    {
      Profile *profile = profile_new ();
      g_autoptr(ConveneFilter) filter = convene_filter_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) failure = NULL;
      g_autofree char       *error = NULL;
      ConveneInterviewQuery *query;

      add_all (profile);
      query = convene_interview_query_new (profile->engine, filter);
      for (guint i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      convene_engine_close_async (profile->engine, NULL, profile_result_cb, &result);
      convene_filter_set_text (filter, "ada");
      convene_engine_close_finish (profile->engine, profile_await (&result), &failure);
      g_assert_no_error (failure);
      convene_filter_set_text (filter, "bo");
      profile_run_pending ();
      g_object_get (query, "error", &error, NULL);
      g_assert_cmpstr (error, ==, NULL);
      g_clear_object (&result);
      g_assert_finalize_object (query);
      profile_free (profile);
    }
}

static gboolean
is_over (gpointer query)
{
  return convene_interview_query_find (query, "uid-now") == 3;
}

/* What is over moves among the past ones, though nobody writes. */
static void
test_time_passes (void)
{
  Profile               *profile = profile_new ();
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, NULL);
  assert_list (query, ALL);
  profile_advance (profile, CONVENE_HOUR + CONVENE_MINUTE);
  profile_run_until (is_over, query);
  assert_list (query, "next cancelled later now past-1 past-2");
  g_assert_finalize_object (query);
  profile_free (profile);
}

/* What the terminal asks goes by the same order, and is cut to a page after that. */
static void
test_terminal (void)
{
  static const struct
  {
    ConveneInterviewFilter filter;
    guint                  total;
    const char            *found;
  } cases[] = {
    { { .all = TRUE, .order = CONVENE_INTERVIEW_ORDER_CANDIDATE, .offset = 1, .limit = 2 }, 6, "uid-past-1 uid-now" },
    { { .all = TRUE, .order = CONVENE_INTERVIEW_ORDER_CANDIDATE, .descending = TRUE, .limit = 1 }, 6, "uid-next" },
    { { .job = "ENGINEER" }, 2, "uid-now uid-later" },
    { { .all = TRUE, .host = "b@example.com", .descending = TRUE }, 2, "uid-cancelled uid-now" },
    { { .all = TRUE, .person = "manager@example.com", .search = "nurse" }, 2, "uid-cancelled uid-past-2" },
    { { .attention = TRUE }, 0, "" },
    { { .job = "Nobody", .offset = 5 }, 0, "" },
  };
  Profile *profile = profile_new ();

  add_all (profile);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ConveneInterviewFilter filter = cases[i].filter;
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) interviews = NULL;
      g_autoptr(GString) found = g_string_new (NULL);
      guint total = 99;

      filter.now = PROFILE_NOW;
      convene_engine_list_interviews_async (profile->engine, &filter, NULL, profile_result_cb, &result);
      interviews = convene_engine_list_interviews_finish (profile->engine, profile_await (&result), &total, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < interviews->len; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? " " : "", convene_interview_get_uid (interviews->pdata[j]));
      g_assert_cmpstr (found->str, ==, cases[i].found);
      g_assert_cmpuint (total, ==, cases[i].total);
    }
  profile_free (profile);
}

/* The calendar shows what the filter lets through, and all again without it; what is typed does not count there. */
static void
test_calendar (void)
{
  static const struct
  {
    const char *filter;
    guint       found;
  } cases[] = { { "", 6 }, { "platform=zoom", 4 }, { "status=scheduled", 3 }, { "job=engineer", 3 }, { "host=B%40example.com", 2 }, { "person=manager%40example.com", 4 }, { "attention=true", 0 }, { "period=past", 6 }, { "job=%27%20OR%201", 0 } };
  Profile         *profile = profile_new ();
  ConveneCalendar *calendar = convene_calendar_new (profile->engine);
  ConveneFilter   *filter = convene_filter_new ();

  add_all (profile);
  convene_filter_set_text (filter, "nobody");
  convene_calendar_set_filter (calendar, filter);
  convene_calendar_set_range (calendar, PROFILE_NOW - 60 * CONVENE_DAY, PROFILE_NOW + 60 * CONVENE_DAY, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (convene_filter_set_from_string (filter, cases[i].filter));
      profile_run_until (calendar_is_loaded, calendar);
      g_test_message ("%s", cases[i].filter);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (calendar)), ==, cases[i].found);
    }
  convene_filter_set_text (filter, "somebody");
  g_assert_true (convene_calendar_get_loaded (calendar));
  convene_calendar_set_filter (calendar, NULL);
  profile_run_until (calendar_is_loaded, calendar);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (calendar)), ==, 6);
  g_assert_finalize_object (filter);
  g_assert_finalize_object (calendar);
  profile_free (profile);
}

#define MANY 300

/* How many of three items are found, of which nothing was read, and the first of them. */
static void
assert_finds_items (ConveneInterviewQuery *query)
{
  static const guint positions[] = { 299, 150, 200 };
  static const struct
  {
    guint position;
    guint n_positions;
    guint count;
    guint first;
  } cases[] = {
    { 0, MANY, 3, 150 },
    { 151, 49, 0, 0 },
    { 151, 50, 1, 200 },
    { 200, G_MAXUINT, 2, 200 },
    { MANY, 1, 0, 0 },
    { G_MAXUINT, G_MAXUINT, 0, 0 },
  };
  g_autoptr(GHashTable) items = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    g_hash_table_add (items, g_list_model_get_item (G_LIST_MODEL (query), positions[i]));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) found = convene_interview_query_find_items (query, items, cases[i].position, cases[i].n_positions);

      g_test_message ("%u", i);
      g_assert_cmpuint (found->len, ==, cases[i].count);
      if (found->len > 0)
        g_assert_cmpuint (g_array_index (found, guint, 0), ==, cases[i].first);
    }
}

/* Positions are known though nothing was read of them. */
static void
test_many (void)
{
  Profile    *profile = profile_new ();
  const guint positions[] = { 299, 7, 300, 150 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) uids = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneCalendarEntry) entry = NULL;
  ConveneInterviewQuery *query;

  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%d", i);
      g_autoptr(ConveneInterview) interview = profile_make (uid, i + 1);

      convene_change_add_interview (change, interview);
    }
  profile_commit (profile, change);
  query = convene_interview_query_new (profile->engine, NULL);
  profile_run_until (is_loaded, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, MANY);
  g_assert_cmpuint (convene_interview_query_find (query, "UID-250"), ==, 250);
  g_assert_cmpuint (convene_interview_query_find (query, "uid-none"), ==, G_MAXUINT);
  assert_finds_items (query);
  convene_interview_query_get_uids_async (query, positions, G_N_ELEMENTS (positions), NULL, profile_result_cb, &result);
  uids = convene_interview_query_get_uids_finish (query, profile_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (uids), ==, 3);
  g_assert_cmpstr (uids[0], ==, "uid-299");
  g_assert_cmpstr (uids[1], ==, "uid-7");
  g_assert_cmpstr (uids[2], ==, "uid-150");
  entry = get_entry (query, 200);
  g_assert_cmpstr (convene_calendar_entry_get_uid (entry), ==, "uid-200");
  g_clear_object (&result);
  g_assert_finalize_object (query);
  profile_free (profile);
}

/* A newer question takes the place of one that nobody waits for any more, whenever it comes. */
static void
test_interrupted (void)
{
  Profile *profile = profile_new ();
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  ConveneInterviewQuery *query;

  add_all (profile);
  query = convene_interview_query_new (profile->engine, filter);
  for (guint i = 0; i < 50; i++)
    {
      convene_filter_set_text (filter, i % 2 == 0 ? "e" : "ada");
      for (guint turn = 0; turn < i % 7; turn++)
        g_main_context_iteration (NULL, FALSE);
    }
  assert_list (query, "later past-1");
  convene_filter_set_text (filter, "nurse");
  g_assert_finalize_object (query);
  profile_free (profile);
}

static void
assert_choices (Profile    *profile,
                const char *kind,
                const char *prefix,
                const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) choices = NULL;
  g_autoptr(GString) found = g_string_new (NULL);

  convene_engine_list_choices_async (profile->engine, kind, prefix, NULL, profile_result_cb, &result);
  choices = convene_engine_list_choices_finish (profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < choices->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", convene_choice_get_value (choices->pdata[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_choices (void)
{
  Profile *profile = profile_new ();

  add_all (profile);
  assert_choices (profile, "host", "", "a@example.com B@example.com");
  assert_choices (profile, "host", "b", "B@example.com");
  assert_choices (profile, "job", "nur", "Nurse");
  assert_choices (profile, "person", "manag", "manager@example.com");
  assert_choices (profile, "job", "\" AND *", "");
  profile_free (profile);
}

static gboolean
save (Profile    *profile,
      const char *name,
      const char *filter,
      GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_save_view_async (profile->engine, name, filter, "job", NULL, profile_result_cb, &result);
  return convene_engine_save_view_finish (profile->engine, profile_await (&result), error);
}

static void
assert_views (Profile    *profile,
              const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) views = NULL;
  g_autoptr(GString) found = g_string_new (NULL);

  convene_engine_list_views_async (profile->engine, NULL, profile_result_cb, &result);
  views = convene_engine_list_views_finish (profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (found, "%s=%s/%s;", convene_saved_view_get_name (views->pdata[i]), convene_saved_view_get_filter (views->pdata[i]), convene_saved_view_get_order (views->pdata[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static gboolean
rename_view (Profile    *profile,
             const char *name,
             const char *new_name,
             GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_rename_view_async (profile->engine, name, new_name, NULL, profile_result_cb, &result);
  return convene_engine_rename_view_finish (profile->engine, profile_await (&result), error);
}

typedef struct
{
  const char *name;
  const char *new_name;
  int         code; /* of the error, or -1 */
  const char *views;
} RenameRow;

static const RenameRow rename_rows[] = {
  { "one", " Uno ", -1, "Uno=a/job;Two=b/job;" }, /* in its place */
  { "Uno", "UNO", -1, "UNO=a/job;Two=b/job;" },
  { "uno", "tWO", CONVENE_ERROR_STALE, "UNO=a/job;Two=b/job;" },
  { "One", "Three", CONVENE_ERROR_STALE, "UNO=a/job;Two=b/job;" },
  { "Two", " ", CONVENE_ERROR_INVALID, "UNO=a/job;Two=b/job;" },
  { "Two", "a\nb", CONVENE_ERROR_INVALID, "UNO=a/job;Two=b/job;" },
};

static void
test_rename_view (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (save (profile, "One", "a", &error));
  g_assert_true (save (profile, "Two", "b", &error));
  for (guint i = 0; i < G_N_ELEMENTS (rename_rows); i++)
    {
      const RenameRow *row = &rename_rows[i];

      if (rename_view (profile, row->name, row->new_name, &error))
        g_assert_cmpint (row->code, ==, -1);
      else
        g_assert_error (error, CONVENE_ERROR, row->code);
      g_clear_error (&error);
      assert_views (profile, row->views);
    }
  profile_free (profile);
}

static void
test_views (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  assert_views (profile, "");
  g_assert_true (save (profile, "Mine", "status=scheduled", &error));
  g_assert_true (save (profile, "Äther '; DROP TABLE view; --", "", &error));
  g_assert_true (save (profile, " mine ", "platform=zoom", &error));
  g_assert_no_error (error);
  assert_views (profile, "mine=platform=zoom/job;Äther '; DROP TABLE view; --=/job;");
  g_assert_false (save (profile, "  ", "", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_clear_error (&error);
  convene_engine_delete_view_async (profile->engine, "MINE", NULL, profile_result_cb, &result);
  g_assert_true (convene_engine_delete_view_finish (profile->engine, profile_await (&result), &error));
  assert_views (profile, "Äther '; DROP TABLE view; --=/job;");
  g_clear_object (&result);
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/list", test_list);
  g_test_add_func ("/query/follows", test_follows);
  g_test_add_func ("/query/updates", test_updates);
  g_test_add_func ("/query/time-passes", test_time_passes);
  g_test_add_func ("/query/periods", test_periods);
  g_test_add_func ("/query/attention", test_attention);
  g_test_add_func ("/query/busy", test_busy);
  g_test_add_func ("/query/consistent", test_consistent);
  g_test_add_func ("/query/long", test_long);
  g_test_add_func ("/query/closing", test_closing);
  g_test_add_func ("/query/terminal", test_terminal);
  g_test_add_func ("/query/calendar", test_calendar);
  g_test_add_func ("/query/many", test_many);
  g_test_add_func ("/query/interrupted", test_interrupted);
  g_test_add_func ("/query/choices", test_choices);
  g_test_add_func ("/query/views", test_views);
  g_test_add_func ("/query/views/rename", test_rename_view);

  return g_test_run ();
}
