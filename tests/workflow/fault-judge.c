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

char *
fault_describe_operations (FaultPlay        *self,
                           ConveneInterview *interview)
{
  GListModel *all = convene_interview_get_operations (interview);
  gint64      now = convene_clock_now (self->fixture->clock);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (all, i);
      g_autofree char *how = describe_operation (operation, now);
      const char      *message = convene_operation_get_error_message (operation);

      g_string_append_printf (text, "%s%s %s, %d attempts", i > 0 ? "; " : "", convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (operation)),
                              how, convene_operation_get_attempts (operation));
      if (message != NULL)
        g_string_append_printf (text, " (%s)", message);
    }

  return g_string_free (text, FALSE);
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

static gboolean
has_one_of (const char *text,
            GStrv       parts)
{
  for (guint i = 0; text != NULL && parts[i] != NULL; i++)
    if (strstr (text, parts[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Lines with one of some texts, between which there is FAULT_OR. */
static guint
count_lines (FaultPlay  *self,
             const char *texts)
{
  g_auto(GStrv) parts = g_strsplit (texts, FAULT_OR, -1);
  guint count = 0;

  for (guint i = 0; i < self->history->len; i++)
    count += has_one_of (g_ptr_array_index (self->history, i), parts);

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

/* One of the texts is what the history says, once, and one what the operation says as long as it is not done: it may have been tried again since. */
static gboolean
is_said (FaultPlay  *self,
         const char *message)
{
  g_auto(GStrv) turns = g_strsplit (self->row->shown, FAULT_THEN, -1);
  g_autofree char *all = g_strjoinv (FAULT_OR, turns);
  g_auto(GStrv) texts = g_strsplit (all, FAULT_OR, -1);

  return count_lines (self, turns[0]) == 1 && (message == NULL || has_one_of (message, texts));
}

/* The last line is what a failed run is known by: all that was seen stands there. */
static char *
describe_shown (FaultPlay  *self,
                const char *message)
{
  g_autoptr(GString) history = g_string_new (NULL);

  for (guint i = 0; i < self->history->len; i++)
    g_string_append_printf (history, "%s\"%s\"", i > 0 ? ", " : "", (char *) g_ptr_array_index (self->history, i));

  return g_strdup_printf ("the operation says \"%s\", the history %s", message != NULL ? message : "nothing", history->str);
}

/* What heals by itself is nobody's business: the history names Zoom where a meeting was deleted, and not else. */
void
fault_judge_shown (FaultPlay        *self,
                   ConveneInterview *interview)
{
  const char      *message = convene_operation_get_error_message (fault_play_get_operation (self, interview));
  g_autofree char *said = NULL;

  read_history (self);
  said = describe_shown (self, message);
  if (is_showing ())
    show (self, message);
  else if (self->row->shown == NULL && (message != NULL || count_lines (self, "Zoom") != count_lines (self, "The meeting is deleted at Zoom")))
    g_error ("%s: it should say nothing, and %s", self->row->name, said);
  else if (self->row->shown != NULL && !is_said (self, message))
    g_error ("%s: it should say \"%s\", and %s", self->row->name, self->row->shown, said);
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

  if (count_at_zoom (self) != 1)
    g_error ("%s: Zoom has %u meetings, not 1", self->row->name, count_at_zoom (self));
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

  if (row->writes > 0 ? writes != (guint) row->writes : writes > MOST_WRITES)
    g_error ("%s: %u writes arrived at Zoom, not %d", row->name, writes, row->writes > 0 ? row->writes : MOST_WRITES);
  if (row->spent > 0 && spent != row->spent)
    g_error ("%s: %d requests were spent, not %d", row->name, spent, row->spent);
}
