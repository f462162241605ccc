/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-wrap-box.h"

#define DEFAULT_SPACING 6

struct _ConveneWrapBox
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ConveneWrapBox, convene_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where a child lies, from the start; lines from the top. */
typedef struct
{
  GtkWidget *child;
  int        x;
  int        y;
  int        width;
  int        height;
} Place;

/* All on one line have its height. */
static void
end_line (GArray *places,
          guint   first,
          int     height)
{
  for (guint i = first; i < places->len; i++)
    g_array_index (places, Place, i).height = height;
}

/* The children as they lie in `width` pixels (-1: on one line); *height is what they need. */
static GArray *
arrange (ConveneWrapBox *self,
         int             width,
         int            *height)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  guint   first = 0;
  int     x = 0;
  int     y = 0;
  int     line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Place place = { .child = child };
      int   least;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &place.width, NULL, NULL);
      if (width >= 0)
        place.width = MAX (least, MIN (place.width, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      if (width >= 0 && x > 0 && x + place.width > width)
        {
          end_line (places, first, line);
          first = places->len;
          y += line + self->spacing;
          x = line = 0;
        }
      place.x = x;
      place.y = y;
      x += place.width + self->spacing;
      line = MAX (line, place.height);
      g_array_append_val (places, place);
    }

  end_line (places, first, line);
  *height = y + line;
  return places;
}

static GtkSizeRequestMode
convene_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ConveneWrapBox *self,
               int            *minimum,
               int            *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
convene_wrap_box_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (CONVENE_WRAP_BOX (widget), minimum, natural);
    }
  else
    {
      g_autoptr(GArray) places = arrange (CONVENE_WRAP_BOX (widget), for_size, natural);

      *minimum = *natural;
    }
}

static void
convene_wrap_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  int      needed;
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr(GArray) places = arrange (CONVENE_WRAP_BOX (widget), width, &needed);

  for (guint i = 0; i < places->len; i++)
    {
      const Place  *place = &g_array_index (places, Place, i);
      GtkAllocation allocation = { is_rtl ? width - place->x - place->width : place->x, place->y, place->width, place->height };

      gtk_widget_size_allocate (place->child, &allocation, -1);
    }
}

static void
convene_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (convene_wrap_box_parent_class)->dispose (object);
}

static void
convene_wrap_box_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, CONVENE_WRAP_BOX (object)->spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_wrap_box_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      CONVENE_WRAP_BOX (object)->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_wrap_box_class_init (ConveneWrapBoxClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_wrap_box_dispose;
  object_class->get_property = convene_wrap_box_get_property;
  object_class->set_property = convene_wrap_box_set_property;
  widget_class->get_request_mode = convene_wrap_box_get_request_mode;
  widget_class->measure = convene_wrap_box_measure;
  widget_class->size_allocate = convene_wrap_box_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, DEFAULT_SPACING, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
convene_wrap_box_init (ConveneWrapBox *self)
{
  self->spacing = DEFAULT_SPACING;
}

GtkWidget *
convene_wrap_box_new (void)
{
  return g_object_new (CONVENE_TYPE_WRAP_BOX, NULL);
}
