/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-entries.h"

/* The first day that ends after an instant; n_days for none. */
static guint
find_first (const gint64 *starts,
            guint         n_days,
            gint64        instant)
{
  guint low = 0, high = n_days;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (starts[middle + 1] <= instant)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
convene_day_entries_share (ConveneCalendar *calendar,
                           const gint64    *starts,
                           guint            n_days,
                           GPtrArray      **days)
{
  guint first = 0, count;

  g_return_if_fail (calendar == NULL || CONVENE_IS_CALENDAR (calendar));
  g_return_if_fail (n_days > 0);

  if (calendar == NULL)
    return;

  /* What began before lies before them, and nobody knows how long before. */
  count = convene_calendar_find (calendar, starts[0], starts[n_days], &first);
  for (guint i = 0; i < first + count; i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = g_list_model_get_item (G_LIST_MODEL (calendar), i);
      gint64 start = convene_calendar_entry_get_start (entry), end = convene_calendar_entry_get_end (entry);

      if (start < starts[0] && end <= starts[0])
        continue;
      for (guint day = find_first (starts, n_days, start); day < n_days && (starts[day] <= start || starts[day] < end); day++)
        g_ptr_array_add (days[day], g_object_ref (entry));
    }
}

GPtrArray *
convene_day_entries_list (ConveneCalendar *calendar,
                          gint64           from,
                          gint64           to)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  gint64     starts[] = { from, to };

  convene_day_entries_share (calendar, starts, 1, &entries);
  return entries;
}
