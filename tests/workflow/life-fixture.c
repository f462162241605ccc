/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-fixture.h"

#include <stdarg.h>

#include "convene-engine-private.h"

void
life_commit (Fixture       *fixture,
             ConveneChange *change)
{
  ConveneStore *store = convene_engine_get_store (fixture->engine);
  g_autoptr(ConveneChange) owned = change;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_store_commit_async (store, owned, NULL, fixture_result_cb, &result);
  convene_store_commit_finish (store, fixture_await (&result), &error);
  g_assert_no_error (error);
}

void
life_set (Fixture    *fixture,
          const char *uid,
          const char *first_property,
          ...)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  ConveneChange *change = convene_change_new ();
  va_list        values;

  va_start (values, first_property);
  g_object_set_valist (G_OBJECT (interview), first_property, values);
  va_end (values);
  convene_interview_set_sequence (interview, MAX (convene_interview_get_sequence (interview), convene_interview_get_told_sequence (interview) + 1));
  convene_change_update_interview (change, interview);
  life_commit (fixture, change);
}

void
life_move (Fixture    *fixture,
           const char *uid,
           gint64      by)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autoptr(ConveneMoment) later = convene_moment_new_at (convene_moment_get_instant (start) + by, convene_moment_get_zone (start), NULL);

  life_set (fixture, uid, "start", later, NULL);
}

static char *
add (Fixture             *fixture,
     const char          *uid,
     ConveneOperationKind kind,
     const char          *after,
     const char          *recipient)
{
  const char *recipients[] = { recipient, NULL };
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);
  gint64           now = convene_clock_now (fixture->clock);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(ConveneOperation) operation = g_object_new (CONVENE_TYPE_OPERATION, "id", id, "kind", kind, "interview-uid", uid, "after", after, "due", now, "created", now, NULL);
  ConveneChange *change = convene_change_new ();

  if (!convene_operation_kind_is_mail (kind) && meeting != NULL)
    g_object_set (operation, "meeting-id", convene_meeting_get_id (meeting), "account-id", convene_meeting_get_account_id (meeting), "host",
                  convene_meeting_get_host (meeting), NULL);
  if (recipient != NULL)
    convene_operation_set_recipients (operation, recipients);
  convene_change_add_operation (change, operation);
  life_commit (fixture, change);
  return g_steal_pointer (&id);
}

char *
life_add (Fixture             *fixture,
          const char          *uid,
          ConveneOperationKind kind,
          const char          *after)
{
  return add (fixture, uid, kind, after, NULL);
}

char *
life_add_letter (Fixture             *fixture,
                 const char          *uid,
                 ConveneOperationKind kind,
                 const char          *recipient)
{
  return add (fixture, uid, kind, NULL, recipient);
}

char *
life_find_id (ConveneInterview    *interview,
              ConveneOperationKind kind)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == kind)
        return g_strdup (convene_operation_get_id (operation));
    }

  g_assert_not_reached ();
}

void
life_set_preference (Fixture    *fixture,
                     const char *key,
                     const char *value)
{
  ConveneChange *change = convene_change_new ();

  convene_change_set_preference (change, key, value);
  life_commit (fixture, change);
}

char *
life_state (Fixture    *fixture,
            const char *id)
{
  const char       *ids[] = { id, NULL };
  ConveneStore     *store = convene_engine_get_store (fixture->engine);
  ConveneOperation *operation;
  const char       *state;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) found = NULL;

  convene_store_get_operations_async (store, ids, NULL, fixture_result_cb, &result);
  found = convene_store_get_operations_finish (store, fixture_await (&result), NULL);
  g_assert_nonnull (found);
  if (found->len == 0)
    return NULL;

  operation = g_ptr_array_index (found, 0);
  state = convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, convene_operation_get_state (operation));
  return convene_operation_get_error_code (operation) != NULL ? g_strdup_printf ("%s:%s", state, convene_operation_get_error_code (operation))
                                                              : g_strdup (state);
}

void
life_assert_state (Fixture    *fixture,
                   const char *id,
                   const char *expected)
{
  g_autofree char *actual = life_state (fixture, id);

  g_assert_cmpstr (actual, ==, expected);
}

void
life_settle (Fixture    *fixture,
             const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
}

JsonObject *
life_meeting (Fixture *fixture,
              gint64   number)
{
  g_autoptr(JsonObject) state = fixture_state (fixture);
  JsonArray *meetings = json_object_get_array_member (state, "meetings");

  for (guint i = 0; i < json_array_get_length (meetings); i++)
    {
      JsonObject *meeting = json_array_get_object_element (meetings, i);

      if (number == 0 || json_object_get_int_member (meeting, "id") == number)
        return json_object_ref (meeting);
    }

  return NULL;
}

guint
life_count_letters (Fixture    *fixture,
                    const char *subject)
{
  g_autofree char *subjects = fixture_subjects (fixture);
  g_auto(GStrv) lines = g_strsplit (subjects, "\n", -1);
  guint count = 0;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    count += strstr (lines[i], subject) != NULL;

  return count;
}
