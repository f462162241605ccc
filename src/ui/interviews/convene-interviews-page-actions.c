/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interviews-page-private.h"

#include "convene-interviews-several.h"

guint
convene_interviews_page_count_chosen (ConveneInterviewsPage *self)
{
  ConveneInterviewSelection *selection = convene_interview_list_get_selection (self->list);

  return selection != NULL ? convene_interview_selection_count (selection) : 0;
}

static void
ask (GtkWidget     *widget,
     ConveneSeveral what)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (widget);

  if (convene_interviews_page_count_chosen (self) > 0)
    convene_interviews_several_ask (widget, self->engine, self->query, convene_interview_list_get_selection (self->list), what, self->cancellable);
}

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  ask (widget, CONVENE_SEVERAL_CANCEL);
}

static void
resend (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  ask (widget, CONVENE_SEVERAL_RESEND);
}

static void export(GtkWidget  *widget,
                   const char *action,
                   GVariant   *target)
{
  ask (widget, CONVENE_SEVERAL_EXPORT);
}

static void
clear_selection (GtkWidget  *widget,
                 const char *action,
                 GVariant   *target)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (widget);

  convene_interview_list_unselect (self->list);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
clear (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (widget);

  if (self->filter == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  convene_filter_set_text (self->filter, NULL);
  convene_filter_clear (self->filter);
}

static void
open_one (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  convene_interviews_page_show_interview (CONVENE_INTERVIEWS_PAGE (widget), g_variant_get_string (target, NULL));
}

/* Keys for what is chosen. */

static gboolean
ask_application (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  const char *uid = convene_interview_list_get_chosen (CONVENE_INTERVIEWS_PAGE (widget)->list);

  return uid != NULL && gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), "s", uid);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return convene_interviews_page_count_chosen (CONVENE_INTERVIEWS_PAGE (widget)) > 0 && gtk_widget_activate_action (widget, "interviews.cancel", NULL);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (widget);

  if (convene_interviews_page_get_showing (self) != NULL)
    return gtk_widget_activate_action (widget, "win.back", NULL);
  if (convene_interviews_page_count_chosen (self) == 0)
    return FALSE;

  convene_interview_list_unselect (self->list);
  return TRUE;
}

/* From the list to the details and back. */
static gboolean
switch_pane (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ConveneInterviewsPage *self = CONVENE_INTERVIEWS_PAGE (widget);
  GtkRoot               *root = gtk_widget_get_root (widget);
  GtkWidget             *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (convene_interviews_page_get_showing (self) == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->side))))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_grab_focus (GTK_WIDGET (self->side));
}

void
convene_interviews_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "interviews.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "interviews.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "interviews.resend", NULL, resend);
  gtk_widget_class_install_action (widget_class, "interviews.clear-selection", NULL, clear_selection);
  gtk_widget_class_install_action (widget_class, "interviews.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "interviews.open", "s", open_one);
  gtk_widget_class_install_property_action (widget_class, "interviews.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "interviews.sort-descending", "sort-descending");

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, switch_pane, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, ask_application, "s", "app.reschedule");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, ask_application, "s", "app.edit");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "interviews.export", NULL);
}
