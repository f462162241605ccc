/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-weekday-label.h"

#include <glib/gi18n-lib.h>

GtkWidget *
convene_weekday_label_new (int weekday)
{
  /* 2024 began on a Monday. */
  g_autoptr(GDateTime) day = g_date_time_new_utc (2024, 1, weekday, 0, 0, 0);
  /* Translators: a format of g_date_time_format (): the head of a column of days, short, and as it is read aloud. */
  g_autofree char *head = g_date_time_format (day, C_("head of a column of days", "%a"));
  g_autofree char *name = g_date_time_format (day, C_("head of a column of days", "%A"));
  /* Visible last: GTK asks the display where the pointer is for each tooltip that a visible widget gets. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "label", head, "tooltip-text", name, "ellipsize", PANGO_ELLIPSIZE_END, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_widget_set_visible (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return label;
}
