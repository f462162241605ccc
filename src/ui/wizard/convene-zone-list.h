/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The IANA names in tzdata's zone.tab (tab-separated, the name in the third column), sorted, with UTC as the last. */
GStrv convene_zone_list_parse (const char *table);

/* Reads them from the installed tzdata; where that has no table, "UTC" alone. */
void  convene_zone_list_load_async (GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
GStrv convene_zone_list_load_finish (GAsyncResult *result,
                                     GError      **error);

/* Those with a word that begins with each of the words in `text` (case, accents and "_" do not matter), where the city begins so first; at most `most`. */
GStrv convene_zone_list_find (const char *const *names,
                              const char        *text,
                              guint              most);

/* "Mexico City, UTC−06:00" at an instant (microseconds since 1970 UTC); "" for no zone. */
char *convene_zone_list_describe (const char *name,
                                  gint64      instant);

G_END_DECLS
