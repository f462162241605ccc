/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* Answers with a calendar: on standard output or, where `output` is given, in that file, whole or not at all, in place of an older one. With
 * a uid the JSON says it too. Sets *error, having written nothing, where the file cannot be written: answers -1. */
int convene_cli_file_answer (ConveneCommandRun *run,
                             const char        *uid,
                             const char        *output,
                             GBytes            *calendar,
                             GError           **error);

/* Whether a file may be called that. Errors: INVALID about output. */
gboolean convene_cli_file_check (const char *output,
                                 GError    **error);

G_END_DECLS
