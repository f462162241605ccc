/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_STRIP (convene_day_strip_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayStrip, convene_day_strip, CONVENE, DAY_STRIP, GtkWidget)

/* A day with what is already there, the proposed interview among it, what it clashes with in words, and free times to choose from. It follows the
 * database. Signal "picked" (int64: a start that was chosen here, microseconds since 1970 UTC). */
GtkWidget *convene_day_strip_new (void);

void convene_day_strip_set_engine (ConveneDayStrip *self,
                                   ConveneEngine   *engine);

/* Shows a day ("2026-12-01") by the wall clock of a zone; a date or zone that cannot be read shows none. `start` is where the interview would begin
 * (microseconds since 1970 UTC, 0 for unknown), `minutes` how long it takes. */
void convene_day_strip_propose (ConveneDayStrip *self,
                                const char      *date,
                                const char      *zone,
                                gint64           start,
                                int              minutes);

/* The uid of the interview that is proposed another time, or NULL: it is not shown where it was. */
void convene_day_strip_set_except (ConveneDayStrip *self,
                                   const char      *uid);

/* What the proposed interview clashes with, in one sentence; "" for nothing. */
const char *convene_day_strip_get_clash (ConveneDayStrip *self);

G_END_DECLS
