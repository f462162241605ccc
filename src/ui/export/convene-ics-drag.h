/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* An interview as somebody else takes it: a file, or the text of one. */

/* What is dragged or copied of an interview: text/calendar, and a file, which is made when it is asked for and lies in a folder of the session's for as
 * long as whoever got it may take to copy it. `who` is its candidate. */
GdkContentProvider *convene_ics_content_new (ConveneEngine *engine,
                                             const char    *uid,
                                             const char    *who);

/* What can be dragged at a place of `widget`, in its pixels: NULL for nothing. The answer is the caller's. */
typedef GdkContentProvider *(*ConveneIcsAsk) (GtkWidget *widget, double x, double y, gpointer user_data);

/* Lets an interview be dragged out of the window by `widget`, which shows it. `ask` says which, whenever a drag begins; `user_data` outlives the widget. */
void convene_ics_drag_add (GtkWidget    *widget,
                           ConveneIcsAsk ask,
                           gpointer      user_data);

G_END_DECLS
