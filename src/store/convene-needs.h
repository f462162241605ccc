/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"
#include "convene-store-directory.h"

G_BEGIN_DECLS

/* As convene_store_get_needs_async (); on the worker's thread. */
ConveneNeeds *convene_needs_read (ConveneConnection *connection,
                                  gint64             now,
                                  GError           **error);

G_END_DECLS
