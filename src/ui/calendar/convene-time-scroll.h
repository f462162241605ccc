/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-time-grid.h"

G_BEGIN_DECLS

/* Scrolls a ConveneTimeGrid to where one wants to look at first: now, with what comes after it, where it is shown, else the morning. It does so by itself once
 * there is something to be scrolled. */
typedef struct _ConveneTimeScroll ConveneTimeScroll;

ConveneTimeScroll *convene_time_scroll_new (GtkScrolledWindow *window,
                                            ConveneTimeGrid   *grid);
void               convene_time_scroll_free (ConveneTimeScroll *self);

/* What is now; kept. */
void convene_time_scroll_set_clock (ConveneTimeScroll *self,
                                    ConveneClock      *clock);

/* Again, before the next frame. */
void convene_time_scroll_ask (ConveneTimeScroll *self);

/* Other days are shown: it stays where it is, but where all that is on them would be out of sight it goes, once they are filled with it, to the first. */
void convene_time_scroll_arrive (ConveneTimeScroll *self);
void convene_time_scroll_fill (ConveneTimeScroll *self);

G_END_DECLS
