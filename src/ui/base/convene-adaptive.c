/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-adaptive.h"

#define DEFAULT_THRESHOLD 720
#define USUAL_DPI (96.0 * 1024)

struct _ConveneAdaptive
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int        threshold;
  int        minimum_width;
  guint      settle_id; /* of a source */
  gboolean   scales;
  gboolean   narrow;
};

G_DEFINE_FINAL_TYPE (ConveneAdaptive, convene_adaptive, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_MINIMUM_WIDTH,
  PROP_SCALES,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
convene_adaptive_get_request_mode (GtkWidget *widget)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* How much a child needs of one direction, asked for a size of the other one that it can have. */
static void
measure_child (ConveneAdaptive *self,
               GtkOrientation   orientation,
               int              for_size,
               int             *minimum,
               int             *natural)
{
  GtkOrientation other = orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  int            least;

  if (for_size >= 0)
    {
      gtk_widget_measure (self->child, other, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
convene_adaptive_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (widget);

  *minimum = *natural = 0;
  if (self->child != NULL && gtk_widget_should_layout (self->child))
    measure_child (self, orientation, for_size, minimum, natural);

  /* The child, as it is arranged now, may want more than it will once it is narrow. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->minimum_width > 0)
    *minimum = self->minimum_width;
  *natural = MAX (*natural, *minimum);
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
settle_cb (gpointer user_data)
{
  ConveneAdaptive *self = user_data;

  self->settle_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Whoever is around measured the arrangement before, and hears nothing of another one while everything is being placed: it is asked again afterwards. */
static void
set_narrow (ConveneAdaptive *self,
            gboolean         narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, settle_cb, self, NULL);
}

/* In pixels: the size of letters is kept as their resolution. */
static double
get_threshold (ConveneAdaptive *self)
{
  int dpi = 0;

  if (self->scales)
    g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return self->threshold * MAX (1, dpi / USUAL_DPI);
}

/* What is bound to "narrow" changes before the child is measured and placed, so that no frame shows the wrong arrangement. Such a change asks for
 * another layout, which the frame clock does before it paints. */
static void
convene_adaptive_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (widget);
  int              child_width;
  int              child_height;

  set_narrow (self, width < get_threshold (self));
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  measure_child (self, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL);
  child_width = MAX (child_width, width);
  measure_child (self, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL);
  gtk_widget_allocate (self->child, child_width, MAX (child_height, height), baseline, NULL);
}

static void
convene_adaptive_compute_expand (GtkWidget *widget,
                                 gboolean  *hexpand,
                                 gboolean  *vexpand)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (widget);

  *hexpand = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_HORIZONTAL);
  *vexpand = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_VERTICAL);
}

static gboolean
convene_adaptive_grab_focus (GtkWidget *widget)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (widget);

  return self->child != NULL && gtk_widget_child_focus (self->child, GTK_DIR_TAB_FORWARD);
}

static void
convene_adaptive_dispose (GObject *object)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_adaptive_parent_class)->dispose (object);
}

static void
convene_adaptive_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;

    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;

    case PROP_MINIMUM_WIDTH:
      g_value_set_int (value, self->minimum_width);
      break;

    case PROP_SCALES:
      g_value_set_boolean (value, self->scales);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_size (ConveneAdaptive *self,
          int             *member,
          int              size,
          GParamSpec      *pspec)
{
  if (*member == size)
    return;

  *member = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
convene_adaptive_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ConveneAdaptive *self = CONVENE_ADAPTIVE (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      convene_adaptive_set_child (self, g_value_get_object (value));
      break;

    case PROP_THRESHOLD:
      set_size (self, &self->threshold, g_value_get_int (value), pspec);
      break;

    case PROP_MINIMUM_WIDTH:
      set_size (self, &self->minimum_width, g_value_get_int (value), pspec);
      break;

    case PROP_SCALES:
      set_size (self, &self->scales, g_value_get_boolean (value), pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, DEFAULT_THRESHOLD, flags);
  properties[PROP_MINIMUM_WIDTH] = g_param_spec_int ("minimum-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SCALES] = g_param_spec_boolean ("scales", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_adaptive_class_init (ConveneAdaptiveClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_adaptive_dispose;
  object_class->get_property = convene_adaptive_get_property;
  object_class->set_property = convene_adaptive_set_property;
  widget_class->get_request_mode = convene_adaptive_get_request_mode;
  widget_class->measure = convene_adaptive_measure;
  widget_class->size_allocate = convene_adaptive_size_allocate;
  widget_class->compute_expand = convene_adaptive_compute_expand;
  widget_class->grab_focus = convene_adaptive_grab_focus;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "adaptive");
}

static void
convene_adaptive_init (ConveneAdaptive *self)
{
  self->threshold = DEFAULT_THRESHOLD;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
convene_adaptive_new (void)
{
  return g_object_new (CONVENE_TYPE_ADAPTIVE, NULL);
}

void
convene_adaptive_set_child (ConveneAdaptive *self,
                            GtkWidget       *child)
{
  g_return_if_fail (CONVENE_IS_ADAPTIVE (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

GtkWidget *
convene_adaptive_get_child (ConveneAdaptive *self)
{
  g_return_val_if_fail (CONVENE_IS_ADAPTIVE (self), NULL);

  return self->child;
}

gboolean
convene_adaptive_get_narrow (ConveneAdaptive *self)
{
  g_return_val_if_fail (CONVENE_IS_ADAPTIVE (self), FALSE);

  return self->narrow;
}
