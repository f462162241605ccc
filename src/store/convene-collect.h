/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "convene-statement.h"

G_BEGIN_DECLS

/* What SQLite calls a ConveneCollector that is bound as a pointer. */
#define CONVENE_COLLECTOR "convene-collector"

/* Makes two functions known to a connection that is open; both answer NULL. The aggregate function collect (collector, integer) gives each number away as it comes: a
 * hundred thousand rows that are stepped through one by one take longer than it takes to find them. FTS5's collect_phrase (table, collector), asked for the first row
 * of a MATCH, gives away the ids of all rows with its first phrase, within the columns that it is for, in their order: FTS5 walks through them by itself, in half the
 * time. A code of SQLite. */
int convene_collect_register (ConveneConnection *connection);

G_END_DECLS
