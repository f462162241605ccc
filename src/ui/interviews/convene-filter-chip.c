/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-filter-chip.h"

#include <glib/gi18n-lib.h>

#include "convene-engine.h"
#include "convene-filter-popover.h"

/* Characters of a chip; longer ones have a tooltip. */
#define LENGTH 26

struct _ConveneFilterChip
{
  GtkWidget parent_instance;

  ConveneFilterKind kind;
  ConveneEngine    *engine;
  ConveneFilter    *filter;
  char             *value; /* what the filter is set to, or NULL */
  char             *known; /* a value that was chosen here, and what it was called */
  char             *known_label;

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkWidget     *clear; /* made when there is something to clear first */
};

G_DEFINE_FINAL_TYPE (ConveneFilterChip, convene_filter_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_ENGINE = 1,
  PROP_FILTER,
  PROP_SET,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
describe (ConveneFilterChip *self)
{
  g_autofree char *label = NULL;

  if (self->value == NULL)
    return g_strdup (convene_filter_words_kind (self->kind));

  label = g_strcmp0 (self->value, self->known) == 0 ? g_strdup (self->known_label) : convene_filter_words_value (self->kind, self->value);
  return convene_filter_words_set (self->kind, label);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_value (ConveneFilterChip *self,
           const char        *value)
{
  if (self->filter != NULL)
    g_object_set (self->filter, convene_filter_kind_get_property (self->kind), value, NULL);
}

static void
clear_cb (ConveneFilterChip *self)
{
  set_value (self, NULL);
}

static void
make_clear (ConveneFilterChip *self)
{
  const char *words = convene_filter_words_clear (self->kind);

  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (self->clear, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
}

/* The button that has the focus is the menu button's own. */
static void
show (ConveneFilterChip *self)
{
  g_autofree char *words = describe (self);
  gboolean         is_set = self->value != NULL;
  GtkWidget       *inner = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  gboolean         had_focus = self->clear != NULL && gtk_widget_has_focus (self->clear);

  if (is_set && self->clear == NULL)
    make_clear (self);
  gtk_label_set_label (self->label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), is_set ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (had_focus && !is_set)
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
  if (self->clear != NULL)
    gtk_widget_set_visible (self->clear, is_set);
  set_class (GTK_WIDGET (self), "set", is_set);
  set_class (GTK_WIDGET (self), "linked", is_set);
}

static void
filter_cb (ConveneFilterChip *self)
{
  g_autofree char *value = NULL;

  if (self->filter != NULL)
    g_object_get (self->filter, convene_filter_kind_get_property (self->kind), &value, NULL);
  if (g_strcmp0 (value, self->value) == 0)
    return;

  g_free (self->value);
  self->value = g_steal_pointer (&value);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET]);
}

static void
chosen_cb (ConveneFilterPopover *popover,
           const char           *value,
           const char           *label,
           gpointer              user_data)
{
  ConveneFilterChip *self = user_data;

  g_free (self->known);
  g_free (self->known_label);
  self->known = g_strdup (value);
  self->known_label = g_strdup (label);
  set_value (self, value);
}

/* The popover is made when it is first asked for. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  ConveneFilterChip *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      GtkWidget *popover = convene_filter_popover_new (self->kind);

      g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), self, 0);
      gtk_menu_button_set_popover (button, popover);
    }
  convene_filter_popover_prepare (CONVENE_FILTER_POPOVER (gtk_menu_button_get_popover (button)), self->engine, self->value);
}

static void
set_filter (ConveneFilterChip *self,
            ConveneFilter     *filter)
{
  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_cb, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  filter_cb (self);
}

static void
convene_filter_chip_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ConveneFilterChip *self = CONVENE_FILTER_CHIP (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_SET:
      g_value_set_boolean (value, self->value != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_filter_chip_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ConveneFilterChip *self = CONVENE_FILTER_CHIP (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_set_object (&self->engine, g_value_get_object (value));
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_filter_chip_dispose (GObject *object)
{
  ConveneFilterChip *self = CONVENE_FILTER_CHIP (object);

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_cb, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->engine);
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  g_clear_pointer (&self->clear, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_filter_chip_parent_class)->dispose (object);
}

static void
convene_filter_chip_finalize (GObject *object)
{
  ConveneFilterChip *self = CONVENE_FILTER_CHIP (object);

  g_free (self->value);
  g_free (self->known);
  g_free (self->known_label);

  G_OBJECT_CLASS (convene_filter_chip_parent_class)->finalize (object);
}

static void
convene_filter_chip_class_init (ConveneFilterChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = convene_filter_chip_get_property;
  object_class->set_property = convene_filter_chip_set_property;
  object_class->dispose = convene_filter_chip_dispose;
  object_class->finalize = convene_filter_chip_finalize;
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SET] = g_param_spec_boolean ("set", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
}

static GtkWidget *
make_label (ConveneFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->label, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", LENGTH, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), arrow);
  return box;
}

static void
convene_filter_chip_init (ConveneFilterChip *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, make_label (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
convene_filter_chip_new (ConveneFilterKind kind)
{
  ConveneFilterChip *self = g_object_new (CONVENE_TYPE_FILTER_CHIP, NULL);

  self->kind = kind;
  show (self);
  return GTK_WIDGET (self);
}
