/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-random.h"

#include "convene-oauth-pkce.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define OCTETS 32

ConveneSecret *
convene_oauth_random_new (void)
{
  guint8 octets[OCTETS];
  g_autoptr(ConveneSecret) secret = NULL;
  gssize got;

  /* So few octets come at once, or not at all (getrandom (2)). */
  do
    got = getrandom (octets, sizeof octets, 0);
  while (got < 0 && errno == EINTR);
  if (got != sizeof octets)
    g_error ("The kernel has no randomness: %s", g_strerror (errno));

  secret = convene_secret_new_take (convene_oauth_base64url (octets, sizeof octets));
  explicit_bzero (octets, sizeof octets);
  return g_steal_pointer (&secret);
}
