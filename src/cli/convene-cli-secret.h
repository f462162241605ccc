/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

G_BEGIN_DECLS

/* Reads a secret: one line of standard input where that is no terminal, else what a person types at the terminal after `prompt`, which is
 * not shown. Blocks: for before anything else begins. Errors: INVALID about `field` (none given, longer than 4 KiB, not UTF-8, a control
 * character), CANCELLED where the person interrupts. */
ConveneSecret *convene_cli_secret_read (const char *prompt,
                                        const char *field,
                                        GError    **error);

/* The same from a file descriptor that is no terminal. */
ConveneSecret *convene_cli_secret_read_line (int         fd,
                                             const char *field,
                                             GError    **error);

G_END_DECLS
