/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values of a letter: the names are static, NULL stands as "". */

/* Takes the value, as it is. */
void convene_letter_put (GHashTable *values,
                         const char *name,
                         char       *value);

/* One line, and several; cleaned of what a letter must not hold. */
void convene_letter_put_line (GHashTable *values,
                              const char *name,
                              const char *value);
void convene_letter_put_lines (GHashTable *values,
                               const char *name,
                               const char *value);

/* For a section of the template. */
void convene_letter_put_flag (GHashTable *values,
                              const char *name,
                              gboolean    value);

G_END_DECLS
