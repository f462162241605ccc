/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-template-words.h"

#include <glib/gi18n-lib.h>

#include "convene-letter-templates.h"

typedef struct
{
  const char *name;
  const char *words;
} Word;

/* The word of a name in a table; the name where there is none. */
static const char *
find_word (const Word *words,
           guint       n_words,
           const char *context,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].name, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, context, words[i].words);

  return name;
}

const char *
convene_template_words_letter (const char *letter)
{
  static const Word letters[] = {
    { "invitation", NC_ ("letter", "Invitation") },
    { "update", NC_ ("letter", "Change") },
    { "link-ready", NC_ ("letter", "Link follows") },
    { "reminder", NC_ ("letter", "Reminder") },
    { "cancellation", NC_ ("letter", "Cancellation") },
    { "removal", NC_ ("letter", "To who no longer takes part") },
    { "urgent", NC_ ("letter", "To the hiring manager: no meeting") },
    { "missing", NC_ ("letter", "To the hiring manager: meeting gone") },
  };

  g_return_val_if_fail (letter != NULL, NULL);

  return find_word (letters, G_N_ELEMENTS (letters), "letter", letter);
}

static const char *
word_placeholder (const char *placeholder)
{
  static const Word placeholders[] = {
    { "{{reader}}", NC_ ("placeholder", "Who reads it") },
    { "{{candidate}}", NC_ ("placeholder", "Candidate") },
    { "{{job}}", NC_ ("placeholder", "Job") },
    { "{{>facts}}", NC_ ("placeholder", "Everything about the interview") },
    { "{{>changes}}", NC_ ("placeholder", "What has changed") },
    { "{{>when}}", NC_ ("placeholder", "When and where") },
    { "{{>signature}}", NC_ ("placeholder", "Signature") },
    { "{{when}}", NC_ ("placeholder", "Day and time") },
    { "{{when_there}}", NC_ ("placeholder", "Day and time where the interview is") },
    { "{{when_utc}}", NC_ ("placeholder", "Day and time in UTC") },
    { "{{date}}", NC_ ("placeholder", "Day") },
    { "{{city}}", NC_ ("placeholder", "City of the time zone") },
    { "{{platform}}", NC_ ("placeholder", "Platform") },
    { "{{link}}", NC_ ("placeholder", "Link") },
    { "{{number}}", NC_ ("placeholder", "Meeting number") },
    { "{{password}}", NC_ ("placeholder", "Password") },
    { "{{phone}}", NC_ ("placeholder", "Telephone number") },
    { "{{place}}", NC_ ("placeholder", "Place") },
    { "{{clock_change}}", NC_ ("placeholder", "Clock change before the interview") },
    { "{{agenda}}", NC_ ("placeholder", "Agenda") },
    { "{{details}}", NC_ ("placeholder", "Message to the candidate") },
    { "{{reason}}", NC_ ("placeholder", "Reason") },
    { "{{sender}}", NC_ ("placeholder", "Sender") },
    { "{{sender_address}}", NC_ ("placeholder", "Address of the sender") },
  };

  return find_word (placeholders, G_N_ELEMENTS (placeholders), "placeholder", placeholder);
}

GMenuModel *
convene_template_words_menu_new (const char *name,
                                 const char *action)
{
  const char *const *placeholders = convene_letter_templates_list_placeholders (name);
  g_autoptr(GMenu) words = g_menu_new ();
  g_autoptr(GMenu) blocks = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; placeholders != NULL && placeholders[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (word_placeholder (placeholders[i]), NULL);

      g_menu_item_set_action_and_target (item, action, "s", placeholders[i]);
      g_menu_append_item (g_str_has_prefix (placeholders[i], "{{>") ? blocks : words, item);
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (blocks)) > 0)
    g_menu_append_section (menu, C_("placeholder", "Paragraphs"), G_MENU_MODEL (blocks));
  g_menu_append_section (menu, C_("placeholder", "Words"), G_MENU_MODEL (words));
  return G_MENU_MODEL (menu);
}
