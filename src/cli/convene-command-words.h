/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* Every command, in the order of the help; ends with NULL. */
const ConveneCommandKind *const *convene_command_words_get_kinds (void);

/* The command that has exactly these words, or NULL. */
const ConveneCommandKind *convene_command_words_find (const char *name);

/* Whether more words may follow: "account", "account connect". */
gboolean convene_command_words_is_beginning (const char *name);

/* Why these words are no command, with the mend. Owned by the caller. */
GError *convene_command_words_refuse (const char *name);

G_END_DECLS
