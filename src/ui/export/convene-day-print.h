/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* Prints the interviews that begin in [from, to), microseconds since 1970 UTC, under `title`, the day in words; a toast at `widget` says what went wrong, or
 * `none` where there are no interviews. A cancelled call says nothing more. */
void convene_day_print (GtkWidget     *widget,
                        ConveneEngine *engine,
                        gint64         from,
                        gint64         to,
                        const char    *title,
                        const char    *none,
                        GCancellable  *cancellable);

/* What is printed of interviews (of ConveneInterview, by start): to be run, or written to a file. The answer is the caller's. */
GtkPrintOperation *convene_day_print_new (const char *title,
                                          GPtrArray  *interviews);

G_END_DECLS
