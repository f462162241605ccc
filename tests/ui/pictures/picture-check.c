/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture-check.h"

#include <string.h>

#define FEW_COLOURS 16
#define OVERLAP 3
#define ANYWHERE (1000000.0f)

/* A label whose text is shown, at least in part: unowned, and where it is. */
typedef struct
{
  GtkWidget      *label;
  graphene_rect_t place;
} Text;

/* The part of the window in which a widget is seen, now and after scrolling up and down. */
typedef struct
{
  graphene_rect_t now;
  graphene_rect_t scrolled;
} Seen;

typedef struct
{
  GtkWidget *inside;
  GArray    *texts; /* of Text */
  GString   *found;
} Look;

/* In other words perhaps: most of the text's are in it. */
static gboolean
has_words (const char *tooltip,
           const char *text)
{
  g_auto(GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_auto(GStrv) said = g_str_tokenize_and_fold (tooltip, NULL, NULL);
  g_autofree char *all = g_strjoinv (" ", said);
  guint            missing = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (all, words[i]) == NULL)
      missing++;

  return missing * 4 <= g_strv_length (words);
}

/* A tooltip is one's own or that of what is around, as of a button around its label. One that is made when it is asked for says what it has to. */
static gboolean
is_said_by_tooltip (GtkWidget  *widget,
                    GtkWidget  *inside,
                    const char *text)
{
  const char *tooltip;

  while (widget != inside && !gtk_widget_get_has_tooltip (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == inside)
    return FALSE;

  tooltip = gtk_widget_get_tooltip_text (widget);
  return tooltip == NULL || has_words (tooltip, text);
}

/* Where the text of a label stands. */
static gboolean
find_text (GtkWidget       *label,
           GtkWidget       *inside,
           graphene_rect_t *place)
{
  PangoRectangle   extents;
  graphene_point_t at;
  int              x;
  int              y;

  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (label)), NULL, &extents);
  if (!gtk_widget_compute_point (label, inside, &GRAPHENE_POINT_INIT ((float) (x + extents.x), (float) (y + extents.y)), &at))
    return FALSE;

  graphene_rect_init (place, at.x, at.y, (float) extents.width, (float) extents.height);
  return TRUE;
}

/* Letters reach a little beyond where they stand. */
static gboolean
is_beyond (const graphene_rect_t *place,
           const graphene_rect_t *seen)
{
  graphene_rect_t most;

  graphene_rect_inset_r (seen, -1, -1, &most);
  return !graphene_rect_contains_rect (&most, place);
}

/* Why a label cannot be read to its end, or NULL. */
static const char *
describe_cut (Look       *look,
              GtkWidget  *label,
              const Seen *seen)
{
  PangoLayout    *layout = gtk_label_get_layout (GTK_LABEL (label));
  graphene_rect_t place;
  int             width;
  int             height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !is_said_by_tooltip (label, look->inside, gtk_label_get_text (GTK_LABEL (label))))
    return "shortened without a tooltip that says it";
  if (height > gtk_widget_get_height (label))
    return "higher than its place";
  if (width > gtk_widget_get_width (label))
    return "wider than its place";
  if (!find_text (label, look->inside, &place))
    return "nowhere";

  return is_beyond (&place, &seen->scrolled) ? "cut off" : NULL;
}

static void
look_at_label (Look       *look,
               GtkWidget  *label,
               const Seen *seen)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  const char *cut;
  Text        shown = { label };

  if (*text == '\0' || gtk_widget_get_opacity (label) == 0)
    return;

  if (find_text (label, look->inside, &shown.place) && graphene_rect_intersection (&shown.place, &seen->now, &shown.place))
    g_array_append_val (look->texts, shown);
  cut = describe_cut (look, label, seen);
  if (cut != NULL)
    g_string_append_printf (look->found, "“%s” is %s. ", text, cut);
}

/* What can be pressed, and symbols. */
static void
look_at_control (Look       *look,
                 GtkWidget  *control,
                 const Seen *seen)
{
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (control, look->inside, &place) && is_beyond (&place, &seen->scrolled))
    g_string_append_printf (look->found, "A %s, “%s”, is cut off. ", G_OBJECT_TYPE_NAME (control), gtk_widget_get_tooltip_text (control));
}

/* What is seen of a widget's children, of what is seen of the widget. */
static void
narrow_down (Look      *look,
             GtkWidget *widget,
             Seen      *seen)
{
  graphene_rect_t place;

  if (gtk_widget_get_overflow (widget) == GTK_OVERFLOW_HIDDEN && gtk_widget_compute_bounds (widget, look->inside, &place))
    {
      graphene_rect_intersection (&seen->now, &place, &seen->now);
      graphene_rect_intersection (&seen->scrolled, &place, &seen->scrolled);
    }
  if (GTK_IS_SCROLLABLE (widget))
    graphene_rect_init (&seen->scrolled, seen->scrolled.origin.x, -ANYWHERE, seen->scrolled.size.width, 2 * ANYWHERE);
}

static void
look_at (Look      *look,
         GtkWidget *widget,
         Seen       seen)
{
  /* A popover is a window of its own, beside the one that it belongs to; a toast comes and goes over everything, and is the toolkit's. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    return;

  if (GTK_IS_LABEL (widget))
    look_at_label (look, widget, &seen);
  if (GTK_IS_BUTTON (widget) || GTK_IS_IMAGE (widget) || GTK_IS_SWITCH (widget))
    look_at_control (look, widget, &seen);

  narrow_down (look, widget, &seen);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (look, child, seen);
}

/* Two texts at one place. What is laid over the rest covers it. */
static void
find_overlap (Look       *look,
              const Text *one,
              const Text *other)
{
  graphene_rect_t place;

  if (gtk_widget_get_ancestor (one->label, GTK_TYPE_OVERLAY) != gtk_widget_get_ancestor (other->label, GTK_TYPE_OVERLAY))
    return;
  if (graphene_rect_intersection (&one->place, &other->place, &place) && place.size.width > OVERLAP && place.size.height > OVERLAP)
    g_string_append_printf (look->found, "“%s” and “%s” are at one place. ", gtk_label_get_text (GTK_LABEL (one->label)), gtk_label_get_text (GTK_LABEL (other->label)));
}

char *
picture_find_cut_text (GtkWidget *inside)
{
  g_autoptr(GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));
  Look            look = { .inside = inside, .texts = texts, .found = g_string_new (NULL) };
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (inside), (float) gtk_widget_get_height (inside));

  look_at (&look, inside, (Seen){ whole, whole });
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < i; j++)
      find_overlap (&look, &g_array_index (texts, Text, j), &g_array_index (texts, Text, i));

  return g_string_free (look.found, look.found->len == 0);
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

gboolean
picture_is_blank (GdkTexture *texture)
{
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);
  gsize               n;
  g_autofree guint32 *pixels = download (texture, &n);

  for (gsize i = 0; i < n && g_hash_table_size (colours) <= FEW_COLOURS; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));

  return g_hash_table_size (colours) <= FEW_COLOURS;
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
