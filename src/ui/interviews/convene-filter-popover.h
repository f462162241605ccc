/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"
#include "convene-filter-words.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_FILTER_POPOVER (convene_filter_popover_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFilterPopover, convene_filter_popover, CONVENE, FILTER_POPOVER, GtkPopover)

/* What a filter can be set to by one of its kinds, with a search entry where there may be many. Signal "chosen" (s value, s label). */
GtkWidget *convene_filter_popover_new (ConveneFilterKind kind);

/* Before it is shown: `current` is what the filter is set to, or NULL. Without an engine there is nothing to choose where choices are read. */
void convene_filter_popover_prepare (ConveneFilterPopover *self,
                                     ConveneEngine        *engine,
                                     const char           *current);

G_END_DECLS
