/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text-operation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-cli-words.h"
#include "convene-text.h"

static char *
person_to_string (ConveneParticipant *person)
{
  return convene_person_to_string (convene_participant_get_name (person), convene_participant_get_address (person));
}

static char *
join_others (ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      if (convene_participant_get_role (person) != CONVENE_ROLE_CANDIDATE)
        g_ptr_array_add (texts, person_to_string (person));
    }

  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

/* Whom a letter is for, or NULL (SH-29: the candidate, a copy to everybody else; SH-38: the hiring manager; SH-28: the candidate). */
static char *
describe_recipients (ConveneOperation *operation,
                     ConveneInterview *interview)
{
  ConveneParticipant  *candidate = convene_interview_get_candidate (interview);
  ConveneParticipant  *manager = convene_interview_get_hiring_manager (interview);
  ConveneOperationKind kind = convene_operation_get_kind (operation);
  g_autofree char     *to = NULL;
  g_autofree char     *others = NULL;

  if (kind == CONVENE_OPERATION_KIND_MAIL_URGENT)
    return manager != NULL ? person_to_string (manager) : g_strdup (_("to yourself"));
  if (candidate == NULL)
    return NULL;

  to = person_to_string (candidate);
  others = join_others (interview);
  if (kind == CONVENE_OPERATION_KIND_MAIL_REMINDER || *others == '\0')
    return g_steal_pointer (&to);

  /* Translators: whom a letter goes to, and who gets a copy of it */
  return g_strdup_printf (_("%s, copies to %s"), to, others);
}

static char *
describe_due (ConveneOperation *operation,
              const char       *zone,
              gint64            now)
{
  g_autofree char *time = NULL;

  if (convene_operation_get_state (operation) != CONVENE_OPERATION_STATE_WAITING || convene_operation_get_due (operation) <= now)
    return NULL;

  time = convene_cli_word_time (convene_operation_get_due (operation), zone);
  /* Translators: when something will be done, or tried again */
  return g_strdup_printf (_("due %s"), time);
}

static void
append_part (GString    *sentence,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  g_string_append (sentence, strchr (sentence->str, ':') == NULL ? ": " : "; ");
  g_string_append (sentence, part);
}

char *
convene_cli_text_operation (ConveneOperation *operation,
                            ConveneInterview *interview,
                            const char       *zone,
                            gint64            now)
{
  ConveneOperationKind  kind = convene_operation_get_kind (operation);
  ConveneOperationState state = convene_operation_get_state (operation);
  g_autofree char      *recipients = NULL;
  g_autofree char      *due = describe_due (operation, zone, now);
  GString              *sentence = g_string_new (convene_cli_word_operation (kind, state));

  if (interview != NULL && convene_operation_kind_is_mail (kind) && state != CONVENE_OPERATION_STATE_DROPPED)
    recipients = describe_recipients (operation, interview);

  append_part (sentence, recipients);
  if (kind == CONVENE_OPERATION_KIND_ACCOUNT_REVOKE)
    append_part (sentence, convene_operation_get_host (operation));
  if (state != CONVENE_OPERATION_STATE_DONE)
    append_part (sentence, convene_operation_get_error_message (operation));
  append_part (sentence, due);
  return g_string_free (sentence, FALSE);
}
