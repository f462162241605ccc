/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture.h"

#include "picture-accepted.h"
#include "picture-check.h"
#include "picture-variant.h"
#include "ui-window.h"

#define TRIES 8
#define TURNS 3   /* before a picture is accepted */
#define QUIET 120 /* milliseconds in which nothing of the database's comes any more */

void
picture_settle (GtkWindow *window)
{
  ui_rest (QUIET);
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
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;

  if (path != NULL)
    g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
set_style (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* Where it is narrow, pages are long, and all of them is to be seen. */
static int
get_height (int width)
{
  return width < 700 ? 1600 : width < 1000 ? 800
                                           : 1000;
}

/* What is inside of a widget that needs the most room: a path of types. */
static void
tell_widest (GtkWidget *widget,
             GString   *text)
{
  GtkWidget *widest = NULL;
  int        most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > most)
        widest = child;
      most = MAX (most, width);
    }
  if (widest == NULL)
    return;

  g_string_append_printf (text, "%s %d. ", G_OBJECT_TYPE_NAME (widest), most);
  tell_widest (widest, text);
}

/* What is wrong with a picture, or NULL. */
static char *
look_at (GtkWindow  *window,
         GdkTexture *texture,
         const char *name,
         int         width)
{
  GtkWidget       *inside = ui_get_content (window);
  g_autofree char *cut = picture_find_cut_text (inside);
  g_autofree char *other = picture_variant_is_compared () ? picture_compare_with_accepted (texture, name) : NULL;
  GString         *wrong = g_string_new (NULL);

  if (gtk_widget_get_width (inside) != width)
    {
      g_string_append_printf (wrong, "It is %d wide. ", gtk_widget_get_width (inside));
      tell_widest (inside, wrong);
    }
  if (picture_is_blank (texture))
    g_string_append (wrong, "It is blank. ");
  if (cut != NULL)
    g_string_append (wrong, cut);
  if (other != NULL)
    g_string_append (wrong, other);

  return g_string_free (wrong, wrong->len == 0);
}

/* On a busy machine something may still be on its way: what is to be accepted is waited for long, what looks as it should not at all. */
static GdkTexture *
render_settled (GtkWindow  *window,
                const char *name,
                int         width,
                char      **wrong)
{
  GdkTexture *texture = NULL;

  for (guint i = 0; i < TURNS && g_getenv ("CONVENE_ACCEPT_PICTURES") != NULL; i++)
    picture_settle (window);
  for (guint i = 0; i < TRIES; i++)
    {
      g_clear_object (&texture);
      texture = render (window);
      *wrong = look_at (window, texture, name, width);
      if (*wrong == NULL || i == TRIES - 1)
        break;
      g_clear_pointer (wrong, g_free);
      picture_settle (window);
    }

  return texture;
}

/* Answers how bright it is. Of a test that failed the last message alone is shown. */
static double
take (GtkWindow  *window,
      const char *name,
      const char *style,
      int         width)
{
  g_autofree char *whole = g_strdup_printf ("%s-%s-%d", name, style, width);
  g_autofree char *wrong = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  set_style (g_str_equal (style, "dark"));
  ui_resize (window, width, get_height (width));
  texture = render_settled (window, whole, width, &wrong);
  save (texture, g_getenv ("CONVENE_PICTURES"), whole);
  if (wrong != NULL)
    {
      g_test_message ("%s: %s", whole, wrong);
      g_test_fail_printf ("%s: %s", whole, wrong);
    }

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

  set_style (FALSE);
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

  set_style (FALSE);
  ui_resize (window, width, height);
  texture = render (window);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
  save (texture, g_getenv ("CONVENE_SCREENSHOTS"), name);

  stored = gdk_texture_new_from_filename (path, NULL);
  if (stored == NULL || gdk_texture_get_width (stored) != width || gdk_texture_get_height (stored) != height)
    g_test_fail_printf ("data/screenshots/%s is not there, or not %d×%d: run this test with CONVENE_SCREENSHOTS", file, width, height);
}
