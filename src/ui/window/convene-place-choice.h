/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-enums.h"

G_BEGIN_DECLS

/* The meeting locations that a row lets one choose from. */

/* `none`: what the first choice is called, which is none of them; or NULL. The row is insensitive until somebody says otherwise. */
void convene_place_choice_fill (AdwComboRow *row,
                                const char  *none);

/* `has_platform` FALSE: the choice of none; Zoom where the row has no such choice. */
void     convene_place_choice_select (AdwComboRow    *row,
                                      gboolean        has_platform,
                                      ConvenePlatform platform);
gboolean convene_place_choice_get (AdwComboRow     *row,
                                   ConvenePlatform *platform);

G_END_DECLS
