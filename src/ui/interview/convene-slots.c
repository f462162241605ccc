/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-slots.h"

struct _ConveneSlot
{
  GObject parent_instance;

  GObject *item;
  char    *key;
};

G_DEFINE_FINAL_TYPE (ConveneSlot, convene_slot, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
convene_slot_dispose (GObject *object)
{
  g_clear_object (&CONVENE_SLOT (object)->item);

  G_OBJECT_CLASS (convene_slot_parent_class)->dispose (object);
}

static void
convene_slot_finalize (GObject *object)
{
  g_clear_pointer (&CONVENE_SLOT (object)->key, g_free);

  G_OBJECT_CLASS (convene_slot_parent_class)->finalize (object);
}

static void
convene_slot_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, CONVENE_SLOT (object)->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_slot_class_init (ConveneSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_slot_dispose;
  object_class->finalize = convene_slot_finalize;
  object_class->get_property = convene_slot_get_property;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_slot_init (ConveneSlot *self)
{
}

static ConveneSlot *
slot_new (GObject    *item,
          const char *key)
{
  ConveneSlot *self = g_object_new (CONVENE_TYPE_SLOT, NULL);

  self->item = g_object_ref (item);
  self->key = g_strdup (key);
  return self;
}

static GPtrArray *
list_keys (GListModel    *items,
           ConveneSlotKey key)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);

      g_ptr_array_add (keys, key (item));
    }

  return keys;
}

/* Puts an item into a slot that has its key; whether there is such a slot at that place. */
static gboolean
try_keep (GListStore *slots,
          guint       place,
          GListModel *items,
          GPtrArray  *keys,
          guint       position)
{
  g_autoptr(ConveneSlot) slot = g_list_model_get_item (G_LIST_MODEL (slots), place);
  g_autoptr(GObject) item = NULL;

  if (g_strcmp0 (slot->key, g_ptr_array_index (keys, position)) != 0)
    return FALSE;

  item = g_list_model_get_item (items, position);
  if (g_set_object (&slot->item, item))
    g_object_notify_by_pspec (G_OBJECT (slot), properties[PROP_ITEM]);
  return TRUE;
}

void
convene_slots_update (GListStore    *slots,
                      GListModel    *items,
                      ConveneSlotKey key)
{
  g_autoptr(GPtrArray) keys = NULL;
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint before;
  guint after;
  guint head = 0;
  guint tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (slots));
  g_return_if_fail (items == NULL || G_IS_LIST_MODEL (items));
  g_return_if_fail (key != NULL);

  keys = list_keys (items, key);
  before = g_list_model_get_n_items (G_LIST_MODEL (slots));
  after = keys->len;
  while (head < MIN (before, after) && try_keep (slots, head, items, keys, head))
    head++;
  while (tail < MIN (before, after) - head && try_keep (slots, before - tail - 1, items, keys, after - tail - 1))
    tail++;
  if (before == after && head == after)
    return;

  for (guint i = head; i < after - tail; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);

      g_ptr_array_add (added, slot_new (item, g_ptr_array_index (keys, i)));
    }
  g_list_store_splice (slots, head, before - tail - head, added->pdata, added->len);
}
