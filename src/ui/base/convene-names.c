/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-names.h"

#include <adwaita.h>

static void
name_like (GtkWidget *part,
           GtkWidget *whole)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_LABELLED_BY, whole, NULL, -1);
}

static gboolean
has_title (GtkWidget *group)
{
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));

  return title != NULL && *title != '\0';
}

static void
name_pages (GtkStack *stack)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkStackPage *page = gtk_stack_get_page (stack, child);

      if (gtk_stack_page_get_title (page) == NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
    }
}

static gboolean
names_its_lists (GtkWidget *whole)
{
  return whole != NULL && (ADW_IS_EXPANDER_ROW (whole) || !has_title (whole));
}

/* Inside of `whole`, a group or a row with a list; NULL outside of them. Classes made of a group are left alone: they may get their title later. */
static void
name_below (GtkWidget *widget,
            GtkWidget *whole)
{
  if (G_OBJECT_TYPE (widget) == ADW_TYPE_PREFERENCES_GROUP || ADW_IS_EXPANDER_ROW (widget))
    whole = widget;
  else if (GTK_IS_LIST_BOX (widget) && names_its_lists (whole))
    name_like (widget, whole);
  else if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) != NULL)
    name_like (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget))), widget);
  else if (GTK_IS_STACK (widget))
    name_pages (GTK_STACK (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_below (child, whole);
}

void
convene_name_parts (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  name_below (widget, ADW_IS_PREFERENCES_GROUP (widget) ? widget : NULL);
}
