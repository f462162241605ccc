/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar-views.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR_NOTE (convene_calendar_note_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCalendarNote, convene_calendar_note, CONVENE, CALENDAR_NOTE, AdwBin)

/* Says why a calendar shows nothing, and what to do: over it, and only then. Properties: "views" (ConveneCalendarViews, construct only), "filter" (ConveneFilter), "empty"
 * (no interview is kept at all). Its buttons activate win.clear-filters and app.schedule-on (s). */
gboolean convene_calendar_note_get_empty (ConveneCalendarNote *self);
void     convene_calendar_note_set_empty (ConveneCalendarNote *self,
                                          gboolean             empty);

G_END_DECLS
