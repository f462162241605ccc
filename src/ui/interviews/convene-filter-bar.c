/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "convene-engine.h"
#include "convene-filter-chip.h"
#include "convene-wrap-box.h"

struct _ConveneFilterBar
{
  GtkWidget parent_instance;

  ConveneEngine *engine;
  ConveneFilter *filter;
  gboolean       for_calendar;
  gboolean       narrow;

  GtkWidget *box;
  GtkWidget *more; /* toggle: brings the chips that are not set, where it is narrow */
  GtkWidget *chips[CONVENE_FILTER_N_KINDS];
  GtkWidget *attention;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (ConveneFilterBar, convene_filter_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_ENGINE = 1,
  PROP_FILTER,
  PROP_NARROW,
  PROP_FOR_CALENDAR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_set (GtkWidget *chip)
{
  gboolean set;

  g_object_get (chip, "set", &set, NULL);
  return set;
}

/* What is set stays to be seen. The time counts for a list alone. */
static void
show_chips (ConveneFilterBar *self)
{
  gboolean all = !self->narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more));
  gboolean any = FALSE;

  for (guint i = 0; i < CONVENE_FILTER_N_KINDS; i++)
    {
      gboolean counts = i != CONVENE_FILTER_PERIOD || !self->for_calendar;

      any |= counts && is_set (self->chips[i]);
      gtk_widget_set_visible (self->chips[i], counts && (all || is_set (self->chips[i])));
    }

  any |= gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->attention));
  gtk_widget_set_visible (self->attention, all || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->attention)));
  gtk_widget_set_visible (self->more, self->narrow);
  gtk_widget_set_visible (self->clear, any);
}

static void
filter_cb (ConveneFilterBar *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->attention), self->filter != NULL && convene_filter_get_attention (self->filter));
  show_chips (self);
}

static void
attention_cb (ConveneFilterBar *self)
{
  if (self->filter != NULL)
    g_object_set (self->filter, "attention", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->attention)), NULL);
}

/* Not the time, where nobody sees that it is set. */
static void
clear_cb (ConveneFilterBar *self)
{
  g_autofree char *period = NULL;

  if (self->filter == NULL)
    return;

  if (self->for_calendar)
    period = g_strdup (convene_filter_get_period (self->filter));
  gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
  convene_filter_clear (self->filter);
  if (period != NULL)
    g_object_set (self->filter, "period", period, NULL);
}

static void
set_filter (ConveneFilterBar *self,
            ConveneFilter    *filter)
{
  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_cb, self);
  g_set_object (&self->filter, filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  filter_cb (self);
}

static void
set_narrow (ConveneFilterBar *self,
            gboolean          narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  show_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
convene_filter_bar_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ConveneFilterBar *self = CONVENE_FILTER_BAR (object);

  switch (id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_FOR_CALENDAR:
      g_value_set_boolean (value, self->for_calendar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_filter_bar_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ConveneFilterBar *self = CONVENE_FILTER_BAR (object);

  switch (id)
    {
    case PROP_ENGINE:
      if (g_set_object (&self->engine, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FILTER:
      set_filter (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_FOR_CALENDAR:
      self->for_calendar = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_filter_bar_constructed (GObject *object)
{
  G_OBJECT_CLASS (convene_filter_bar_parent_class)->constructed (object);

  show_chips (CONVENE_FILTER_BAR (object));
}

static void
convene_filter_bar_dispose (GObject *object)
{
  ConveneFilterBar *self = CONVENE_FILTER_BAR (object);

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_cb, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_filter_bar_parent_class)->dispose (object);
}

static void
convene_filter_bar_class_init (ConveneFilterBarClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = convene_filter_bar_get_property;
  object_class->set_property = convene_filter_bar_set_property;
  object_class->constructed = convene_filter_bar_constructed;
  object_class->dispose = convene_filter_bar_dispose;
  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, CONVENE_TYPE_ENGINE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, CONVENE_TYPE_FILTER, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOR_CALENDAR] = g_param_spec_boolean ("for-calendar", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add (ConveneFilterBar *self,
     GtkWidget        *widget)
{
  gtk_widget_set_parent (widget, self->box);
  return widget;
}

static GtkWidget *
make_toggle (const char *words)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic (words);

  gtk_widget_add_css_class (toggle, "filter-toggle");
  return toggle;
}

static void
add_chip (ConveneFilterBar *self,
          ConveneFilterKind kind)
{
  self->chips[kind] = add (self, convene_filter_chip_new (kind));
  g_object_bind_property (self, "engine", self->chips[kind], "engine", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "filter", self->chips[kind], "filter", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->chips[kind], "notify::set", G_CALLBACK (show_chips), self, G_CONNECT_SWAPPED);
}

static void
convene_filter_bar_init (ConveneFilterBar *self)
{
  self->box = convene_wrap_box_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->more = add (self, make_toggle (_("_Filters")));
  for (guint kind = 0; kind < CONVENE_FILTER_N_KINDS; kind++)
    add_chip (self, kind);
  self->attention = add (self, make_toggle (_("Needs _Attention")));
  self->clear = add (self, gtk_button_new_with_mnemonic (_("C_lear Filters")));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "filter-toggle");

  g_signal_connect_object (self->more, "toggled", G_CALLBACK (show_chips), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attention, "toggled", G_CALLBACK (attention_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("accessible", "Filters"), -1);
}

GtkWidget *
convene_filter_bar_new (gboolean for_calendar)
{
  return g_object_new (CONVENE_TYPE_FILTER_BAR, "for-calendar", for_calendar, NULL);
}
