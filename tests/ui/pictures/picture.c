/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture.h"

#include <glib/gstdio.h>

#include "picture-accepted.h"
#include "picture-check.h"
#include "picture-variant.h"
#include "ui-window.h"

#define TRIES 8
#define QUIET 120 /* milliseconds in which nothing of the database's comes any more */

static gboolean
quiet_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
picture_settle (GtkWindow *window)
{
  gboolean quiet = FALSE;

  g_timeout_add (QUIET, quiet_cb, &quiet);
  while (!quiet)
    g_main_context_iteration (NULL, TRUE);
  ui_wait_frame (GTK_WIDGET (window));
}

/* What is inside of the window, without the frame that it gets where there is no compositor: it is as thick on each side. */
static GdkTexture *
render (GtkWindow *window)
{
  GdkPaintable   *paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot    *snapshot = gtk_snapshot_new ();
  int             width = gdk_paintable_get_intrinsic_width (paintable);
  int             height = gdk_paintable_get_intrinsic_height (paintable);
  GskRenderNode  *node;
  GdkTexture     *texture;
  graphene_rect_t bounds;

  bounds.size.width = (float) gtk_widget_get_width (GTK_WIDGET (window));
  bounds.size.height = (float) gtk_widget_get_height (GTK_WIDGET (window));
  bounds.origin.x = ((float) width - bounds.size.width) / 2;
  bounds.origin.y = ((float) height - bounds.size.height) / 2;
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);

  gsk_render_node_unref (node);
  g_object_unref (paintable);
  return texture;
}

static void
save (GdkTexture *texture,
      const char *folder,
      const char *name)
{
  g_autofree char *kept = folder != NULL ? g_strdup (folder) : g_dir_make_tmp ("convene-pictures-XXXXXX", NULL);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (kept, file, NULL);

  g_assert_true (gdk_texture_save_to_png (texture, path));
  if (folder != NULL)
    return;

  g_unlink (path);
  g_rmdir (kept);
}

static void
set_style (GtkWindow *window,
           gboolean   dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  ui_wait_frame (GTK_WIDGET (window));
}

/* Where it is narrow, pages are long, and all of them is to be seen. */
static int
get_height (int width)
{
  return width < 700 ? 1600 : width < 1000 ? 800
                                           : 1000;
}

/* On a busy machine something may still be on its way: what is to be accepted is waited for long, what looks as accepted not at all. */
static GdkTexture *
render_settled (GtkWindow  *window,
                const char *name,
                char      **other)
{
  g_autoptr(GdkTexture) texture = render (window);

  *other = NULL;
  if (!picture_variant_is_compared ())
    return g_steal_pointer (&texture);

  for (guint i = 0; i < TRIES && g_getenv ("CONVENE_ACCEPT_PICTURES") != NULL; i++)
    picture_settle (window);
  for (guint i = 0; i < TRIES; i++)
    {
      g_clear_object (&texture);
      g_clear_pointer (other, g_free);
      texture = render (window);
      *other = picture_compare_with_accepted (texture, name);
      if (*other == NULL)
        break;
      picture_settle (window);
    }

  return g_steal_pointer (&texture);
}

/* All that is wrong is told, not only the first. */
static void
check (GtkWidget  *inside,
       GdkTexture *texture,
       const char *name,
       const char *other,
       int         width)
{
  g_autofree char *cut = picture_find_cut_text (inside);

  if (gtk_widget_get_width (inside) != width)
    g_test_fail_printf ("%s: is %d wide", name, gtk_widget_get_width (inside));
  if (cut != NULL)
    g_test_fail_printf ("%s: %s", name, cut);
  if (other != NULL)
    g_test_fail_printf ("%s: %s", name, other);
  if (picture_count_colours (texture) <= 16)
    g_test_fail_printf ("%s: is blank", name);
}

/* Answers how bright it is. */
static double
take (GtkWindow  *window,
      const char *name,
      const char *style,
      int         width)
{
  g_autofree char *whole = g_strdup_printf ("%s-%s-%d", name, style, width);
  g_autofree char *other = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  set_style (window, g_str_equal (style, "dark"));
  ui_resize (window, width, get_height (width));
  texture = render_settled (window, whole, &other);
  save (texture, g_getenv ("CONVENE_PICTURES"), whole);
  check (ui_get_content (window), texture, whole, other, width);
  return picture_measure_brightness (texture);
}

void
picture_page_at (GtkWindow  *window,
                 const char *name,
                 const int  *widths)
{
  const char *const *styles = picture_variant_get_styles ();

  for (; *widths != 0; widths++)
    {
      double light = take (window, name, styles[0], *widths);

      if (styles[1] != NULL && take (window, name, styles[1], *widths) > light / 2)
        g_test_fail_printf ("%s: is not dark in dark style", name);
    }

  set_style (window, FALSE);
}

void
picture_page (GtkWindow  *window,
              const char *name)
{
  static const int widths[] = { 360, 800, 1600, 0 };

  picture_page_at (window, name, widths);
}

void
picture_screenshot (GtkWindow  *window,
                    const char *name,
                    int         width,
                    int         height)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "screenshots", file, NULL);
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GdkTexture) stored = NULL;

  if (!picture_variant_is_plain ())
    return;

  set_style (window, FALSE);
  ui_resize (window, width, height);
  texture = render (window);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
  save (texture, g_getenv ("CONVENE_SCREENSHOTS"), name);

  stored = gdk_texture_new_from_filename (path, NULL);
  if (stored == NULL || gdk_texture_get_width (stored) != width || gdk_texture_get_height (stored) != height)
    g_test_fail_printf ("data/screenshots/%s is not there, or not %d×%d: run this test with CONVENE_SCREENSHOTS", file, width, height);
}
