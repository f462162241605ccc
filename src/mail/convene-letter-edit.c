/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-edit.h"

#include <string.h>

#include "convene-letter-words.h"

#define LETTER ".text"
#define SUBJECT ".subject"

#define OF_READER "{{reader}}", "{{candidate}}", "{{job}}"
#define OF_TIME "{{when}}", "{{when_there}}", "{{when_utc}}", "{{date}}", "{{city}}"
#define OF_SENDER "{{sender}}", "{{sender_address}}"
#define OF_FACTS \
  "{{platform}}", "{{link}}", "{{number}}", "{{password}}", "{{phone}}", "{{place}}", "{{clock_change}}", "{{agenda}}", "{{details}}"

const char *const *
convene_letter_list_languages (void)
{
  static const char *const languages[] = { "en", "de", "es", "fr", NULL };

  return languages;
}

const char *const *
convene_letter_list_names (void)
{
  static const char *const names[] = {
    "invitation.subject",
    "invitation.text",
    "update.subject",
    "update.text",
    "link-ready.subject",
    "link-ready.text",
    "reminder.subject",
    "reminder.text",
    "cancellation.subject",
    "cancellation.text",
    "removal.subject",
    "removal.text",
    "urgent.text",
    "missing.text",
    NULL,
  };

  return names;
}

static gboolean
is_known (const char *const *list,
          const char        *text)
{
  return text != NULL && g_strv_contains (list, text);
}

char *
convene_letter_dup_default (const char *language,
                            const char *name)
{
  g_autoptr(ConveneLetterWords) words = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *file = NULL;

  if (!is_known (convene_letter_list_languages (), language) || !is_known (convene_letter_list_names (), name))
    return NULL;

  words = convene_letter_words_new (language);
  letter = g_strndup (name, strrchr (name, '.') - name);
  if (g_str_has_suffix (name, SUBJECT))
    return convene_letter_words_dup_word (words, "subjects", letter);

  file = g_strconcat (letter, ".txt", NULL);
  return convene_letter_words_dup_template (words, file);
}

const char *const *
convene_letter_list_placeholders (const char *name)
{
  static const char *const of_subject[] = { OF_READER, "{{date}}", "{{city}}", "{{when}}", "{{platform}}", "{{sender}}", NULL };
  static const char *const of_news[] = { OF_READER, "{{>facts}}", "{{>changes}}", "{{>when}}", "{{>signature}}", OF_TIME, OF_FACTS, OF_SENDER, NULL };
  static const char *const of_letter[] = { OF_READER, "{{>facts}}", "{{>when}}", "{{>signature}}", OF_TIME, OF_FACTS, OF_SENDER, NULL };
  static const char *const of_end[] = { OF_READER, "{{>when}}", "{{reason}}", "{{>signature}}", OF_TIME, OF_SENDER, NULL };

  if (!is_known (convene_letter_list_names (), name))
    return NULL;
  if (g_str_has_suffix (name, SUBJECT))
    return of_subject;
  if (g_str_equal (name, "update" LETTER))
    return of_news;
  if (g_str_equal (name, "invitation" LETTER) || g_str_equal (name, "link-ready" LETTER) || g_str_equal (name, "reminder" LETTER))
    return of_letter;

  return of_end;
}
