/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-interview-query.h"

G_BEGIN_DECLS

/* The headers of a table whose model sorts itself: they say how, and nobody compares items. */

/* Makes a column's header one that asks for an order. */
void convene_interview_sort_add (GtkColumnViewColumn  *column,
                                 ConveneInterviewOrder order);

/* What the headers of a table say; FALSE where none does. */
gboolean convene_interview_sort_get (GtkColumnView         *view,
                                     ConveneInterviewOrder *order,
                                     gboolean              *descending);

/* Makes them say it. */
void convene_interview_sort_set (GtkColumnView        *view,
                                 ConveneInterviewOrder order,
                                 gboolean              descending);

/* "job", "job descending": for who keeps it; and back. FALSE, and nothing changes, for what is neither. */
char    *convene_interview_sort_to_string (ConveneInterviewOrder order,
                                           gboolean              descending);
gboolean convene_interview_sort_from_string (const char            *string,
                                             ConveneInterviewOrder *order,
                                             gboolean              *descending);

G_END_DECLS
