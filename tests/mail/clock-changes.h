/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* tzdata as the C library reads it: a second opinion on the program's. Both answers are the caller's. */

/* char *, the names of all zones that are installed; with or without those that are other names of one among them. */
GPtrArray *clock_changes_list_zones (gboolean with_links);

/* gint64, when a zone's offset changes from 2024 to the end of 2030: the first instant of the new offset, in microseconds since 1970 UTC. The process is in
 * that zone afterwards. */
GArray *clock_changes_find (const char *zone);

/* "1 November 2026, 01:59", where the process is. */
char *clock_changes_format (gint64 at);

G_END_DECLS
