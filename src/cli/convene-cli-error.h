/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-operation.h"

G_BEGIN_DECLS

/* Says an error: as `{"error": …}` on standard output, or as one line on standard error. Answers the exit status: 2 for wrong usage and bad
 * input, else 1. */
int convene_cli_error_print (const GError *error,
                             gboolean      json);

/* What went wrong with an operation that is due and not done: its own error, or that it is still waiting. */
GError *convene_cli_error_new_for_operation (ConveneOperation *operation);

G_END_DECLS
