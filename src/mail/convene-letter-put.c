/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-put.h"

#include "convene-letter-clean.h"

void
convene_letter_put (GHashTable *values,
                    const char *name,
                    char       *value)
{
  g_hash_table_insert (values, (gpointer) name, value != NULL ? value : g_strdup (""));
}

void
convene_letter_put_line (GHashTable *values,
                         const char *name,
                         const char *value)
{
  convene_letter_put (values, name, convene_letter_clean_line (value));
}

void
convene_letter_put_lines (GHashTable *values,
                          const char *name,
                          const char *value)
{
  convene_letter_put (values, name, convene_letter_clean_lines (value));
}

void
convene_letter_put_flag (GHashTable *values,
                         const char *name,
                         gboolean    value)
{
  convene_letter_put (values, name, g_strdup (value ? "yes" : ""));
}
