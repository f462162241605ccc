/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_LENGTH_ROW (convene_length_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneLengthRow, convene_length_row, CONVENE, LENGTH_ROW, AdwPreferencesRow)

/* How long an interview takes: usual lengths to choose from, any other to type. Property "minutes" (int, 1 to 1440). */
GtkWidget *convene_length_row_new (void);

void convene_length_row_set_minutes (ConveneLengthRow *self,
                                     int               minutes);
int  convene_length_row_get_minutes (ConveneLengthRow *self);

G_END_DECLS
