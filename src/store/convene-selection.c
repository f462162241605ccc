/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-selection.h"

#include <string.h>

/* A selection that is being read: the keys and all places, side by side. */
typedef struct
{
  ConveneSelection   *selection;
  const ConvenePlace *places;
  guint               n_places;
  guint               next; /* the first place that a greater key may stand at */
  gint64              last;
} Reading;

ConveneSelection *
convene_selection_new (guint size)
{
  ConveneSelection *self = g_new0 (ConveneSelection, 1);

  self->size = size;
  self->bits = g_malloc0 (size / 8 + 1);
  return self;
}

ConveneSelection *
convene_selection_copy (ConveneSelection *self)
{
  ConveneSelection *copy = g_memdup2 (self, sizeof *self);

  copy->bits = g_memdup2 (self->bits, self->size / 8 + 1);
  return copy;
}

void
convene_selection_free (ConveneSelection *self)
{
  g_free (self->bits);
  g_free (self);
}

void
convene_selection_add (ConveneSelection *self,
                       guint             position)
{
  g_assert (position < self->size);

  self->bits[position / 8] |= (guint8) (1 << position % 8);
  self->n_chosen++;
}

void
convene_selection_intersect (ConveneSelection *self,
                             ConveneSelection *other)
{
  g_assert (self->size == other->size);

  self->n_chosen = 0;
  for (guint i = 0; i <= self->size / 8; i++)
    {
      self->bits[i] &= other->bits[i];
      self->n_chosen += (guint) __builtin_popcount (self->bits[i]);
    }
}

/* The first place whose key is not smaller. */
static guint
find_place (const ConvenePlace *places,
            guint               n_places,
            gint64              key)
{
  guint low = 0, high = n_places;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A search through all places for each key would take ten times as long where nearly all are there. */
static void
take_cb (gpointer data,
         gint64   key)
{
  Reading *reading = data;
  guint    next = reading->next;

  if (key <= reading->last)
    next = find_place (reading->places, reading->n_places, key);
  while (next < reading->n_places && reading->places[next].key < key)
    next++;
  if (next < reading->n_places && reading->places[next].key == key)
    convene_selection_add (reading->selection, reading->places[next++].position);

  reading->next = next;
  reading->last = key;
}

ConveneSelection *
convene_selection_read (const ConvenePlace *places,
                        guint               n_places,
                        ConveneStatement   *statement,
                        GPtrArray          *values,
                        GError            **error)
{
  g_autoptr(ConveneSelection) self = convene_selection_new (n_places);
  Reading          reading = { .selection = self, .places = places, .n_places = n_places, .last = G_MININT64 };
  ConveneCollector collector = { .take = take_cb, .data = &reading };
  gboolean         row;

  convene_statement_bind_collector (statement, &collector);
  for (guint i = 0; i < values->len; i++)
    convene_statement_bind_text (statement, values->pdata[i]);
  if (!convene_statement_step (statement, &row, error))
    return NULL;

  return g_steal_pointer (&self);
}
