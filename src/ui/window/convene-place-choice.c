/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-place-choice.h"

#include "convene-words.h"

static const ConvenePlatform places[] = {
  CONVENE_PLATFORM_ZOOM,
  CONVENE_PLATFORM_GOOGLE_MEET,
  CONVENE_PLATFORM_TEAMS,
  CONVENE_PLATFORM_LINK,
  CONVENE_PLATFORM_PHONE,
  CONVENE_PLATFORM_IN_PERSON,
};

/* How many choices stand before the places. */
static guint
count_before (AdwComboRow *row)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (row)) - G_N_ELEMENTS (places);
}

void
convene_place_choice_fill (AdwComboRow *row,
                           const char  *none)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  if (none != NULL)
    gtk_string_list_append (names, none);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_string_list_append (names, convene_words_platform (places[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  /* A row that is given a model can be used at once; this one waits for what is kept. */
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
}

void
convene_place_choice_select (AdwComboRow    *row,
                             gboolean        has_platform,
                             ConvenePlatform platform)
{
  guint position = 0;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  for (guint i = 0; has_platform && i < G_N_ELEMENTS (places); i++)
    if (places[i] == platform)
      position = count_before (row) + i;
  adw_combo_row_set_selected (row, position);
}

gboolean
convene_place_choice_get (AdwComboRow     *row,
                          ConvenePlatform *platform)
{
  guint selected, before;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), FALSE);
  g_return_val_if_fail (platform != NULL, FALSE);

  selected = adw_combo_row_get_selected (row);
  before = count_before (row);
  if (selected < before || selected - before >= G_N_ELEMENTS (places))
    return FALSE;

  *platform = places[selected - before];
  return TRUE;
}
