/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_TEMPLATE_PREVIEW (convene_template_preview_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTemplatePreview, convene_template_preview, CONVENE, TEMPLATE_PREVIEW, AdwPreferencesGroup)

/* Shows how a letter would look with these words, as convene_engine_preview_template_async () takes them. Where no letter can be made of them, what was there
 * stays. */
void convene_template_preview_show (ConveneTemplatePreview *self,
                                    ConveneEngine          *engine,
                                    const char             *language,
                                    const char             *letter,
                                    const char             *subject,
                                    const char             *text);

G_END_DECLS
