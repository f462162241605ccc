/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-form.h"

#include <string.h>

/* RFC 3986 §2.3: what stands for itself everywhere. */
static gboolean
is_unreserved (char c)
{
  return g_ascii_isalnum (c) || strchr ("-._~", c) != NULL;
}

static char *
append (char       *at,
        const char *text)
{
  static const char digits[] = "0123456789ABCDEF";

  for (; *text != '\0'; text++)
    if (is_unreserved (*text))
      *at++ = *text;
    else
      {
        *at++ = '%';
        *at++ = digits[(guchar) *text >> 4];
        *at++ = digits[(guchar) *text & 15];
      }

  return at;
}

ConveneSecret *
convene_oauth_form_new (const char *const *fields)
{
  gsize size = 1;
  char *text;
  char *at;

  g_return_val_if_fail (fields != NULL, NULL);

  /* Allocated once: a string that grows leaves its older self in memory. */
  for (const char *const *field = fields; *field != NULL; field++)
    size += 3 * strlen (*field) + 1;
  text = g_malloc (size);
  at = text;

  for (gsize i = 0; fields[i] != NULL; i++)
    {
      if (i > 0)
        *at++ = i % 2 == 0 ? '&' : '=';
      at = append (at, fields[i]);
    }
  *at = '\0';
  return convene_secret_new_take (text);
}
