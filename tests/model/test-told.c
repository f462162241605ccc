/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-told.h"

static void
add (ConveneInterview *interview,
     ConveneRole       role,
     const char       *name,
     const char       *address)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", name, "address", address, NULL);

  convene_interview_add_participant (interview, person);
}

static void
set_start (ConveneInterview *interview,
           const char       *wall,
           const char       *zone)
{
  g_autoptr(ConveneMoment) start = convene_moment_parse (wall, zone, NULL);

  convene_interview_set_start (interview, start);
}

static ConveneInterview *
interview_new (void)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "state", CONVENE_MEETING_STATE_LIVE, "join-url", "https://zoom.example.com/j/1?pwd=x",
                                                     "password", "p'\"w", NULL);

  convene_interview_set_job (interview, "Staff Engineer – “A”");
  set_start (interview, "2026-12-01 10:00", "America/Mexico_City");
  convene_interview_set_duration (interview, 45);
  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  convene_interview_set_agenda (interview, "Introduction\n\t'experience', \\ {questions}");
  convene_interview_set_details (interview, "Bring a pen");
  convene_interview_set_notes (interview, "For the team");
  convene_interview_set_meeting (interview, meeting);
  add (interview, CONVENE_ROLE_CANDIDATE, "Ada Example", "ada@example.com");
  add (interview, CONVENE_ROLE_HIRING_MANAGER, NULL, "max@example.com");
  add (interview, CONVENE_ROLE_OPTIONAL, "Otto", "otto@example.com");
  return interview;
}

static ConveneTold *
tell (ConveneInterview *interview)
{
  g_autofree char *text = convene_told_to_string (interview);
  ConveneTold     *told = convene_told_parse (text);

  g_assert_nonnull (told);
  return told;
}

/* All that was said is read again, whatever stands in it. */
static void
test_read (void)
{
  const char *const people[] = { "Ada Example <ada@example.com>", "max@example.com", "Otto <otto@example.com>", NULL };
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneTold) told = tell (interview);
  const ConveneMoment *start = convene_told_get_start (told);

  g_assert_cmpstr (convene_moment_get_wall (start), ==, "2026-12-01T10:00");
  g_assert_cmpstr (convene_moment_get_zone (start), ==, "America/Mexico_City");
  g_assert_cmpint (convene_moment_get_instant (start), ==, convene_moment_get_instant (convene_interview_get_start (interview)));
  g_assert_cmpint (convene_told_get_duration (told), ==, 45);
  g_assert_cmpint (convene_told_get_platform (told), ==, CONVENE_PLATFORM_ZOOM);
  g_assert_cmpstr (convene_told_get_job (told), ==, "Staff Engineer – “A”");
  g_assert_cmpstr (convene_told_get_link (told), ==, "https://zoom.example.com/j/1?pwd=x");
  g_assert_cmpstr (convene_told_get_password (told), ==, "p'\"w");
  g_assert_cmpstr (convene_told_get_agenda (told), ==, "Introduction\n\t'experience', \\ {questions}");
  g_assert_cmpstr (convene_told_get_details (told), ==, "Bring a pen");
  g_assert_null (convene_told_get_location (told));
  g_assert_cmpstrv (convene_told_get_people (told), people);
}

/* What nobody ever said is not there; and nothing of it differs. */
static void
test_bare (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneTold) told = tell (interview);

  g_assert_null (convene_told_get_start (told));
  g_assert_null (convene_told_get_job (told));
  g_assert_null (convene_told_get_link (told));
  g_assert_cmpuint (g_strv_length ((GStrv) convene_told_get_people (told)), ==, 0);
  g_assert_cmpuint (convene_told_compare (told, interview), ==, CONVENE_TOLD_CHANGE_NONE);
}

/* Text of any origin is refused, not believed. */
static void
test_unreadable (void)
{
  const char *const texts[] = {
    NULL,
    "",
    "{}",
    "no variant",
    "{'platform': <5>}",
    "{'platform': <'nowhere'>}",
    "{'platform': <'zoom'>",
    "[{'platform': <'zoom'>}]",
    "@a{sv} {}",
    "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (convene_told_parse (texts[i]));
}

/* Parts that are missing or of another kind count as never told. */
static void
test_damaged (void)
{
  g_autoptr(ConveneTold) told = convene_told_parse ("{'platform': <'zoom'>, 'job': <5>, 'wall': <'2026'>, 'people': <['ada@example.com']>, 'more': <true>}");
  g_autoptr(ConveneInterview) interview = interview_new ();

  g_assert_nonnull (told);
  g_assert_null (convene_told_get_job (told));
  g_assert_null (convene_told_get_start (told));
  g_assert_cmpuint (g_strv_length ((GStrv) convene_told_get_people (told)), ==, 0);
  g_assert_cmpuint (convene_told_compare (told, interview), ==,
                    CONVENE_TOLD_CHANGE_TIME | CONVENE_TOLD_CHANGE_DURATION | CONVENE_TOLD_CHANGE_JOB | CONVENE_TOLD_CHANGE_LINK |
                        CONVENE_TOLD_CHANGE_PASSWORD | CONVENE_TOLD_CHANGE_AGENDA | CONVENE_TOLD_CHANGE_DETAILS | CONVENE_TOLD_CHANGE_PEOPLE);
}

static void
change_notes (ConveneInterview *interview)
{
  const char *const hosts[] = { "alt@example.com", NULL };

  convene_interview_set_notes (interview, "Others");
  convene_interview_set_alternative_hosts (interview, hosts);
  convene_interview_set_link_policy (interview, CONVENE_LINK_POLICY_NEW);
  convene_interview_set_location (interview, "Left over");
}

static void
change_agenda_blanks (ConveneInterview *interview)
{
  convene_interview_set_agenda (interview, "Introduction\r\n\t'experience', \\ {questions}  \n");
}

static void
change_zone_alias (ConveneInterview *interview)
{
  g_autoptr(ConveneMoment) start = convene_moment_new_at (convene_moment_get_instant (convene_interview_get_start (interview)), "Mexico/General", NULL);

  if (start == NULL)
    g_test_skip ("this system has no names of the past");
  else
    convene_interview_set_start (interview, start);
}

static void
change_wall (ConveneInterview *interview)
{
  set_start (interview, "2026-12-01 10:05", "America/Mexico_City");
}

static void
change_zone (ConveneInterview *interview)
{
  g_autoptr(ConveneMoment) start = convene_moment_new_at (convene_moment_get_instant (convene_interview_get_start (interview)), "Europe/Berlin", NULL);

  convene_interview_set_start (interview, start);
}

static void
change_duration (ConveneInterview *interview)
{
  convene_interview_set_duration (interview, 30);
}

static void
change_job (ConveneInterview *interview)
{
  convene_interview_set_job (interview, "Designer");
}

static void
change_platform (ConveneInterview *interview)
{
  convene_interview_set_platform (interview, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (interview, "+1 555 0100");
}

static void
change_link (ConveneInterview *interview)
{
  convene_meeting_set_join_url (convene_interview_get_meeting (interview), "https://zoom.example.com/j/2");
}

static void
change_password (ConveneInterview *interview)
{
  convene_meeting_set_password (convene_interview_get_meeting (interview), "other");
}

static void
lose_meeting (ConveneInterview *interview)
{
  convene_meeting_set_state (convene_interview_get_meeting (interview), CONVENE_MEETING_STATE_MISSING);
}

static void
lose_account (ConveneInterview *interview)
{
  convene_meeting_set_state (convene_interview_get_meeting (interview), CONVENE_MEETING_STATE_UNMANAGED);
}

static void
change_agenda (ConveneInterview *interview)
{
  convene_interview_set_agenda (interview, "Other");
}

static void
change_details (ConveneInterview *interview)
{
  convene_interview_set_details (interview, NULL);
}

static void
add_one (ConveneInterview *interview)
{
  add (interview, CONVENE_ROLE_REQUIRED, "Rita", "rita@example.com");
}

static void
rename_one (ConveneInterview *interview)
{
  convene_participant_set_name (convene_interview_get_candidate (interview), "Ada Other");
}

static void
promote_one (ConveneInterview *interview)
{
  add (interview, CONVENE_ROLE_REQUIRED, "Otto", "OTTO@example.com");
}

static void
answer (ConveneInterview *interview)
{
  convene_participant_set_response (convene_interview_get_candidate (interview), CONVENE_RESPONSE_ACCEPTED);
  convene_participant_set_timezone (convene_interview_get_candidate (interview), "Europe/Paris");
}

typedef struct
{
  const char *name;
  void (*change) (ConveneInterview *interview);
  ConveneToldChange expected;
} ChangeRow;

static const ChangeRow change_rows[] = {
  { "not-told", change_notes, CONVENE_TOLD_CHANGE_NONE },
  { "blanks", change_agenda_blanks, CONVENE_TOLD_CHANGE_NONE },
  { "zone-alias", change_zone_alias, CONVENE_TOLD_CHANGE_NONE },
  { "answer", answer, CONVENE_TOLD_CHANGE_NONE },
  { "unmanaged", lose_account, CONVENE_TOLD_CHANGE_NONE },
  { "time", change_wall, CONVENE_TOLD_CHANGE_TIME },
  { "zone", change_zone, CONVENE_TOLD_CHANGE_TIME },
  { "duration", change_duration, CONVENE_TOLD_CHANGE_DURATION },
  { "job", change_job, CONVENE_TOLD_CHANGE_JOB },
  { "platform", change_platform, CONVENE_TOLD_CHANGE_PLATFORM | CONVENE_TOLD_CHANGE_PLACE },
  { "link", change_link, CONVENE_TOLD_CHANGE_LINK },
  { "password", change_password, CONVENE_TOLD_CHANGE_PASSWORD },
  { "missing", lose_meeting, CONVENE_TOLD_CHANGE_LINK | CONVENE_TOLD_CHANGE_PASSWORD },
  { "agenda", change_agenda, CONVENE_TOLD_CHANGE_AGENDA },
  { "details", change_details, CONVENE_TOLD_CHANGE_DETAILS },
  { "added", add_one, CONVENE_TOLD_CHANGE_PEOPLE },
  { "renamed", rename_one, CONVENE_TOLD_CHANGE_PEOPLE },
  { "promoted", promote_one, CONVENE_TOLD_CHANGE_PEOPLE },
};

static void
test_change (gconstpointer data)
{
  const ChangeRow *row = data;
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneTold) told = tell (interview);
  g_autoptr(ConveneTold) again = NULL;

  row->change (interview);
  g_assert_cmpuint (convene_told_compare (told, interview), ==, row->expected);

  again = tell (interview);
  g_assert_cmpuint (convene_told_compare (again, interview), ==, CONVENE_TOLD_CHANGE_NONE);
}

/* Who goes and who comes, by address: a person who is the candidate now and was not is neither. */
static void
test_people (void)
{
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneTold) told = tell (interview);
  g_autoptr(ConveneInterview) now = convene_interview_new ();
  g_autoptr(GPtrArray) removed = NULL;
  g_autoptr(GPtrArray) added = NULL;

  add (now, CONVENE_ROLE_CANDIDATE, "Cleo", "cleo@example.com");
  add (now, CONVENE_ROLE_REQUIRED, NULL, "MAX@example.com");
  removed = convene_told_list_removed (told, now);
  added = convene_told_list_added (told, now);
  g_assert_cmpuint (removed->len, ==, 2);
  g_assert_cmpstr (removed->pdata[0], ==, "Ada Example <ada@example.com>");
  g_assert_cmpstr (removed->pdata[1], ==, "Otto <otto@example.com>");
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (added->pdata[0], ==, "Cleo <cleo@example.com>");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/TH-19/told/read", test_read);
  g_test_add_func ("/model/TH-19/told/bare", test_bare);
  g_test_add_func ("/model/TH-19/told/unreadable", test_unreadable);
  g_test_add_func ("/model/TH-19/told/damaged", test_damaged);
  for (guint i = 0; i < G_N_ELEMENTS (change_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/TH-19/told/change/", change_rows[i].name, NULL);

      g_test_add_data_func (path, &change_rows[i], test_change);
    }
  g_test_add_func ("/model/SH-45/told/people", test_people);
  return g_test_run ();
}
