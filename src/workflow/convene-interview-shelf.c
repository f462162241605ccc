/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-shelf.h"

#include "convene-interview-item-private.h"

/* So many are read in one go at most, and remembered though nobody holds them. */
#define MANY 500
#define REMEMBERED 4000

struct _ConveneInterviewShelf
{
  GHashTable *items;   /* key to the item, which is not held here */
  GHashTable *entries; /* key to ConveneCalendarEntry: what was read since the last doubt */
  GHashTable *wanted;  /* a set of keys */
};

static gint64 *
dup_key (gint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

ConveneInterviewShelf *
convene_interview_shelf_new (void)
{
  ConveneInterviewShelf *self = g_new0 (ConveneInterviewShelf, 1);

  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/* It is being disposed of, and its key still there. */
static void
gone_cb (gpointer user_data,
         GObject *item)
{
  ConveneInterviewShelf *self = user_data;
  gint64                 key = convene_interview_item_get_key ((ConveneInterviewItem *) item);

  g_hash_table_remove (self->items, &key);
}

void
convene_interview_shelf_free (ConveneInterviewShelf *self)
{
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, gone_cb, self);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->wanted);
  g_free (self);
}

ConveneInterviewItem *
convene_interview_shelf_take_item (ConveneInterviewShelf *self,
                                   gint64                 key)
{
  ConveneInterviewItem *item = g_hash_table_lookup (self->items, &key);

  if (item != NULL)
    return g_object_ref (item);

  item = convene_interview_item_new (key);
  convene_interview_item_set_entry (item, g_hash_table_lookup (self->entries, &key));
  g_object_weak_ref (G_OBJECT (item), gone_cb, self);
  g_hash_table_insert (self->items, dup_key (key), item);
  return item;
}

gboolean
convene_interview_shelf_knows (ConveneInterviewShelf *self,
                               gint64                 key)
{
  return g_hash_table_contains (self->entries, &key);
}

gboolean
convene_interview_shelf_want (ConveneInterviewShelf *self,
                              gint64                 key)
{
  return !convene_interview_shelf_knows (self, key) && g_hash_table_add (self->wanted, dup_key (key));
}

void
convene_interview_shelf_put (ConveneInterviewShelf *self,
                             gint64                 key,
                             ConveneCalendarEntry  *entry)
{
  ConveneInterviewItem *item = g_hash_table_lookup (self->items, &key);

  if (g_hash_table_size (self->entries) >= REMEMBERED)
    g_hash_table_remove_all (self->entries);
  g_hash_table_insert (self->entries, dup_key (key), g_object_ref (entry));
  g_hash_table_remove (self->wanted, &key);
  if (item == NULL)
    return;

  /* Whoever is notified may let it go. */
  g_object_ref (item);
  convene_interview_item_set_entry (item, entry);
  g_object_unref (item);
}

void
convene_interview_shelf_doubt (ConveneInterviewShelf *self)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_remove_all (self->entries);
  g_hash_table_remove_all (self->wanted);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->wanted, dup_key (*(gint64 *) key));
}

/* Of more than are read in one go, those that nobody holds any more were scrolled past. */
GArray *
convene_interview_shelf_take_wanted (ConveneInterviewShelf *self)
{
  GArray        *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gboolean crowded = g_hash_table_size (self->wanted) > MANY;
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL) && keys->len < MANY)
    {
      if (!crowded || g_hash_table_contains (self->items, key))
        g_array_append_val (keys, *(gint64 *) key);
      g_hash_table_iter_remove (&iter);
    }

  return keys;
}

gboolean
convene_interview_shelf_has_wanted (ConveneInterviewShelf *self)
{
  return g_hash_table_size (self->wanted) > 0;
}
