/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What people answered, in words. */

#include "convene-details.h"

#include <glib/gi18n-lib.h>

#include "convene-text.h"
#include "convene-words.h"

/* The last one that was taken of a person, or NULL. Owned by the interview. */
static ConveneAnswer *
find_last (ConveneInterview   *interview,
           ConveneParticipant *person)
{
  GListModel *answers = convene_interview_get_answers (interview);

  for (guint i = g_list_model_get_n_items (answers); i > 0; i--)
    {
      g_autoptr(ConveneAnswer) answer = g_list_model_get_item (answers, i - 1);

      if (convene_address_equal (convene_answer_get_address (answer), convene_participant_get_address (person)))
        return answer;
    }

  return NULL;
}

/* To a time that the interview does not have any more. */
static char *
format_earlier (ConveneAnswer *answer,
                gint64         at)
{
  g_autofree char *time = convene_words_short (at, NULL);

  switch (answer != NULL ? convene_answer_get_response (answer) : CONVENE_RESPONSE_NEEDS_ACTION)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      /* Translators: of a person who was invited; %s is when they answered: "Mon 30 Nov, 17:02" */
      return g_strdup_printf (_("Accepted an earlier time on %s"), time);
    case CONVENE_RESPONSE_DECLINED:
      /* Translators: of a person who was invited; %s is when they answered: "Mon 30 Nov, 17:02" */
      return g_strdup_printf (_("Declined an earlier time on %s"), time);
    case CONVENE_RESPONSE_TENTATIVE:
      /* Translators: of a person who was invited and is not sure; %s is when they answered: "Mon 30 Nov, 17:02" */
      return g_strdup_printf (_("Tentative about an earlier time on %s"), time);
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      /* Translators: of a person who was invited; %s is when they answered: "Mon 30 Nov, 17:02" */
      return g_strdup_printf (_("Answered for an earlier time on %s"), time);
    }
}

static char *
format_counting (gint64 at)
{
  g_autofree char *time = convene_words_short (at, NULL);

  /* Translators: of a person who was invited; %s is when they answered: "Tue 1 Dec, 09:15" */
  return g_strdup_printf (_("Answered on %s"), time);
}

char *
convene_details_format_answer (ConveneInterview   *interview,
                               ConveneParticipant *person,
                               gboolean           *earlier)
{
  ConveneAnswer *last;
  gint64         at;
  gboolean       known, counts;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (person), NULL);

  last = find_last (interview, person);
  at = convene_participant_get_answered_at (person);
  counts = convene_participant_get_response (person) != CONVENE_RESPONSE_NEEDS_ACTION &&
           convene_participant_get_answered_sequence (person) >= convene_interview_get_time_sequence (interview);
  known = at != 0 || (last != NULL && !counts);
  if (earlier != NULL)
    *earlier = known && !counts;
  if (!known)
    return g_strdup ("");

  return counts ? format_counting (at) : format_earlier (last, last != NULL ? convene_answer_find_time (last) : at);
}

const char *
convene_details_get_comment (ConveneInterview   *interview,
                             ConveneParticipant *person)
{
  ConveneAnswer *last;
  const char    *comment;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (person), NULL);

  last = find_last (interview, person);
  comment = last != NULL ? convene_answer_get_comment (last) : NULL;
  return comment != NULL && *comment != '\0' ? comment : NULL;
}
