/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-bulk.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_BULK_WINDOW (convene_bulk_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneBulkWindow, convene_bulk_window, CONVENE, BULK_WINDOW, AdwWindow)

/* Says what follows when the same is done with several interviews, asks for the reason of a cancellation, and does it; what failed it says by name. Signal
 * "finished" (ConveneBulk): something was done. The window closes by itself where nothing failed. */
ConveneBulkWindow *convene_bulk_window_new (GtkWindow         *parent,
                                            ConveneEngine     *engine,
                                            ConveneBulkKind    kind,
                                            const char *const *uids);

G_END_DECLS
