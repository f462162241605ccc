/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets a G_FILE_ERROR from errno about `path`. Answers FALSE. */
gboolean convene_practice_file_fail (GError    **error,
                                     const char *path);

/* Writes all of it, however often the kernel wants to be asked. */
gboolean convene_practice_file_write (int         fd,
                                      const void *data,
                                      gsize       length);

/* Makes what happened to the names in a folder durable. */
gboolean convene_practice_file_sync_folder (const char *folder,
                                            GError    **error);

/* Puts a file (0600) in its place at once or not at all, durable when it returns. */
gboolean convene_practice_file_put (const char *folder,
                                    const char *name,
                                    const void *data,
                                    gsize       length,
                                    GError    **error);

G_END_DECLS
