/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-schedulers.h"

#include "convene-practice-json.h"

#define INSTANT_MEETING 1

static gboolean
may_schedule (ConvenePracticeState      *state,
              const ConvenePracticeUser *host,
              const ConvenePracticeUser *scheduler)
{
  return convene_practice_user_is_licensed (host) && convene_practice_user_is_licensed (scheduler) &&
         convene_practice_delegations_has (state->delegations, host->address, scheduler->address);
}

/* Takes the answer. */
static void
refuse (ConvenePracticeAnswer **refusal,
        ConvenePracticeAnswer  *answer)
{
  if (refusal != NULL)
    *refusal = answer;
  else
    convene_practice_answer_free (answer);
}

const ConvenePracticeUser *
convene_practice_schedulers_choose_host (ConvenePracticeState      *state,
                                         JsonObject                *body,
                                         const ConvenePracticeUser *caller,
                                         ConvenePracticeAnswer    **refusal)
{
  const char                *name = convene_practice_json_get_string (body, "schedule_for", NULL);
  const ConvenePracticeUser *host = convene_practice_user_find (name);

  if (name == NULL || host == caller)
    return caller;

  if (host == NULL)
    refuse (refusal, convene_practice_answer_new_field ("schedule_for", "The value that you entered in the schedule_for field is invalid. Enter a valid value and try again."));
  else if (!may_schedule (state, host, caller) || convene_practice_json_get_int (body, "type", 0) == INSTANT_MEETING)
    refuse (refusal, convene_practice_answer_new_error (400, 3000, "You cannot schedule a meeting for %s", name));
  else
    return host;

  return NULL;
}

gboolean
convene_practice_schedulers_may_touch (ConvenePracticeState         *state,
                                       ConvenePracticeRequest       *request,
                                       const ConvenePracticeMeeting *meeting)
{
  const ConvenePracticeUser *user = convene_practice_user_find (request->token->user);
  const ConvenePracticeUser *host = convene_practice_user_find (convene_practice_meeting_get_host (meeting));
  const ConvenePracticeUser *assistant = convene_practice_user_find (convene_practice_json_get_string (meeting->body, "assistant_id", NULL));

  if (request->token->user == NULL || user == host)
    return TRUE;

  return user != NULL && host != NULL && user == assistant && may_schedule (state, host, user);
}

JsonObject *
convene_practice_schedulers_to_json (ConvenePracticeState      *state,
                                     const ConvenePracticeUser *user)
{
  JsonObject *object = json_object_new ();
  JsonArray  *array = json_array_new ();

  for (gint64 i = 0; convene_practice_user_get_member (i) != NULL; i++)
    {
      const ConvenePracticeUser *host = convene_practice_user_get_member (i);
      JsonObject                *item;

      if (host == user || !may_schedule (state, host, user))
        continue;

      item = json_object_new ();
      json_object_set_string_member (item, "id", host->id);
      json_object_set_string_member (item, "email", host->address);
      json_object_set_int_member (item, "pmi", host->pmi);
      json_array_add_object_element (array, item);
    }

  json_object_set_array_member (object, "schedulers", array);
  return object;
}
