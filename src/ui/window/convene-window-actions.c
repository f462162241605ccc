/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-private.h"

#include <glib/gi18n-lib.h>

#include "convene-zone-window.h"

/* What can be done while the calendar is in front. */
static const char *const calendar_actions[] = { "win.today", "win.previous", "win.next", "win.go-to-date", "win.show-date" };

/* What can be done with an interview whose details are in front. */
static const struct
{
  const char *action;
  const char *asked; /* of the application, with the interview's uid */
} life_actions[] = {
  { "win.reschedule", "app.reschedule" },
  { "win.edit", "app.edit" },
  { "win.cancel-interview", "app.cancel-interview" },
};

void
convene_window_update_actions (ConveneWindow *self)
{
  GtkWidget       *front = convene_window_get_front (self);
  g_autofree char *showing = convene_window_dup_showing (self);

  for (guint i = 0; i < G_N_ELEMENTS (calendar_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), calendar_actions[i], front != NULL && front == GTK_WIDGET (self->calendar));
  for (guint i = 0; i < G_N_ELEMENTS (life_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), life_actions[i].action, convene_window_get_changeable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", showing != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", front != NULL);
}

static void
today_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  convene_calendar_page_go_to_today (CONVENE_WINDOW (widget)->calendar);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  convene_calendar_page_turn (CONVENE_WINDOW (widget)->calendar, -1);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_calendar_page_turn (CONVENE_WINDOW (widget)->calendar, 1);
}

static void
go_to_date_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  convene_window_header_ask_date (CONVENE_WINDOW (widget)->header);
}

static void
show_date_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  convene_calendar_page_set_date (CONVENE_WINDOW (widget)->calendar, g_variant_get_string (target, NULL));
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  ConveneWindow *self = CONVENE_WINDOW (widget);

  if (convene_window_get_front (self) == GTK_WIDGET (self->calendar))
    convene_calendar_page_back (self->calendar);
  else if (self->interviews != NULL)
    convene_interviews_page_back (self->interviews);
}

static void
life_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  g_autofree char *uid = convene_window_dup_showing (CONVENE_WINDOW (widget));

  for (guint i = 0; uid != NULL && i < G_N_ELEMENTS (life_actions); i++)
    if (g_str_equal (life_actions[i].action, action))
      gtk_widget_activate_action (widget, life_actions[i].asked, "s", uid);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  convene_window_search (CONVENE_WINDOW (widget), NULL);
}

static void
clear_filters_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *target)
{
  convene_filter_clear (CONVENE_WINDOW (widget)->filter);
}

static void
second_zone_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  ConveneWindow *self = CONVENE_WINDOW (widget);

  if (self->engine != NULL)
    gtk_window_present (GTK_WINDOW (convene_zone_window_new (GTK_WINDOW (self), self->engine, G_OBJECT (self->calendar))));
}

static void
join_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_open (GTK_WIDGET (CONVENE_WINDOW (widget)->pages), g_variant_get_string (target, NULL));
}

static void
join_next_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  ConveneWindow *self = CONVENE_WINDOW (widget);
  const char    *uid = convene_next_bar_get_joinable (self->next_bar);

  if (uid != NULL)
    gtk_widget_activate_action (widget, "app.join", "s", uid);
  else
    convene_toast (GTK_WIDGET (self->pages), _("No interview can be joined now"));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  convene_copy (GTK_WIDGET (CONVENE_WINDOW (widget)->pages), g_variant_get_string (target, NULL), _("Copied"));
}

static void
show_view (ConveneWindow *self,
           const char    *view)
{
  convene_calendar_page_set_view (self->calendar, view);
  convene_window_set_page (self, "calendar");
}

static void
view_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  show_view (user_data, g_variant_get_string (target, NULL));
}

static void
colors_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       user_data)
{
  g_object_set (CONVENE_WINDOW (user_data)->calendar, "colors", g_variant_get_string (target, NULL), NULL);
}

static void
page_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  convene_window_set_page (user_data, g_variant_get_string (target, NULL));
}

/* The action is called like the property whose value is its state. */
static void
state_cb (GSimpleAction *action,
          GParamSpec    *pspec,
          GObject       *object)
{
  g_autofree char *state = NULL;

  g_object_get (object, pspec->name, &state, NULL);
  g_simple_action_set_state (action, g_variant_new_string (state));
}

/* The keys 1 to 4, where nobody types them into something. */
static gboolean
view_key_cb (GtkWidget *widget,
             GVariant  *view,
             gpointer   user_data)
{
  ConveneWindow *self = CONVENE_WINDOW (widget);

  if (convene_window_get_front (self) != GTK_WIDGET (self->calendar))
    return GDK_EVENT_PROPAGATE;

  show_view (self, g_variant_get_string (view, NULL));
  return GDK_EVENT_STOP;
}

/* From the header: in a page the page knows where it leads. */
static gboolean
into_page_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  GtkWidget *front = convene_window_get_front (CONVENE_WINDOW (widget));

  return front != NULL && (gtk_widget_grab_focus (front) || gtk_widget_child_focus (front, GTK_DIR_TAB_FORWARD));
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint       keys[2];
    const char *view;
  } views[] = {
    { { GDK_KEY_1, GDK_KEY_KP_1 }, "month" },
    { { GDK_KEY_2, GDK_KEY_KP_2 }, "week" },
    { { GDK_KEY_3, GDK_KEY_KP_3 }, "day" },
    { { GDK_KEY_4, GDK_KEY_KP_4 }, "agenda" },
  };
  static const struct
  {
    guint       keys[2];
    const char *action;
  } actions[] = {
    { { GDK_KEY_t, GDK_KEY_T }, "win.today" },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, "win.previous" },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, "win.next" },
    { { GDK_KEY_Delete, GDK_KEY_KP_Delete }, "win.cancel-interview" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (guint j = 0; j < G_N_ELEMENTS (views[i].keys); j++)
      gtk_widget_class_add_binding (klass, views[i].keys[j], 0, view_key_cb, "s", views[i].view);
  gtk_widget_class_add_binding (klass, GDK_KEY_F6, 0, into_page_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys); j++)
      gtk_widget_class_add_binding_action (klass, actions[i].keys[j], 0, actions[i].action, NULL);
}

void
convene_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.today", NULL, today_cb);
  gtk_widget_class_install_action (klass, "win.previous", NULL, previous_cb);
  gtk_widget_class_install_action (klass, "win.next", NULL, next_cb);
  gtk_widget_class_install_action (klass, "win.go-to-date", NULL, go_to_date_cb);
  gtk_widget_class_install_action (klass, "win.show-date", "s", show_date_cb);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  for (guint i = 0; i < G_N_ELEMENTS (life_actions); i++)
    gtk_widget_class_install_action (klass, life_actions[i].action, NULL, life_cb);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (klass, "win.second-zone", NULL, second_zone_cb);
  gtk_widget_class_install_action (klass, "win.join", "s", join_cb);
  gtk_widget_class_install_action (klass, "win.join-next", NULL, join_next_cb);
  gtk_widget_class_install_action (klass, "win.copy", "s", copy_cb);
  add_keys (klass);
}

/* A GPropertyAction would keep the window for ever. */
static void
add_choice (ConveneWindow *self,
            const char    *name,
            GObject       *object,
            GCallback      chosen)
{
  g_autoptr(GSimpleAction) action = NULL;
  g_autofree char *state = NULL;
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);

  g_object_get (object, name, &state, NULL);
  action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (state));
  g_signal_connect_object (action, "activate", chosen, self, 0);
  g_signal_connect_object (object, signal, G_CALLBACK (state_cb), action, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* Those with a state: which page, which view of the calendar, which colors. */
void
convene_window_add_actions (ConveneWindow *self)
{
  add_choice (self, "page", G_OBJECT (self), G_CALLBACK (page_cb));
  add_choice (self, "view", G_OBJECT (self->calendar), G_CALLBACK (view_cb));
  add_choice (self, "colors", G_OBJECT (self->calendar), G_CALLBACK (colors_cb));
}
