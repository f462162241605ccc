/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_RULES_PAGE (convene_rules_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneRulesPage, convene_rules_page, CONVENE, RULES_PAGE, AdwPreferencesPage)

/* The preferences of what the program does by itself: links, letters, reminders, Zoom's limits, the background (see convene-preferences.h). What is chosen
 * is written at once; what another process writes is shown. */
void convene_rules_page_set_engine (ConveneRulesPage *self,
                                    ConveneEngine    *engine);

G_END_DECLS
