/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entry-keys.h"

static gboolean
ask_application (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  g_object_get (widget, "entry", &entry, NULL);
  return entry != NULL && gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), "s", convene_calendar_entry_get_uid (entry));
}

void
convene_entry_keys_add (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_r, GDK_CONTROL_MASK, ask_application, "s", "app.reschedule");
  gtk_widget_class_add_binding (klass, GDK_KEY_e, GDK_CONTROL_MASK, ask_application, "s", "app.edit");
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, ask_application, "s", "app.cancel-interview");
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Delete, 0, ask_application, "s", "app.cancel-interview");
}
