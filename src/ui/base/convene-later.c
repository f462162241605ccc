/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-later.h"

struct _ConveneLater
{
  AdwBin parent_instance;

  char *resource;
};

G_DEFINE_FINAL_TYPE (ConveneLater, convene_later, ADW_TYPE_BIN)

enum
{
  PROP_RESOURCE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
convene_later_map (GtkWidget *widget)
{
  convene_later_make (CONVENE_LATER (widget));

  GTK_WIDGET_CLASS (convene_later_parent_class)->map (widget);
}

static void
convene_later_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RESOURCE:
      g_value_set_string (value, CONVENE_LATER (object)->resource);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_later_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_RESOURCE:
      CONVENE_LATER (object)->resource = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_later_finalize (GObject *object)
{
  g_free (CONVENE_LATER (object)->resource);

  G_OBJECT_CLASS (convene_later_parent_class)->finalize (object);
}

static void
convene_later_class_init (ConveneLaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_later_get_property;
  object_class->set_property = convene_later_set_property;
  object_class->finalize = convene_later_finalize;
  GTK_WIDGET_CLASS (klass)->map = convene_later_map;

  properties[PROP_RESOURCE] = g_param_spec_string ("resource", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_later_init (ConveneLater *self)
{
}

GtkWidget *
convene_later_make (ConveneLater *self)
{
  g_autoptr(GtkBuilder) builder = NULL;

  g_return_val_if_fail (CONVENE_IS_LATER (self), NULL);

  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    {
      builder = gtk_builder_new_from_resource (self->resource);
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (gtk_builder_get_object (builder, "page")));
    }

  return adw_bin_get_child (ADW_BIN (self));
}
