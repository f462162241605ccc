/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture-check.h"

#include <math.h>

#define ENOUGH_COLOURS 300

/* A tooltip is one's own or that of what is around, as of a button around its label. */
static gboolean
has_tooltip (GtkWidget *widget,
             GtkWidget *inside)
{
  for (; widget != NULL && widget != inside; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

  return FALSE;
}

/* Why a label cannot be read to its end, or NULL. */
static const char *
describe_cut (GtkWidget *label,
              GtkWidget *inside)
{
  PangoLayout    *layout = gtk_label_get_layout (GTK_LABEL (label));
  graphene_rect_t bounds;
  int             width;
  int             height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    return has_tooltip (label, inside) ? NULL : "shortened without a tooltip";
  if (height > gtk_widget_get_height (label))
    return "higher than its place";
  if (width > gtk_widget_get_width (label))
    return "wider than its place";
  if (!gtk_widget_compute_bounds (label, inside, &bounds))
    return "nowhere";

  /* To the left and to the right nothing is scrolled. */
  return bounds.origin.x < 0 || floorf (bounds.origin.x + bounds.size.width) > gtk_widget_get_width (inside) ? "beside the window" : NULL;
}

static void
find_cut_text (GtkWidget *widget,
               GtkWidget *inside,
               GString   *found)
{
  const char *cut = NULL;

  /* A popover is a window of its own, beside the one that it belongs to. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    cut = describe_cut (widget, inside);
  if (cut != NULL)
    g_string_append_printf (found, "“%s” is %s. ", gtk_label_get_text (GTK_LABEL (widget)), cut);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_cut_text (child, inside, found);
}

char *
picture_find_cut_text (GtkWidget *inside)
{
  GString *found = g_string_new (NULL);

  find_cut_text (inside, inside, found);
  return g_string_free (found, found->len == 0);
}

static guint32 *
download (GdkTexture *texture,
          gsize      *n)
{
  gsize    width = gdk_texture_get_width (texture);
  guint32 *pixels;

  *n = width * gdk_texture_get_height (texture);
  pixels = g_new (guint32, *n);
  gdk_texture_download (texture, (guchar *) pixels, width * sizeof (guint32));
  return pixels;
}

guint
picture_count_colours (GdkTexture *texture)
{
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);
  gsize               n;
  g_autofree guint32 *pixels = download (texture, &n);

  for (gsize i = 0; i < n && g_hash_table_size (colours) < ENOUGH_COLOURS; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));

  return g_hash_table_size (colours);
}

double
picture_measure_brightness (GdkTexture *texture)
{
  gsize               n;
  guint64             sum = 0;
  g_autofree guint32 *pixels = download (texture, &n);

  for (gsize i = 0; i < n; i++)
    sum += (pixels[i] & 0xff) + (pixels[i] >> 8 & 0xff) + (pixels[i] >> 16 & 0xff);

  return (double) sum / (double) n / (3 * 255);
}
