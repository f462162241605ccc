/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-day-cell.h"

G_BEGIN_DECLS

struct _ConveneDayCell
{
  GtkWidget parent_instance;

  ConvenePalette *palette;
  ConveneColors   colors;
  GDate           day;
  gboolean        outside;
  gboolean        today;
  gboolean        narrow;
  gboolean        chosen;
  GPtrArray      *entries;
  gint64          from; /* when the day begins */
  gboolean        told;
};

/* How its height is shared out: pixels from its upper edge. */
typedef struct
{
  int      line_height; /* of text */
  int      number_height;
  int      pitch;  /* from one line to the next */
  int      top;    /* of the first line */
  guint    shown;  /* lines that show an entry */
  guint    hidden; /* entries that are counted instead */
  gboolean dots;   /* there is no room for lines, or no wish */
} ConveneDayMeasures;

void convene_day_cell_measure_lines (ConveneDayCell     *self,
                                     ConveneDayMeasures *measures);

void convene_day_cell_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot);

G_END_DECLS
