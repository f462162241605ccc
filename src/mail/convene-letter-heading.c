/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-writer.h"

#include "convene-letter-body.h"
#include "convene-letter-clean.h"
#include "convene-letter-people.h"
#include "convene-letter-values.h"
#include "convene-letter-variant.h"
#include "convene-text.h"

/* SH-38 says it octet for octet: never translated. */
#define URGENT_SUBJECT "URGENT: Zoom Meeting Creation Failed - Interview: "

static char *
format_subject (const ConveneLetterDraft  *draft,
                const ConveneLetterPeople *people)
{
  g_autoptr(ConveneLetterWords) words = convene_letter_words_new (convene_letter_body_find_tag (draft, people));
  g_autoptr(GHashTable) values = convene_letter_values_new (draft, convene_letter_people_get_reader (people), words, NULL);
  const ConveneLetterSource source = { values, words };

  return values != NULL ? convene_letter_body_write_subject (convene_letter_variant_find (draft, people), draft->edits, &source) : NULL;
}

/* A draft that cannot be written as a letter yet has its job for a subject. */
static char *
dup_subject (const ConveneLetterDraft  *draft,
             const ConveneLetterPeople *people)
{
  g_autofree char *job = convene_letter_clean_line (convene_interview_get_job (draft->interview));
  char            *subject;

  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_URGENT)
    return g_strconcat (URGENT_SUBJECT, job, NULL);

  subject = format_subject (draft, people);
  return subject != NULL ? subject : g_steal_pointer (&job);
}

static GPtrArray *
describe (GPtrArray *people)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *name = convene_letter_clean_line (convene_participant_get_name (people->pdata[i]));

      g_ptr_array_add (texts, convene_person_to_string (name, convene_participant_get_address (people->pdata[i])));
    }

  return texts;
}

ConveneLetterHeading *
convene_letter_heading_new (const ConveneLetterDraft *draft)
{
  g_autoptr(ConveneLetterPeople) people = NULL;
  ConveneLetterHeading *self;

  g_return_val_if_fail (draft != NULL && CONVENE_IS_INTERVIEW (draft->interview), NULL);
  g_return_val_if_fail (convene_operation_kind_is_mail (draft->kind), NULL);

  people = convene_letter_people_new (draft);
  self = g_new0 (ConveneLetterHeading, 1);
  self->to = describe (people->to);
  self->cc = describe (people->cc);
  self->recipients = convene_letter_people_dup_addresses (people);
  self->subject = dup_subject (draft, people);
  return self;
}

void
convene_letter_heading_free (ConveneLetterHeading *self)
{
  g_ptr_array_unref (self->to);
  g_ptr_array_unref (self->cc);
  g_strfreev (self->recipients);
  g_free (self->subject);
  g_free (self);
}
