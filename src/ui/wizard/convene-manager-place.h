/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-enums.h"

G_BEGIN_DECLS

/* The default location of a hiring manager (an address) where it is their own and the job, if it is known, says no other (HL-10). */
void convene_manager_place_find_async (ConveneEngine      *engine,
                                       const char         *job,
                                       const char         *manager,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);

/* CONVENE_PLACE_NONE where there is none, and with an error: DATABASE. */
ConvenePlatform convene_manager_place_find_finish (GAsyncResult *result,
                                                   GError      **error);

G_END_DECLS
