/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-secret.h"

#include <string.h>

struct _ConveneSecret
{
  gatomicrefcount ref_count;
  char           *text;
};

G_DEFINE_BOXED_TYPE (ConveneSecret, convene_secret, convene_secret_ref, convene_secret_unref)

ConveneSecret *
convene_secret_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return convene_secret_new_take (g_strdup (text));
}

ConveneSecret *
convene_secret_new_take (char *text)
{
  ConveneSecret *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ConveneSecret, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  return self;
}

ConveneSecret *
convene_secret_ref (ConveneSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
convene_secret_unref (ConveneSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  convene_secret_free_text (self->text);
  g_free (self);
}

const char *
convene_secret_peek (ConveneSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gboolean
convene_secret_equal (ConveneSecret *a,
                      ConveneSecret *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return strcmp (a->text, b->text) == 0;
}

void
convene_secret_free_text (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}
