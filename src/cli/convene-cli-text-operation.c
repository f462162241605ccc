/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text-operation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-cli-words.h"
#include "convene-text.h"
#include "convene-told.h"

static char *
person_to_string (ConveneParticipant *person)
{
  return convene_person_to_string (convene_participant_get_name (person), convene_participant_get_address (person));
}

/* The first one, and copies to the others. */
static char *
describe_people (const char        *first,
                 const char *const *others)
{
  g_autofree char *copies = g_strjoinv (", ", (char **) others);

  if (*copies == '\0')
    return g_strdup (first);

  /* Translators: whom a letter goes to, and who gets a copy of it */
  return g_strdup_printf (_("%s, copies to %s"), first, copies);
}

static GStrv
list_others (ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      g_autofree char *text = person_to_string (person);

      if (convene_participant_get_role (person) != CONVENE_ROLE_CANDIDATE)
        g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

static gboolean
has_left (ConveneOperation *operation)
{
  ConveneOperationState state = convene_operation_get_state (operation);

  return state == CONVENE_OPERATION_STATE_DONE || state == CONVENE_OPERATION_STATE_HANDED_OVER;
}

static gboolean
tells_all (ConveneOperation *operation)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);

  return convene_operation_get_recipients (operation) == NULL &&
         (kind == CONVENE_OPERATION_KIND_MAIL_INVITATION || kind == CONVENE_OPERATION_KIND_MAIL_UPDATE || kind == CONVENE_OPERATION_KIND_MAIL_LINK_READY);
}

/* Whether a later letter told everybody: who it was that this one told, nobody knows any more. */
static gboolean
is_overtaken (ConveneOperation *operation,
              ConveneInterview *interview)
{
  GListModel *operations = convene_interview_get_operations (interview);
  gboolean    is_later = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (is_later && tells_all (other) && has_left (other))
        return TRUE;
      is_later |= other == operation;
    }

  return FALSE;
}

/* Those whom the last letter to everybody told, whoever takes part now. */
static char *
describe_told (ConveneOperation *operation,
               ConveneInterview *interview)
{
  g_autoptr(ConveneTold) told = NULL;
  const char *const *people;

  if (convene_interview_get_told (interview) == NULL || is_overtaken (operation, interview))
    return NULL;

  told = convene_told_parse (convene_interview_get_told (interview));
  people = told != NULL ? convene_told_get_people (told) : NULL;
  return people != NULL && people[0] != NULL ? describe_people (people[0], people + 1) : NULL;
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
  g_auto (GStrv) others = NULL;

  if (convene_operation_get_recipients (operation) != NULL)
    return g_strjoinv (", ", (char **) convene_operation_get_recipients (operation));
  if (kind == CONVENE_OPERATION_KIND_MAIL_URGENT)
    return manager != NULL ? person_to_string (manager) : g_strdup (_("to yourself"));
  if (candidate == NULL)
    return NULL;

  to = person_to_string (candidate);
  if (kind == CONVENE_OPERATION_KIND_MAIL_REMINDER)
    return g_steal_pointer (&to);
  if (tells_all (operation) && has_left (operation) && convene_interview_get_told (interview) != NULL)
    return describe_told (operation, interview);

  others = list_others (interview);
  return describe_people (to, (const char *const *) others);
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
