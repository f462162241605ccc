/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-compat.h"
#include "picture-variant.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

/* The toolkit's own windows: their sense ends before 1600 pixels, and that of the shortcuts begins where two columns have room. */
static const int about_widths[] = { 360, 800, 0 };
static const int shortcuts_widths[] = { 800, 0 };
static const int long_shortcuts_widths[] = { 1200, 0 };

static void
test_shortcuts (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/conveneapp/Convene/ui/window/convene-shortcuts.ui");
  GtkWindow  *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  const char *style = picture_variant_get_styles ()[0];
  const int  *widths = g_str_equal (style, "large") || g_str_equal (style, "pseudo") ? long_shortcuts_widths : shortcuts_widths;

  /* It does not change its size: whatever it needs, it is to have room in 800 pixels, in the letters and the languages that there are. */
  gtk_widget_set_size_request (ui_get_content (window), widths[0], -1);
  gtk_window_present (window);
  picture_settle (window);
  picture_page_at (window, "shortcuts", widths);
  g_clear_object (&builder);
  ui_destroy (window, NULL);
}

/* The window that stands over another one, or that one where a dialog is inside of it. */
static GtkWindow *
find_over (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }

  return parent;
}

static void
test_about (void)
{
  GtkWindow *parent = ui_present (gtk_label_new ("Behind it"), 800, 800);
  GtkWindow *window;

  convene_compat_show_about (parent, "io.github.conveneapp.Convene", "0.1.0");
  window = find_over (parent);
  picture_settle (window);
  picture_page_at (window, "about", about_widths);
  if (window != parent)
    ui_destroy (window, NULL);
  ui_destroy (parent, NULL);
}

void
pictures_add_dialogs (void)
{
  g_test_add_func ("/ui/pictures/shortcuts", test_shortcuts);
  g_test_add_func ("/ui/pictures/about", test_about);
}
