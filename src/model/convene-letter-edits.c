/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-edits.h"

struct _ConveneLetterEdits
{
  gatomicrefcount references;
  GHashTable     *texts; /* "LANGUAGE NAME" to text */
};

static char *
make_key (const char *language,
          const char *name)
{
  return g_strconcat (language, " ", name, NULL);
}

ConveneLetterEdits *
convene_letter_edits_new (void)
{
  ConveneLetterEdits *self = g_new0 (ConveneLetterEdits, 1);

  g_atomic_ref_count_init (&self->references);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

ConveneLetterEdits *
convene_letter_edits_ref (ConveneLetterEdits *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
convene_letter_edits_unref (ConveneLetterEdits *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->texts);
  g_free (self);
}

const char *
convene_letter_edits_get (ConveneLetterEdits *self,
                          const char         *language,
                          const char         *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (self == NULL)
    return NULL;

  key = make_key (language, name);
  return g_hash_table_lookup (self->texts, key);
}

void
convene_letter_edits_set (ConveneLetterEdits *self,
                          const char         *language,
                          const char         *name,
                          const char         *text)
{
  g_autofree char *key = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (language != NULL);
  g_return_if_fail (name != NULL);

  key = make_key (language, name);
  if (text != NULL)
    g_hash_table_insert (self->texts, g_steal_pointer (&key), g_strdup (text));
  else
    g_hash_table_remove (self->texts, key);
}
