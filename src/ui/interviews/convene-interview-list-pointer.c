/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-list-private.h"

#include <glib/gi18n-lib.h>

#include "convene-interview-cell.h"
#include "convene-interview-menu.h"

static ConveneInterviewItem *
find_item_below (GtkWidget *widget)
{
  if (CONVENE_IS_INTERVIEW_CELL (widget))
    return convene_interview_cell_get_item (CONVENE_INTERVIEW_CELL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ConveneInterviewItem *item = find_item_below (child);

      if (item != NULL)
        return item;
    }

  return NULL;
}

/* The row around a widget: the one that lies in the list itself. */
static GtkWidget *
find_row (ConveneInterviewList *self,
          GtkWidget            *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0)
      return widget;

  return NULL;
}

/* Where the interview of a row stands; G_MAXUINT where there is none. */
static guint
find_position (ConveneInterviewList *self,
               GtkWidget            *row)
{
  ConveneInterviewItem *item = row != NULL ? find_item_below (row) : NULL;
  ConveneCalendarEntry *entry = item != NULL ? convene_interview_item_get_entry (item) : NULL;

  return entry != NULL ? convene_interview_query_find (self->query, convene_calendar_entry_get_uid (entry)) : G_MAXUINT;
}

static GtkWidget *
pick_row (ConveneInterviewList *self,
          double                x,
          double                y)
{
  return find_row (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
}

static GMenuModel *
make_menu (ConveneInterviewList *self,
           guint                 position)
{
  g_autoptr(ConveneInterviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->query), position);

  if (convene_interview_selection_count (self->selection) > 1)
    return convene_interview_menu_new_several ();

  return convene_interview_menu_new (convene_interview_item_get_entry (item), convene_interview_list_get_now (self));
}

static void
popup_menu (ConveneInterviewList *self,
            GtkWidget            *row,
            double                x,
            double                y)
{
  guint position = find_position (self, row);
  g_autoptr(GMenuModel) model = NULL;

  if (position == G_MAXUINT)
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  model = make_menu (self, position);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      g_object_set (self->menu, "has-arrow", FALSE, "halign", GTK_ALIGN_START, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("menu", "Interview"), -1);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_cb (GtkGestureClick *gesture,
              int              n_press,
              double           x,
              double           y,
              gpointer         user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (user_data, pick_row (user_data, x, y), x, y);
}

/* By keyboard: below the row that has the focus. */
gboolean
convene_interview_list_popup_menu (GtkWidget *widget,
                                   GVariant  *arguments,
                                   gpointer   user_data)
{
  ConveneInterviewList *self = CONVENE_INTERVIEW_LIST (widget);
  GtkRoot              *root = gtk_widget_get_root (widget);
  GtkWidget            *row = root != NULL ? find_row (self, gtk_root_get_focus (root)) : NULL;
  graphene_rect_t       bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &bounds))
    return FALSE;

  popup_menu (self, row, bounds.origin.x + 24, bounds.origin.y + bounds.size.height);
  return TRUE;
}

static void
toggle (ConveneInterviewList *self,
        guint                 position)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
  self->choosing = convene_interview_selection_count (self->selection) > 0;
}

/* A tap on a card opens it, or chooses it while some are being chosen. */
static void
tapped_cb (GtkGestureClick *gesture,
           int              n_press,
           double           x,
           double           y,
           gpointer         user_data)
{
  ConveneInterviewList *self = user_data;
  GdkModifierType       modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint                 position;

  if (!self->narrow || n_press != 1 || (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;

  position = find_position (self, pick_row (self, x, y));
  if (position == G_MAXUINT)
    return;

  if (!self->choosing)
    {
      convene_interview_list_open_position (self, position);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  toggle (self, position);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         gpointer             user_data)
{
  ConveneInterviewList *self = user_data;
  guint                 position = find_position (self, pick_row (self, x, y));

  if (position == G_MAXUINT)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  toggle (self, position);
}

static void
add_gesture (ConveneInterviewList *self,
             GtkGesture           *gesture,
             guint                 button)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), GTK_EVENT_CONTROLLER (gesture));
}

void
convene_interview_list_add_gestures (ConveneInterviewList *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *tap = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  g_signal_connect (tap, "released", G_CALLBACK (tapped_cb), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  add_gesture (self, secondary, GDK_BUTTON_SECONDARY);
  add_gesture (self, tap, GDK_BUTTON_PRIMARY);
  add_gesture (self, hold, GDK_BUTTON_PRIMARY);
}
