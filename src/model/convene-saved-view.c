/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-saved-view.h"

struct _ConveneSavedView
{
  GObject parent_instance;

  char *name;
  char *filter;
  char *order;
};

G_DEFINE_FINAL_TYPE (ConveneSavedView, convene_saved_view, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_FILTER,
  PROP_ORDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_saved_view_finalize (GObject *object)
{
  ConveneSavedView *self = CONVENE_SAVED_VIEW (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->filter, g_free);
  g_clear_pointer (&self->order, g_free);

  G_OBJECT_CLASS (convene_saved_view_parent_class)->finalize (object);
}

static void
convene_saved_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ConveneSavedView *self = CONVENE_SAVED_VIEW (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_saved_view_class_init (ConveneSavedViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = convene_saved_view_finalize;
  object_class->get_property = convene_saved_view_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, flags);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_saved_view_init (ConveneSavedView *self)
{
}

ConveneSavedView *
convene_saved_view_new (const char *name,
                        const char *filter,
                        const char *order)
{
  ConveneSavedView *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_SAVED_VIEW, NULL);
  self->name = g_strdup (name);
  self->filter = g_strdup (filter);
  self->order = g_strdup (order);
  return self;
}

const char *
convene_saved_view_get_name (ConveneSavedView *self)
{
  g_return_val_if_fail (CONVENE_IS_SAVED_VIEW (self), NULL);

  return self->name;
}

const char *
convene_saved_view_get_filter (ConveneSavedView *self)
{
  g_return_val_if_fail (CONVENE_IS_SAVED_VIEW (self), NULL);

  return self->filter;
}

const char *
convene_saved_view_get_order (ConveneSavedView *self)
{
  g_return_val_if_fail (CONVENE_IS_SAVED_VIEW (self), NULL);

  return self->order;
}
