/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-opening-look.h"
#include "convene-opening-make.h"
#include "convene-opening-people.h"
#include "convene-opening-words.h"
#include "convene-plan-private.h"

/* How often somebody may be faster. */
#define APPLY_TIMES 5

/* A look → what the verdict says, as one change or by a plan → the interview as it is then. Whoever is told that it changed begins anew with the look. */
typedef struct
{
  ConveneOpening *opening;
  char           *as;
  int             times;
  void (*again) (GTask *task);

  ConveneOpeningLook *look;
  ConveneParticipant *person; /* whose answer it is, of the look's interview */
  ConveneAnswer      *answer; /* that a plan is for; NULL for none */
  char               *text;   /* what the history says of it; NULL for nothing */
  char               *uid;    /* of the interview that is answered */
} Applying;

static void
applying_free (gpointer data)
{
  Applying *self = data;

  g_clear_object (&self->opening);
  g_clear_object (&self->person);
  g_clear_object (&self->answer);
  g_clear_pointer (&self->look, convene_opening_look_free);
  g_free (self->text);
  g_free (self->as);
  g_free (self->uid);
  g_free (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError           *error = NULL;
  ConveneInterview *interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);

  if (interview != NULL)
    g_task_return_pointer (task, interview, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
answer_interview (GTask *task)
{
  Applying      *self = g_task_get_task_data (task);
  ConveneEngine *engine = g_task_get_source_object (task);

  convene_store_find_interview_async (convene_engine_get_store (engine), self->uid, NULL, found_cb, g_object_ref (task));
}

static void
set_uid (Applying         *self,
         ConveneInterview *interview)
{
  g_free (self->uid);
  self->uid = g_strdup (convene_interview_get_uid (interview));
}

/* Takes the error. */
static void
end_failed (GTask  *task,
            GError *error)
{
  Applying *self = g_task_get_task_data (task);

  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE) && ++self->times < APPLY_TIMES)
    {
      g_error_free (error);
      self->again (task);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    answer_interview (task);
  else
    end_failed (task, error);
}

static void
commit (GTask         *task,
        ConveneChange *change)
{
  ConveneEngine *engine = g_task_get_source_object (task);

  convene_store_commit_async (convene_engine_get_store (engine), change, g_task_get_cancellable (task), committed_cb, g_object_ref (task));
}

static ConveneAnswer *
make_answer (Applying *self)
{
  const ConveneOpeningFacts *facts = &self->look->facts;
  const ConveneClaimPerson  *who = self->look->judgement->who;
  ConveneAnswer             *answer = convene_answer_new ();
  g_autofree char           *id = g_uuid_string_random ();

  convene_answer_set_id (answer, id);
  convene_answer_set_interview_uid (answer, convene_interview_get_uid (facts->interview));
  convene_answer_set_address (answer, convene_participant_get_address (self->person));
  convene_answer_set_name (answer, who->name);
  convene_answer_set_response (answer, who->known_response ? who->response : CONVENE_RESPONSE_NEEDS_ACTION);
  convene_answer_set_sequence (answer, convene_claim_get_sequence (facts->claim));
  convene_answer_set_made_at (answer, convene_claim_get_made_at (facts->claim));
  convene_answer_set_taken_at (answer, facts->now);
  convene_answer_set_comment (answer, convene_claim_get_comment (facts->claim));
  convene_answer_set_earlier (answer, convene_claim_get_sequence (facts->claim) < convene_interview_get_time_sequence (facts->interview));
  return answer;
}

static void
count_answer (ConveneParticipant *person,
              ConveneAnswer      *answer)
{
  convene_participant_set_response (person, convene_answer_get_response (answer));
  convene_participant_set_answered_sequence (person, convene_answer_get_sequence (answer));
  convene_participant_set_answered_at (person, convene_answer_find_time (answer));
}

/* The interview is written although it may be the same: whoever takes another answer at this moment notices. */
static void
take_answer (GTask *task)
{
  Applying         *self = g_task_get_task_data (task);
  ConveneInterview *interview = self->look->facts.interview;
  g_autoptr(ConveneInterview) copy = convene_interview_copy (interview);
  g_autoptr(ConveneAnswer) answer = make_answer (self);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *text = convene_opening_word_activity (answer, interview);

  if (!convene_answer_get_earlier (answer))
    count_answer (convene_opening_find_person (copy, convene_answer_get_address (answer)), answer);
  convene_change_update_interview (change, copy);
  convene_change_put_answer (change, answer);
  convene_change_add_activity (change, convene_interview_get_uid (copy), self->look->facts.now, text);
  commit (task, change);
}

static void
plan_committed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error))
    answer_interview (task);
  else
    end_failed (task, error);
}

/* What differs in nothing that is planned may be another version all the same. */
static void
note_version (GTask *task)
{
  Applying *self = g_task_get_task_data (task);
  g_autoptr(ConveneInterview) copy = convene_opening_update_interview (self->look->facts.origin, self->look->facts.claim);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_update_interview (change, copy);
  commit (task, change);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Applying *self = g_task_get_task_data (task);
  GError   *error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  if (plan == NULL)
    {
      end_failed (task, error);
      return;
    }
  if (convene_plan_is_empty (plan) && self->look->judgement->verdict == CONVENE_VERDICT_FOREIGN_UPDATE)
    {
      note_version (task);
      return;
    }

  convene_plan_set_answer (plan, self->answer, self->text);
  convene_scheduler_commit_async (CONVENE_SCHEDULER (source), plan, 0, g_task_get_cancellable (task), plan_committed_cb, g_object_ref (task));
}

static void
plan_edit (GTask            *task,
           ConveneInterview *edited,
           gboolean          mail)
{
  ConveneEngine *engine = g_task_get_source_object (task);

  convene_scheduler_plan_edit_async (convene_engine_get_scheduler (engine), edited, mail, g_task_get_cancellable (task), planned_cb, g_object_ref (task));
}

static void
move_as_proposed (GTask *task)
{
  Applying     *self = g_task_get_task_data (task);
  ConveneClaim *claim = self->look->facts.claim;
  g_autoptr(ConveneInterview) copy = convene_interview_copy (self->look->facts.interview);
  const gint64 start = convene_claim_get_start (claim);
  const gint64 end = convene_claim_get_end (claim);
  g_autoptr(ConveneMoment) moment = NULL;
  GError *error = NULL;

  moment = convene_moment_new_at (start, convene_moment_get_zone (convene_interview_get_start (copy)), &error);
  if (moment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  convene_interview_set_start (copy, moment);
  if (end != 0)
    convene_interview_set_duration (copy, (int) ((end - start) / CONVENE_MINUTE));
  self->answer = make_answer (self);
  convene_answer_set_proposed_start (self->answer, start);
  convene_answer_set_proposed_end (self->answer, convene_interview_get_end (copy));
  self->text = convene_opening_word_activity (self->answer, self->look->facts.interview);
  plan_edit (task, copy, TRUE);
}

static const char *
find_name (ConveneClaim *claim,
           const char   *address)
{
  GPtrArray *people = convene_claim_get_people (claim);

  for (guint i = 0; i < people->len; i++)
    {
      const ConveneClaimPerson *person = people->pdata[i];

      if (g_strcmp0 (person->address, address) == 0)
        return person->name;
    }

  return NULL;
}

/* Whoever comes instead has that person's part, and is asked anew. */
static void
invite_delegate (GTask *task)
{
  Applying                 *self = g_task_get_task_data (task);
  const ConveneClaimPerson *who = self->look->judgement->who;
  g_autoptr(ConveneInterview) copy = convene_interview_copy (self->look->facts.interview);
  g_autoptr(ConveneParticipant) delegate = convene_participant_new ();
  ConveneParticipant *before = convene_opening_find_person (copy, who->address);

  convene_participant_set_name (delegate, find_name (self->look->facts.claim, who->delegated_to));
  convene_participant_set_address (delegate, who->delegated_to);
  convene_participant_set_role (delegate, convene_participant_get_role (before));
  convene_participant_set_timezone (delegate, convene_participant_get_timezone (before));
  convene_participant_set_language (delegate, convene_participant_get_language (before));
  self->text = convene_opening_word_delegation (before, delegate);
  convene_interview_remove_participant (copy, before);
  convene_interview_add_participant (copy, delegate);
  plan_edit (task, copy, TRUE);
}

static void
add_foreign (GTask *task)
{
  Applying                  *self = g_task_get_task_data (task);
  const ConveneOpeningFacts *facts = &self->look->facts;
  ConveneParticipant        *shown = self->look->judgement->person;
  const char                *candidate = self->as != NULL ? self->as : shown != NULL ? convene_participant_get_address (shown)
                                                                                     : NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  GError *error = NULL;

  interview = convene_opening_make_interview (facts->claim, candidate, facts->now, &error);
  if (interview == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  set_uid (self, interview);
  convene_change_expect_new_origin (change, convene_interview_get_origin_uid (interview), convene_interview_get_origin_organizer (interview));
  convene_change_add_interview (change, interview);
  convene_change_add_activity (change, self->uid, facts->now, _ ("Added from an invitation of others"));
  commit (task, change);
}

static void
plan_cancel (GTask *task)
{
  Applying      *self = g_task_get_task_data (task);
  ConveneEngine *engine = g_task_get_source_object (task);

  convene_scheduler_plan_cancel_async (convene_engine_get_scheduler (engine), self->uid, convene_claim_get_comment (self->look->facts.claim), FALSE,
                                       g_task_get_cancellable (task), planned_cb, g_object_ref (task));
}

static void
version_noted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    plan_cancel (task);
  else
    end_failed (task, error);
}

/* Which version calls it off is noted first: an older one that comes later is no new invitation. */
static void
cancel_foreign (GTask *task)
{
  Applying         *self = g_task_get_task_data (task);
  ConveneEngine    *engine = g_task_get_source_object (task);
  ConveneInterview *origin = self->look->facts.origin;
  const int         sequence = convene_claim_get_sequence (self->look->facts.claim);
  g_autoptr(ConveneInterview) copy = NULL;
  g_autoptr(ConveneChange) change = NULL;

  if (sequence == convene_interview_get_origin_sequence (origin))
    {
      plan_cancel (task);
      return;
    }

  copy = convene_interview_copy (origin);
  convene_interview_set_origin_sequence (copy, sequence);
  convene_interview_set_origin_made_at (copy, convene_claim_get_made_at (self->look->facts.claim));
  change = convene_change_new ();
  convene_change_update_interview (change, copy);
  convene_store_commit_async (convene_engine_get_store (engine), change, g_task_get_cancellable (task), version_noted_cb, g_object_ref (task));
}

static void
update_foreign (GTask *task)
{
  Applying *self = g_task_get_task_data (task);
  g_autoptr(ConveneInterview) updated = convene_opening_update_interview (self->look->facts.origin, self->look->facts.claim);

  plan_edit (task, updated, FALSE);
}

static void
end_refused (GTask      *task,
             const char *warning)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, "%s", warning != NULL ? warning : _ ("There is nothing to be done with it"));
}

/* A stranger's answer, as that of the person who was chosen. */
static void
take_stranger (GTask *task)
{
  Applying      *self = g_task_get_task_data (task);
  ConveneVerdict verdict;

  g_set_object (&self->person, convene_opening_find_person (self->look->facts.interview, self->as));
  if (self->person == NULL)
    {
      g_task_return_error (task, convene_error_new_field (CONVENE_ERROR_INVALID, "as", _ ("Nobody of the interview has this address: choose whose answer it is")));
      return;
    }
  if (convene_claim_get_kind (self->look->facts.claim) == CONVENE_CLAIM_KIND_COUNTER)
    {
      move_as_proposed (task);
      return;
    }

  verdict = convene_opening_judge_answer (&self->look->facts, self->person, self->look->judgement->who);
  if (verdict == CONVENE_VERDICT_ANSWER_SAME)
    answer_interview (task);
  else if (verdict == CONVENE_VERDICT_ANSWER_OLD)
    end_refused (task, _ ("A newer answer of theirs is known already"));
  else
    take_answer (task);
}

static void
apply_verdict (GTask *task)
{
  Applying *self = g_task_get_task_data (task);

  switch (self->look->judgement->verdict)
    {
    case CONVENE_VERDICT_ANSWER:
    case CONVENE_VERDICT_ANSWER_EARLIER:
      take_answer (task);
      break;
    case CONVENE_VERDICT_ANSWER_STRANGER:
      take_stranger (task);
      break;
    case CONVENE_VERDICT_ANSWER_DELEGATED:
      invite_delegate (task);
      break;
    case CONVENE_VERDICT_PROPOSAL:
      move_as_proposed (task);
      break;
    case CONVENE_VERDICT_FOREIGN:
      add_foreign (task);
      break;
    case CONVENE_VERDICT_FOREIGN_UPDATE:
      update_foreign (task);
      break;
    case CONVENE_VERDICT_FOREIGN_CANCEL:
      cancel_foreign (task);
      break;
    case CONVENE_VERDICT_ANSWER_OLD:
    case CONVENE_VERDICT_ANSWER_SAME:
    case CONVENE_VERDICT_OWN:
    case CONVENE_VERDICT_UNKNOWN_REPLY:
    case CONVENE_VERDICT_IMPOSSIBLE:
    default:
      end_refused (task, NULL);
    }
}

/* Somebody has done the same meanwhile. */
static gboolean
is_done (const ConveneJudgement *judgement)
{
  if (judgement->interview == NULL)
    return FALSE;

  return judgement->verdict == CONVENE_VERDICT_ANSWER_SAME || judgement->reason == CONVENE_OPENING_REASON_KNOWN ||
         (judgement->verdict == CONVENE_VERDICT_FOREIGN_CANCEL && judgement->reason == CONVENE_OPENING_REASON_CANCELLED);
}

/* Whether the person would be shown what they were: what is done, and what speaks against it. */
static gboolean
is_as_shown (const ConveneOpeningLook *look,
             ConveneOpening           *opening)
{
  g_autoptr(ConveneOpening) now = convene_opening_look_tell (look);

  return convene_opening_get_verdict (now) == convene_opening_get_verdict (opening) &&
         g_strcmp0 (convene_opening_get_effect (now), convene_opening_get_effect (opening)) == 0 &&
         g_strcmp0 (convene_opening_get_warning (now), convene_opening_get_warning (opening)) == 0;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Applying           *self = g_task_get_task_data (task);
  GError             *error = NULL;
  ConveneOpeningLook *look = convene_opening_look_finish (CONVENE_ENGINE (source), result, &error);

  if (look == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_pointer (&self->look, convene_opening_look_free);
  self->look = look;
  g_clear_object (&self->answer);
  g_clear_pointer (&self->text, g_free);
  g_set_object (&self->person, look->judgement->person);
  if (look->judgement->interview != NULL)
    set_uid (self, look->judgement->interview);
  if (is_done (look->judgement))
    answer_interview (task);
  else if (!is_as_shown (look, self->opening))
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("Something happened meanwhile that changes what will be done: open the file again"));
  else
    apply_verdict (task);
}

static void
look (GTask *task)
{
  Applying *self = g_task_get_task_data (task);

  convene_opening_look_async (g_task_get_source_object (task), convene_opening_get_claim (self->opening), convene_opening_get_sender (self->opening),
                              g_task_get_cancellable (task), looked_cb, g_object_ref (task));
}

void
convene_engine_apply_opening_async (ConveneEngine      *self,
                                    ConveneOpening     *opening,
                                    const char         *as,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Applying *applying;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (CONVENE_IS_OPENING (opening));

  applying = g_new0 (Applying, 1);
  applying->opening = g_object_ref (opening);
  applying->as = g_strdup (as != NULL && *as != '\0' ? as : NULL);
  applying->again = look;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_apply_opening_async);
  g_task_set_task_data (task, applying, applying_free);
  g_task_set_check_cancellable (task, FALSE);
  if (convene_opening_get_effect (opening) == NULL)
    end_refused (task, convene_opening_get_warning (opening));
  else if (convene_opening_needs_choice (opening) && applying->as == NULL)
    g_task_return_error (task, convene_error_new_field (CONVENE_ERROR_INVALID, "as", _ ("It is not clear whose it is: choose one of the people")));
  else
    look (task);
}

ConveneInterview *
convene_engine_apply_opening_finish (ConveneEngine *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_apply_opening_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
