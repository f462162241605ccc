/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-clock.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZOOM_PACE (convene_zoom_pace_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoomPace, convene_zoom_pace, CONVENE, ZOOM_PACE, GObject)

/* Zoom: rate limits. Each of its calls is of one of these categories. */
typedef enum
{
  CONVENE_ZOOM_LIGHT,
  CONVENE_ZOOM_MEDIUM,
  CONVENE_ZOOM_N_CATEGORIES
} ConveneZoomCategory;

/* What keeps the calls of one Zoom account below its limits per second: its clients share one. Calls are let go evenly, a little slower than allowed,
 * because Zoom counts them when they arrive. */
ConveneZoomPace *convene_zoom_pace_new (ConveneClock *clock);

/* "licensed", "basic" or NULL while it is unknown, as convene_account_get_plan () says. Without a word of it: basic, the slowest. */
void convene_zoom_pace_set_plan (ConveneZoomPace *self,
                                 const char      *plan);

/* Ends when a call may go; first come, first served. The turn of whoever is cancelled meanwhile is lost. The only error is CANCELLED. */
void     convene_zoom_pace_wait_async (ConveneZoomPace    *self,
                                       ConveneZoomCategory category,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean convene_zoom_pace_wait_finish (ConveneZoomPace *self,
                                        GAsyncResult    *result,
                                        GError         **error);

/* Zoom said that it was too fast after all: whoever asks from now on waits until then (microseconds since 1970 UTC). */
void convene_zoom_pace_back_off (ConveneZoomPace    *self,
                                 ConveneZoomCategory category,
                                 gint64              until);

G_END_DECLS
