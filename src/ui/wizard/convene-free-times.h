/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_FREE_TIMES (convene_free_times_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFreeTimes, convene_free_times, CONVENE, FREE_TIMES, GtkBox)

/* Times that are free, a button for each. Signal "picked" (int64: microseconds since 1970 UTC). */
GtkWidget *convene_free_times_new (void);

/* `starts`: gint64. What is there already stays, so that the focus does. */
void convene_free_times_set (ConveneFreeTimes *self,
                             GArray           *starts,
                             const char       *zone,
                             int               minutes);

/* Shows nothing: no day is chosen, or it is not known yet what is free. */
void convene_free_times_clear (ConveneFreeTimes *self);

G_END_DECLS
