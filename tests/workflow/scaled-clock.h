/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SCALED_CLOCK (convene_scaled_clock_get_type ())

G_DECLARE_FINAL_TYPE (ConveneScaledClock, convene_scaled_clock, CONVENE, SCALED_CLOCK, GObject)

/* A clock that shows `origin` (microseconds since 1970 UTC) when the machine's shows `epoch`, and goes `scale` times as fast: half a minute of
 * patience takes an instant, and processes that are given the same numbers agree. */
ConveneClock *convene_scaled_clock_new (gint64 epoch, gint64 origin, int scale);

/* Goes on from where it is, `scale` times as fast as the machine's. */
void convene_scaled_clock_set_scale (ConveneScaledClock *self, int scale);

/* Puts it forward. */
void convene_scaled_clock_advance (ConveneScaledClock *self, gint64 microseconds);

G_END_DECLS
