/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture-accepted.h"

#include <glib/gstdio.h>

/* A cell that is this much brighter or darker, of 255, is another one; a text cursor or a progress bar may be one or two. */
#define CELL_TOLERANCE 20
#define CELLS_ALLOWED 6

/* The pictures are of this version's controls. */
#define TOOLKIT_MINOR 8

typedef struct
{
  int     width; /* in cells */
  int     height;
  guchar *cells;
} Sketch;

static void
sketch_free (Sketch *sketch)
{
  g_free (sketch->cells);
  g_free (sketch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sketch, sketch_free)

static guint
get_brightness (guint32 pixel)
{
  return (2 * (pixel >> 16 & 0xff) + 5 * (pixel >> 8 & 0xff) + (pixel & 0xff)) / 8;
}

static guchar
measure_cell (const guint32 *pixels,
              int            width,
              int            height,
              int            x,
              int            y)
{
  int   right = MIN (x + PICTURE_CELL, width);
  int   bottom = MIN (y + PICTURE_CELL, height);
  guint sum = 0;

  for (int row = y; row < bottom; row++)
    for (int column = x; column < right; column++)
      sum += get_brightness (pixels[row * width + column]);

  return (guchar) (sum / (guint) ((right - x) * (bottom - y)));
}

static Sketch *
make_sketch (GdkTexture *texture)
{
  Sketch             *sketch = g_new0 (Sketch, 1);
  int                 width = gdk_texture_get_width (texture);
  int                 height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof (guint32));
  sketch->width = (width + PICTURE_CELL - 1) / PICTURE_CELL;
  sketch->height = (height + PICTURE_CELL - 1) / PICTURE_CELL;
  sketch->cells = g_new (guchar, (gsize) sketch->width * (gsize) sketch->height);
  for (int y = 0; y < sketch->height; y++)
    for (int x = 0; x < sketch->width; x++)
      sketch->cells[y * sketch->width + x] = measure_cell (pixels, width, height, x * PICTURE_CELL, y * PICTURE_CELL);

  return sketch;
}

static gboolean
save (Sketch     *sketch,
      const char *path,
      GError    **error)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, sketch->width, sketch->height);
  guchar *row = gdk_pixbuf_get_pixels (pixbuf);

  for (int y = 0; y < sketch->height; y++, row += gdk_pixbuf_get_rowstride (pixbuf))
    for (int x = 0; x < 3 * sketch->width; x++)
      row[x] = sketch->cells[y * sketch->width + x / 3];

  return gdk_pixbuf_save (pixbuf, path, "png", error, "compression", "9", NULL);
}

static Sketch *
load (const char *path,
      GError    **error)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (path, error);
  Sketch       *sketch;
  const guchar *row;
  int           step;

  if (pixbuf == NULL)
    return NULL;

  sketch = g_new0 (Sketch, 1);
  sketch->width = gdk_pixbuf_get_width (pixbuf);
  sketch->height = gdk_pixbuf_get_height (pixbuf);
  sketch->cells = g_new (guchar, (gsize) sketch->width * (gsize) sketch->height);
  row = gdk_pixbuf_read_pixels (pixbuf);
  step = gdk_pixbuf_get_n_channels (pixbuf);
  for (int y = 0; y < sketch->height; y++, row += gdk_pixbuf_get_rowstride (pixbuf))
    for (int x = 0; x < sketch->width; x++)
      sketch->cells[y * sketch->width + x] = row[x * step];

  return sketch;
}

/* How many cells are otherwise, and around where they lie, in pixels. */
static int
count_other_cells (Sketch       *a,
                   Sketch       *b,
                   GdkRectangle *where)
{
  int count = 0;

  for (int y = 0; y < a->height; y++)
    for (int x = 0; x < a->width; x++)
      {
        GdkRectangle cell = { x * PICTURE_CELL, y * PICTURE_CELL, PICTURE_CELL, PICTURE_CELL };

        if (ABS (a->cells[y * a->width + x] - b->cells[y * a->width + x]) <= CELL_TOLERANCE)
          continue;
        if (count++ == 0)
          *where = cell;
        else
          gdk_rectangle_union (where, &cell, where);
      }

  return count;
}

static char *
compare (Sketch     *sketch,
         const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Sketch) accepted = load (path, &error);
  GdkRectangle where = { 0 };
  int          count;

  if (accepted == NULL)
    return g_strdup_printf ("no picture was accepted: %s", error->message);
  if (accepted->width != sketch->width || accepted->height != sketch->height)
    return g_strdup ("has another size than the accepted one");

  count = count_other_cells (sketch, accepted, &where);
  if (count <= CELLS_ALLOWED)
    return NULL;

  return g_strdup_printf ("%d cells are not as accepted, between %d,%d and %d,%d", count, where.x, where.y, where.x + where.width, where.y + where.height);
}

char *
picture_compare_with_accepted (GdkTexture *texture,
                               const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "pictures", "accepted", file, NULL);
  g_autoptr(Sketch) sketch = NULL;
  g_autoptr(GError) error = NULL;

  if (gtk_get_minor_version () != TOOLKIT_MINOR)
    return NULL;

  sketch = make_sketch (texture);
  if (g_getenv ("CONVENE_ACCEPT_PICTURES") == NULL)
    return compare (sketch, path);

  return save (sketch, path, &error) ? NULL : g_strdup (error->message);
}
