/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"

G_BEGIN_DECLS

/* Opens the database of the connection's folder as convene_store_open_async () promises. */
gboolean convene_store_open_connection (ConveneConnection *connection,
                                        GError           **error);

G_END_DECLS
