/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entry-join.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-words.h"

#define EARLY (10 * CONVENE_MINUTE)

gboolean
convene_entry_can_join (ConveneCalendarEntry *entry,
                        gint64                now,
                        gint64               *next)
{
  gint64 from, to;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  *next = G_MAXINT64;
  if (!convene_calendar_entry_get_has_link (entry) || convene_calendar_entry_get_status (entry) != CONVENE_STATUS_SCHEDULED)
    return FALSE;

  from = convene_calendar_entry_get_start (entry) - EARLY;
  to = convene_calendar_entry_get_end (entry);
  *next = now < from ? from : now < to ? to
                                       : G_MAXINT64;
  return now >= from && now < to;
}

void
convene_entry_join_show (GtkButton            *button,
                         ConveneCalendarEntry *entry)
{
  gboolean         hosted, has_link;
  const char      *candidate;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry));

  hosted = convene_calendar_entry_get_hosted (entry);
  candidate = convene_calendar_entry_get_candidate (entry);
  has_link = convene_calendar_entry_get_has_link (entry);
  name = hosted ? g_strdup_printf (C_("meeting", "Start %s"), candidate) : g_strdup_printf (_("Join %s"), candidate);

  gtk_button_set_label (button, convene_words_join (hosted));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), convene_words_join_tooltip (hosted));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (has_link)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", convene_calendar_entry_get_uid (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), has_link ? "app.join" : NULL);
}
