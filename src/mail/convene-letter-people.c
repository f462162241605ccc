/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-people.h"

#include "convene-text.h"

static gboolean
contains (GPtrArray          *people,
          ConveneParticipant *person)
{
  for (guint i = 0; i < people->len; i++)
    if (convene_address_equal (convene_participant_get_address (people->pdata[i]), convene_participant_get_address (person)))
      return TRUE;

  return FALSE;
}

static void
add (ConveneLetterPeople *self,
     GPtrArray           *list,
     ConveneParticipant  *person)
{
  if (person != NULL && convene_participant_get_address (person) != NULL && !contains (self->to, person) && !contains (self->cc, person))
    g_ptr_array_add (list, g_object_ref (person));
}

static void
add_team (ConveneLetterPeople *self,
          ConveneInterview    *interview)
{
  GListModel *participants = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (participants, i);

      if (convene_participant_get_role (person) != CONVENE_ROLE_CANDIDATE)
        add (self, self->cc, person);
    }
}

static void
add_responsible (ConveneLetterPeople      *self,
                 const ConveneLetterDraft *draft)
{
  g_autoptr(ConveneParticipant) sender = NULL;

  add (self, self->to, convene_interview_get_hiring_manager (draft->interview));
  if (self->to->len > 0)
    return;

  sender = convene_participant_new ();
  convene_participant_set_name (sender, draft->sender_name);
  convene_participant_set_address (sender, draft->sender_address);
  add (self, self->to, sender);
}

/* Who is of the interview brings their language and zone along. */
static ConveneParticipant *
find_person (ConveneInterview *interview,
             const char       *address)
{
  GListModel *participants = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (participants, i);

      if (convene_address_equal (convene_participant_get_address (person), address))
        return g_steal_pointer (&person);
    }

  return NULL;
}

/* What cannot be read is nobody. */
static void
add_recipient (ConveneLetterPeople *self,
               ConveneInterview    *interview,
               const char          *text)
{
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;
  g_autoptr(ConveneParticipant) person = NULL;

  if (!convene_text_parse_person (text, "recipients", &name, &address, NULL))
    return;

  person = find_person (interview, address);
  if (person == NULL)
    {
      person = convene_participant_new ();
      convene_participant_set_name (person, name);
      convene_participant_set_address (person, address);
    }
  add (self, self->to, person);
}

ConveneLetterPeople *
convene_letter_people_new (const ConveneLetterDraft *draft)
{
  ConveneLetterPeople *self = g_new0 (ConveneLetterPeople, 1);

  self->to = g_ptr_array_new_with_free_func (g_object_unref);
  self->cc = g_ptr_array_new_with_free_func (g_object_unref);

  if (draft->recipients != NULL)
    {
      for (guint i = 0; draft->recipients[i] != NULL; i++)
        add_recipient (self, draft->interview, draft->recipients[i]);
      return self;
    }

  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_URGENT)
    {
      add_responsible (self, draft);
      return self;
    }

  add (self, self->to, convene_interview_get_candidate (draft->interview));
  if (draft->kind != CONVENE_OPERATION_KIND_MAIL_REMINDER)
    add_team (self, draft->interview);
  return self;
}

void
convene_letter_people_free (ConveneLetterPeople *self)
{
  g_ptr_array_unref (self->to);
  g_ptr_array_unref (self->cc);
  g_free (self);
}

ConveneParticipant *
convene_letter_people_get_reader (const ConveneLetterPeople *self)
{
  return self->to->len > 0 ? self->to->pdata[0] : NULL;
}

GStrv
convene_letter_people_dup_addresses (const ConveneLetterPeople *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->to->len; i++)
    g_strv_builder_add (builder, convene_participant_get_address (self->to->pdata[i]));
  for (guint i = 0; i < self->cc->len; i++)
    g_strv_builder_add (builder, convene_participant_get_address (self->cc->pdata[i]));

  return g_strv_builder_end (builder);
}
