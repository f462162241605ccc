/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entry-chip.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

gboolean
convene_entry_chip_is_needed (ConveneCalendarEntry *entry)
{
  return convene_calendar_entry_get_attention (entry) || convene_calendar_entry_get_status (entry) != CONVENE_STATUS_SCHEDULED;
}

void
convene_entry_chip_show (GtkWidget            *chip,
                         ConveneCalendarEntry *entry)
{
  ConveneStatus status = convene_calendar_entry_get_status (entry);
  gboolean      attention = convene_calendar_entry_get_attention (entry);
  const char   *tone = status == CONVENE_STATUS_CANCELLED ? "bad" : "plain";

  gtk_widget_set_visible (chip, convene_entry_chip_is_needed (entry));
  if (gtk_widget_get_visible (chip))
    g_object_set (chip, "label", attention ? C_("interview", "Needs attention") : convene_words_status (status), "icon-name", attention ? "dialog-warning-symbolic" : NULL, "tone", attention ? "warning" : tone, NULL);
}
