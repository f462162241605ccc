/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pictures.h"

#include "picture-variant.h"
#include "ui-window.h"

void
pictures_add_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { .name = "schedule" },
    { .name = "schedule-on", .parameter_type = "s" },
    { .name = "connected-apps" },
    { .name = "connect", .parameter_type = "s" },
    { .name = "show-interview", .parameter_type = "s" },
    { .name = "reschedule", .parameter_type = "s" },
    { .name = "edit", .parameter_type = "s" },
    { .name = "cancel-interview", .parameter_type = "s" },
    { .name = "join", .parameter_type = "s" },
    { .name = "resend", .parameter_type = "s" },
    { .name = "mark", .parameter_type = "(ss)" },
    { .name = "fix", .parameter_type = "s" },
    { .name = "practice" },
    { .name = "shortcuts" },
    { .name = "open-file" },
    { .name = "about" },
    { .name = "try-again" },
    { .name = "quit" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(GVariantType) type = entries[i].parameter_type != NULL ? g_variant_type_new (entries[i].parameter_type) : NULL;
      g_autoptr(GSimpleAction) action = g_simple_action_new (entries[i].name, type);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (group));
}

/* The program's own icons lie beside it as long as it is not installed. */
static void
add_icons (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "icons", NULL);

  gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), folder);
}

int
main (int   argc,
      char *argv[])
{
  /* Before anybody asks for the time zone: a place where a candidate's time is another one. */
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  ui_test_init (&argc, &argv);
  picture_variant_init ();
  add_icons ();

  pictures_add_main ();
  pictures_add_wizard ();
  pictures_add_interviews ();
  pictures_add_life ();
  pictures_add_mend ();
  pictures_add_opening ();
  pictures_add_accounts ();
  pictures_add_dialogs ();
  return g_test_run ();
}
