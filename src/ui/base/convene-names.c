/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* From this one on the label of a menu's item has the role of what says nothing, and so the item that is labelled by it has no name. */
#define SILENT_SINCE 10

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

/* As the first label in `whole` says, now and later: of what is named by a label itself GTK 4.8 knows no name. */
static gboolean
name_by_label (GtkWidget *part,
               GtkWidget *whole)
{
  if (GTK_IS_LABEL (whole))
    {
      name_like (part, whole);
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (whole); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (name_by_label (part, child))
      return TRUE;

  return FALSE;
}

static void
choices_map_cb (GtkWidget *list)
{
  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    name_by_label (item, item);
}

static void
name_choices (GtkWidget *list,
              GtkWidget *row)
{
  name_by_label (list, row);
  g_signal_connect (list, "map", G_CALLBACK (choices_map_cb), NULL);
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
  else if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
    name_choices (widget, gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_below (child, whole);
}

void
convene_name_parts (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  name_below (widget, ADW_IS_PREFERENCES_GROUP (widget) ? widget : NULL);
}

static void
checked_cb (GtkWidget      *row,
            GParamSpec     *pspec,
            GtkCheckButton *check)
{
  GtkAccessibleTristate checked = gtk_check_button_get_active (check) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE;

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, checked, -1);
}

void
convene_name_checked_row (GtkWidget      *row,
                          GtkCheckButton *check)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));
  g_return_if_fail (GTK_IS_CHECK_BUTTON (check));

  g_signal_connect_object (check, "notify::active", G_CALLBACK (checked_cb), row, G_CONNECT_SWAPPED);
  checked_cb (row, NULL, check);
}

void
convene_name_button (GtkWidget  *button,
                     const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* In the order in which the calendar has them. */
static void
name_buttons (GtkWidget         *widget,
              const char *const *names,
              guint             *at)
{
  if (GTK_IS_BUTTON (widget) && names[*at] != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (names[(*at)++]), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child, names, at);
}

void
convene_name_arrows (GtkCalendar *calendar)
{
  static const char *const names[] = { N_("Previous month"), N_("Next month"), N_("Previous year"), N_("Next year"), NULL };
  guint                    at = 0;

  g_return_if_fail (GTK_IS_CALENDAR (calendar));

  name_buttons (GTK_WIDGET (calendar), names, &at);
}

static void
name_item (GtkWidget *item)
{
  for (GtkWidget *child = gtk_widget_get_first_child (item); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && *gtk_label_get_text (GTK_LABEL (child)) != '\0')
      {
        gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
        gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (child)), -1);
        return;
      }
}

static void
name_items (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    name_item (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static void
menu_map_cb (GtkWidget *menu)
{
  g_signal_chain_from_overridden_handler (menu);
  name_items (menu);
}

void
convene_name_menus (void)
{
  static gsize done;
  gpointer     klass;

  if (gtk_get_minor_version () < SILENT_SINCE || !g_once_init_enter (&done))
    return;

  /* Its signals are there with the class. */
  klass = g_type_class_ref (GTK_TYPE_POPOVER_MENU);
  g_signal_override_class_handler ("map", GTK_TYPE_POPOVER_MENU, G_CALLBACK (menu_map_cb));
  g_type_class_unref (klass);
  g_once_init_leave (&done, 1);
}
