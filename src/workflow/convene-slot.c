/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-slot.h"

#include "convene-plan-difference.h"

void
convene_slot_free (ConveneSlot *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->job);
  g_free (self->host);
  g_free (self);
}

/* Whether a meeting is looked for at all: what has one keeps it while it stays in its slot. */
static gboolean
is_looked_for (const ConvenePlanRequest *request,
               const ConvenePlanFacts   *facts)
{
  ConveneInterview *wanted = request->interview;
  ConveneMeeting   *meeting;

  if (request->kind != CONVENE_PLAN_SCHEDULE && request->kind != CONVENE_PLAN_EDIT)
    return FALSE;
  if (convene_interview_get_platform (wanted) != CONVENE_PLATFORM_ZOOM || convene_interview_get_start (wanted) == NULL || convene_interview_get_job (wanted) == NULL)
    return FALSE;
  if (convene_plan_find_policy (facts, wanted) != CONVENE_LINK_POLICY_SHARE)
    return FALSE;
  if (facts->before == NULL || convene_interview_get_platform (facts->before) != CONVENE_PLATFORM_ZOOM)
    return TRUE;

  meeting = convene_interview_get_meeting (facts->before);
  if (meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_FAILED)
    return FALSE;
  return (convene_difference_find (facts->before, wanted) & (CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_DURATION)) != 0;
}

static char *
dup_host (const ConvenePlanRequest *request,
          const ConvenePlanFacts   *facts)
{
  ConveneMeeting *meeting = facts->before != NULL ? convene_interview_get_meeting (facts->before) : NULL;
  g_autoptr(ConveneHostChoice) choice = NULL;

  if (meeting != NULL && convene_meeting_get_host (meeting) != NULL)
    return g_strdup (convene_meeting_get_host (meeting));

  choice = convene_host_choice_new (request->interview, facts->hosts);
  return g_strdup (choice->host);
}

ConveneSlot *
convene_slot_new_wanted (const ConvenePlanRequest *request,
                         const ConvenePlanFacts   *facts)
{
  g_autofree char *host = NULL;
  ConveneSlot     *self;

  if (!is_looked_for (request, facts))
    return NULL;

  host = dup_host (request, facts);
  if (host == NULL)
    return NULL;

  self = g_new0 (ConveneSlot, 1);
  self->job = g_strdup (convene_interview_get_job (request->interview));
  self->host = g_steal_pointer (&host);
  self->start = convene_moment_get_instant (convene_interview_get_start (request->interview));
  self->duration = convene_interview_get_duration (request->interview);
  return self;
}
