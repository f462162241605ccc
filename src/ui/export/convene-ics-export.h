/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* "Ada Example.ics": what a file with the interview of `who` is called. No folder of its own, whatever somebody is called. */
char *convene_ics_name (const char *who);

/* Asks where to save an interview's .ics and writes it there; a toast at `widget` says what became of it. `who` is its candidate. A cancelled call says
 * nothing more. */
void convene_ics_export (GtkWidget        *widget,
                         ConveneEngine    *engine,
                         ConveneInterview *interview,
                         const char       *who,
                         GCancellable     *cancellable);

/* The same for all interviews that begin in [from, to), microseconds since 1970 UTC. `title` is the question's, `name` the file's without its ending,
 * `none` what is said where there are no interviews. */
void convene_ics_export_range (GtkWidget     *widget,
                               ConveneEngine *engine,
                               gint64         from,
                               gint64         to,
                               const char    *title,
                               const char    *name,
                               const char    *none,
                               GCancellable  *cancellable);

/* The same for some interviews, of any time. */
void convene_ics_export_several (GtkWidget         *widget,
                                 ConveneEngine     *engine,
                                 const char *const *uids,
                                 const char        *title,
                                 const char        *name,
                                 GCancellable      *cancellable);

G_END_DECLS
