/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include "convene-backoff.h"
#include "convene-clock.h"
#include "convene-compose.h"
#include "convene-plan-difference.h"
#include "convene-scheduler-private.h"
#include "convene-text.h"
#include "convene-told.h"

static GStrv
copy_strings (GPtrArray *strings)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < strings->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (strings, i));

  return g_strv_builder_end (builder);
}

static ConvenePlanLetter *
letter_new (ConveneOperation           *operation,
            const ConveneLetterHeading *heading)
{
  ConvenePlanLetter *letter = g_new0 (ConvenePlanLetter, 1);

  letter->kind = convene_operation_get_kind (operation);
  letter->to = copy_strings (heading->to);
  letter->cc = copy_strings (heading->cc);
  letter->subject = g_strdup (heading->subject);
  return letter;
}

/* Whoever sends a letter may have it for a copy, or because they take part. */
static gboolean
has_copy (ConveneInterview           *interview,
          const ConveneLetterHeading *heading,
          ConveneAccount             *sender)
{
  const char *address = sender != NULL ? convene_account_get_address (sender) : NULL;

  if (address == NULL || !convene_interview_get_copy_to_sender (interview) || convene_difference_has_address (interview, address))
    return FALSE;

  for (guint i = 0; heading->recipients[i] != NULL; i++)
    if (convene_address_equal (heading->recipients[i], address))
      return TRUE;

  return FALSE;
}

static void
list_letter (ConvenePlan            *self,
             const ConvenePlanFacts *facts,
             ConveneInterview       *interview,
             ConveneOperation       *operation)
{
  const ConveneComposing how = {
    .sender = facts->sender,
    .edits = facts->edits,
    .password_unless_in_link = facts->preferences->password_unless_in_link,
    .apart = facts->apart,
    .now = facts->now,
  };
  g_auto(GStrv) readers = convene_compose_list_readers (interview, operation, &how);
  guint count = readers != NULL ? g_strv_length (readers) : 1;

  for (guint i = 0; i < count; i++)
    {
      g_autoptr(ConveneLetterHeading) heading = convene_compose_heading (interview, operation, &how, readers != NULL ? readers[i] : NULL);

      ConvenePlanLetter *letter = letter_new (operation, heading);

      letter->apart = count > 1;
      letter->position = i;
      letter->copied = has_copy (interview, heading, facts->sender);
      convene_plan_add_letter (self, letter);
    }
}

void
convene_plan_list_letter (ConvenePlan            *self,
                          const ConvenePlanFacts *facts,
                          ConveneOperation       *operation)
{
  list_letter (self, facts, self->interview, operation);
}

ConveneOperation *
convene_plan_add_letter_operation (ConvenePlan            *self,
                                   const ConvenePlanFacts *facts,
                                   ConveneOperationKind    kind,
                                   ConveneOperation       *wait,
                                   GPtrArray              *recipients)
{
  g_autoptr(ConveneOperation) operation = convene_operation_new_for (self->interview, kind, facts->now, facts->now);
  g_auto(GStrv) people = recipients != NULL ? copy_strings (recipients) : NULL;

  convene_operation_set_recipients (operation, (const char *const *) people);
  if (wait != NULL)
    convene_operation_set_after (operation, convene_operation_get_id (wait));
  convene_plan_add_operation (self, operation);
  convene_plan_list_letter (self, facts, operation);
  return operation;
}

/* A letter to all that has not left: it will say how things are then. */
static ConveneOperation *
find_waiting_letter (ConveneInterview *before)
{
  static const ConveneOperationKind kinds[] = { CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_KIND_MAIL_LINK_READY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ConveneOperation *operation = convene_plan_find_open (before, kinds[i], TRUE);

      if (operation != NULL)
        return operation;
    }

  return NULL;
}

/* Whether what a letter waits for is not settled. */
static gboolean
is_kept_waiting (ConveneInterview *before,
                 ConveneOperation *letter)
{
  GListModel *operations = convene_interview_get_operations (before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (g_strcmp0 (convene_operation_get_id (operation), convene_operation_get_after (letter)) == 0)
        return convene_operation_is_open (operation);
    }

  return FALSE;
}

static void
carry_letter (ConvenePlan            *self,
              const ConvenePlanFacts *facts,
              ConveneOperation       *letter,
              ConveneOperation       *wait,
              gboolean                points)
{
  convene_plan_carry (self, letter);
  self->carried = TRUE;
  /* An update comes after what it tells of: rather after its meeting than after another letter. An invitation waits for its link, and for no more. */
  if (wait != NULL && convene_operation_get_kind (letter) == CONVENE_OPERATION_KIND_MAIL_UPDATE &&
      (!convene_operation_kind_is_mail (convene_operation_get_kind (wait)) || !is_kept_waiting (facts->before, letter)))
    points = TRUE;
  if (points)
    convene_operation_set_after (convene_plan_change_operation (self, letter), wait != NULL ? convene_operation_get_id (wait) : NULL);
}

ConveneOperation *
convene_plan_tell (ConvenePlan            *self,
                   const ConvenePlanFacts *facts,
                   ConveneOperationKind    kind,
                   ConveneOperation       *wait,
                   gboolean                points,
                   gboolean                mail)
{
  ConveneOperation *invitation = convene_plan_find_last (facts->before, CONVENE_OPERATION_KIND_MAIL_INVITATION);
  ConveneOperation *waiting = find_waiting_letter (facts->before);

  if (waiting != NULL)
    {
      carry_letter (self, facts, waiting, wait, points);
      return waiting;
    }
  if (invitation == NULL || !mail)
    return NULL;
  /* Nobody got it: whoever is invited now is asked for the first time, and only once. */
  if (!convene_plan_was_told (facts->before))
    {
      if (convene_operation_get_state (invitation) == CONVENE_OPERATION_STATE_FAILED)
        convene_plan_drop (self, invitation, facts->now);
      return convene_plan_add_letter_operation (self, facts, CONVENE_OPERATION_KIND_MAIL_INVITATION, wait, NULL);
    }

  return convene_plan_add_letter_operation (self, facts, kind, wait != NULL ? wait : convene_plan_find_leaving (facts->before), NULL);
}

static void
tell_other (ConvenePlan            *self,
            const ConvenePlanFacts *facts,
            ConveneInterview       *other,
            ConveneMeeting         *now)
{
  ConveneMeeting      *before = convene_interview_get_meeting (facts->before);
  ConveneOperation    *leaving = convene_plan_find_leaving (other);
  ConveneOperationKind kind;
  g_autoptr(ConveneInterview) after = convene_interview_copy (other);
  g_autoptr(ConveneOperation) letter = NULL;

  convene_interview_set_meeting (after, now);
  if (!convene_letters_owed_find (after, before, &kind))
    return;

  convene_plan_raise_sequence (after, FALSE);
  letter = convene_operation_new_for (after, kind, facts->now, facts->now);
  convene_operation_set_after (letter, leaving != NULL ? convene_operation_get_id (leaving) : NULL);
  convene_plan_add_operation (self, letter);
  list_letter (self, facts, after, letter);
  g_ptr_array_add (self->others, g_steal_pointer (&after));
}

void
convene_plan_tell_others (ConvenePlan            *self,
                          const ConvenePlanFacts *facts,
                          ConveneMeeting         *now)
{
  for (guint i = 0; facts->users != NULL && i < facts->users->len; i++)
    {
      ConveneInterview *other = g_ptr_array_index (facts->users, i);

      if (g_strcmp0 (convene_interview_get_uid (other), convene_interview_get_uid (facts->before)) != 0)
        tell_other (self, facts, other, now);
    }
}

/* A letter to somebody who was removed and is there again. */
static void
keep_returned (ConvenePlan            *self,
               const ConvenePlanFacts *facts,
               ConveneOperation       *letter)
{
  const char *const *recipients = convene_operation_get_recipients (letter);
  g_autoptr(GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; recipients[i] != NULL; i++)
    {
      g_autofree char *address = NULL;

      if (convene_text_parse_person (recipients[i], "attendees", NULL, &address, NULL) && convene_difference_has_address (self->interview, address))
        continue;
      g_ptr_array_add (left, (char *) recipients[i]);
    }

  if (left->len == 0)
    {
      convene_plan_forget (self, letter);
    }
  else if (left->len < g_strv_length ((GStrv) recipients))
    {
      g_auto(GStrv) people = copy_strings (left);

      convene_operation_set_recipients (convene_plan_change_operation (self, letter), (const char *const *) people);
    }
}

static void
keep_all_returned (ConvenePlan            *self,
                   const ConvenePlanFacts *facts)
{
  GListModel *operations = convene_interview_get_operations (facts->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_CANCELLATION && convene_operation_get_recipients (operation) != NULL &&
          convene_operation_is_untouched (operation))
        keep_returned (self, facts, operation);
    }
}

static gboolean
was_told (const ConveneTold  *told,
          ConveneParticipant *person)
{
  const char *const *people = told != NULL ? convene_told_get_people (told) : NULL;

  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      g_autofree char *address = NULL;

      if (convene_text_parse_person (people[i], "attendees", NULL, &address, NULL) && convene_address_equal (address, convene_participant_get_address (person)))
        return TRUE;
    }

  /* What is not known may have been said. */
  return told == NULL;
}

ConveneOperation *
convene_plan_tell_removed (ConvenePlan            *self,
                           const ConvenePlanFacts *facts,
                           gboolean                mail)
{
  const char *text = convene_interview_get_told (facts->before);
  g_autoptr(ConveneTold) told = text != NULL ? convene_told_parse (text) : NULL;
  g_autoptr(GPtrArray) gone = convene_difference_list_gone (facts->before, self->interview);
  g_autoptr(GPtrArray) recipients = g_ptr_array_new_with_free_func (g_free);

  keep_all_returned (self, facts);
  for (guint i = 0; mail && i < gone->len; i++)
    if (convene_plan_was_told (facts->before) && was_told (told, g_ptr_array_index (gone, i)))
      g_ptr_array_add (recipients, convene_person_to_string (convene_participant_get_name (g_ptr_array_index (gone, i)),
                                                             convene_participant_get_address (g_ptr_array_index (gone, i))));

  return recipients->len > 0 ? convene_plan_add_letter_operation (self, facts, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, NULL, recipients) : NULL;
}

void
convene_plan_add_reminders (ConvenePlan            *self,
                            const ConvenePlanFacts *facts,
                            ConveneOperation       *letter)
{
  gint64  start = convene_moment_get_instant (convene_interview_get_start (self->interview));
  GArray *reminders = facts->preferences->reminders;

  for (guint i = 0; i < reminders->len; i++)
    {
      gint64 due = start - g_array_index (reminders, int, i) * CONVENE_MINUTE;
      g_autoptr(ConveneOperation) reminder = NULL;

      if (due < facts->now + CONVENE_QUIET_AFTER_INVITATION)
        continue;

      reminder = convene_operation_new_for (self->interview, CONVENE_OPERATION_KIND_MAIL_REMINDER, facts->now, due);
      if (letter != NULL)
        convene_operation_set_after (reminder, convene_operation_get_id (letter));
      convene_plan_add_operation (self, reminder);
    }
}

void
convene_plan_move_reminders (ConvenePlan            *self,
                             const ConvenePlanFacts *facts,
                             ConveneOperation       *letter)
{
  GListModel *operations = convene_interview_get_operations (facts->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER && convene_operation_is_untouched (operation))
        convene_plan_forget (self, operation);
    }

  /* Who is sent no letters is sent no reminders. */
  if (convene_plan_find_last (facts->before, CONVENE_OPERATION_KIND_MAIL_INVITATION) != NULL)
    convene_plan_add_reminders (self, facts, letter != NULL ? letter : convene_plan_find_last (facts->before, CONVENE_OPERATION_KIND_MAIL_INVITATION));
}
