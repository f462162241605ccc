/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-people.h"

#include "convene-text.h"

static gboolean
says_something (const ConveneClaimPerson *person)
{
  return person->known_response && person->response != CONVENE_RESPONSE_NEEDS_ACTION;
}

gboolean
convene_opening_speaks_for (const ConveneClaimPerson *person,
                            const char               *sender)
{
  return sender != NULL && (convene_address_equal (person->address, sender) || convene_address_equal (person->sent_by, sender));
}

static gboolean
is_same_said (const ConveneClaimPerson *a,
              const ConveneClaimPerson *b)
{
  return convene_address_equal (a->address, b->address) && a->response == b->response;
}

/* The only one who says something; with a sender, only of those whose mail it may be. */
static const ConveneClaimPerson *
find_of_several (GPtrArray  *people,
                 const char *sender,
                 gboolean   *several)
{
  const ConveneClaimPerson *found = NULL;

  *several = FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      const ConveneClaimPerson *person = people->pdata[i];

      if (!says_something (person) || (sender != NULL && !convene_opening_speaks_for (person, sender)))
        continue;
      if (found != NULL && !is_same_said (found, person))
        *several = TRUE;
      found = person;
    }

  return *several ? NULL : found;
}

/* Who proposes a time need not say whether they come. */
static const ConveneClaimPerson *
find_sender (GPtrArray  *people,
             const char *sender)
{
  for (guint i = 0; i < people->len; i++)
    if (convene_opening_speaks_for (people->pdata[i], sender))
      return people->pdata[i];

  return NULL;
}

const ConveneClaimPerson *
convene_opening_find_who (ConveneClaim *claim,
                          const char   *sender,
                          gboolean     *several)
{
  GPtrArray                *people = convene_claim_get_people (claim);
  const ConveneClaimPerson *who = NULL;

  *several = FALSE;
  if (people->len == 0)
    return NULL;
  if (people->len == 1)
    return people->pdata[0];

  for (guint i = 0; i < people->len; i++)
    {
      const ConveneClaimPerson *person = people->pdata[i];

      if (person->delegated)
        return person;
    }

  if (sender != NULL)
    who = find_of_several (people, sender, several);
  if (who == NULL && !*several && convene_claim_get_kind (claim) == CONVENE_CLAIM_KIND_COUNTER)
    who = find_sender (people, sender);
  if (who == NULL && !*several)
    {
      who = find_of_several (people, NULL, several);
      *several = who == NULL;
    }
  return who;
}

ConveneParticipant *
convene_opening_find_person (ConveneInterview *interview,
                             const char       *address)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; address != NULL && i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      /* The list keeps the reference. */
      if (convene_address_equal (convene_participant_get_address (person), address))
        return person;
    }

  return NULL;
}

const ConveneClaimPerson *
convene_opening_find_delegate (ConveneInterview         *interview,
                               ConveneClaim             *claim,
                               const ConveneClaimPerson *delegator)
{
  GPtrArray *people = convene_claim_get_people (claim);

  if (convene_opening_find_person (interview, delegator->address) != NULL || convene_opening_find_person (interview, delegator->delegated_to) == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    {
      const ConveneClaimPerson *person = people->pdata[i];

      if (says_something (person) && convene_address_equal (person->address, delegator->delegated_to))
        return person;
    }

  return NULL;
}

gboolean
convene_opening_is_own (const char *const *own,
                        const char        *address)
{
  for (guint i = 0; address != NULL && own[i] != NULL; i++)
    if (convene_address_equal (own[i], address))
      return TRUE;

  return FALSE;
}

gboolean
convene_opening_is_own_organizer (const ConveneOpeningFacts *facts)
{
  const ConveneClaimPerson *organizer = convene_claim_get_organizer (facts->claim);

  return organizer == NULL || facts->own[0] == NULL || convene_opening_is_own (facts->own, organizer->address) ||
         convene_opening_is_own (facts->own, organizer->sent_by);
}

/* "ada+jobs@example.com" without its tag. */
static char *
strip_tag (const char *address)
{
  const char *at = strrchr (address, '@');
  const char *plus = strchr (address, '+');

  if (at == NULL || plus == NULL || plus > at)
    return g_strdup (address);

  return g_strdup_printf ("%.*s%s", (int) (plus - address), address, at);
}

static gboolean
is_same_but_for_tag (const char *a,
                     const char *b)
{
  g_autofree char *plain_a = strip_tag (a);
  g_autofree char *plain_b = strip_tag (b);

  return convene_address_equal (plain_a, plain_b);
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (a == NULL || b == NULL || *a == '\0')
    return FALSE;

  folded_a = g_utf8_casefold (a, -1);
  folded_b = g_utf8_casefold (b, -1);
  return g_str_equal (folded_a, folded_b);
}

/* 0 for the likeliest. */
static int
rank (ConveneParticipant       *guest,
      const ConveneClaimPerson *who)
{
  const char *address = convene_participant_get_address (guest);

  if (address != NULL && who->address != NULL && is_same_but_for_tag (address, who->address))
    return 0;
  if (address != NULL && (convene_address_equal (who->delegated_from, address) || convene_address_equal (who->sent_by, address)))
    return 1;
  if (is_same_name (convene_participant_get_name (guest), who->name))
    return 2;

  return 3;
}

void
convene_opening_list_guests (ConveneInterview         *interview,
                             const ConveneClaimPerson *who,
                             GPtrArray                *candidates)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (int place = 0; place <= 3; place++)
    for (guint i = 0; i < g_list_model_get_n_items (people); i++)
      {
        g_autoptr(ConveneParticipant) guest = g_list_model_get_item (people, i);

        if (rank (guest, who) == place)
          g_ptr_array_add (candidates, g_steal_pointer (&guest));
      }
}

static gboolean
is_listed (GPtrArray  *candidates,
           const char *address)
{
  for (guint i = 0; i < candidates->len; i++)
    if (convene_address_equal (convene_participant_get_address (candidates->pdata[i]), address))
      return TRUE;

  return FALSE;
}

static ConveneParticipant *
add_invited (const ConveneOpeningFacts *facts,
             const ConveneClaimPerson  *person,
             GPtrArray                 *candidates)
{
  ConveneParticipant *participant;

  if (!convene_text_check_address (person->address, "file", NULL) || convene_opening_is_own (facts->own, person->address) ||
      is_listed (candidates, person->address))
    return NULL;

  participant = convene_participant_new ();
  convene_participant_set_name (participant, person->name);
  convene_participant_set_address (participant, person->address);
  g_ptr_array_add (candidates, participant);
  return participant;
}

ConveneParticipant *
convene_opening_list_invited (const ConveneOpeningFacts *facts,
                              GPtrArray                 *candidates)
{
  const ConveneClaimPerson *organizer = convene_claim_get_organizer (facts->claim);
  GPtrArray                *people = convene_claim_get_people (facts->claim);
  ConveneParticipant       *only = NULL;
  guint                     n_others = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const ConveneClaimPerson *person = people->pdata[i];
      ConveneParticipant       *added;

      if (organizer != NULL && convene_address_equal (organizer->address, person->address))
        continue;

      added = add_invited (facts, person, candidates);
      if (added == NULL)
        continue;
      only = added;
      n_others++;
    }

  /* Whoever invites may be the one to be interviewed. */
  if (organizer != NULL)
    add_invited (facts, organizer, candidates);

  return n_others == 1 ? only : NULL;
}
