/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-choice.h"

struct _ConveneChoice
{
  GObject parent_instance;

  char *value;
  char *label;
};

G_DEFINE_FINAL_TYPE (ConveneChoice, convene_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_choice_finalize (GObject *object)
{
  ConveneChoice *self = CONVENE_CHOICE (object);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (convene_choice_parent_class)->finalize (object);
}

static void
convene_choice_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ConveneChoice *self = CONVENE_CHOICE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_choice_class_init (ConveneChoiceClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = convene_choice_finalize;
  object_class->get_property = convene_choice_get_property;

  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_choice_init (ConveneChoice *self)
{
}

ConveneChoice *
convene_choice_new (const char *value,
                    const char *label)
{
  ConveneChoice *self;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_CHOICE, NULL);
  self->value = g_strdup (value);
  self->label = g_strdup (label);
  return self;
}

const char *
convene_choice_get_value (ConveneChoice *self)
{
  g_return_val_if_fail (CONVENE_IS_CHOICE (self), NULL);

  return self->value;
}

const char *
convene_choice_get_label (ConveneChoice *self)
{
  g_return_val_if_fail (CONVENE_IS_CHOICE (self), NULL);

  return self->label;
}
