/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* Asks where to save an interview's .ics and writes it there; a toast at `widget` says what became of it. A cancelled call says nothing more. */
void convene_ics_export (GtkWidget        *widget,
                         ConveneEngine    *engine,
                         ConveneInterview *interview,
                         GCancellable     *cancellable);

G_END_DECLS
