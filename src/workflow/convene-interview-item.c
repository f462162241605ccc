/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-item-private.h"

struct _ConveneInterviewItem
{
  GObject parent_instance;

  gint64                key;
  ConveneCalendarEntry *entry; /* or NULL */
};

G_DEFINE_FINAL_TYPE (ConveneInterviewItem, convene_interview_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_interview_item_dispose (GObject *object)
{
  ConveneInterviewItem *self = CONVENE_INTERVIEW_ITEM (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (convene_interview_item_parent_class)->dispose (object);
}

static void
convene_interview_item_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneInterviewItem *self = CONVENE_INTERVIEW_ITEM (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_interview_item_class_init (ConveneInterviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_interview_item_dispose;
  object_class->get_property = convene_interview_item_get_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, CONVENE_TYPE_CALENDAR_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_interview_item_init (ConveneInterviewItem *self)
{
}

ConveneInterviewItem *
convene_interview_item_new (gint64 key)
{
  ConveneInterviewItem *self = g_object_new (CONVENE_TYPE_INTERVIEW_ITEM, NULL);

  self->key = key;
  return self;
}

gint64
convene_interview_item_get_key (ConveneInterviewItem *self)
{
  return self->key;
}

void
convene_interview_item_set_entry (ConveneInterviewItem *self,
                                  ConveneCalendarEntry *entry)
{
  if (entry != NULL && self->entry != NULL && convene_calendar_entry_equal (entry, self->entry))
    return;

  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

ConveneCalendarEntry *
convene_interview_item_get_entry (ConveneInterviewItem *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW_ITEM (self), NULL);

  return self->entry;
}
