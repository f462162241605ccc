/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Makes the aggregate function collect (integer) known to a connection: all of them as one value, an array of gint64 in bytes, in the order in which they come. A
 * hundred thousand rows that are stepped through one by one take longer than it takes to find them. */
int convene_collect_register (sqlite3 *db);

G_END_DECLS
