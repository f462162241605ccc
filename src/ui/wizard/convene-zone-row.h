/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_ZONE_ROW (convene_zone_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoneRow, convene_zone_row, CONVENE, ZONE_ROW, AdwEntryRow)

/* A time zone: its IANA name is the row's text, and beside it stand the city and how far it is from UTC. */
GtkWidget *convene_zone_row_new (void);

/* The instant for which the offset is shown: microseconds since 1970 UTC. */
void convene_zone_row_set_instant (ConveneZoneRow *self,
                                   gint64          instant);

/* What stands beside an empty row. */
void convene_zone_row_set_empty_words (ConveneZoneRow *self,
                                       const char     *words);

G_END_DECLS
