/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-time-scale.h"

G_BEGIN_DECLS

/* Where what lasts from one instant to another stands beside the hours of some days, without a screen. */

/* Instants, as a store may have them: an end that is not after the start counts as the start. */
typedef struct
{
  gint64 start;
  gint64 end;
} ConveneTimeSpan;

/* The part of a span that one day shows. */
typedef struct
{
  guint    span; /* its number */
  guint    day;
  gint64   top; /* positions of the scale */
  gint64   bottom;
  guint    column; /* of those that the day is shared out in there, from 0 */
  guint    width;  /* in columns */
  guint    columns;
  gboolean from_before; /* it began on a day before */
  gboolean to_after;    /* it ends on a day after */
} ConveneTimePlace;

/* Adds a ConveneTimePlace for each day that a span touches, in the order of days, tops and lengths (the longer first). What overlaps stands side by side. None is
 * less high than `least`, and what would be written over it stands beside it. */
void convene_time_layout (const ConveneTimeScale *scale,
                          const ConveneTimeSpan  *spans,
                          guint                   n_spans,
                          gint64                  least,
                          GArray                 *places);

G_END_DECLS
