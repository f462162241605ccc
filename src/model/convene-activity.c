/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-activity.h"

struct _ConveneActivity
{
  GObject parent_instance;

  gint64 at;
  char  *text;
};

G_DEFINE_FINAL_TYPE (ConveneActivity, convene_activity, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AT,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_activity_finalize (GObject *object)
{
  ConveneActivity *self = CONVENE_ACTIVITY (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (convene_activity_parent_class)->finalize (object);
}

static void
convene_activity_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ConveneActivity *self = CONVENE_ACTIVITY (object);

  switch (prop_id)
    {
    case PROP_AT:
      g_value_set_int64 (value, self->at);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_activity_class_init (ConveneActivityClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = convene_activity_finalize;
  object_class->get_property = convene_activity_get_property;

  properties[PROP_AT] = g_param_spec_int64 ("at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_activity_init (ConveneActivity *self)
{
}

ConveneActivity *
convene_activity_new (gint64      at,
                      const char *text)
{
  ConveneActivity *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_ACTIVITY, NULL);
  self->at = at;
  self->text = g_strdup (text);
  return self;
}

gint64
convene_activity_get_at (ConveneActivity *self)
{
  g_return_val_if_fail (CONVENE_IS_ACTIVITY (self), 0);

  return self->at;
}

const char *
convene_activity_get_text (ConveneActivity *self)
{
  g_return_val_if_fail (CONVENE_IS_ACTIVITY (self), NULL);

  return self->text;
}
