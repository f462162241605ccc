/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-page.h"

G_BEGIN_DECLS

/* Adds to a window the actions win.export-day, win.export-month and win.print-day, of the day that is chosen in its calendar, and win.export-all; they can
 * be used while its interviews are known. */
void convene_window_day_add_actions (GtkApplicationWindow *window,
                                     ConveneCalendarPage  *calendar);

G_END_DECLS
