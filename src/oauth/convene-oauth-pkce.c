/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-pkce.h"

#include <string.h>

#define SHA256_OCTETS 32

/* By hand: g_base64_encode () has the other alphabet, and would leave a copy of a secret behind. */
char *
convene_oauth_base64url (const guint8 *data,
                         gsize         length)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  char             *text = g_malloc (4 * (length / 3 + 1) + 1);
  char             *at = text;
  guint32           bits = 0;
  guint             n_bits = 0;

  for (gsize i = 0; i < length; i++)
    {
      bits = bits << 8 | data[i];
      n_bits += 8;
      while (n_bits >= 6)
        {
          n_bits -= 6;
          *at++ = alphabet[bits >> n_bits & 63];
        }
    }
  if (n_bits > 0)
    *at++ = alphabet[bits << (6 - n_bits) & 63];
  *at = '\0';
  return text;
}

char *
convene_oauth_pkce_challenge (ConveneSecret *verifier)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8      digest[SHA256_OCTETS];
  gsize       length = sizeof digest;
  const char *text;

  g_return_val_if_fail (verifier != NULL, NULL);

  text = convene_secret_peek (verifier);
  g_checksum_update (checksum, (const guchar *) text, strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  return convene_oauth_base64url (digest, length);
}
