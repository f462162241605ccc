/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-activity.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_HISTORY_ROW (convene_history_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneHistoryRow, convene_history_row, CONVENE, HISTORY_ROW, GtkListBoxRow)

/* A line of an interview's history. Property "activity". */
GtkWidget *convene_history_row_new (void);

G_END_DECLS
