/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people typed, made fit for a letter. Both take any octets, NULL too, and answer UTF-8 owned by the caller.
 * The rules for input refuse such things before; these hold also for what came from elsewhere. */

/* One line for a header: line breaks and control characters become one blank, bidirectional overrides go. */
char *convene_letter_clean_line (const char *text);

/* Several lines for a body: the same, with line feeds and tabs kept; CR LF and CR become LF. */
char *convene_letter_clean_lines (const char *text);

G_END_DECLS
