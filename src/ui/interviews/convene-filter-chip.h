/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-filter-words.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_FILTER_CHIP (convene_filter_chip_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFilterChip, convene_filter_chip, CONVENE, FILTER_CHIP, GtkWidget)

/* One kind of what a filter is narrowed to: a button with a menu of choices, and once one is chosen what that is and a button that takes it back.
 * Properties: "engine", "filter" (both may be NULL), "set" (read-only: whether something is chosen). */
GtkWidget *convene_filter_chip_new (ConveneFilterKind kind);

G_END_DECLS
