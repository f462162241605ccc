/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"

G_BEGIN_DECLS

/* As convene_store_list_due_operations_async (), in one transaction. */
GPtrArray *convene_due_list (ConveneConnection *connection,
                             gint64             now,
                             gint64            *next_due,
                             GError           **error);

G_END_DECLS
