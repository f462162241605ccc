/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How the pages are looked at in this run, as CONVENE_PICTURE_VARIANT says: in English, light and dark, or, light alone, "large" (letters half as large again), "es"
 * (in Spanish), "de", "fr", "rtl" (from right to left), or "pseudo": in a language that nobody speaks, half as long again. */

/* Before a widget is made. */
void picture_variant_init (void);

/* The names of the styles, NULL-terminated: "light", "dark", "es" … */
const char *const *picture_variant_get_styles (void);

/* Whether the pictures are those that are shown to people who do not have the program yet. */
gboolean picture_variant_is_plain (void);

/* Whether there are accepted pictures to compare with. */
gboolean picture_variant_is_compared (void);

G_END_DECLS
