/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of cells as aligned text. Widths are those of a terminal: East Asian characters take two columns, combining ones none. */
typedef struct _ConveneCliTable ConveneCliTable;

ConveneCliTable *convene_cli_table_new (guint columns);
void             convene_cli_table_free (ConveneCliTable *self);

/* One cell for each column; NULL is empty. A cell becomes one line that is safe on a terminal. */
void convene_cli_table_add_row (ConveneCliTable *self,
                                const char      *cell,
                                ...);

/* One line a row, without blanks at its end. */
char *convene_cli_table_to_string (ConveneCliTable *self);

/* Columns that a text takes on a terminal. */
guint convene_cli_table_get_width (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneCliTable, convene_cli_table_free)

G_END_DECLS
