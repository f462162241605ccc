/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_TIME_HEAD (convene_time_head_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTimeHead, convene_time_head, CONVENE, TIME_HEAD, GtkWidget)

/* The heads of a ConveneTimeGrid's columns: its days, and beside them whose hours its rulers show. */

/* `n_days` days from `first` on; `today` is marked. `now` is in microseconds since 1970 UTC. */
void convene_time_head_show (ConveneTimeHead *self,
                             const GDate     *first,
                             guint            n_days,
                             const GDate     *today,
                             gint64           now);

/* The zone of the second ruler; NULL for none. */
void convene_time_head_set_second_zone (ConveneTimeHead *self,
                                        const char      *zone);

/* Pixels: of the rulers. */
void convene_time_head_set_ruler_width (ConveneTimeHead *self,
                                        int              width);

G_END_DECLS
