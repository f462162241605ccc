/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-participant.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PERSON_ROW (convene_person_row_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePersonRow, convene_person_row, CONVENE, PERSON_ROW, GtkListBoxRow)

/* One person of an interview with role, answer and address. Property "participant". Copying the address activates "interview.copy-address". */
GtkWidget *convene_person_row_new (void);

G_END_DECLS
