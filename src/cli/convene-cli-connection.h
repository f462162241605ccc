/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* Answers with an account that was just connected, or sets *error. */
int convene_cli_connection_answer (ConveneCommandRun *run,
                                   ConveneAccount    *account,
                                   GError           **error);

G_END_DECLS
