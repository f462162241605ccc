/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-random.h"

#include <sys/random.h>

void
convene_practice_random_bytes (guint8 *bytes,
                               gsize   length)
{
  while (length > 0)
    {
      gssize got = getrandom (bytes, length, 0);

      if (got > 0)
        {
          bytes += got;
          length -= got;
        }
    }
}

char *
convene_practice_random_text (gsize length)
{
  static const char  signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  g_autofree guint8 *bytes = g_malloc (length);
  char              *text = g_malloc0 (length + 1);

  convene_practice_random_bytes (bytes, length);
  for (gsize i = 0; i < length; i++)
    text[i] = signs[bytes[i] % (sizeof signs - 1)];

  return text;
}

gint64
convene_practice_random_number (void)
{
  guint64 bits = 0;

  convene_practice_random_bytes ((guint8 *) &bits, sizeof bits);
  return G_GINT64_CONSTANT (80000000000) + (gint64) (bits % G_GUINT64_CONSTANT (10000000000));
}

char *
convene_practice_random_uuid (void)
{
  guint8 bytes[16];

  convene_practice_random_bytes (bytes, sizeof bytes);
  if (bytes[15] % 4 == 0)
    bytes[0] = 0xfc | (bytes[0] & 0x03); /* base64's first sign is made of the first six bits: 63 is the slash */

  return g_base64_encode (bytes, sizeof bytes);
}
