/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a look at a meeting means, when one is due, and what a person is told before an interview: pure. */

#include "convene-bell-words.h"
#include "convene-clock.h"
#include "convene-inspector-due.h"
#include "convene-late-duplicates.h"
#include "convene-meeting-account.h"
#include "convene-meeting-sight.h"

/* 2026-12-01T10:00:00Z */
#define START (G_GINT64_CONSTANT (1796119200000000))
#define LINK "https://example.com/j/123?pwd=abc.1&omn=7"

#define NONE CONVENE_MEETING_DRIFT_NONE
#define MOVED CONVENE_MEETING_DRIFT_MOVED
#define OTHER_LINK CONVENE_MEETING_DRIFT_LINK

typedef struct
{
  const char *path;

  /* what Zoom shows: NULL and 0 for what is known */
  int         minutes; /* later */
  int         duration;
  const char *zone;
  const char *link;
  const char *password; /* "-" for none */

  ConveneMeetingDrift drift;
  const char         *words;
} Sight;

static const Sight sights[] = {
  { "same", 0, 0, NULL, NULL, NULL, NONE, NULL },
  { "zone-alias", 0, 0, "Etc/UTC", NULL, NULL, NONE, NULL },
  { "other-zone-same-instant", 0, 0, "Europe/Madrid", NULL, NULL, NONE, NULL },
  { "order-of-parameters", 0, 0, NULL, "https://example.com/j/123?omn=7&pwd=abc.1", NULL, NONE, NULL },
  { "capital-host", 0, 0, NULL, "HTTPS://Example.COM/j/123?pwd=abc.1&omn=7", NULL, NONE, NULL },
  { "blanks", 0, 0, NULL, " " LINK " ", "secret ", NONE, NULL },
  { "later", 30, 0, NULL, NULL, NULL, MOVED, "At Zoom the meeting was moved to another time." },
  { "earlier", -1, 0, NULL, NULL, NULL, MOVED, "At Zoom the meeting was moved to another time." },
  { "longer", 0, 60, NULL, NULL, NULL, MOVED, "At Zoom the meeting was moved to another time." },
  { "other-number", 0, 0, NULL, "https://example.com/j/124?pwd=abc.1&omn=7", NULL, OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "other-key", 0, 0, NULL, "https://example.com/j/123?pwd=abd.1&omn=7", NULL, OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "case-of-the-key", 0, 0, NULL, "https://example.com/j/123?pwd=ABC.1&omn=7", NULL, OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "other-password", 0, 0, NULL, NULL, "other", OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "no-password", 0, 0, NULL, NULL, "-", OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "both", 30, 0, NULL, "https://example.com/j/123", "-", MOVED | OTHER_LINK, "At Zoom the meeting was moved, and its link or password was changed." },
};

static ConveneMeeting *
make_meeting (void)
{
  return g_object_new (CONVENE_TYPE_MEETING, "id", "m", "number", G_GINT64_CONSTANT (123), "start", START, "duration", 45, "timezone", "UTC", "join-url", LINK,
                       "password", "secret", "state", CONVENE_MEETING_STATE_LIVE, "host", "hal@example.com", NULL);
}

static ConveneMeeting *
make_seen (const Sight *row)
{
  ConveneMeeting *seen = make_meeting ();

  convene_meeting_set_start (seen, START + row->minutes * CONVENE_MINUTE);
  if (row->duration != 0)
    convene_meeting_set_duration (seen, row->duration);
  if (row->zone != NULL)
    convene_meeting_set_timezone (seen, row->zone);
  if (row->link != NULL)
    convene_meeting_set_join_url (seen, row->link);
  if (row->password != NULL)
    convene_meeting_set_password (seen, *row->password != '-' ? row->password : NULL);
  return seen;
}

static void
test_sight (gconstpointer data)
{
  const Sight *row = data;
  g_autoptr(ConveneMeeting) known = make_meeting ();
  g_autoptr(ConveneMeeting) same = make_meeting ();
  g_autoptr(ConveneMeeting) seen = make_seen (row);
  g_autofree char *words = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpint (convene_meeting_take_sight (known, seen, NULL, 1000), ==, row->drift);
  g_assert_cmpint (convene_meeting_get_drift (known), ==, row->drift);
  g_assert_cmpint (convene_meeting_get_checked_at (known), ==, 1000);
  g_assert_cmpint (convene_meeting_get_seen_at (known), ==, row->drift != NONE ? 1000 : 0);
  words = convene_meeting_sight_to_words (known, CONVENE_MEETING_STATE_LIVE, NONE);
  g_assert_cmpstr (words, ==, row->words);

  /* Looking again tells nothing new. */
  convene_meeting_take_sight (known, seen, NULL, 2000);
  g_assert_cmpint (convene_meeting_get_seen_at (known), ==, row->drift != NONE ? 1000 : 0);
  again = convene_meeting_sight_to_words (known, CONVENE_MEETING_STATE_LIVE, row->drift);
  g_assert_null (again);

  /* And then it is as it was. */
  g_assert_cmpint (convene_meeting_take_sight (known, same, NULL, 3000), ==, NONE);
  back = convene_meeting_sight_to_words (known, CONVENE_MEETING_STATE_LIVE, row->drift);
  g_assert_cmpstr (back, ==, row->drift != NONE ? "At Zoom the meeting is again as it was." : NULL);
}

/* What is known may be what Zoom understood wrongly once: put right there, it is what the interview wants. */
static void
test_as_wanted (void)
{
  g_autoptr(ConveneMeeting) known = make_meeting ();
  g_autoptr(ConveneMeeting) seen = make_meeting ();
  g_autoptr(ConveneMoment) start = convene_moment_new_at (START + CONVENE_HOUR, "UTC", NULL);
  g_autoptr(ConveneInterview) interview = g_object_new (CONVENE_TYPE_INTERVIEW, "start", start, "duration", 45, NULL);

  convene_meeting_set_start (seen, START + CONVENE_HOUR);
  g_assert_cmpint (convene_meeting_take_sight (known, seen, interview, 1000), ==, NONE);
  convene_meeting_set_duration (seen, 60);
  g_assert_cmpint (convene_meeting_take_sight (known, seen, interview, 1000), ==, MOVED);
  g_assert_cmpint (convene_meeting_get_seen_start (known), ==, START + CONVENE_HOUR);
}

static void
test_loss (void)
{
  g_autoptr(ConveneMeeting) known = make_meeting ();
  g_autoptr(ConveneMeeting) seen = make_meeting ();
  g_autofree char *missing = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;

  convene_meeting_take_loss (known, CONVENE_MEETING_STATE_MISSING, 1000);
  g_assert_cmpint (convene_meeting_get_checked_at (known), ==, 1000);
  missing = convene_meeting_sight_to_words (known, CONVENE_MEETING_STATE_LIVE, NONE);
  g_assert_cmpstr (missing, ==, "The meeting is not at Zoom any more.");

  convene_meeting_take_sight (known, seen, NULL, 2000);
  again = convene_meeting_sight_to_words (known, CONVENE_MEETING_STATE_MISSING, NONE);
  g_assert_cmpstr (again, ==, "The meeting is at Zoom again.");

  convene_meeting_take_loss (known, CONVENE_MEETING_STATE_UNMANAGED, 3000);
  other = convene_meeting_sight_to_words (known, CONVENE_MEETING_STATE_LIVE, NONE);
  g_assert_cmpstr (other, ==, "The meeting at Zoom can be changed by its host alone: hal@example.com.");
}

/* Hours before (negative) the interview; NEVER for what is not there. */
#define NEVER G_MAXINT

typedef struct
{
  const char *path;
  int         created;
  int         checked;
  int         opened;
  int         due;
} Due;

static const Due dues[] = {
  { "fresh-and-far", -100, NEVER, -100, -24 },
  { "looked-at-a-day-ahead", -100, -24, -30, -1 },
  { "looked-at-an-hour-ahead", -100, -1, -3, NEVER },
  { "made-within-the-day", -5, NEVER, -6, -1 },
  { "made-within-the-hour", 0, NEVER, -6, NEVER },
  { "old-at-the-start", -100, -50, -40, -40 },
  { "young-at-the-start", -100, -45, -40, -24 },
  { "old-at-the-start-and-near", -100, -20, -2, -2 },
  { "never-looked-at", NEVER, NEVER, -40, -40 },
  { "late", -100, -30, -30, -24 },
};

static gint64
at (int hours)
{
  return hours == NEVER ? 0 : START + hours * CONVENE_HOUR;
}

static void
test_due (gconstpointer data)
{
  const Due *row = data;
  g_autoptr(ConveneMeeting) meeting = make_meeting ();

  convene_meeting_set_created_at (meeting, at (row->created));
  convene_meeting_set_checked_at (meeting, at (row->checked));
  g_assert_cmpint (convene_inspection_find_due (meeting, START, at (row->opened)), ==, row->due == NEVER ? G_MAXINT64 : at (row->due));
}

static void
test_doubt_due (void)
{
  g_autoptr(ConveneOperation) create = g_object_new (CONVENE_TYPE_OPERATION, "settled", START, NULL);

  g_assert_cmpint (convene_inspection_find_doubt_due (create), ==, START + 2 * CONVENE_MINUTE);
}

static void
add_found (GPtrArray  *found,
           gint64      number,
           const char *reference)
{
  ConveneMeeting *meeting = convene_meeting_new ();

  convene_meeting_set_number (meeting, number);
  convene_meeting_set_reference (meeting, reference);
  g_ptr_array_add (found, meeting);
}

/* Nothing goes that does not bear the very reference, and nothing while ours is not seen. */
static void
test_duplicates (void)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ConveneMeeting) ours = make_meeting ();
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) some = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) unmarked = NULL;

  convene_meeting_set_reference (ours, "AAAA-AAAA");
  add_found (found, 7, "AAAA-AAAA");
  add_found (found, 8, "BBBB-BBBB");
  add_found (found, 9, NULL);
  none = convene_late_duplicates_choose (found, ours);
  g_assert_null (none);

  add_found (found, 123, "AAAA-AAAA");
  some = convene_late_duplicates_choose (found, ours);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (convene_meeting_get_number (g_ptr_array_index (some, 0)), ==, 7);

  /* Ours was given up before anybody had seen it. */
  convene_meeting_set_number (ours, 0);
  all = convene_late_duplicates_choose (found, ours);
  g_assert_cmpuint (all->len, ==, 2);

  convene_meeting_set_reference (ours, NULL);
  unmarked = convene_late_duplicates_choose (found, ours);
  g_assert_cmpuint (unmarked->len, ==, 0);
}

static void
add_account (GPtrArray         *accounts,
             const char        *id,
             ConveneAccountKind kind,
             const char        *user_id,
             const char        *address)
{
  g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", kind, "method", CONVENE_ACCOUNT_METHOD_BROWSER, "user-id", user_id, "address",
                                           address, NULL));
}

static void
test_account (void)
{
  static const struct
  {
    const char *account_id;
    const char *made_by;
    const char *host;
    const char *found;
  } rows[] = {
    { "b", "user:A", "hal@example.com", "b" },
    { "gone", "user:A", "bea@example.com", "a" },
    { "gone", NULL, "Bea@Example.com", "b" },
    { "gone", "user:X", "xenia@example.com", NULL },
    { NULL, NULL, NULL, NULL },
  };
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  add_account (accounts, "mail", CONVENE_ACCOUNT_KIND_MAIL, NULL, "xenia@example.com");
  add_account (accounts, "a", CONVENE_ACCOUNT_KIND_ZOOM, "A", "ada@example.com");
  add_account (accounts, "b", CONVENE_ACCOUNT_KIND_ZOOM, "B", "bea@example.com");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "account-id", rows[i].account_id, "made-by", rows[i].made_by, "host", rows[i].host, NULL);
      ConveneAccount *found = convene_meeting_find_account (accounts, meeting);

      g_assert_cmpstr (found != NULL ? convene_account_get_id (found) : NULL, ==, rows[i].found);
    }
}

static void
test_bell_words (void)
{
  static const struct
  {
    int         seconds; /* until it begins */
    const char *name;
    const char *zone;
    const char *title;
    const char *body;
  } rows[] = {
    { 600, "Ada Example", NULL, "Ada Example in 10 minutes", "Staff Engineer, 10:00" },
    { 571, "Ada Example", "America/Mexico_City", "Ada Example in 10 minutes", "Staff Engineer, 10:00 for you, 04:00 for Ada Example" },
    { 60, "Ada Example", "Europe/London", "Ada Example in 1 minute", "Staff Engineer, 10:00" },
    { 20, "", NULL, "ada@example.com now", "Staff Engineer, 10:00" },
    { -20, "Ada Example", "No/Where", "Ada Example now", "Staff Engineer, 10:00" },
    { -60, "Ada Example", NULL, "Ada Example, since 1 minute", "Staff Engineer, 10:00" },
    { -1500, "Ada Example", NULL, "Ada Example, since 25 minutes", "Staff Engineer, 10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneMoment) start = convene_moment_new_at (START, "UTC", NULL);
      g_autoptr(ConveneInterview) interview = g_object_new (CONVENE_TYPE_INTERVIEW, "job", "Staff Engineer", "start", start, "duration", 45, NULL);
      g_autoptr(ConveneParticipant) candidate = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", rows[i].name, "address",
                                                               "ada@example.com", "timezone", rows[i].zone, NULL);
      g_autofree char *title = NULL;
      g_autofree char *body = NULL;

      convene_interview_add_participant (interview, candidate);
      title = convene_bell_word_title (interview, START - rows[i].seconds * CONVENE_SECOND);
      body = convene_bell_word_body (interview, "UTC");
      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpstr (body, ==, rows[i].body);
    }
}

static void
add_tests (const char   *folder,
           const char   *name,
           gconstpointer row,
           GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/workflow/O-13/", folder, "/", name, NULL);

  g_test_add_data_func (path, row, test);
}

/* how people get in is known from each look, and forgotten by none that does not say it. */
static void
test_entry (void)
{
  g_autoptr(ConveneMeeting) known = convene_meeting_new ();
  g_autoptr(ConveneMeeting) seen = convene_meeting_new ();

  convene_meeting_set_entry (seen, CONVENE_ENTRY_WAITING_ROOM);
  convene_meeting_take_sight (known, seen, NULL, 1000);
  g_assert_cmpint (convene_meeting_get_entry (known), ==, CONVENE_ENTRY_WAITING_ROOM);
  convene_meeting_set_entry (seen, CONVENE_ENTRY_UNKNOWN);
  convene_meeting_take_sight (known, seen, NULL, 2000);
  g_assert_cmpint (convene_meeting_get_entry (known), ==, CONVENE_ENTRY_WAITING_ROOM);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    add_tests ("sight", sights[i].path, &sights[i], test_sight);
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    add_tests ("due", dues[i].path, &dues[i], test_due);
  g_test_add_func ("/workflow/O-13/sight/as-wanted", test_as_wanted);
  g_test_add_func ("/workflow/O-13/sight/loss", test_loss);
  g_test_add_func ("/workflow/X-4/sight/entry", test_entry);
  g_test_add_func ("/workflow/O-1/doubt-due", test_doubt_due);
  g_test_add_func ("/workflow/O-1/duplicates", test_duplicates);
  g_test_add_func ("/workflow/VC-29/account-of-a-meeting", test_account);
  g_test_add_func ("/workflow/SH-5/bell-words", test_bell_words);

  return g_test_run ();
}
