/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-judge.h"

#include "convene-interview-check.h"
#include "convene-opening-make.h"
#include "convene-opening-people.h"
#include "convene-text.h"

void
convene_judgement_free (ConveneJudgement *self)
{
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

gint64
convene_opening_find_made_at (ConveneClaim *claim,
                              gint64        now)
{
  return MIN (convene_claim_get_made_at (claim), now);
}

char *
convene_opening_dup_origin (ConveneClaim *claim)
{
  const char *uid = convene_claim_get_uid (claim);

  if (uid == NULL)
    return NULL;
  if (convene_claim_get_recurrence_id (claim) == 0)
    return g_strdup (uid);

  return g_strdup_printf ("%s#%" G_GINT64_FORMAT, uid, convene_claim_get_recurrence_id (claim));
}

static void
refuse (ConveneJudgement    *self,
        ConveneOpeningReason reason)
{
  self->verdict = CONVENE_VERDICT_IMPOSSIBLE;
  self->applies = FALSE;
  self->reason = reason;
}

static void
decide (ConveneJudgement *self,
        ConveneVerdict    verdict)
{
  self->verdict = verdict;
  self->applies = TRUE;
}

/* Nothing is to be done; the verdict says what it is. */
static void
leave (ConveneJudgement    *self,
       ConveneVerdict       verdict,
       ConveneOpeningReason reason)
{
  self->verdict = verdict;
  self->applies = FALSE;
  self->reason = reason;
}

/* Whether this very answer was taken. */
static gboolean
has_answer (const ConveneOpeningFacts *facts,
            ConveneParticipant        *person,
            const ConveneClaimPerson  *who)
{
  GListModel *answers = convene_interview_get_answers (facts->interview);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(ConveneAnswer) answer = g_list_model_get_item (answers, i);

      if (convene_address_equal (convene_answer_get_address (answer), convene_participant_get_address (person)) &&
          convene_answer_get_sequence (answer) == convene_claim_get_sequence (facts->claim) && convene_answer_get_proposed_start (answer) == 0 &&
          convene_answer_get_made_at (answer) == convene_claim_get_made_at (facts->claim) && convene_answer_get_response (answer) == who->response)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_answered (ConveneParticipant *person)
{
  return convene_participant_get_response (person) != CONVENE_RESPONSE_NEEDS_ACTION || convene_participant_get_answered_at (person) != 0;
}

/* RFC 5546 §2.1.5: by SEQUENCE, then by DTSTAMP where both say it. Below 0: it is older than what is known. */
static int
compare_with_known (const ConveneOpeningFacts *facts,
                    ConveneParticipant        *person)
{
  const gint64 known_at = convene_participant_get_answered_at (person);
  const gint64 made_at = convene_opening_find_made_at (facts->claim, facts->now);
  const int    known = convene_participant_get_answered_sequence (person);
  const int    sequence = convene_claim_get_sequence (facts->claim);

  if (sequence != known)
    return sequence < known ? -1 : 1;
  if (made_at == 0 || known_at == 0 || made_at == known_at)
    return 0;

  return made_at < known_at ? -1 : 1;
}

ConveneVerdict
convene_opening_judge_answer (const ConveneOpeningFacts *facts,
                              ConveneParticipant        *person,
                              const ConveneClaimPerson  *who)
{
  const gboolean is_taken = has_answer (facts, person, who);
  int            compared;

  if (convene_claim_get_sequence (facts->claim) < convene_interview_get_time_sequence (facts->interview))
    return is_taken ? CONVENE_VERDICT_ANSWER_SAME : CONVENE_VERDICT_ANSWER_EARLIER;
  if (!has_answered (person))
    return CONVENE_VERDICT_ANSWER;
  /* What does not say when it was made may be another one that says the same. */
  if (is_taken && convene_claim_get_made_at (facts->claim) != 0)
    return convene_participant_get_response (person) == who->response ? CONVENE_VERDICT_ANSWER_SAME : CONVENE_VERDICT_ANSWER_OLD;

  compared = compare_with_known (facts, person);
  if (compared < 0)
    return CONVENE_VERDICT_ANSWER_OLD;
  if (compared == 0 && convene_participant_get_response (person) == who->response)
    return CONVENE_VERDICT_ANSWER_SAME;

  return CONVENE_VERDICT_ANSWER;
}

/* Who answers, and whether anybody here can have been asked that. */
static gboolean
find_who (ConveneJudgement          *self,
          const ConveneOpeningFacts *facts)
{
  gboolean                  several = FALSE;
  const ConveneClaimPerson *delegate = NULL;

  self->who = convene_opening_find_who (facts->claim, facts->sender, &several);
  if (self->who != NULL && self->who->delegated && facts->interview != NULL)
    delegate = convene_opening_find_delegate (facts->interview, facts->claim, self->who);
  if (delegate != NULL)
    self->who = delegate;
  self->person = self->who != NULL && facts->interview != NULL ? convene_opening_find_person (facts->interview, self->who->address) : NULL;
  if (facts->interview == NULL)
    {
      leave (self, CONVENE_VERDICT_UNKNOWN_REPLY, CONVENE_OPENING_REASON_NONE);
      return FALSE;
    }
  if (self->who == NULL)
    {
      refuse (self, several ? CONVENE_OPENING_REASON_SEVERAL : CONVENE_OPENING_REASON_NOBODY);
      return FALSE;
    }
  if (convene_interview_get_status (facts->interview) == CONVENE_STATUS_CANCELLED)
    {
      refuse (self, CONVENE_OPENING_REASON_CANCELLED);
      return FALSE;
    }
  if (convene_claim_get_sequence (facts->claim) > convene_interview_get_sequence (facts->interview))
    {
      refuse (self, CONVENE_OPENING_REASON_UNSENT);
      return FALSE;
    }

  if (facts->sender != NULL && !convene_opening_speaks_for (self->who, facts->sender))
    self->doubts |= CONVENE_OPENING_DOUBT_SENDER;
  if (self->who->sent_by != NULL && !convene_address_equal (self->who->sent_by, self->who->address))
    self->doubts |= CONVENE_OPENING_DOUBT_SENT_BY;
  if (!convene_opening_is_own_organizer (facts))
    self->doubts |= CONVENE_OPENING_DOUBT_ORGANIZER;
  if (convene_claim_get_sequence (facts->claim) < convene_interview_get_time_sequence (facts->interview))
    self->doubts |= CONVENE_OPENING_DOUBT_EARLIER;
  return TRUE;
}

static void
judge_stranger (ConveneJudgement          *self,
                const ConveneOpeningFacts *facts)
{
  convene_opening_list_guests (facts->interview, self->who, self->candidates);
  decide (self, CONVENE_VERDICT_ANSWER_STRANGER);
}

static void
judge_delegation (ConveneJudgement          *self,
                  const ConveneOpeningFacts *facts)
{
  if (self->person == NULL && convene_opening_find_person (facts->interview, self->who->delegated_to) != NULL)
    leave (self, CONVENE_VERDICT_ANSWER_SAME, CONVENE_OPENING_REASON_KNOWN);
  else if (self->person == NULL)
    refuse (self, CONVENE_OPENING_REASON_STRANGER);
  else if (has_answered (self->person) && compare_with_known (facts, self->person) < 0)
    leave (self, CONVENE_VERDICT_ANSWER_OLD, CONVENE_OPENING_REASON_OLDER);
  else if (!convene_text_check_address (self->who->delegated_to, "file", NULL) || convene_address_equal (self->who->delegated_to, self->who->address))
    refuse (self, CONVENE_OPENING_REASON_DELEGATE);
  else if (convene_interview_get_end (facts->interview) <= facts->now)
    refuse (self, CONVENE_OPENING_REASON_OVER);
  else
    decide (self, CONVENE_VERDICT_ANSWER_DELEGATED);
}

static void
judge_reply (ConveneJudgement          *self,
             const ConveneOpeningFacts *facts)
{
  ConveneVerdict verdict;

  if (!find_who (self, facts))
    return;
  if (self->who->delegated)
    {
      judge_delegation (self, facts);
      return;
    }
  if (!self->who->known_response)
    {
      refuse (self, CONVENE_OPENING_REASON_NO_ANSWER);
      return;
    }
  if (self->person == NULL)
    {
      judge_stranger (self, facts);
      return;
    }

  verdict = convene_opening_judge_answer (facts, self->person, self->who);
  if (verdict == CONVENE_VERDICT_ANSWER_OLD)
    leave (self, verdict, CONVENE_OPENING_REASON_OLDER);
  else if (verdict == CONVENE_VERDICT_ANSWER_SAME)
    leave (self, verdict, CONVENE_OPENING_REASON_KNOWN);
  else
    decide (self, verdict);
}

/* NONE: it can be gone by. An event without an end has none of its own. */
static ConveneOpeningReason
judge_time (ConveneClaim *claim)
{
  const gint64 start = convene_claim_get_start (claim);
  const gint64 end = convene_claim_get_end (claim);

  if (convene_claim_get_time_kind (claim) != CONVENE_CLAIM_TIME_KNOWN)
    return CONVENE_OPENING_REASON_TIME;
  if (end != 0 && (end - start < CONVENE_MINUTE || end - start > CONVENE_DURATION_MAX * CONVENE_MINUTE))
    return CONVENE_OPENING_REASON_LENGTH;

  return CONVENE_OPENING_REASON_NONE;
}

/* An interview begins at a minute, and takes whole ones. */
static gboolean
proposes_what_is (const ConveneOpeningFacts *facts)
{
  const ConveneMoment *moment = convene_interview_get_start (facts->interview);
  const gint64         start = convene_claim_get_start (facts->claim);
  const gint64         end = convene_claim_get_end (facts->claim);

  return moment != NULL && start - start % CONVENE_MINUTE == convene_moment_get_instant (moment) &&
         (end == 0 || (end - start) / CONVENE_MINUTE == convene_interview_get_duration (facts->interview));
}

static void
judge_counter (ConveneJudgement          *self,
               const ConveneOpeningFacts *facts)
{
  ConveneOpeningReason reason = judge_time (facts->claim);

  if (!find_who (self, facts))
    return;
  if (convene_interview_get_end (facts->interview) <= facts->now)
    reason = CONVENE_OPENING_REASON_OVER;
  else if (reason == CONVENE_OPENING_REASON_NONE && convene_claim_get_start (facts->claim) <= facts->now)
    reason = CONVENE_OPENING_REASON_PAST;

  if (reason != CONVENE_OPENING_REASON_NONE)
    refuse (self, reason);
  else if (proposes_what_is (facts))
    leave (self, CONVENE_VERDICT_ANSWER_SAME, CONVENE_OPENING_REASON_KNOWN);
  else if (self->person == NULL)
    judge_stranger (self, facts);
  else
    decide (self, CONVENE_VERDICT_PROPOSAL);

  if (self->person != NULL && has_answered (self->person) && compare_with_known (facts, self->person) < 0)
    self->doubts |= CONVENE_OPENING_DOUBT_LATER;
}

/* Than the version that is known: RFC 5546 §2.1.5. A time to come says nothing. */
static gboolean
is_older (const ConveneOpeningFacts *facts)
{
  const int    known = convene_interview_get_origin_sequence (facts->origin);
  const gint64 known_at = convene_interview_get_origin_made_at (facts->origin);
  const gint64 made_at = convene_claim_get_made_at (facts->claim);

  if (convene_claim_get_sequence (facts->claim) != known)
    return convene_claim_get_sequence (facts->claim) < known;

  return made_at != 0 && known_at <= facts->now && made_at < known_at;
}

/* Whoever calls it off for some names those alone. */
static gboolean
concerns_us (const ConveneOpeningFacts *facts)
{
  GPtrArray          *people = convene_claim_get_people (facts->claim);
  ConveneParticipant *candidate = convene_interview_get_candidate (facts->origin);

  if (convene_claim_get_is_cancelled (facts->claim) || people->len == 0)
    return TRUE;

  for (guint i = 0; i < people->len; i++)
    {
      const ConveneClaimPerson *person = people->pdata[i];

      if (convene_opening_is_own (facts->own, person->address) ||
          (candidate != NULL && convene_address_equal (convene_participant_get_address (candidate), person->address)))
        return TRUE;
    }

  return FALSE;
}

static void
judge_cancel (ConveneJudgement          *self,
              const ConveneOpeningFacts *facts)
{
  if (facts->origin == NULL)
    refuse (self, CONVENE_OPENING_REASON_UNKNOWN);
  else if (convene_interview_get_status (facts->origin) == CONVENE_STATUS_CANCELLED)
    leave (self, CONVENE_VERDICT_FOREIGN_CANCEL, CONVENE_OPENING_REASON_CANCELLED);
  else if (is_older (facts))
    leave (self, CONVENE_VERDICT_FOREIGN_CANCEL, CONVENE_OPENING_REASON_OLDER);
  else if (convene_interview_get_end (facts->origin) <= facts->now)
    leave (self, CONVENE_VERDICT_FOREIGN_CANCEL, CONVENE_OPENING_REASON_OVER);
  else if (!concerns_us (facts))
    leave (self, CONVENE_VERDICT_FOREIGN_CANCEL, CONVENE_OPENING_REASON_OTHERS);
  else
    decide (self, CONVENE_VERDICT_FOREIGN_CANCEL);
}

static void
judge_update (ConveneJudgement          *self,
              const ConveneOpeningFacts *facts)
{
  if (is_older (facts))
    leave (self, CONVENE_VERDICT_FOREIGN_UPDATE, CONVENE_OPENING_REASON_OLDER);
  else if (convene_claim_get_sequence (facts->claim) == convene_interview_get_origin_sequence (facts->origin) && convene_opening_is_as_said (facts->origin, facts->claim))
    leave (self, CONVENE_VERDICT_FOREIGN_UPDATE, CONVENE_OPENING_REASON_KNOWN);
  else if (convene_interview_get_end (facts->origin) <= facts->now)
    leave (self, CONVENE_VERDICT_FOREIGN_UPDATE, CONVENE_OPENING_REASON_OVER);
  else
    decide (self, CONVENE_VERDICT_FOREIGN_UPDATE);
}

static void
judge_new (ConveneJudgement          *self,
           const ConveneOpeningFacts *facts)
{
  self->interview = NULL;
  self->person = convene_opening_list_invited (facts, self->candidates);
  if (self->candidates->len == 0)
    refuse (self, CONVENE_OPENING_REASON_ALONE);
  else
    decide (self, CONVENE_VERDICT_FOREIGN);
}

/* An event that others organize. One that was called off and is there again is a new one. */
static void
judge_foreign (ConveneJudgement          *self,
               const ConveneOpeningFacts *facts)
{
  const ConveneClaimPerson *organizer = convene_claim_get_organizer (facts->claim);
  ConveneOpeningReason      reason = judge_time (facts->claim);
  gboolean                  over = facts->origin != NULL && convene_interview_get_status (facts->origin) == CONVENE_STATUS_CANCELLED;

  self->interview = facts->origin;
  /* Anybody can write that they write for somebody. */
  if (facts->sender != NULL && organizer != NULL && !convene_address_equal (organizer->address, facts->sender))
    self->doubts |= CONVENE_OPENING_DOUBT_SENDER;
  if (convene_claim_get_is_recurring (facts->claim))
    self->doubts |= CONVENE_OPENING_DOUBT_SERIES;

  if (convene_claim_get_kind (facts->claim) == CONVENE_CLAIM_KIND_CANCEL || convene_claim_get_is_cancelled (facts->claim))
    judge_cancel (self, facts);
  else if (over && convene_claim_get_sequence (facts->claim) <= convene_interview_get_origin_sequence (facts->origin))
    leave (self, CONVENE_VERDICT_FOREIGN_UPDATE, CONVENE_OPENING_REASON_CANCELLED);
  else if (reason != CONVENE_OPENING_REASON_NONE)
    refuse (self, reason);
  else if (facts->origin != NULL && !over)
    judge_update (self, facts);
  else
    judge_new (self, facts);
}

/* What an invitation can be: with METHOD:PUBLISH, and without one, it is a file to be kept. */
static gboolean
is_invitation (ConveneClaim *claim)
{
  const char *method = convene_claim_get_method (claim);

  return convene_claim_get_kind (claim) == CONVENE_CLAIM_KIND_REQUEST || convene_claim_get_kind (claim) == CONVENE_CLAIM_KIND_CANCEL ||
         method == NULL || g_str_equal (method, "PUBLISH");
}

ConveneJudgement *
convene_opening_judge (const ConveneOpeningFacts *facts)
{
  ConveneJudgement      *self = g_new0 (ConveneJudgement, 1);
  const ConveneClaimKind kind = convene_claim_get_kind (facts->claim);

  self->candidates = g_ptr_array_new_with_free_func (g_object_unref);
  self->interview = facts->interview;
  if (convene_claim_get_uid (facts->claim) == NULL)
    refuse (self, CONVENE_OPENING_REASON_NO_EVENT);
  else if (kind == CONVENE_CLAIM_KIND_REPLY)
    judge_reply (self, facts);
  else if (kind == CONVENE_CLAIM_KIND_COUNTER)
    judge_counter (self, facts);
  else if (!is_invitation (facts->claim))
    refuse (self, CONVENE_OPENING_REASON_METHOD);
  else if (facts->interview != NULL)
    {
      leave (self, CONVENE_VERDICT_OWN, CONVENE_OPENING_REASON_NONE);
      if (!convene_opening_is_own_organizer (facts))
        self->doubts |= CONVENE_OPENING_DOUBT_ORGANIZER;
    }
  else
    judge_foreign (self, facts);

  return self;
}
