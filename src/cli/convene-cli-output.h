/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes to standard output, all of it, and answers `status`; where that fails (a closed pipe, a full disk), says so on standard error and
 * answers 1. Bytes go as they are; text, which is UTF-8, in the encoding of the person's locale. A length of -1 is up to the NUL. */
int convene_cli_output_bytes (const char *bytes,
                              gssize      length,
                              int         status);
int convene_cli_output_text (const char *text,
                             int         status);

/* One line on standard error, with the name of the program before it. */
void convene_cli_output_message (const char *message);

/* The same without the program's name: for what is to be taken up as it stands, an address or a code. */
void convene_cli_output_alone (const char *text);

/* The text as one line that is safe on a terminal: UTF-8 for certain, every control character and override of direction a blank. */
char *convene_cli_output_line (const char *text);

G_END_DECLS
