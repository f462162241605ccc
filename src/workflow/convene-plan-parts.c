/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include "convene-copy.h"

void
convene_plan_request_free (ConvenePlanRequest *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->interview);
  g_free (self->uid);
  g_free (self->reason);
  g_free (self->value);
  g_free (self);
}

void
convene_plan_facts_free (ConvenePlanFacts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->before);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_object (&self->slot);
  g_clear_pointer (&self->hosts, convene_host_facts_free);
  g_clear_object (&self->sender);
  g_clear_pointer (&self->preferences, convene_preferences_free);
  g_clear_pointer (&self->edits, convene_letter_edits_unref);
  g_free (self);
}

void
convene_plan_add_activity (ConvenePlan *self,
                           char        *text)
{
  g_ptr_array_add (self->activity, text);
}

void
convene_plan_set_answer (ConvenePlan   *self,
                         ConveneAnswer *answer,
                         const char    *text)
{
  g_set_object (&self->answer, answer);
  g_free (self->answer_text);
  self->answer_text = g_strdup (text);
}

void
convene_plan_say_link (ConvenePlan      *self,
                       ConveneLinkEffect effect,
                       const char       *clause)
{
  g_autofree char *sentence = g_strconcat (clause, ".", NULL);

  self->effect = effect;
  g_free (self->clause);
  self->clause = g_strdup (clause);
  convene_plan_set_link (self, sentence);
}

void
convene_plan_attach (ConvenePlan *self,
                     const char  *meeting_id)
{
  self->attaches = TRUE;
  g_free (self->attach);
  self->attach = g_strdup (meeting_id);
}

void
convene_plan_rely_on (ConvenePlan      *self,
                      ConveneInterview *other)
{
  g_ptr_array_add (self->witnesses, g_object_ref (other));
}

static ConvenePlanStep *
find_step (ConvenePlan      *self,
           ConveneOperation *operation)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      ConvenePlanStep *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (convene_operation_get_id (step->before), convene_operation_get_id (operation)))
        return step;
    }

  return NULL;
}

static ConvenePlanStep *
add_step (ConvenePlan      *self,
          ConveneOperation *operation)
{
  ConvenePlanStep *step = find_step (self, operation);

  if (step == NULL)
    {
      step = g_new0 (ConvenePlanStep, 1);
      step->before = g_object_ref (operation);
      step->after = convene_copy_object (operation);
      g_ptr_array_add (self->steps, step);
    }

  return step;
}

ConveneOperation *
convene_plan_change_operation (ConvenePlan      *self,
                               ConveneOperation *operation)
{
  ConvenePlanStep *step = add_step (self, operation);

  step->changed = TRUE;
  return step->after;
}

void
convene_plan_carry (ConvenePlan      *self,
                    ConveneOperation *operation)
{
  add_step (self, operation)->carries = TRUE;
}

void
convene_plan_drop (ConvenePlan      *self,
                   ConveneOperation *operation,
                   gint64            now)
{
  ConveneOperation *after = convene_plan_change_operation (self, operation);

  convene_operation_set_state (after, CONVENE_OPERATION_STATE_DROPPED);
  convene_operation_set_settled (after, now);
}

void
convene_plan_forget (ConvenePlan      *self,
                     ConveneOperation *operation)
{
  g_clear_object (&add_step (self, operation)->after);
}

ConveneMeeting *
convene_plan_change_meeting (ConvenePlan    *self,
                             ConveneMeeting *meeting)
{
  ConvenePlanMeeting *change;

  for (guint i = 0; i < self->meetings->len; i++)
    {
      change = g_ptr_array_index (self->meetings, i);
      if (g_str_equal (convene_meeting_get_id (change->after), convene_meeting_get_id (meeting)))
        return change->after;
    }

  change = g_new0 (ConvenePlanMeeting, 1);
  change->before = g_object_ref (meeting);
  change->after = convene_copy_object (meeting);
  g_ptr_array_add (self->meetings, change);
  return change->after;
}

void
convene_plan_add_meeting (ConvenePlan    *self,
                          ConveneMeeting *meeting)
{
  ConvenePlanMeeting *change = g_new0 (ConvenePlanMeeting, 1);

  change->after = g_object_ref (meeting);
  g_ptr_array_add (self->meetings, change);
}
