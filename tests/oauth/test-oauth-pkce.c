/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-pkce.h"
#include "convene-oauth-random.h"

#include <string.h>

/* RFC 7636 appendix B */
static void
test_challenge (void)
{
  g_autoptr(ConveneSecret) verifier = convene_secret_new ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  g_autofree char *challenge = convene_oauth_pkce_challenge (verifier);

  g_assert_cmpstr (challenge, ==, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

/* RFC 7636 appendix A, and RFC 4648 §10 without padding */
static void
test_base64url (void)
{
  static const struct
  {
    const char *data;
    const char *text;
  } rows[] = {
    { "", "" },
    { "f", "Zg" },
    { "fo", "Zm8" },
    { "foo", "Zm9v" },
    { "foob", "Zm9vYg" },
    { "foobar", "Zm9vYmFy" },
    { "\x03\xec\xff\xe0\xc1", "A-z_4ME" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = convene_oauth_base64url ((const guint8 *) rows[i].data, strlen (rows[i].data));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_random (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr(ConveneSecret) random = convene_oauth_random_new ();
      const char *text = convene_secret_peek (random);

      /* RFC 7636 §4.1: 43 characters at least, unreserved ones */
      g_assert_cmpuint (strlen (text), ==, 43);
      g_assert_cmpuint (strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), ==, 43);
      g_assert_true (g_hash_table_add (seen, g_strdup (text)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/oauth/pkce/challenge", test_challenge);
  g_test_add_func ("/oauth/pkce/base64url", test_base64url);
  g_test_add_func ("/oauth/pkce/random", test_random);

  return g_test_run ();
}
