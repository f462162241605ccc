/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fault-judge.h"

#include <string.h>

#include "convene-engine-directory.h"
#include "convene-letters-owed.h"

#define MOST_WRITES 12

/* For whoever writes a row: what comes of it is printed and not judged. */
static gboolean
is_showing (void)
{
  return g_getenv ("CONVENE_TEST_SHOW") != NULL;
}

ConveneOperation *
fault_play_get_operation (FaultPlay        *self,
                          ConveneInterview *interview)
{
  return convene_find_last_operation (interview, self->kind);
}

guint
fault_count_writes (Fixture *fixture)
{
  return fixture_count_calls (fixture, "create") + fixture_count_calls (fixture, "patch") + fixture_count_calls (fixture, "delete");
}

static char *
describe_due (ConveneOperation *operation,
              gint64            now)
{
  gint64 ahead = convene_operation_get_due (operation) - now;
  gint64 in_day = convene_operation_get_due (operation) % CONVENE_DAY;

  if (!convene_operation_is_open (operation))
    return g_strdup ("");
  if (convene_operation_get_event (operation) != NULL)
    return g_strdup (" on event");
  if (ahead <= 20 * CONVENE_MINUTE)
    return g_strdup (" in minutes");
  if (ahead < CONVENE_DAY && in_day < 5 * CONVENE_MINUTE)
    return g_strdup (" at midnight");

  return g_strdup_printf (" in %d hours", (int) ((ahead + 30 * CONVENE_MINUTE) / CONVENE_HOUR));
}

static char *
describe_operation (ConveneOperation *operation,
                    gint64            now)
{
  const char      *code = convene_operation_get_error_code (operation);
  g_autofree char *due = describe_due (operation, now);

  return g_strdup_printf ("%s%s%s%s", convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, convene_operation_get_state (operation)), code != NULL ? ":" : "",
                          code != NULL ? code : "", due);
}

/* In the order of the table's alphabet, because letters that are due at once leave side by side. */
static char *
describe_letters (FaultPlay *self)
{
  static const struct
  {
    const char *subject;
    char        initial;
  } letters[] = { { "Interview: ", 'I' }, { "Changed ", 'C' }, { "Cancelled ", 'X' }, { "Join link ", 'L' }, { "URGENT: ", 'U' } };
  g_autofree char *subjects = fixture_subjects (self->fixture);
  g_auto(GStrv) lines = g_strsplit (subjects, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (char **line = lines; *line != NULL; line++)
      if (g_str_has_prefix (*line, letters[i].subject) && strstr (*line, self->job) != NULL)
        g_string_append_c (text, letters[i].initial);

  return g_string_free (text, FALSE);
}

static void
read_history (FaultPlay *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  convene_engine_list_activity_async (self->fixture->engine, self->uid, NULL, fixture_result_cb, &result);
  lines = convene_engine_list_activity_finish (self->fixture->engine, fixture_await (&result), NULL);
  g_assert_nonnull (lines);
  g_ptr_array_set_size (self->history, 0);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (self->history, g_strdup (convene_activity_get_text (g_ptr_array_index (lines, i))));
}

static guint
count_lines (FaultPlay  *self,
             const char *text)
{
  guint count = 0;

  for (guint i = 0; i < self->history->len; i++)
    count += strstr (g_ptr_array_index (self->history, i), text) != NULL;

  return count;
}

/* Where patience ends by the clock it may be one or the other. */
static gboolean
is_one_of (const char *actual,
           const char *expected)
{
  g_auto(GStrv) all = g_strsplit (expected, FAULT_OR, -1);

  return g_str_equal (actual, expected) || g_strv_contains ((const char *const *) all, actual);
}

void
fault_judge_outcome (FaultPlay          *self,
                     const char         *when,
                     ConveneInterview   *interview,
                     const FaultOutcome *expected)
{
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);
  g_autofree char *operation = describe_operation (fault_play_get_operation (self, interview), convene_clock_now (self->fixture->clock));
  g_autofree char *letters = describe_letters (self);
  const char      *state = meeting != NULL ? convene_enum_to_nick (CONVENE_TYPE_MEETING_STATE, convene_meeting_get_state (meeting)) : "none";

  if (is_showing ())
    g_print ("# %s: %s: { \"%s\", \"%s\", \"%s\" }\n", self->row->name, when, operation, state, letters);
  else if (!is_one_of (operation, expected->operation) || !is_one_of (state, expected->meeting) || !is_one_of (letters, expected->letters))
    g_error ("%s: %s it should be \"%s\", \"%s\", \"%s\" and is \"%s\", \"%s\", \"%s\"", self->row->name, when, expected->operation,
             expected->meeting, expected->letters, operation, state, letters);
}

static void
show (FaultPlay  *self,
      const char *message)
{
  g_print ("# message: %s\n", message != NULL ? message : "none");
  for (guint i = 0; i < self->history->len; i++)
    g_print ("# history: %s\n", (char *) g_ptr_array_index (self->history, i));
}

/* One of the texts is what the history says, once, and what the operation says as long as it is not done. */
static gboolean
is_said (FaultPlay  *self,
         const char *message)
{
  g_auto(GStrv) texts = g_strsplit (self->row->shown, FAULT_OR, -1);

  for (char **text = texts; *text != NULL; text++)
    if (count_lines (self, *text) == 1 && (message == NULL || strstr (message, *text) != NULL))
      return TRUE;

  return FALSE;
}

/* What heals by itself is nobody's business: the history names Zoom where a meeting was deleted, and not else. */
void
fault_judge_shown (FaultPlay        *self,
                   ConveneInterview *interview)
{
  const char *message = convene_operation_get_error_message (fault_play_get_operation (self, interview));

  read_history (self);
  if (is_showing ())
    {
      show (self, message);
    }
  else if (self->row->shown == NULL)
    {
      g_assert_null (message);
      g_assert_cmpuint (count_lines (self, "Zoom"), ==, count_lines (self, "The meeting is deleted at Zoom"));
    }
  else if (!is_said (self, message))
    {
      show (self, message);
      g_error ("%s: it should say \"%s\"", self->row->name, self->row->shown);
    }
}

static guint
count_at_zoom (FaultPlay *self)
{
  g_autoptr(JsonObject) state = fixture_state (self->fixture);
  JsonArray *meetings = json_object_get_array_member (state, "meetings");
  guint      count = 0;

  for (guint i = 0; i < json_array_get_length (meetings); i++)
    {
      JsonObject *meeting = json_array_get_object_element (meetings, i);

      count += !json_object_get_boolean_member (meeting, "deleted") && strstr (json_object_get_string_member (meeting, "topic"), self->job) != NULL;
    }

  return count;
}

/* One meeting, the right one, or none. */
void
fault_judge_zoom (FaultPlay        *self,
                  ConveneInterview *interview)
{
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);
  g_autofree char *start = convene_instant_to_string (self->start);
  g_autoptr(JsonObject) there = NULL;

  if (is_showing () || meeting == NULL || convene_meeting_get_state (meeting) != CONVENE_MEETING_STATE_LIVE)
    return;

  g_assert_cmpuint (count_at_zoom (self), ==, 1);
  there = life_meeting (self->fixture, convene_meeting_get_number (meeting));
  g_assert_nonnull (there);
  g_assert_cmpstr (json_object_get_string_member (there, "start_time"), ==, start);
  g_assert_cmpint (convene_meeting_get_start (meeting), ==, self->start);
  g_assert_cmpstr (json_object_get_string_member (there, "join_url"), ==, convene_meeting_get_join_url (meeting));
}

void
fault_judge_cost (FaultPlay *self)
{
  const FaultRow *row = self->row;
  guint           writes = fault_count_writes (self->fixture) - self->writes;
  g_autoptr(ConveneAccount) account = fixture_account (self->fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  int spent = convene_account_get_requests_today (account);

  if (is_showing ())
    {
      g_print ("# writes %u, spent %d, meetings %u\n", writes, spent, count_at_zoom (self));
      return;
    }

  if (row->writes > 0)
    g_assert_cmpuint (writes, ==, row->writes);
  else
    g_assert_cmpuint (writes, <=, MOST_WRITES);
  if (row->spent > 0)
    g_assert_cmpint (spent, ==, row->spent);
}
