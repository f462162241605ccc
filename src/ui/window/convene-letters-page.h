/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_LETTERS_PAGE (convene_letters_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneLettersPage, convene_letters_page, CONVENE, LETTERS_PAGE, AdwPreferencesPage)

/* The preferences of letters: who gets them, and their words in each language with a preview of what becomes of them (SH-27). What is chosen is
 * written at once; what another process writes is shown. */
void convene_letters_page_set_engine (ConveneLettersPage *self,
                                      ConveneEngine      *engine);

G_END_DECLS
