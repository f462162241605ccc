/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-operation.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OPERATION_ROW (convene_operation_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOperationRow, convene_operation_row, CONVENE, OPERATION_ROW, AdwActionRow)

/* One operation with its state, when it happened or will, what became of it, and what to do where it failed. Shared by the details and the wizard's
 * last step. Property "operation". `now`: microseconds since 1970 UTC, for words about time. The Retry button, there while it failed or waits, activates
 * the action "interview.retry" of whoever is around it. */
GtkWidget *convene_operation_row_new (ConveneOperation *operation,
                                      gint64            now);

void convene_operation_row_set_operation (ConveneOperationRow *self,
                                          ConveneOperation    *operation,
                                          gint64               now);

G_END_DECLS
