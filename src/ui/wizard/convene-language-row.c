/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-language-row.h"

#include <string.h>

#include "convene-letter-templates.h"
#include "convene-words.h"

/* The place in the list of what letters are written in for "es" and "es-MX" alike; English is the first. */
static guint
find_language (ConveneDraft *draft)
{
  const char *const *languages = convene_letter_templates_list_languages ();
  g_autofree char   *tag = NULL;

  g_object_get (draft, "candidate-language", &tag, NULL);
  tag[strcspn (tag, "-_")] = '\0';
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_ascii_strcasecmp (languages[i], tag) == 0)
      return i;

  return 0;
}

static void
show_cb (AdwComboRow  *row,
         GParamSpec   *pspec,
         ConveneDraft *draft)
{
  adw_combo_row_set_selected (row, find_language (draft));
}

static void
chosen_cb (ConveneDraft *draft,
           GParamSpec   *pspec,
           AdwComboRow  *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION && selected != find_language (draft))
    g_object_set (draft, "candidate-language", convene_letter_templates_list_languages ()[selected], NULL);
}

void
convene_language_row_bind (AdwComboRow  *row,
                           ConveneDraft *draft)
{
  const char *const *languages = convene_letter_templates_list_languages ();
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (CONVENE_IS_DRAFT (draft));

  for (guint i = 0; languages[i] != NULL; i++)
    gtk_string_list_append (words, convene_words_language (languages[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, find_language (draft));
  g_signal_connect_object (draft, "notify::candidate-language", G_CALLBACK (show_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), draft, G_CONNECT_SWAPPED);
}
