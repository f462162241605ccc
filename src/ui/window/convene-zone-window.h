/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZONE_WINDOW (convene_zone_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoneWindow, convene_zone_window, CONVENE, ZONE_WINDOW, AdwWindow)

/* Asks for the time zone whose hours stand beside the person's own (TA-12), over `parent`. What is chosen becomes the property "second-zone" of `calendar`: an IANA name, or "". */
GtkWidget *convene_zone_window_new (GtkWindow     *parent,
                                    ConveneEngine *engine,
                                    GObject       *calendar);

G_END_DECLS
