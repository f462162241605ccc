/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Has each AdwActionRow at or below a widget read out as what it says: libadwaita 1.2 leaves its rows without a name. For rows that stand in a
 * template; they keep it up to date. */
void convene_described_rows_follow (GtkWidget *widget);

G_END_DECLS
