/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every target of this folder has: any octets in, nothing out; what must not be ends the program. The names are libFuzzer's. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

/* libFuzzer calls it first; the driver, whose tests have their own rules for warnings, does not. */
int LLVMFuzzerInitialize (int    *argc,
                          char ***argv);

/* A refusal has an error of ours that can be shown in one line; anything else has none. `error` is cleared. */
void fuzz_check_error (gboolean refused,
                       GError **error);

/* NULL, or what may be shown: UTF-8 without control characters, in one line. */
void fuzz_check_line (const char *text);

/* Likewise, in several lines. */
void fuzz_check_lines (const char *text);

G_END_DECLS
