/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_FILTER_BAR (convene_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFilterBar, convene_filter_bar, CONVENE, FILTER_BAR, GtkWidget)

/* Which interviews are shown, as chips of which each is a menu: platform (TA-14), state, job, host, person, time, and whether they need attention. A chip that
 * is set shows what it is set to, and has a button that clears it. They go to further lines where they do not fit.
 * Properties: "engine" (NULL: nothing to choose from but what is fixed), "filter" (ConveneFilter; NULL: the chips do nothing), "narrow" (only what is set, and a button
 * that brings the others), "for-calendar" (construct only: without the time, which a calendar shows by itself). */
GtkWidget *convene_filter_bar_new (gboolean for_calendar);

G_END_DECLS
