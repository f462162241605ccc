/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-schema.h"

G_BEGIN_DECLS

/* The connection to the database of one profile. Everything here belongs to the worker's thread. Errors are CONVENE_ERROR_DATABASE unless it
 * is said otherwise; what SQLite itself had to say goes to the debug log. */
typedef struct _ConveneConnection ConveneConnection;

/* Closed at first. `schema` outlives it. */
ConveneConnection *convene_connection_new (const char          *folder,
                                           const ConveneSchema *schema);
void               convene_connection_free (ConveneConnection *self);

const char          *convene_connection_get_folder (ConveneConnection *self);
const char          *convene_connection_get_path (ConveneConnection *self);
const ConveneSchema *convene_connection_get_schema (ConveneConnection *self);

/* Opens the file, made where it is missing. Until it is accepted, closing leaves it and the files beside it as they were. */
gboolean convene_connection_open (ConveneConnection *self,
                                  GError           **error);
/* To read what another connection of ours accepted and settled, and never write. */
gboolean convene_connection_open_reading (ConveneConnection *self,
                                          GError           **error);
void     convene_connection_close (ConveneConnection *self);
gboolean convene_connection_is_open (ConveneConnection *self);

/* What is inside was looked at and is ours: turns to write-ahead logging, which may write to the file. */
gboolean convene_connection_accept (ConveneConnection *self,
                                    GError           **error);

/* Statements without parameters and without rows. */
gboolean convene_connection_execute (ConveneConnection *self,
                                     const char        *sql,
                                     GError           **error);

/* The one number that a statement without parameters answers. */
gboolean convene_connection_get_number (ConveneConnection *self,
                                        const char        *sql,
                                        gint64            *number,
                                        GError           **error);

/* Rows that the last statement wrote; whether any statement has since the connection was opened. */
int      convene_connection_get_changes (ConveneConnection *self);
gboolean convene_connection_has_written (ConveneConnection *self);

typedef gboolean (*ConveneTransactionFunc) (ConveneConnection *self,
                                            gpointer           data,
                                            GError           **error);

/* Runs `func` in one transaction: what it wrote is durable when this answers TRUE, and gone when it answers FALSE. A writing one waits for other
 * processes before it begins, so that what it reads cannot change under it. */
gboolean convene_connection_transact (ConveneConnection     *self,
                                      gboolean               writing,
                                      ConveneTransactionFunc func,
                                      gpointer               data,
                                      GError               **error);

typedef gboolean (*ConveneStopFunc) (gpointer data);

/* Asks every few thousand steps whether a statement should be given up; NULL for never. */
void convene_connection_set_stop (ConveneConnection *self,
                                  ConveneStopFunc    stop,
                                  gpointer           data);

/* Set *error and answer FALSE: for a result code of SQLite, and for what was found in the file. Where that helps, the message names the newest
 * copy as the way back. */
gboolean convene_connection_fail (ConveneConnection *self,
                                  int                code,
                                  GError           **error);
gboolean convene_connection_fail_value (ConveneConnection *self,
                                        const char        *table,
                                        const char        *field,
                                        GError           **error);
gboolean convene_connection_fail_damaged (ConveneConnection *self,
                                          GError           **error);
gboolean convene_connection_fail_foreign (ConveneConnection *self,
                                          GError           **error);
gboolean convene_connection_fail_newer (ConveneConnection *self,
                                        GError           **error);
gboolean convene_connection_fail_unreadable (ConveneConnection *self,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneConnection, convene_connection_free)

G_END_DECLS
