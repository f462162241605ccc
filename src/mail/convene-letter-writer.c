/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-blocks.h"
#include "convene-letter-body.h"
#include "convene-letter-mime.h"
#include "convene-letter-people.h"
#include "convene-letter-values.h"
#include "convene-letter-variant.h"
#include "convene-text.h"

#define MAX_MESSAGE_ID 900

/* The template of what calendars show. */
#define DESCRIPTION "calendar"

static gboolean
is_message_id (const char *id)
{
  gsize length = strlen (id);

  if (length < 5 || length > MAX_MESSAGE_ID || id[0] != '<' || id[length - 1] != '>' || strchr (id, '@') == NULL)
    return FALSE;

  for (gsize i = 1; i < length - 1; i++)
    if (!g_ascii_isgraph (id[i]) || id[i] == '<' || id[i] == '>')
      return FALSE;

  return TRUE;
}

static gboolean
check_people (GPtrArray *people,
              GError   **error)
{
  for (guint i = 0; i < people->len; i++)
    if (!convene_text_check_address (convene_participant_get_address (people->pdata[i]), "recipients", error))
      return FALSE;

  return TRUE;
}

static gboolean
check_draft (const ConveneLetterDraft  *draft,
             const ConveneLetterPeople *people,
             GError                   **error)
{
  if (people->to->len == 0 && (draft->recipients != NULL || draft->only != NULL))
    return convene_error_set_field (error, "recipients", _ ("The letter has nobody to go to"));
  if (people->to->len == 0)
    return convene_error_set_field (error, "candidate", _ ("The candidate is missing: give a name and a mail address"));
  if (!is_message_id (draft->message_id) || (draft->in_reply_to != NULL && !is_message_id (draft->in_reply_to)))
    return convene_error_set_field (error, "message_id", _ ("The letter has no valid Message-ID"));

  if (draft->sender_address != NULL && !convene_text_check_address (draft->sender_address, "sender", error))
    return FALSE;

  return check_people (people->to, error) && check_people (people->cc, error);
}

/* The letter's text and, where it is wanted, HTML; both of the same blocks. */
static gboolean
write_texts (const ConveneLetterDraft  *draft,
             const ConveneLetterPeople *people,
             char                     **text,
             char                     **html,
             GError                   **error)
{
  g_autoptr(ConveneLetterWords) words = convene_letter_words_new (convene_letter_body_find_tag (draft, people));
  g_autoptr(GHashTable) values = convene_letter_values_new (draft, convene_letter_people_get_reader (people), words, error);
  const ConveneLetterSource source = { values, words };
  g_autoptr(GPtrArray) blocks = NULL;

  if (values == NULL)
    return FALSE;

  blocks = convene_letter_body_new (convene_letter_variant_find (draft, people), draft->edits, &source, error);
  if (blocks == NULL)
    return FALSE;

  *text = convene_letter_blocks_to_text (blocks);
  if (html != NULL)
    *html = convene_letter_body_to_html (blocks, &source);
  return TRUE;
}

static GBytes *
write_bytes (const ConveneLetterDraft   *draft,
             const ConveneLetterPeople  *people,
             const ConveneLetterHeading *heading,
             GError                    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  if (!write_texts (draft, people, &text, &html, error))
    return NULL;

  return convene_letter_mime_write (&(ConveneLetterContent){ draft, people, heading->subject, text, html });
}

ConveneLetter *
convene_letter_write (const ConveneLetterDraft *draft,
                      GError                  **error)
{
  g_autoptr(ConveneLetterPeople) people = NULL;
  g_autoptr(ConveneLetterHeading) heading = NULL;
  g_autoptr(GBytes) bytes = NULL;
  ConveneLetter *letter;

  g_return_val_if_fail (draft != NULL && CONVENE_IS_INTERVIEW (draft->interview), NULL);
  g_return_val_if_fail (convene_operation_kind_is_mail (draft->kind), NULL);
  g_return_val_if_fail (draft->message_id != NULL, NULL);
  g_return_val_if_fail (draft->calendar == NULL || draft->method != NULL, NULL);

  people = convene_letter_people_new (draft);
  if (!check_draft (draft, people, error))
    return NULL;

  heading = convene_letter_heading_new (draft);
  bytes = write_bytes (draft, people, heading, error);
  if (bytes == NULL)
    return NULL;

  letter = convene_letter_new ();
  convene_letter_set_message_id (letter, draft->message_id);
  convene_letter_set_sender (letter, draft->sender_address);
  convene_letter_set_recipients (letter, (const char *const *) heading->recipients);
  convene_letter_set_subject (letter, heading->subject);
  convene_letter_set_bytes (letter, bytes);
  convene_letter_set_calendar (letter, draft->calendar);
  convene_letter_set_sequence (letter, convene_interview_get_sequence (draft->interview));
  convene_letter_set_made_at (letter, draft->made_at);
  return letter;
}

char *
convene_letter_write_text (const ConveneLetterDraft *draft,
                           GError                  **error)
{
  g_autoptr(ConveneLetterPeople) people = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (draft != NULL && CONVENE_IS_INTERVIEW (draft->interview), NULL);
  g_return_val_if_fail (convene_operation_kind_is_mail (draft->kind), NULL);

  people = convene_letter_people_new (draft);
  return write_texts (draft, people, &text, NULL, error) ? g_steal_pointer (&text) : NULL;
}

char *
convene_letter_write_description (const ConveneLetterDraft *draft,
                                  GError                  **error)
{
  g_autoptr(ConveneLetterPeople) people = NULL;
  g_autoptr(ConveneLetterWords) words = NULL;
  g_autoptr(GHashTable) values = NULL;
  g_autoptr(GPtrArray) blocks = NULL;

  g_return_val_if_fail (draft != NULL && CONVENE_IS_INTERVIEW (draft->interview), NULL);
  g_return_val_if_fail (convene_operation_kind_is_mail (draft->kind), NULL);

  people = convene_letter_people_new (draft);
  words = convene_letter_words_new (convene_letter_body_find_tag (draft, people));
  values = convene_letter_values_new (draft, convene_letter_people_get_reader (people), words, error);
  if (values == NULL)
    return NULL;

  blocks = convene_letter_body_new (DESCRIPTION, NULL, &(ConveneLetterSource){ values, words }, error);
  return blocks != NULL ? g_strchomp (convene_letter_blocks_to_text (blocks)) : NULL;
}

const char *
convene_letter_find_language (const ConveneLetterDraft *draft)
{
  g_autoptr(ConveneLetterPeople) people = NULL;
  g_autoptr(ConveneLetterWords) words = NULL;

  g_return_val_if_fail (draft != NULL && CONVENE_IS_INTERVIEW (draft->interview), NULL);

  people = convene_letter_people_new (draft);
  words = convene_letter_words_new (convene_letter_body_find_tag (draft, people));
  return g_intern_string (convene_letter_words_get_language (words));
}

char *
convene_letter_message_id_new (const char *sender_address)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *domain = NULL;

  g_return_val_if_fail (sender_address == NULL || strchr (sender_address, '@') != NULL, NULL);

  domain = sender_address != NULL ? g_ascii_strdown (strrchr (sender_address, '@') + 1, -1) : g_strdup ("convene.invalid");
  return g_strdup_printf ("<%s@%s>", uuid, domain);
}
