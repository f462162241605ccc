/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-difference.h"

#include <glib/gi18n-lib.h>

#include "convene-copy.h"
#include "convene-text.h"

static gboolean
differ (const char *a,
        const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") != 0;
}

static ConveneDifference
compare_times (ConveneInterview *before,
               ConveneInterview *after)
{
  const ConveneMoment *a = convene_interview_get_start (before);
  const ConveneMoment *b = convene_interview_get_start (after);
  ConveneDifference    difference = CONVENE_DIFFERENCE_NONE;

  if (a == NULL || b == NULL)
    difference |= a != b ? CONVENE_DIFFERENCE_START : 0;
  else if (convene_moment_get_instant (a) != convene_moment_get_instant (b))
    difference |= CONVENE_DIFFERENCE_START;
  else if (differ (convene_moment_get_zone (a), convene_moment_get_zone (b)))
    difference |= CONVENE_DIFFERENCE_ZONE;
  if (convene_interview_get_duration (before) != convene_interview_get_duration (after))
    difference |= CONVENE_DIFFERENCE_DURATION;

  return difference;
}

static ConveneParticipant *
find_address (ConveneInterview *interview,
              const char       *address)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) other = g_list_model_get_item (people, i);

      /* The list keeps the reference. */
      if (convene_address_equal (convene_participant_get_address (other), address))
        return other;
    }

  return NULL;
}

static ConveneParticipant *
find_person (ConveneInterview   *interview,
             ConveneParticipant *person)
{
  return find_address (interview, convene_participant_get_address (person));
}

static gboolean
is_same_person (ConveneParticipant *a,
                ConveneParticipant *b)
{
  return convene_participant_get_role (a) == convene_participant_get_role (b) &&
         !differ (convene_participant_get_name (a), convene_participant_get_name (b));
}

static gboolean
reads_same (ConveneParticipant *a,
            ConveneParticipant *b)
{
  return !differ (convene_participant_get_timezone (a), convene_participant_get_timezone (b)) &&
         !differ (convene_participant_get_language (a), convene_participant_get_language (b));
}

static gboolean
have_same_people (ConveneInterview *before,
                  ConveneInterview *after)
{
  GListModel *people = convene_interview_get_participants (before);

  if (g_list_model_get_n_items (people) != g_list_model_get_n_items (convene_interview_get_participants (after)))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      ConveneParticipant *other = find_person (after, person);

      if (other == NULL || !is_same_person (person, other))
        return FALSE;
    }

  return TRUE;
}

/* Whether the letters of people who stay would be written as before. */
static gboolean
have_same_letters (ConveneInterview *before,
                   ConveneInterview *after)
{
  GListModel *people = convene_interview_get_participants (before);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      ConveneParticipant *other = find_person (after, person);

      if (other != NULL && !reads_same (person, other))
        return FALSE;
    }

  return convene_interview_get_copy_to_sender (before) == convene_interview_get_copy_to_sender (after);
}

static gboolean
have_same_hosts (ConveneInterview *before,
                 ConveneInterview *after)
{
  static const char *const none[] = { NULL };
  const char *const       *a = convene_interview_get_alternative_hosts (before);
  const char *const       *b = convene_interview_get_alternative_hosts (after);

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

ConveneDifference
convene_difference_find (ConveneInterview *before,
                         ConveneInterview *after)
{
  ConveneDifference difference;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (before), CONVENE_DIFFERENCE_NONE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (after), CONVENE_DIFFERENCE_NONE);

  difference = compare_times (before, after);
  difference |= differ (convene_interview_get_job (before), convene_interview_get_job (after)) ? CONVENE_DIFFERENCE_JOB : 0;
  difference |= convene_interview_get_platform (before) != convene_interview_get_platform (after) ? CONVENE_DIFFERENCE_PLATFORM : 0;
  difference |= differ (convene_interview_get_agenda (before), convene_interview_get_agenda (after)) ? CONVENE_DIFFERENCE_AGENDA : 0;
  difference |= differ (convene_interview_get_password (before), convene_interview_get_password (after)) ? CONVENE_DIFFERENCE_PASSWORD : 0;
  difference |= differ (convene_interview_get_details (before), convene_interview_get_details (after)) ? CONVENE_DIFFERENCE_DETAILS : 0;
  difference |= differ (convene_interview_get_link (before), convene_interview_get_link (after)) ? CONVENE_DIFFERENCE_LINK : 0;
  difference |= differ (convene_interview_get_location (before), convene_interview_get_location (after)) ? CONVENE_DIFFERENCE_LOCATION : 0;
  difference |= differ (convene_interview_get_notes (before), convene_interview_get_notes (after)) ? CONVENE_DIFFERENCE_NOTES : 0;
  difference |= have_same_people (before, after) ? 0 : CONVENE_DIFFERENCE_PEOPLE;
  difference |= have_same_hosts (before, after) ? 0 : CONVENE_DIFFERENCE_HOSTS;
  difference |= convene_interview_get_link_policy (before) != convene_interview_get_link_policy (after) ? CONVENE_DIFFERENCE_POLICY : 0;
  difference |= have_same_letters (before, after) ? 0 : CONVENE_DIFFERENCE_LETTERS;
  return difference;
}

GPtrArray *
convene_difference_list_gone (ConveneInterview *before,
                              ConveneInterview *after)
{
  GPtrArray  *gone = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *people = convene_interview_get_participants (before);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      if (find_person (after, person) == NULL)
        g_ptr_array_add (gone, g_steal_pointer (&person));
    }

  return gone;
}

gboolean
convene_difference_has_address (ConveneInterview *interview,
                                const char       *address)
{
  return find_address (interview, address) != NULL;
}

static const char *
get_manager (ConveneInterview *interview)
{
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);

  return manager != NULL ? convene_participant_get_address (manager) : NULL;
}

gboolean
convene_difference_has_other_manager (ConveneInterview *before,
                                      ConveneInterview *after)
{
  const char *a = get_manager (before);
  const char *b = get_manager (after);

  return (a != NULL || b != NULL) && !convene_address_equal (a, b);
}

char *
convene_difference_to_string (ConveneDifference difference)
{
  static const struct
  {
    int         mask;
    const char *name;
  } names[] = {
    { CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_ZONE, N_ ("time") },
      { CONVENE_DIFFERENCE_DURATION, N_ ("duration") },
        { CONVENE_DIFFERENCE_JOB, N_ ("job") },
          { CONVENE_DIFFERENCE_PLATFORM, N_ ("platform") },
            { CONVENE_DIFFERENCE_AGENDA, N_ ("agenda") },
              { CONVENE_DIFFERENCE_PASSWORD, N_ ("password") },
                { CONVENE_DIFFERENCE_DETAILS, N_ ("details") },
                  { CONVENE_DIFFERENCE_LINK, N_ ("link") },
                    { CONVENE_DIFFERENCE_LOCATION, N_ ("location") },
                      { CONVENE_DIFFERENCE_PEOPLE, N_ ("people") },
                        { CONVENE_DIFFERENCE_NOTES, N_ ("notes") },
                          { CONVENE_DIFFERENCE_HOSTS, N_ ("alternative hosts") },
                            { CONVENE_DIFFERENCE_POLICY, N_ ("link policy") },
                              { CONVENE_DIFFERENCE_LETTERS, N_ ("letters") },
                            };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((difference & names[i].mask) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (names[i].name));

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* What people answered is not the editor's to change. */
static void
apply_answers (ConveneInterview *fresh,
               ConveneInterview *copy)
{
  GListModel *people = convene_interview_get_participants (copy);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      ConveneParticipant *known = find_person (fresh, person);

      convene_participant_set_response (person, known != NULL ? convene_participant_get_response (known) : CONVENE_RESPONSE_NEEDS_ACTION);
      convene_participant_set_answered_sequence (person, known != NULL ? convene_participant_get_answered_sequence (known) : 0);
      convene_participant_set_answered_at (person, known != NULL ? convene_participant_get_answered_at (known) : 0);
    }
}

ConveneInterview *
convene_difference_apply (ConveneInterview *fresh,
                          ConveneInterview *edited)
{
  ConveneInterview *copy;
  GListModel       *operations;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (fresh), NULL);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (edited), NULL);

  copy = convene_copy_interview (edited);
  convene_interview_set_revision (copy, convene_interview_get_revision (fresh));
  convene_interview_set_sequence (copy, convene_interview_get_sequence (fresh));
  convene_interview_set_time_sequence (copy, convene_interview_get_time_sequence (fresh));
  convene_interview_set_status (copy, convene_interview_get_status (fresh));
  convene_interview_set_created (copy, convene_interview_get_created (fresh));
  convene_interview_set_told (copy, convene_interview_get_told (fresh));
  convene_interview_set_told_sequence (copy, convene_interview_get_told_sequence (fresh));
  convene_interview_set_meeting (copy, convene_interview_get_meeting (fresh));
  apply_answers (fresh, copy);

  operations = convene_interview_get_operations (fresh);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      convene_interview_add_operation (copy, operation);
    }

  return copy;
}
