/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-words.h"

#include <glib/gi18n-lib.h>

#include "convene-opening-people.h"

/* "Tuesday, 1 December 2026, 10:00, Europe/Berlin" */
static char *
format_time (gint64      instant,
             const char *zone)
{
  g_autoptr(GTimeZone) place = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (utc == NULL)
    return g_strdup (_ ("a time that cannot be"));

  time = place != NULL ? g_date_time_to_timezone (utc, place) : g_date_time_to_local (utc);
  /* Translators: a day and a time of day as g_date_time_format () writes them: “Tuesday, 1 December 2026, 10:00” */
  text = g_date_time_format (time, _ ("%A, %-d %B %Y, %H:%M"));
  return place != NULL ? g_strconcat (text, ", ", zone, NULL) : g_steal_pointer (&text);
}

static char *
format_start (ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);

  return start != NULL ? format_time (convene_moment_get_instant (start), convene_moment_get_zone (start)) : g_strdup (_ ("no time yet"));
}

/* As far as it is known, in the interview's zone or the file's; NULL where it says none. */
static char *
format_claim (ConveneClaim     *claim,
              ConveneInterview *interview)
{
  const ConveneMoment *start = interview != NULL ? convene_interview_get_start (interview) : NULL;
  const char          *zone = convene_claim_get_zone (claim);
  const char          *wall = convene_claim_get_wall (claim);

  if (convene_claim_get_time_kind (claim) == CONVENE_CLAIM_TIME_KNOWN)
    return format_time (convene_claim_get_start (claim), start != NULL ? convene_moment_get_zone (start) : zone);

  return wall != NULL ? g_strdelimit (g_strdup (wall), "T", ' ') : NULL;
}

static const char *
name_person (const ConveneClaimPerson *person)
{
  if (person == NULL)
    return _ ("Somebody");
  if (person->name != NULL && *person->name != '\0')
    return person->name;

  return person->address != NULL ? person->address : _ ("Somebody");
}

static const char *
name_participant (ConveneParticipant *person)
{
  const char *name = convene_participant_get_name (person);

  return name != NULL && *name != '\0' ? name : convene_participant_get_address (person);
}

/* A stranger's name says nothing without their address. */
static char *
name_stranger (const ConveneClaimPerson *person)
{
  if (person == NULL || person->address == NULL || person->name == NULL)
    return g_strdup (name_person (person));

  return g_strdup_printf ("%s (%s)", person->name, person->address);
}

static char *
name_who (const ConveneJudgement *judgement)
{
  return judgement->person != NULL ? g_strdup (name_participant (judgement->person)) : name_stranger (judgement->who);
}

static char *
name_event (ConveneClaim *claim)
{
  const char *summary = convene_claim_get_summary (claim);

  /* Translators: %s is the title of an event */
  return summary != NULL && *summary != '\0' ? g_strdup_printf (_ ("“%s”"), summary) : g_strdup (_ ("an event without a title"));
}

/* What a reply or a proposal is about. */
static char *
name_interview (const ConveneOpeningFacts *facts,
                gboolean                   as_claimed)
{
  g_autofree char *claimed = as_claimed || facts->interview == NULL ? format_claim (facts->claim, facts->interview) : NULL;

  if (claimed != NULL)
    return g_steal_pointer (&claimed);

  return facts->interview != NULL ? format_start (facts->interview) : name_event (facts->claim);
}

static char *
word_answer (const ConveneJudgement *judgement,
             const char             *who,
             const char             *when)
{
  if (judgement->who != NULL && judgement->who->delegated)
    /* Translators: %1$s and %2$s are people, %3$s is a time */
    return g_strdup_printf (_ ("%1$s sends %2$s to the interview of %3$s"), who, judgement->who->delegated_to != NULL ? judgement->who->delegated_to : _ ("somebody else"), when);
  if (judgement->who == NULL || !judgement->who->known_response)
    /* Translators: %1$s is a person, %2$s is a time */
    return g_strdup_printf (_ ("%1$s answers to the interview of %2$s"), who, when);

  switch (judgement->who->response)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      /* Translators: %1$s is a person, %2$s is a time */
      return g_strdup_printf (_ ("%1$s accepts the interview of %2$s"), who, when);
    case CONVENE_RESPONSE_DECLINED:
      /* Translators: %1$s is a person, %2$s is a time */
      return g_strdup_printf (_ ("%1$s declines the interview of %2$s"), who, when);
    case CONVENE_RESPONSE_TENTATIVE:
      /* Translators: %1$s is a person, %2$s is a time */
      return g_strdup_printf (_ ("%1$s may come to the interview of %2$s"), who, when);
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      /* Translators: %1$s is a person, %2$s is a time */
      return g_strdup_printf (_ ("%1$s has not decided about the interview of %2$s"), who, when);
    }
}

static char *
word_reply (const ConveneOpeningFacts *facts,
            const ConveneJudgement    *judgement)
{
  const gboolean   earlier = (judgement->doubts & CONVENE_OPENING_DOUBT_EARLIER) != 0;
  g_autofree char *who = name_who (judgement);
  g_autofree char *when = name_interview (facts, earlier);

  return word_answer (judgement, who, when);
}

static char *
word_counter (const ConveneOpeningFacts *facts,
              const ConveneJudgement    *judgement)
{
  g_autofree char *who = name_who (judgement);
  g_autofree char *proposed = format_claim (facts->claim, facts->interview);
  g_autofree char *when = facts->interview != NULL ? format_start (facts->interview) : name_event (facts->claim);

  /* Translators: %1$s is a person, %2$s a time, %3$s a time or a title */
  return g_strdup_printf (_ ("%1$s proposes %2$s for the interview of %3$s"), who, proposed != NULL ? proposed : _ ("another time"), when);
}

static char *
word_event (const ConveneOpeningFacts *facts,
            gboolean                   cancels)
{
  g_autofree char *organizer = name_stranger (convene_claim_get_organizer (facts->claim));
  g_autofree char *when = format_claim (facts->claim, NULL);
  g_autofree char *event = name_event (facts->claim);

  if (cancels && when == NULL)
    /* Translators: %1$s is a person, %2$s the title of an event */
    return g_strdup_printf (_ ("%1$s calls off %2$s"), organizer, event);
  if (when == NULL)
    /* Translators: %1$s is a person, %2$s the title of an event */
    return g_strdup_printf (_ ("%1$s invites to %2$s"), organizer, event);
  if (cancels)
    /* Translators: %1$s is a person, %2$s the title of an event, %3$s a time */
    return g_strdup_printf (_ ("%1$s calls off %2$s of %3$s"), organizer, event, when);

  /* Translators: %1$s is a person, %2$s the title of an event, %3$s a time */
  return g_strdup_printf (_ ("%1$s invites to %2$s on %3$s"), organizer, event, when);
}

char *
convene_opening_word_claims (const ConveneOpeningFacts *facts,
                             const ConveneJudgement    *judgement)
{
  const ConveneClaimKind kind = convene_claim_get_kind (facts->claim);
  const gboolean         cancels = kind == CONVENE_CLAIM_KIND_CANCEL || convene_claim_get_is_cancelled (facts->claim);
  g_autofree char       *when = NULL;

  if (kind == CONVENE_CLAIM_KIND_REPLY)
    return word_reply (facts, judgement);
  if (kind == CONVENE_CLAIM_KIND_COUNTER)
    return word_counter (facts, judgement);
  if (judgement->verdict != CONVENE_VERDICT_OWN)
    return word_event (facts, cancels);

  when = format_start (facts->interview);
  if (cancels)
    /* Translators: %s is a time */
    return g_strdup_printf (_ ("This is a cancellation of your own interview of %s"), when);

  /* Translators: %s is a time */
  return g_strdup_printf (_ ("This is an invitation to your own interview of %s"), when);
}

static char *
word_marking (const char     *who,
              ConveneResponse response)
{
  switch (response)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("Shows that %s has accepted"), who);
    case CONVENE_RESPONSE_DECLINED:
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("Shows that %s has declined"), who);
    case CONVENE_RESPONSE_TENTATIVE:
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("Shows that %s may come"), who);
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("Shows that %s has not decided"), who);
    }
}

char *
convene_opening_word_effect (const ConveneOpeningFacts *facts,
                             const ConveneJudgement    *judgement)
{
  const char      *who = judgement->person != NULL ? name_participant (judgement->person) : NULL;
  g_autofree char *when = NULL;

  if (!judgement->applies)
    return NULL;

  switch (judgement->verdict)
    {
    case CONVENE_VERDICT_ANSWER:
      return word_marking (who, judgement->who->response);
    case CONVENE_VERDICT_ANSWER_EARLIER:
      return g_strdup (_ ("Keeps the answer, which does not count for the time that the interview has now"));
    case CONVENE_VERDICT_ANSWER_STRANGER:
      if (convene_claim_get_kind (facts->claim) == CONVENE_CLAIM_KIND_COUNTER)
        return g_strdup (_ ("Takes it as the proposal of the person whom you choose, moves the interview there, and tells everybody"));
      return g_strdup (_ ("Takes it as the answer of the person whom you choose"));
    case CONVENE_VERDICT_ANSWER_DELEGATED:
      /* Translators: %1$s is the address of a person, %2$s a person */
      return g_strdup_printf (_ ("Invites %1$s in place of %2$s, and tells everybody"), judgement->who->delegated_to, who);
    case CONVENE_VERDICT_PROPOSAL:
      when = format_claim (facts->claim, facts->interview);
      /* Translators: %s is a time */
      return g_strdup_printf (_ ("Moves the interview to %s, and tells everybody"), when);
    case CONVENE_VERDICT_FOREIGN:
      if (who == NULL)
        return g_strdup (_ ("Adds it as an interview of the person whom you choose; nobody gets a letter"));
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("Adds it as an interview of %s; nobody gets a letter"), who);
    case CONVENE_VERDICT_FOREIGN_UPDATE:
      return g_strdup (_ ("Changes the interview as its organizer says; nobody gets a letter"));
    case CONVENE_VERDICT_FOREIGN_CANCEL:
      return g_strdup (_ ("Cancels the interview here; nobody gets a letter"));
    case CONVENE_VERDICT_ANSWER_OLD:
    case CONVENE_VERDICT_ANSWER_SAME:
    case CONVENE_VERDICT_OWN:
    case CONVENE_VERDICT_UNKNOWN_REPLY:
    case CONVENE_VERDICT_IMPOSSIBLE:
    default:
      return NULL;
    }
}

static const char *
word_unclear_time (ConveneClaimTime kind)
{
  switch (kind)
    {
    case CONVENE_CLAIM_TIME_DATE:
      return _ ("It says whole days and no time of day.");
    case CONVENE_CLAIM_TIME_FLOATING:
      return _ ("It does not say in which time zone its time is.");
    case CONVENE_CLAIM_TIME_UNKNOWN_ZONE:
      return _ ("Its time is in a time zone that it does not explain.");
    case CONVENE_CLAIM_TIME_NONE:
    case CONVENE_CLAIM_TIME_KNOWN:
    default:
      return _ ("It says no time.");
    }
}

static const char *
word_known (const ConveneOpeningFacts *facts,
            const ConveneJudgement    *judgement)
{
  if (judgement->verdict == CONVENE_VERDICT_FOREIGN_UPDATE)
    return _ ("The interview is so already.");
  if (convene_claim_get_kind (facts->claim) == CONVENE_CLAIM_KIND_COUNTER)
    return _ ("The interview is at that time already.");

  return _ ("The answer is known already.");
}

static const char *
word_reason (const ConveneOpeningFacts *facts,
             const ConveneJudgement    *judgement)
{
  switch (judgement->reason)
    {
    case CONVENE_OPENING_REASON_NO_EVENT:
      return _ ("It does not say which event it is about.");
    case CONVENE_OPENING_REASON_NOBODY:
      return _ ("It does not say who answers.");
    case CONVENE_OPENING_REASON_SEVERAL:
      return _ ("It names several people, and does not say which of them answers.");
    case CONVENE_OPENING_REASON_NO_ANSWER:
      return _ ("It does not say whether they come.");
    case CONVENE_OPENING_REASON_UNSENT:
      return _ ("It answers an invitation that was never sent.");
    case CONVENE_OPENING_REASON_CANCELLED:
      return _ ("The interview is cancelled.");
    case CONVENE_OPENING_REASON_OVER:
      return _ ("The interview is over.");
    case CONVENE_OPENING_REASON_TIME:
      return word_unclear_time (convene_claim_get_time_kind (facts->claim));
    case CONVENE_OPENING_REASON_LENGTH:
      return _ ("It is not between one minute and one day long.");
    case CONVENE_OPENING_REASON_PAST:
      return _ ("The time that is proposed is over.");
    case CONVENE_OPENING_REASON_STRANGER:
      return _ ("Who sends somebody else was not invited.");
    case CONVENE_OPENING_REASON_DELEGATE:
      return _ ("It does not say whom they send.");
    case CONVENE_OPENING_REASON_METHOD:
      return _ ("It is neither an invitation nor an answer to one.");
    case CONVENE_OPENING_REASON_UNKNOWN:
      return _ ("There is no interview here that was made from it.");
    case CONVENE_OPENING_REASON_OTHERS:
      return _ ("It calls the event off for others only.");
    case CONVENE_OPENING_REASON_KNOWN:
      return word_known (facts, judgement);
    case CONVENE_OPENING_REASON_OLDER:
      return _ ("A newer one is known already.");
    case CONVENE_OPENING_REASON_ALONE:
      return _ ("There is nobody in it who could be the candidate.");
    case CONVENE_OPENING_REASON_NONE:
    default:
      return judgement->verdict == CONVENE_VERDICT_UNKNOWN_REPLY ? _ ("There is no interview here that it answers.") : NULL;
    }
}

static void
append (GString    *text,
        const char *sentence)
{
  if (sentence == NULL)
    return;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
append_doubts (GString                   *text,
               const ConveneOpeningFacts *facts,
               const ConveneJudgement    *judgement)
{
  const ConveneClaimPerson *organizer = convene_claim_get_organizer (facts->claim);
  g_autofree char          *sender = NULL;
  g_autofree char          *sent_by = NULL;
  g_autofree char          *other = NULL;

  if ((judgement->doubts & CONVENE_OPENING_DOUBT_EARLIER) != 0)
    append (text, _ ("They answered an earlier time of the interview."));
  if ((judgement->doubts & CONVENE_OPENING_DOUBT_LATER) != 0)
    append (text, _ ("A later answer of theirs is known."));
  if ((judgement->doubts & CONVENE_OPENING_DOUBT_SENDER) != 0)
    /* Translators: %s is a mail address */
    sender = g_strdup_printf (_ ("The mail came from %s."), facts->sender);
  if ((judgement->doubts & CONVENE_OPENING_DOUBT_SENT_BY) != 0)
    /* Translators: %s is a mail address */
    sent_by = g_strdup_printf (_ ("%s answered for them."), judgement->who->sent_by);
  if ((judgement->doubts & CONVENE_OPENING_DOUBT_ORGANIZER) != 0)
    /* Translators: %s is a person or a mail address */
    other = g_strdup_printf (_ ("It names %s as the organizer, who is not you."), organizer->address != NULL ? organizer->address : name_person (organizer));
  append (text, sender);
  append (text, sent_by);
  append (text, other);
  if ((judgement->doubts & CONVENE_OPENING_DOUBT_SERIES) != 0)
    append (text, _ ("It repeats; only the first one is taken."));
}

char *
convene_opening_word_warning (const ConveneOpeningFacts *facts,
                              const ConveneJudgement    *judgement)
{
  const char *const *doubts = convene_claim_get_doubts (facts->claim);
  GString           *text = g_string_new (NULL);

  append (text, word_reason (facts, judgement));
  if (judgement->verdict == CONVENE_VERDICT_ANSWER_STRANGER)
    append (text, _ ("Nobody with this address was invited."));
  append_doubts (text, facts, judgement);
  for (guint i = 0; doubts[i] != NULL; i++)
    append (text, doubts[i]);

  return g_string_free (text, text->len == 0);
}

static char *
word_response (ConveneAnswer *answer,
               const char    *name,
               const char    *when)
{
  switch (convene_answer_get_response (answer))
    {
    case CONVENE_RESPONSE_ACCEPTED:
      /* Translators: %1$s is a person, %2$s the time of their answer */
      return g_strdup_printf (_ ("%1$s accepted on %2$s"), name, when);
    case CONVENE_RESPONSE_DECLINED:
      /* Translators: %1$s is a person, %2$s the time of their answer */
      return g_strdup_printf (_ ("%1$s declined on %2$s"), name, when);
    case CONVENE_RESPONSE_TENTATIVE:
      /* Translators: %1$s is a person, %2$s the time of their answer */
      return g_strdup_printf (_ ("%1$s answered “maybe” on %2$s"), name, when);
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      /* Translators: %1$s is a person, %2$s the time of their answer */
      return g_strdup_printf (_ ("%1$s answered without a decision on %2$s"), name, when);
    }
}

char *
convene_opening_word_activity (ConveneAnswer    *answer,
                               ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  const char          *zone = start != NULL ? convene_moment_get_zone (start) : NULL;
  ConveneParticipant  *person = convene_opening_find_person (interview, convene_answer_get_address (answer));
  const char          *name = person != NULL ? name_participant (person) : convene_answer_get_address (answer);
  g_autofree char     *when = format_time (convene_answer_find_time (answer), zone);
  g_autofree char     *proposed = NULL;
  g_autofree char     *text = NULL;

  if (convene_answer_get_proposed_start (answer) != 0)
    {
      proposed = format_time (convene_answer_get_proposed_start (answer), zone);
      /* Translators: %1$s is a person, %2$s the time that they propose, %3$s the time of their answer */
      return g_strdup_printf (_ ("%1$s proposed %2$s on %3$s"), name, proposed, when);
    }

  text = word_response (answer, name, when);
  if (convene_answer_get_earlier (answer))
    /* Translators: %s is a sentence that says what a person answered and when */
    return g_strdup_printf (_ ("%s, to an earlier time of the interview"), text);

  return g_steal_pointer (&text);
}

char *
convene_opening_word_delegation (ConveneParticipant *person,
                                 ConveneParticipant *delegate)
{
  /* Translators: %1$s and %2$s are people */
  return g_strdup_printf (_ ("%1$s sends %2$s in their place"), name_participant (person), name_participant (delegate));
}
