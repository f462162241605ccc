/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-face.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_APPLICATION (convene_application_get_type ())

G_DECLARE_FINAL_TYPE (ConveneApplication, convene_application, CONVENE, APPLICATION, AdwApplication)

/* The program with its windows. It makes its window at once and opens the profile while that is drawn: it asks `face` for an engine that is open, so
 * that it need not know what practice is beyond the boolean. Once the last window is closed it gives the outbox some seconds for what is due, closes
 * the engine, and only then leaves. `face` is the caller's, and stays until the application is gone. */
ConveneApplication *convene_application_new (const ConveneFace *face);

/* Shows what was dropped without a file. Nothing happens before there is an engine. */
void convene_application_open_bytes (ConveneApplication *self,
                                     GBytes             *bytes);

/* NULL until it is open. Owned by the application. */
ConveneEngine *convene_application_get_engine (ConveneApplication *self);

G_END_DECLS
