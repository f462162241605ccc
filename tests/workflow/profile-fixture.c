/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "profile-fixture.h"

void
profile_result_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
profile_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

void
profile_run_until (ProfileCondition condition,
                   gpointer         user_data)
{
  while (!condition (user_data))
    g_main_context_iteration (NULL, TRUE);
}

void
profile_run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

Profile *
profile_new (void)
{
  Profile *self = g_new0 (Profile, 1);
  g_autoptr(GAsyncResult) engine_opened = NULL;
  g_autoptr(GAsyncResult) other_opened = NULL;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("convene-profile-XXXXXX", NULL);
  self->clock = convene_scaled_clock_new (0, PROFILE_NOW, 0);
  self->vault = convene_memory_vault_new ();
  self->engine = convene_engine_new (self->folder, self->vault, self->clock, NULL, NULL);
  self->other = convene_store_new (self->folder);

  convene_engine_open_async (self->engine, NULL, profile_result_cb, &engine_opened);
  convene_engine_open_finish (self->engine, profile_await (&engine_opened), &error);
  g_assert_no_error (error);
  convene_store_open_async (self->other, NULL, profile_result_cb, &other_opened);
  convene_store_open_finish (self->other, profile_await (&other_opened), &error);
  g_assert_no_error (error);
  return self;
}

static void
close_all (Profile *self)
{
  g_autoptr(GAsyncResult) engine_closed = NULL;
  g_autoptr(GAsyncResult) other_closed = NULL;
  g_autoptr(GError) error = NULL;

  convene_store_close_async (self->other, NULL, profile_result_cb, &other_closed);
  convene_store_close_finish (self->other, profile_await (&other_closed), &error);
  g_assert_no_error (error);
  convene_engine_close_async (self->engine, NULL, profile_result_cb, &engine_closed);
  convene_engine_close_finish (self->engine, profile_await (&engine_closed), &error);
  g_assert_no_error (error);
}

void
profile_free (Profile *self)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  close_all (self);

  /* Sources that hold a reference until they are dispatched. */
  profile_run_pending ();
  g_assert_finalize_object (g_steal_pointer (&self->other));
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->vault));
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self);
}

void
profile_commit (Profile       *self,
                ConveneChange *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_store_commit_async (self->other, change, NULL, profile_result_cb, &result);
  convene_store_commit_finish (self->other, profile_await (&result), &error);
  g_assert_no_error (error);
}

ConveneInterview *
profile_make (const char *uid,
              int         hours)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_new_at (PROFILE_NOW + hours * CONVENE_HOUR, "UTC", NULL);
  g_autoptr(ConveneParticipant) candidate =
                 g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", "Ada Example", "address", "ada@example.com", NULL);

  convene_interview_set_uid (interview, uid);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 60);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_add_participant (interview, candidate);
  return interview;
}

void
profile_add (Profile    *self,
             const char *uid,
             int         hours)
{
  g_autoptr(ConveneInterview) interview = profile_make (uid, hours);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_add_interview (change, interview);
  profile_commit (self, change);
}

void
profile_advance (Profile *self,
                 gint64   microseconds)
{
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), microseconds);
}
