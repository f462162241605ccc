/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the programs of a desktop have in common: being searched, help, preferences, a list of the shortcuts. */

#include "convene-application-private.h"

#include <glib/gi18n-lib.h>

#include "convene-accounts-window.h"
#include "convene-cancel-window.h"
#include "convene-fix-window.h"
#include "convene-names.h"
#include "convene-opening-window.h"
#include "convene-preferences-window.h"
#include "convene-search.h"
#include "convene-window.h"
#include "convene-wizard.h"

#define RESOURCES "/io/github/conveneapp/Convene"

static void
search_cb (GSimpleAction *action,
           GVariant      *target,
           gpointer       user_data)
{
  ConveneApplication *self = user_data;

  if (!convene_application_is_open_for (self, "search", target))
    return;

  g_application_activate (G_APPLICATION (self));
  convene_window_search (convene_application_find_window (self, CONVENE_TYPE_WINDOW), g_variant_get_string (target, NULL));
}

/* So many of the next interviews come into question: several may be under way. */
#define NEXT 20

/* The last one that can be joined now, else the first that is to come, else NULL. Not owned. */
static ConveneInterview *
choose_next (GPtrArray *interviews,
             gint64     now)
{
  ConveneInterview *next = NULL;

  for (guint i = 0; i < interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (interviews, i);

      if (convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED)
        continue;
      if (next == NULL || convene_search_joins (interview, now))
        next = interview;
    }

  return next;
}

static void
next_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ConveneApplication) self = user_data;
  g_autoptr(GPtrArray) interviews = convene_engine_list_interviews_finish (CONVENE_ENGINE (source), result, NULL, NULL);
  gint64            now = convene_clock_now (convene_engine_get_clock (CONVENE_ENGINE (source)));
  ConveneInterview *next = interviews != NULL ? choose_next (interviews, now) : NULL;
  GVariant         *uid = next != NULL ? g_variant_new_string (convene_interview_get_uid (next)) : NULL;

  /* Somebody left meanwhile. */
  if (interviews == NULL)
    return;
  if (uid != NULL)
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), convene_search_joins (next, now) ? "join" : "show-interview", uid);
      return;
    }

  g_application_activate (G_APPLICATION (self));
  convene_window_toast (convene_application_find_window (self, CONVENE_TYPE_WINDOW), _("No interview is to come"));
}

/* For the menu that the desktop shows of the program: where it is too early to join, it leads to the interview. */
static void
join_next_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  ConveneApplication    *self = user_data;
  ConveneEngine         *engine = convene_application_get_engine (self);
  ConveneInterviewFilter filter = { .limit = NEXT };

  if (!convene_application_is_open_for (self, "join-next", target))
    return;

  filter.now = convene_clock_now (convene_engine_get_clock (engine));
  convene_engine_list_interviews_async (engine, &filter, NULL, next_listed_cb, g_object_ref (self));
}

/* What somebody who presses F1 there wants to know. */
static const char *
get_page_of (GtkWindow *window)
{
  if (CONVENE_IS_WIZARD (window))
    return "schedule";
  if (CONVENE_IS_ACCOUNTS_WINDOW (window))
    return "connect-zoom";
  if (CONVENE_IS_FIX_WINDOW (window))
    return "fix";
  if (CONVENE_IS_CANCEL_WINDOW (window))
    return "cancel";
  if (CONVENE_IS_OPENING_WINDOW (window))
    return "answers";
  if (CONVENE_IS_PREFERENCES_WINDOW (window))
    return "preferences";

  return "index";
}

static void
helped_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  ConveneWindow *window = convene_application_find_window (self, CONVENE_TYPE_WINDOW);

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;

  g_message ("Help does not open: %s", error->message);
  if (window != NULL)
    convene_window_toast (window, _("There is no program to read the help with: install “Help” (Yelp)"));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  ConveneApplication *self = user_data;
  GtkWindow          *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  const char         *page = g_variant_get_string (target, NULL);
  g_autoptr(GAppLaunchContext) context = NULL;
  g_autofree char *uri = g_strconcat ("help:convene/", *page != '\0' ? page : get_page_of (window), NULL);

  if (window != NULL)
    context = G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (window))));
  g_app_info_launch_default_for_uri_async (uri, context, NULL, helped_cb, g_object_ref (self));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *target,
                gpointer       user_data)
{
  ConveneApplication *self = user_data;
  GtkWindow          *preferences;

  if (!convene_application_is_open_for (self, "preferences", target))
    return;

  preferences = convene_application_find_window (self, CONVENE_TYPE_PREFERENCES_WINDOW);
  if (preferences == NULL)
    preferences = GTK_WINDOW (convene_preferences_window_new (GTK_APPLICATION (self), convene_application_get_engine (self)));
  convene_application_present (self, preferences);
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  ConveneApplication *self = user_data;
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/ui/window/convene-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  convene_name_parts (GTK_WIDGET (window));
  gtk_window_set_application (window, GTK_APPLICATION (self));
  convene_application_present (self, window);
}

void
convene_application_add_desktop_actions (ConveneApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "search", .activate = search_cb, .parameter_type = "s" },
    { .name = "join-next", .activate = join_next_cb },
    { .name = "help", .activate = help_cb, .parameter_type = "s" },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
  };
  static const char *const accelerators[] = { "F1", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.help::", accelerators);
}
