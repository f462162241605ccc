/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-range-reader.h"

/* Before the layout of the frame that shows it. */
#define CHANGED_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

/* How long days are looked at before their neighbours are read: who leafs through a year does not wait for them. */
#define PATIENCE (120) /* ms */

/* Instants. */
typedef struct
{
  gint64 from;
  gint64 to;
} Range;

struct _ConveneRangeReader
{
  ConveneCalendar    *calendar;
  ConveneRangeChanged changed;
  gpointer            user_data;

  Range shown;
  Range wide; /* with the neighbours */
  Range held; /* that the calendar had when it was last loaded */

  guint changed_source;
  guint widen_source;
};

static gboolean
contains (const Range *range,
          const Range *other)
{
  return range->from <= other->from && other->to <= range->to;
}

static gboolean
changed_cb (gpointer user_data)
{
  ConveneRangeReader *self = user_data;

  self->changed_source = 0;
  self->changed (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (ConveneRangeReader *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (CHANGED_PRIORITY, changed_cb, self, NULL);
}

static gboolean
widen_cb (gpointer user_data)
{
  ConveneRangeReader *self = user_data;

  self->widen_source = 0;
  if (!contains (&self->held, &self->wide) || !contains (&self->wide, &self->held))
    convene_calendar_set_range (self->calendar, self->wide.from, self->wide.to, 0);
  return G_SOURCE_REMOVE;
}

static void
widen_later (ConveneRangeReader *self)
{
  if (self->widen_source == 0)
    self->widen_source = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE, widen_cb, self, NULL);
}

static void
loaded_cb (ConveneRangeReader *self)
{
  if (!convene_calendar_get_loaded (self->calendar))
    return;

  self->held.from = convene_calendar_get_from (self->calendar);
  self->held.to = convene_calendar_get_to (self->calendar);
  if (contains (&self->held, &self->shown))
    widen_later (self);
}

ConveneRangeReader *
convene_range_reader_new (ConveneEngine      *engine,
                          ConveneRangeChanged changed,
                          gpointer            user_data)
{
  ConveneRangeReader *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (changed != NULL, NULL);

  self = g_new0 (ConveneRangeReader, 1);
  self->calendar = convene_calendar_new (engine);
  self->changed = changed;
  self->user_data = user_data;
  g_signal_connect_swapped (self->calendar, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->calendar, "notify::loaded", G_CALLBACK (loaded_cb), self);
  return self;
}

void
convene_range_reader_free (ConveneRangeReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->widen_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_object_unref (self->calendar);
  g_free (self);
}

ConveneCalendar *
convene_range_reader_get_calendar (ConveneRangeReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calendar;
}

void
convene_range_reader_set_filter (ConveneRangeReader *self,
                                 ConveneFilter      *filter)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (filter == NULL || CONVENE_IS_FILTER (filter));

  convene_calendar_set_filter (self->calendar, filter);
}

void
convene_range_reader_look (ConveneRangeReader *self,
                           gint64              from,
                           gint64              to,
                           gint64              wide_from,
                           gint64              wide_to)
{
  g_return_if_fail (self != NULL);

  self->shown = (Range){ from, to };
  self->wide = (Range){ wide_from, wide_to };

  g_clear_handle_id (&self->widen_source, g_source_remove);
  if (contains (&self->held, &self->shown))
    widen_later (self);
  else
    convene_calendar_set_range (self->calendar, self->shown.from, self->shown.to, 0);
}
