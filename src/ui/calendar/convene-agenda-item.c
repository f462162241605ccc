/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda-item.h"

struct _ConveneAgendaItem
{
  GObject parent_instance;

  gint64                from;
  ConveneCalendarEntry *entry;
};

G_DEFINE_FINAL_TYPE (ConveneAgendaItem, convene_agenda_item, G_TYPE_OBJECT)

static void
convene_agenda_item_finalize (GObject *object)
{
  g_clear_object (&CONVENE_AGENDA_ITEM (object)->entry);

  G_OBJECT_CLASS (convene_agenda_item_parent_class)->finalize (object);
}

static void
convene_agenda_item_class_init (ConveneAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_agenda_item_finalize;
}

static void
convene_agenda_item_init (ConveneAgendaItem *self)
{
}

ConveneAgendaItem *
convene_agenda_item_new (gint64                from,
                         ConveneCalendarEntry *entry)
{
  ConveneAgendaItem *self = g_object_new (CONVENE_TYPE_AGENDA_ITEM, NULL);

  self->from = from;
  g_set_object (&self->entry, entry);
  return self;
}

gint64
convene_agenda_item_get_from (ConveneAgendaItem *self)
{
  g_return_val_if_fail (CONVENE_IS_AGENDA_ITEM (self), 0);

  return self->from;
}

ConveneCalendarEntry *
convene_agenda_item_get_entry (ConveneAgendaItem *self)
{
  g_return_val_if_fail (CONVENE_IS_AGENDA_ITEM (self), NULL);

  return self->entry;
}
