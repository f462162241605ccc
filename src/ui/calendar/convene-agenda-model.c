/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda-model.h"

#include "convene-day-entries.h"
#include "convene-month.h"

struct _ConveneAgendaModel
{
  GObject parent_instance;

  GPtrArray *items; /* of ConveneAgendaItem */
};

static GType
convene_agenda_model_get_item_type (GListModel *model)
{
  return CONVENE_TYPE_AGENDA_ITEM;
}

static guint
convene_agenda_model_get_n_items (GListModel *model)
{
  return CONVENE_AGENDA_MODEL (model)->items->len;
}

static gpointer
convene_agenda_model_get_item (GListModel *model,
                               guint       position)
{
  GPtrArray *items = CONVENE_AGENDA_MODEL (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
convene_agenda_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = convene_agenda_model_get_item_type;
  iface->get_n_items = convene_agenda_model_get_n_items;
  iface->get_item = convene_agenda_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneAgendaModel, convene_agenda_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, convene_agenda_model_list_model_init))

static void
convene_agenda_model_finalize (GObject *object)
{
  g_ptr_array_unref (CONVENE_AGENDA_MODEL (object)->items);

  G_OBJECT_CLASS (convene_agenda_model_parent_class)->finalize (object);
}

static void
convene_agenda_model_class_init (ConveneAgendaModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_agenda_model_finalize;
}

static void
convene_agenda_model_init (ConveneAgendaModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

ConveneAgendaModel *
convene_agenda_model_new (void)
{
  return g_object_new (CONVENE_TYPE_AGENDA_MODEL, NULL);
}

static GPtrArray *
make_items (ConveneCalendar *calendar,
            const gint64    *starts,
            guint            n_days)
{
  g_autofree GPtrArray **days = g_new (GPtrArray *, n_days);
  GPtrArray             *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_days; i++)
    days[i] = g_ptr_array_new_with_free_func (g_object_unref);
  convene_day_entries_share (calendar, starts, n_days, days);
  for (guint i = 0; i < n_days; i++)
    {
      if (days[i]->len > 0)
        g_ptr_array_add (items, convene_agenda_item_new (starts[i], NULL));
      for (guint j = 0; j < days[i]->len; j++)
        g_ptr_array_add (items, convene_agenda_item_new (starts[i], g_ptr_array_index (days[i], j)));
      g_ptr_array_unref (days[i]);
    }

  return items;
}

static gboolean
is_same (ConveneAgendaItem *a,
         ConveneAgendaItem *b)
{
  return convene_agenda_item_get_from (a) == convene_agenda_item_get_from (b) && convene_agenda_item_get_entry (a) == convene_agenda_item_get_entry (b);
}

/* Keeps what is the same at both ends, and replaces what is between. */
static void
take (ConveneAgendaModel *self,
      GPtrArray          *items)
{
  guint before = 0, after = 0, removed, added;

  while (before < items->len && before < self->items->len && is_same (g_ptr_array_index (items, before), g_ptr_array_index (self->items, before)))
    before++;
  while (before + after < items->len && before + after < self->items->len && is_same (g_ptr_array_index (items, items->len - 1 - after), g_ptr_array_index (self->items, self->items->len - 1 - after)))
    after++;

  removed = self->items->len - before - after;
  added = items->len - before - after;
  if (removed > 0)
    g_ptr_array_remove_range (self->items, before, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (before + i), g_object_ref (g_ptr_array_index (items, before + i)));
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, removed, added);
}

void
convene_agenda_model_show (ConveneAgendaModel *self,
                           ConveneCalendar    *calendar,
                           const GDate        *first,
                           guint               n_days)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GPtrArray) items = NULL;
  g_autofree gint64 *starts = g_new (gint64, n_days + 1);
  GDate              day;

  g_return_if_fail (CONVENE_IS_AGENDA_MODEL (self));
  g_return_if_fail (calendar == NULL || CONVENE_IS_CALENDAR (calendar));
  g_return_if_fail (first != NULL && g_date_valid (first));
  g_return_if_fail (n_days > 0);

  day = *first;
  for (guint i = 0; i <= n_days; i++)
    {
      starts[i] = convene_month_day_start (&day, zone);
      g_date_add_days (&day, 1);
    }
  items = make_items (calendar, starts, n_days);
  take (self, items);
}
