/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-described-rows.h"

static void
describe_cb (GtkWidget *row)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
}

void
convene_described_rows_follow (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Those of a type of their own know better. */
  if (G_OBJECT_TYPE (widget) == ADW_TYPE_ACTION_ROW)
    {
      g_signal_connect (widget, "notify::title", G_CALLBACK (describe_cb), NULL);
      g_signal_connect (widget, "notify::subtitle", G_CALLBACK (describe_cb), NULL);
      describe_cb (widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    convene_described_rows_follow (child);
}
