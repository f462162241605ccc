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

static void
add_recipients (ConveneLetterPeople      *self,
                const ConveneLetterDraft *draft)
{
  for (guint i = 0; draft->recipients[i] != NULL; i++)
    add_recipient (self, draft->interview, draft->recipients[i]);
}

static void
add_by_kind (ConveneLetterPeople      *self,
             const ConveneLetterDraft *draft)
{
  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_URGENT)
    {
      add_responsible (self, draft);
      return;
    }

  add (self, self->to, convene_interview_get_candidate (draft->interview));
  if (draft->kind != CONVENE_OPERATION_KIND_MAIL_REMINDER)
    add_team (self, draft->interview);
}

static void
take_if (GPtrArray  *from,
         GPtrArray  *into,
         const char *address)
{
  for (guint i = 0; i < from->len; i++)
    if (convene_address_equal (convene_participant_get_address (from->pdata[i]), address))
      g_ptr_array_add (into, g_object_ref (from->pdata[i]));
}

/* Who is not among them is found all the same: the letter goes to nobody else. */
static void
keep_only (ConveneLetterPeople *self,
           ConveneInterview    *interview,
           const char          *address)
{
  g_autoptr(GPtrArray) everybody = g_steal_pointer (&self->to);
  g_autoptr(GPtrArray) team = g_steal_pointer (&self->cc);

  self->to = g_ptr_array_new_with_free_func (g_object_unref);
  self->cc = g_ptr_array_new_with_free_func (g_object_unref);
  take_if (everybody, self->to, address);
  take_if (team, self->to, address);
  if (self->to->len == 0)
    add_recipient (self, interview, address);
}

static void
add_sender (ConveneLetterPeople      *self,
            const ConveneLetterDraft *draft)
{
  g_autoptr(ConveneParticipant) sender = convene_participant_new ();

  convene_participant_set_name (sender, draft->sender_name);
  convene_participant_set_address (sender, draft->sender_address);
  add (self, self->cc, sender);
}

ConveneLetterPeople *
convene_letter_people_new (const ConveneLetterDraft *draft)
{
  ConveneLetterPeople *self = g_new0 (ConveneLetterPeople, 1);

  self->to = g_ptr_array_new_with_free_func (g_object_unref);
  self->cc = g_ptr_array_new_with_free_func (g_object_unref);

  if (draft->recipients != NULL)
    add_recipients (self, draft);
  else
    add_by_kind (self, draft);

  if (draft->only != NULL)
    keep_only (self, draft->interview, draft->only);
  if (draft->copy_to_sender && self->to->len > 0)
    add_sender (self, draft);
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
