/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_PICKER (convene_day_picker_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayPicker, convene_day_picker, CONVENE, DAY_PICKER, GtkWidget)

/* A month to choose a day from, and beside it, or below where it is narrow, that day with what is already there. Signals: "date-picked" (s:
 * "2026-12-01") and "picked" (int64: a start that was chosen, microseconds since 1970 UTC). */
GtkWidget *convene_day_picker_new (void);

void convene_day_picker_set_engine (ConveneDayPicker *self,
                                    ConveneEngine    *engine);

/* See convene_day_strip_set_except (). */
void convene_day_picker_set_except (ConveneDayPicker *self,
                                    const char       *uid);

/* `date` as it is typed, by the wall clock of a zone; `start` is where the interview would begin (microseconds since 1970 UTC, 0 for unknown), `minutes`
 * how long it takes. */
void convene_day_picker_propose (ConveneDayPicker *self,
                                 const char       *date,
                                 const char       *zone,
                                 gint64            start,
                                 int               minutes);

G_END_DECLS
