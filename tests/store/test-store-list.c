/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include <string.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-listing.h"

#define NOW (G_GINT64_CONSTANT (1000000) * CONVENE_SECOND)
#define HOUR 3600

typedef struct
{
  const char *uids; /* stored, separated by blanks */
  const char *asked;
  const char *found; /* NULL for the error */
  int         code;
} LookupRow;

static const LookupRow lookup_rows[] = {
  { "abcdef-1 abcdeg-2", "abcdef-1", "abcdef-1", 0 },
  { "abcdef-1 abcdeg-2", "abcdef", "abcdef-1", 0 },
  { "abcdef-1 abcdeg-2", "ABCDEF", "abcdef-1", 0 },
  { "ABCDEF-1 abcdeg-2", "abcdef-", "ABCDEF-1", 0 },
  { "abcdef-1 abcdeg-2", "abcde", NULL, CONVENE_ERROR_INVALID },
  { "abcdef-1 abcdeg-2", "", NULL, CONVENE_ERROR_INVALID },
  { "abcdef-1 abcdeg-2", "abcdeh", NULL, CONVENE_ERROR_NOT_FOUND },
  { "abcdef-1 abcdeg-2", "abcdef-12", NULL, CONVENE_ERROR_NOT_FOUND },
  { "abcdef-1 abcdef-2", "abcdef", NULL, CONVENE_ERROR_AMBIGUOUS },
  { "abcdef-1 abcdef-2", "abcdef-", NULL, CONVENE_ERROR_AMBIGUOUS },
  { "abcdef abcdef-2 abcdef-3", "abcdef", "abcdef", 0 },
  { "abcdef-1", "abcde%", NULL, CONVENE_ERROR_NOT_FOUND },
  { "abcdef-1", "abcde_-1", NULL, CONVENE_ERROR_NOT_FOUND },
  { "abcdef-1", "******", NULL, CONVENE_ERROR_NOT_FOUND },
  { "abcde%-1 abcdef-1", "abcde%", "abcde%-1", 0 },
  { "abcdef-1", "abcde\xff", NULL, CONVENE_ERROR_INVALID },
  { "ééééééé", "éééééé", "ééééééé", 0 },
  { "abcdef-1", "ééé", NULL, CONVENE_ERROR_INVALID },
};

static void
test_lookup (StoreFixture *fixture,
             gconstpointer data)
{
  const LookupRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) found = NULL;
  g_auto(GStrv) uids = g_strsplit (row->uids, " ", -1);

  for (guint i = 0; uids[i] != NULL; i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (uids[i], 1000, 60);

      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);

  found = store_find (fixture->store, row->asked, &error);
  if (row->found == NULL)
    {
      g_assert_error (error, CONVENE_ERROR, row->code);
      g_assert_cmpstr (convene_error_get_field (error), ==, row->code == CONVENE_ERROR_INVALID ? "uid" : NULL);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_uid (found), ==, row->found);
}

/* Ten interviews around now, which is 0: hours from start to end. */
typedef struct
{
  const char     *uid;
  int             start;
  int             hours;
  ConvenePlatform platform;
  ConveneStatus   status;
} Sample;

static const Sample samples[] = {
  { "tomorrow", 30, 1, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
  { "later", 5, 1, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_CANCELLED },
  { "soon", 1, 1, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
  { "running", -1, 2, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
  { "longest", -23, 24, CONVENE_PLATFORM_IN_PERSON, CONVENE_STATUS_SCHEDULED },
  { "just-over", -1, 1, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_COMPLETED },
  { "yesterday", -20, 1, CONVENE_PLATFORM_LINK, CONVENE_STATUS_NO_SHOW },
  { "long-ago", -200, 1, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
};

static void
fill_samples (ConveneStore *store)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const Sample *sample = &samples[i];
      g_autoptr(ConveneInterview) interview =
                     make_interview (sample->uid, NOW / CONVENE_SECOND + sample->start * HOUR, sample->hours * 60);
      g_autofree char *address = g_strdup_printf ("%s@example.com", sample->uid);
      g_autoptr(ConveneOperation) operation = make_operation (sample->uid, sample->uid, CONVENE_OPERATION_STATE_DONE);

      convene_interview_set_platform (interview, sample->platform);
      convene_interview_set_status (interview, sample->status);
      add_person (interview, sample->uid, address, CONVENE_ROLE_CANDIDATE);
      convene_change_add_interview (change, interview);
      convene_change_add_operation (change, operation);
    }

  commit_ok (store, change);
}

typedef struct
{
  const char            *name;
  ConveneInterviewFilter filter; /* from and to in hours from now */
  const char            *expected;
  guint                  total;
} FilterRow;

#define ALL .all = TRUE
#define EVERYTHING "longest running soon later tomorrow just-over yesterday long-ago"

#define UIDS(...) \
  .uids = (const char *const[]) { __VA_ARGS__, NULL }

static const FilterRow filter_rows[] = {
  { "upcoming", { 0 }, "longest running soon later tomorrow", 5 },
  { "all", { ALL }, EVERYTHING, 8 },
  { "limit", { .limit = 2 }, "longest running", 5 },
  { "limit-of-all", { ALL, .limit = 6 }, "longest running soon later tomorrow just-over", 8 },
  { "limit-at-the-seam", { ALL, .limit = 5 }, "longest running soon later tomorrow", 8 },
  { "offset", { .offset = 3, .limit = 9 }, "later tomorrow", 5 },
  { "offset-over-the-seam", { ALL, .offset = 4, .limit = 2 }, "tomorrow just-over", 8 },
  { "offset-at-the-seam", { ALL, .offset = 5, .limit = 2 }, "just-over yesterday", 8 },
  { "offset-behind-the-seam", { ALL, .offset = 6 }, "yesterday long-ago", 8 },
  { "offset-behind-the-end", { ALL, .offset = 9 }, "", 8 },
  { "from", { .from = 1 }, "soon later tomorrow", 5 - 2 },
  { "from-of-all", { ALL, .from = -30 }, "longest running soon later tomorrow just-over yesterday", 7 },
  { "to", { .to = 5 }, "longest running soon", 3 },
  { "to-of-all", { ALL, .to = -19 }, "longest yesterday long-ago", 3 },
  { "from-to", { ALL, .from = -1, .to = 6 }, "running soon later just-over", 4 },
  { "platform", { ALL, .has_platform = TRUE, .platform = CONVENE_PLATFORM_ZOOM }, "running soon tomorrow just-over long-ago", 5 },
  { "status", { .has_status = TRUE, .status = CONVENE_STATUS_CANCELLED }, "later", 1 },
  { "search", { ALL, .search = "y" }, "yesterday", 1 },
  { "search-upcoming", { .search = "y" }, "", 0 },
  { "search-for-all", { ALL, .search = "staff" }, EVERYTHING, 8 },
  { "uids", { ALL, UIDS ("soon", "long-ago", "later", "nobody") }, "soon later long-ago", 3 },
  { "uids-upcoming", { UIDS ("long-ago", "later") }, "later", 1 },
  { "uids-with-a-page", { ALL, UIDS ("soon", "long-ago", "later"), .offset = 1, .limit = 1 }, "later", 3 },
  { "uids-odd", { ALL, UIDS ("so\"on", "soon\\", "so\non", "soo", "\xff", "", "yesterday") }, "yesterday", 1 },
  { "uids-none", { ALL, .uids = (const char *const[]){ NULL } }, "", 0 },
  { "everything-at-once",
    { ALL, .from = -2, .to = 2, .has_platform = TRUE, .platform = CONVENE_PLATFORM_ZOOM, .has_status = TRUE, .status = CONVENE_STATUS_SCHEDULED, .search = "eng soon" },
    "soon",
    1 },
};

static char *
join_uids (GPtrArray *interviews)
{
  g_autoptr(GString) uids = g_string_new (NULL);

  for (guint i = 0; i < interviews->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", convene_interview_get_uid (interviews->pdata[i]));

  return g_strdup (uids->str);
}

static void
test_filter (StoreFixture *fixture,
             gconstpointer data)
{
  const FilterRow       *row = data;
  ConveneInterviewFilter filter = row->filter;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *uids = NULL;
  guint            total = 99;

  fill_samples (fixture->store);
  filter.now = NOW;
  filter.from = filter.from != 0 ? NOW + filter.from * CONVENE_HOUR : 0;
  filter.to = filter.to != 0 ? NOW + filter.to * CONVENE_HOUR : 0;

  found = store_list (fixture->store, &filter, &total, &error);
  g_assert_no_error (error);
  uids = join_uids (found);
  g_assert_cmpstr (uids, ==, row->expected);
  g_assert_cmpuint (total, ==, row->total);

  /* each with its own people and operations */
  for (guint i = 0; i < found->len; i++)
    {
      ConveneInterview *interview = found->pdata[i];
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (convene_interview_get_operations (interview), 0);

      g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (interview)), ==, convene_interview_get_uid (interview));
      g_assert_cmpstr (convene_operation_get_id (operation), ==, convene_interview_get_uid (interview));
      g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_participants (interview)), ==, 1);
      g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (interview)), ==, 1);
    }
}

typedef struct
{
  const char *search;
  gboolean    found;
} SearchRow;

static const SearchRow search_rows[] = {
  { "garcía", TRUE },
  { "GARCIA", TRUE },
  { "gar", TRUE },
  { "arcia", FALSE },
  { "maria garcia", TRUE },
  { "garcia maria", TRUE },
  { "garcia peter", FALSE },
  { "maria@example.com", TRUE },
  { "maria@ex", TRUE },
  { "boss", TRUE },
  { "staff", TRUE },
  { "system design", TRUE },
  { "quiet", TRUE },
  { "81234", TRUE },
  { "81234567890", TRUE },
  { "maria 8123 quiet staff", TRUE },
  { "person", FALSE }, /* details are not looked through */
  { NULL, TRUE },
  { "", TRUE },
  { " \t\n", TRUE },
  { "  maria  ", TRUE },
  { "\"maria\"", TRUE },
  { "maria\"", TRUE },
  { "\"", FALSE },
  { "\"\"", FALSE },
  { "*", FALSE },
  { "maria*", TRUE },
  { "a\"b*", FALSE },
  { "maria AND NOT peter", FALSE },
  { "maria OR", FALSE },
  { "NEAR(maria", FALSE },
  { "people:maria", FALSE },
  { "people : maria", FALSE },
  { "-maria", TRUE },
  { "^maria", TRUE },
  { "maria) OR (1", FALSE },
  { "(maria)", TRUE },
  { "{maria", TRUE },
  { "maria + garcia", TRUE },
  { "'; DROP TABLE interview; --", FALSE },
  { "maria\xff", TRUE },
  { "\xff\xfe", FALSE },
  { "日本", TRUE },
  { "👍", FALSE },
};

static ConveneInterview *
make_searched (void)
{
  ConveneInterview *interview = make_interview ("searched", 1000, 60);

  convene_interview_set_agenda (interview, "Intro, system-design");
  convene_interview_set_notes (interview, "quiet room 日本語");
  convene_interview_set_details (interview, "person");
  add_person (interview, "María García", "maria@example.com", CONVENE_ROLE_CANDIDATE);
  add_person (interview, "The Boss", "b@example.com", CONVENE_ROLE_HIRING_MANAGER);
  return interview;
}

static gboolean
is_found (ConveneStore *store,
          const char   *search)
{
  const ConveneInterviewFilter filter = { .all = TRUE, .search = search };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  guint total;

  found = store_list (store, &filter, &total, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (total, ==, found->len);
  return found->len > 0;
}

static void
test_search (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_searched ();
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_id (meeting, "m");
  convene_meeting_set_number (meeting, G_GINT64_CONSTANT (81234567890));
  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, "searched", "m");
  commit_ok (fixture->store, change);

  for (guint i = 0; i < G_N_ELEMENTS (search_rows); i++)
    {
      g_autofree char *shown = search_rows[i].search != NULL ? g_strescape (search_rows[i].search, NULL) : NULL;

      g_test_message ("%s", shown);
      g_assert_cmpint (is_found (fixture->store, search_rows[i].search), ==, search_rows[i].found);
    }
}

/* What is found follows what is written. */
static void
test_search_follows (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) update = convene_change_new ();
  g_autoptr(ConveneChange) answer = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_searched ();
  g_autoptr(ConveneInterview) changed = make_interview ("searched", 1000, 60);
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_id (meeting, "m");
  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, "searched", "m");
  commit_ok (fixture->store, change);
  g_assert_true (is_found (fixture->store, "maria"));
  g_assert_false (is_found (fixture->store, "0"));
  g_assert_false (is_found (fixture->store, "555"));

  add_person (changed, "Peter", "p@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_update_interview (update, changed);
  commit_ok (fixture->store, update);
  g_assert_false (is_found (fixture->store, "maria"));
  g_assert_true (is_found (fixture->store, "peter"));

  convene_meeting_set_number (meeting, 555);
  convene_change_put_meeting (answer, meeting);
  commit_ok (fixture->store, answer);
  g_assert_true (is_found (fixture->store, "555 peter"));
}

static guint
count_listed (ConveneStore *store,
              gint64        now,
              gboolean      all)
{
  const ConveneInterviewFilter filter = { .now = now * CONVENE_SECOND, .all = all, .limit = 1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  guint total = 99;

  found = store_list (store, &filter, &total, &error);
  g_assert_no_error (error);
  return total;
}

/* The total follows an interview that is moved, over days and within one. */
static void
test_total_follows (StoreFixture *fixture,
                    gconstpointer data)
{
  const gint64 day = 24 * HOUR;
  const gint64 ends[] = { 10 * day, 10 * day + 1, 11 * day - 1, 11 * day, 20 * day, 10 * day + 5 * HOUR };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(ConveneInterview) interview = make_interview ("moved", ends[i] - HOUR, 60);

      if (i == 0)
        convene_change_add_interview (change, interview);
      else
        {
          convene_interview_set_revision (interview, (int) i - 1);
          convene_change_update_interview (change, interview);
        }
      commit_ok (fixture->store, change);

      g_assert_cmpuint (count_listed (fixture->store, ends[i] - 1, FALSE), ==, 1);
      g_assert_cmpuint (count_listed (fixture->store, ends[i], FALSE), ==, 0);
      g_assert_cmpuint (count_listed (fixture->store, ends[i] - 3 * day, FALSE), ==, 1);
      g_assert_cmpuint (count_listed (fixture->store, ends[i] + 3 * day, FALSE), ==, 0);
      g_assert_cmpuint (count_listed (fixture->store, ends[i] + 3 * day, TRUE), ==, 1);
    }
}

/* What SQLite says that it will do, a step a line. */
static char *
explain (StoreFixture *fixture,
         const char   *sql)
{
  g_autoptr(ConveneConnection) connection = convene_connection_new (fixture->folder, convene_schema_get ());
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GString) plan = g_string_new (NULL);
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr(GError) error = NULL;
  gboolean row;

  convene_connection_open (connection, &error);
  g_assert_no_error (error);
  statement = convene_connection_prepare (connection, question, &error);
  g_assert_no_error (error);
  while (convene_statement_step (statement, &row, &error) && row)
    g_string_append_printf (plan, "%s\n", convene_statement_get_text (statement, 3));
  g_assert_no_error (error);

  convene_statement_release (g_steal_pointer (&statement));
  return g_strdup (plan->str);
}

/* However many interviews there are, no row is looked at that is not on the page, and what was never asked for is not sorted. */
static void
test_plan (StoreFixture *fixture,
           gconstpointer data)
{
  const FilterRow         *row = data;
  const ConveneListingPart parts[] = { CONVENE_LISTING_UPCOMING, CONVENE_LISTING_PAST };
  g_autoptr(ConveneListing) listing = convene_listing_new (&row->filter);
  g_autofree char *count = convene_listing_format_count (listing, CONVENE_LISTING_UPCOMING);
  g_autofree char *count_plan = explain (fixture, count);

  g_assert_nonnull (strstr (count_plan, "interview USING COVERING INDEX interview_ends"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *rest = convene_listing_format_page (listing, parts[i]);
      g_autofree char *page = g_strconcat ("SELECT interview.agenda FROM interview ", rest, NULL);
      g_autofree char *plan = explain (fixture, page);

      g_assert_nonnull (strstr (plan, "SEARCH interview USING COVERING INDEX interview_start"));
      g_assert_nonnull (strstr (plan, "SEARCH interview USING INTEGER PRIMARY KEY"));
      g_assert_null (strstr (plan, "SCAN interview"));
    }
}

static const FilterRow plan_rows[] = {
  { "plain", { 0 } },
  { "platform", { .has_platform = TRUE } },
  { "status", { .has_status = TRUE } },
  { "from", { .from = 5 } },
};

static void
test_format_search (void)
{
  const char *const rows[][2] = {
    { NULL, NULL },
    { "", NULL },
    { "  ", NULL },
    { "one", "\"one\"*" },
    { "one  two\t", "\"one\"* \"two\"*" },
    { "a\"b*", "\"a\"\"b*\"*" },
    { "a\xff", "\"a\xef\xbf\xbd\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *expression = convene_listing_format_search (rows[i][0]);

      g_assert_cmpstr (expression, ==, rows[i][1]);
    }
}

/* However long a text is that lands in the search field. */
static void
test_long_search (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "word%u ", i);

  g_assert_false (is_found (fixture->store, text->str));
}

/* More than any number of parameters that a statement takes. */
static void
test_many (StoreFixture *fixture,
           gconstpointer data)
{
  const ConveneInterviewFilter filter = { .all = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) found = NULL;
  guint total;

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *uid = g_strdup_printf ("interview-%u", i);
      g_autoptr(ConveneInterview) interview = make_interview (uid, i, 60);

      add_person (interview, uid, "a@example.com", CONVENE_ROLE_CANDIDATE);
      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);

  found = store_list (fixture->store, &filter, &total, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (total, ==, 1500);
  g_assert_cmpuint (found->len, ==, 1500);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (found->pdata[i])), ==, convene_interview_get_uid (found->pdata[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lookup_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/lookup/%u", i);

      g_test_add (path, StoreFixture, &lookup_rows[i], store_fixture_set_up_open, test_lookup, store_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (filter_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/filter/%s", filter_rows[i].name);

      g_test_add (path, StoreFixture, &filter_rows[i], store_fixture_set_up_open, test_filter, store_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plan_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/plan/%s", plan_rows[i].name);

      g_test_add (path, StoreFixture, &plan_rows[i], store_fixture_set_up_open, test_plan, store_fixture_tear_down);
    }
  g_test_add ("/store/search", StoreFixture, NULL, store_fixture_set_up_open, test_search, store_fixture_tear_down);
  g_test_add ("/store/search/follows", StoreFixture, NULL, store_fixture_set_up_open, test_search_follows, store_fixture_tear_down);
  g_test_add ("/store/search/long", StoreFixture, NULL, store_fixture_set_up_open, test_long_search, store_fixture_tear_down);
  g_test_add ("/store/total/follows", StoreFixture, NULL, store_fixture_set_up_open, test_total_follows, store_fixture_tear_down);
  g_test_add_func ("/store/search/format", test_format_search);
  g_test_add ("/store/many", StoreFixture, NULL, store_fixture_set_up_open, test_many, store_fixture_tear_down);

  return g_test_run ();
}
