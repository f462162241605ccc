/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_WIZARD (convene_wizard_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizard, convene_wizard, CONVENE, WIZARD, AdwWindow)

/* Schedule Interview: six steps (SH-23). Closing it keeps what was typed; the next one begins with it, says so, and offers to begin anew
 * (which can be undone). `date` ("2026-12-01") is where an empty draft begins, or NULL. It uses the actions app.connected-apps and
 * app.show-interview (s) of its application. */
ConveneWizard *convene_wizard_new (GtkApplication *application,
                                   ConveneEngine  *engine,
                                   const char     *date);

G_END_DECLS
