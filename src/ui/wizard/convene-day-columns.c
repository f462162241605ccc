/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-grid.h"

static gboolean
overlap (ConveneSpan a,
         ConveneSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static gboolean
is_taken (const ConveneSpan *spans,
          const guint       *columns,
          guint              before,
          guint              column)
{
  for (guint i = 0; i < before; i++)
    if (columns[i] == column && overlap (spans[i], spans[before]))
      return TRUE;

  return FALSE;
}

/* What hangs together by overlapping, through others too, is equally narrow. */
static void
widen (const ConveneSpan *spans,
       guint              n_spans,
       const guint       *columns,
       guint             *counts)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < n_spans; i++)
    counts[i] = columns[i] + 1;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n_spans; i++)
        for (guint j = 0; j < n_spans; j++)
          if (overlap (spans[i], spans[j]) && counts[i] < counts[j])
            {
              counts[i] = counts[j];
              changed = TRUE;
            }
    }
}

void
convene_day_grid_find_columns (const ConveneSpan *spans,
                               guint              n_spans,
                               guint             *columns,
                               guint             *counts)
{
  for (guint i = 0; i < n_spans; i++)
    {
      columns[i] = 0;
      while (is_taken (spans, columns, i, columns[i]))
        columns[i]++;
    }

  widen (spans, n_spans, columns, counts);
}
