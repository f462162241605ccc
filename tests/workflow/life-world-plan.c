/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-world-private.h"

/* What a face does: a person writes something, sees the plan, and confirms it. */

static void
add_person (ConveneInterview *interview,
            ConveneRole       role,
            const char       *address)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "address", address, NULL);

  convene_interview_add_participant (interview, person);
}

static void
write_people (ConveneInterview *interview,
              const LifeItem   *item)
{
  for (guint i = 0; i < LIFE_OTHERS; i++)
    {
      g_autofree char *address = life_dup_other (i);
      g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "address", address, NULL);

      convene_interview_remove_participant (interview, person);
      if ((item->others & 1u << i) != 0)
        add_person (interview, CONVENE_ROLE_OPTIONAL, address);
    }
}

/* What a person writes into the window. */
static void
write_interview (LifeWorld        *self,
                 ConveneInterview *interview,
                 const LifeItem   *item)
{
  g_autoptr(ConveneMoment) start = convene_moment_new_at (life_world_get_start (self, item->slot), "America/Mexico_City", NULL);
  g_autofree char *details = g_strdup_printf ("Version %u", item->details);

  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, (int) item->length);
  convene_interview_set_job (interview, life_world_get_job (item->job));
  convene_interview_set_details (interview, details);
  convene_interview_set_link_policy (interview, item->policy);
  convene_interview_set_platform (interview, item->pasted ? CONVENE_PLATFORM_LINK : CONVENE_PLATFORM_ZOOM);
  if (!item->pasted)
    convene_interview_set_link (interview, NULL);
  write_people (interview, item);
}

static ConveneInterview *
new_interview (const LifeItem *item)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autofree char  *candidate = life_item_dup_candidate (item);

  convene_interview_set_agenda (interview, "Introduction, experience, questions");
  add_person (interview, CONVENE_ROLE_CANDIDATE, candidate);
  add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "hal@example.com");
  add_person (interview, CONVENE_ROLE_REQUIRED, "rita@example.com");
  return interview;
}

static void
plan_fix (LifeWorld      *self,
          const LifeStep *step,
          const LifeItem *before,
          GAsyncResult  **result)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->fixture->engine);
  const char       *host = before->meeting != NULL && g_str_equal (before->meeting->host, LIFE_HOST) ? LIFE_OTHER_HOST : LIFE_HOST;
  ConveneFixKind    kind = CONVENE_FIX_RECREATE;
  const char       *value = NULL;

  if (step->act == LIFE_PASTE)
    {
      kind = CONVENE_FIX_LINK;
      value = "https://meet.example.com/room";
    }
  else if (step->act == LIFE_HOST_FIX)
    {
      kind = CONVENE_FIX_HOST;
      value = host;
    }
  else if (step->act == LIFE_TAKE)
    {
      kind = CONVENE_FIX_TAKE;
    }
  else if (step->act == LIFE_RESTORE)
    {
      kind = CONVENE_FIX_RESTORE;
    }

  convene_scheduler_plan_fix_async (scheduler, before->uid, kind, value, TRUE, NULL, fixture_result_cb, result);
}

static gboolean
is_fix (LifeAct act)
{
  return act == LIFE_PASTE || act == LIFE_HOST_FIX || act == LIFE_RECREATE || act == LIFE_GONE || act == LIFE_TAKE || act == LIFE_RESTORE;
}

ConvenePlan *
life_world_plan (LifeWorld      *self,
                 const LifeStep *step,
                 const LifeItem *before,
                 const LifeItem *after,
                 GError        **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->fixture->engine);
  const char       *uid = before != NULL ? before->uid : NULL;
  g_autoptr(ConveneInterview) interview = before != NULL ? fixture_find (self->fixture, uid) : new_interview (after);
  g_autoptr(GAsyncResult) result = NULL;

  if (step->act == LIFE_CANCEL)
    {
      convene_scheduler_plan_cancel_async (scheduler, uid, "Filled", TRUE, NULL, fixture_result_cb, &result);
    }
  else if (is_fix (step->act))
    {
      plan_fix (self, step, before, &result);
    }
  else
    {
      write_interview (self, interview, after);
      if (before == NULL)
        convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
      else
        convene_scheduler_plan_edit_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
    }

  return convene_scheduler_plan_finish (scheduler, fixture_await (&result), error);
}

gboolean
life_world_commit (LifeWorld   *self,
                   ConvenePlan *planned,
                   gint64       delay,
                   GError     **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_commit_async (scheduler, planned, delay, NULL, fixture_result_cb, &result);
  return convene_scheduler_commit_finish (scheduler, fixture_await (&result), error);
}

void
life_world_take_back (LifeWorld   *self,
                      ConvenePlan *planned)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_scheduler_undo_async (scheduler, planned, NULL, fixture_result_cb, &result);
  if (!convene_scheduler_undo_finish (scheduler, fixture_await (&result), &error))
    life_world_fail (self, "it cannot be taken back: %s", error->message);
}
