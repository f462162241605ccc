/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"
#include "convene-participant.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PERSON_PLACE_ROW (convene_person_place_row_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePersonPlaceRow, convene_person_place_row, CONVENE, PERSON_PLACE_ROW, AdwExpanderRow)

/* A known person: where their interviews take place by default, and their address at Zoom (HL-7, HL-10, SH-13). What is chosen is written at once.
 * Property "zoom-connected": whether any Zoom account is; where it is not and Zoom is chosen, one can connect it here (HL-5). */
GtkWidget *convene_person_place_row_new (ConveneEngine      *engine,
                                         ConveneParticipant *person);

G_END_DECLS
