/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-connection.h"

G_BEGIN_DECLS

/* A prepared statement, lent by its connection: releasing it gives it back for the next one who has the same text. */
typedef struct _ConveneStatement ConveneStatement;

ConveneStatement *convene_connection_prepare (ConveneConnection *connection,
                                              const char        *sql,
                                              GError           **error);
void              convene_statement_release (ConveneStatement *self);
void              convene_statement_free (ConveneStatement *self);

/* Each fills the next parameter. NULL is NULL; a list becomes one item a line. What goes wrong is told by the step. */
void convene_statement_bind_text (ConveneStatement *self,
                                  const char       *text);
void convene_statement_bind_number (ConveneStatement *self,
                                    gint64            number);
void convene_statement_bind_bytes (ConveneStatement *self,
                                   GBytes           *bytes);
void convene_statement_bind_list (ConveneStatement  *self,
                                  const char *const *list);

/* Who is given the numbers that a statement collects: "SELECT collect (?, NUMBER) FROM …". It is the next parameter, too, and outlives the steps. */
typedef struct
{
  void (*take) (gpointer data,
                gint64   number);
  gpointer data;
} ConveneCollector;

void convene_statement_bind_collector (ConveneStatement *self,
                                       ConveneCollector *collector);

/* *row says whether there is one more row. */
gboolean convene_statement_step (ConveneStatement *self,
                                 gboolean         *row,
                                 GError          **error);

/* To the end, without looking at rows. */
gboolean convene_statement_run (ConveneStatement *self,
                                GError          **error);

/* Prepares and runs a statement whose one parameter is a text. */
gboolean convene_connection_run_with_text (ConveneConnection *connection,
                                           const char        *sql,
                                           const char        *text,
                                           GError           **error);

/* The columns of a row, from 0. Texts are the statement's and good until its next step; bytes and lists are the caller's. */
const char *convene_statement_get_text (ConveneStatement *self,
                                        int               column);
gint64      convene_statement_get_number (ConveneStatement *self,
                                          int               column);
gboolean    convene_statement_is_null (ConveneStatement *self,
                                       int               column);
GBytes     *convene_statement_dup_bytes (ConveneStatement *self,
                                         int               column);
GStrv       convene_statement_dup_list (ConveneStatement *self,
                                        int               column);

ConveneConnection *convene_statement_get_connection (ConveneStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneStatement, convene_statement_release)

G_END_DECLS
