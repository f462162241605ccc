/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For commands that take no word besides options. Words are not repeated: a secret may be among them. Errors: USAGE. */
gboolean convene_cli_positional_take_none (const char *const *words,
                                           GError           **error);

/* For commands that take one; `what` is its name in the usage line. NULL with USAGE for none or several. Owned by the caller. */
char *convene_cli_positional_take_one (const char *const *words,
                                       const char        *what,
                                       GError           **error);

/* For commands that take one or none: `word` becomes NULL for none. FALSE with USAGE for several. Owned by the caller. */
gboolean convene_cli_positional_take_optional (const char *const *words,
                                               const char        *what,
                                               char             **word,
                                               GError           **error);

/* For commands that take one or more. NULL with USAGE for none. Owned by the caller. */
GStrv convene_cli_positional_take_some (const char *const *words,
                                        const char        *what,
                                        GError           **error);

G_END_DECLS
