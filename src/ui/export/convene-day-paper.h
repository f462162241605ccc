/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-interview.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_PAPER (convene_day_paper_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayPaper, convene_day_paper, CONVENE, DAY_PAPER, GObject)

/* A day as it stands on paper: its date, and for each interview the time, the candidate with their own time, job, place, people with their answers and
 * the agenda; neither links, passwords nor the team's notes, because paper lies about. An interview begins on a new page where it does not fit, and
 * only one that is longer than a page is parted. `interviews` (of ConveneInterview) are in the order of their start; `width` and `height` are
 * what can be printed on, in the units of whoever draws, and `context` is made for that. */
ConveneDayPaper *convene_day_paper_new (PangoContext *context,
                                        double        width,
                                        double        height,
                                        const char   *title,
                                        GPtrArray    *interviews);

int convene_day_paper_get_pages (ConveneDayPaper *self);

/* In black, whatever the screen's colours; `page` counts from 0. */
void convene_day_paper_draw (ConveneDayPaper *self,
                             cairo_t         *cr,
                             int              page);

/* What stands there of one interview, without the time: lines of text. */
char *convene_day_paper_format (ConveneInterview *interview);

G_END_DECLS
