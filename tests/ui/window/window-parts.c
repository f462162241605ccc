/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-parts.h"

#include "convene-calendar-page.h"
#include "convene-later.h"
#include "ui-window.h"

static gboolean
has_target (GtkWidget  *button,
            const char *target)
{
  GVariant *value = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));

  return target == NULL || (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) && g_str_equal (g_variant_get_string (value, NULL), target));
}

GtkWidget *
find_button_for (GtkWidget  *widget,
                 const char *action,
                 const char *target)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0 && has_target (widget, target))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button_for (child, action, target);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  return find_button_for (widget, action, NULL);
}

const char *
get_target (GtkWidget *button)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL);
}

const char *
get_words (GtkWidget  *widget,
           const char *style)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, style) && gtk_widget_is_visible (widget))
    return gtk_label_get_label (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *found = get_words (child, style);

      if (found != NULL)
        return found;
    }

  return NULL;
}

const char *
get_heading (GtkWidget *window)
{
  return get_words (ui_find (window, ADW_TYPE_HEADER_BAR), "title");
}

GtkWidget *
find_page (GtkWidget *window)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (gtk_widget_get_ancestor (ui_find (window, CONVENE_TYPE_CALENDAR_PAGE), GTK_TYPE_STACK)));

  return CONVENE_IS_LATER (page) ? adw_bin_get_child (ADW_BIN (page)) : page;
}
