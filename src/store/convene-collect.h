/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "convene-statement.h"

G_BEGIN_DECLS

/* What SQLite calls a ConveneCollector that is bound as a pointer. */
#define CONVENE_COLLECTOR "convene-collector"

/* Makes the aggregate function collect (collector, integer) known to a connection: it gives each number away as it comes, and answers NULL. A hundred thousand rows
 * that are stepped through one by one take longer than it takes to find them. */
int convene_collect_register (sqlite3 *db);

G_END_DECLS
