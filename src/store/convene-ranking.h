/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-enums.h"
#include "convene-statement.h"

G_BEGIN_DECLS

/* In which order interviews stand that are read in the order of `sql`, whose first column is the value that an order goes by: an array of positions (guint) in the
 * order of the values, then as they were read. Not for CONVENE_INTERVIEW_ORDER_START. */
GArray *convene_ranking_read (ConveneConnection    *connection,
                              ConveneInterviewOrder order,
                              const char           *sql,
                              GError              **error);

/* The column of `entry` that an order goes by. */
const char *convene_ranking_get_column (ConveneInterviewOrder order);

G_END_DECLS
