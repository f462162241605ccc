/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-smtp-certificate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  FAULT_UNKNOWN,
  FAULT_SELF_SIGNED,
  FAULT_UNKNOWN_AUTHORITY,
  FAULT_OTHER_HOST,
  FAULT_EXPIRED,
  FAULT_NOT_YET,
  FAULT_WITHDRAWN,
} Fault;

/* OpenSSL's x509_vfy.h; its numbers are part of its interface. */
static const struct
{
  long  number;
  Fault fault;
} numbers[] = {
  { 2, FAULT_UNKNOWN_AUTHORITY },  /* UNABLE_TO_GET_ISSUER_CERT */
  { 9, FAULT_NOT_YET },            /* CERT_NOT_YET_VALID */
  { 10, FAULT_EXPIRED },           /* CERT_HAS_EXPIRED */
  { 18, FAULT_SELF_SIGNED },       /* DEPTH_ZERO_SELF_SIGNED_CERT */
  { 19, FAULT_UNKNOWN_AUTHORITY }, /* SELF_SIGNED_CERT_IN_CHAIN */
  { 20, FAULT_UNKNOWN_AUTHORITY }, /* UNABLE_TO_GET_ISSUER_CERT_LOCALLY */
  { 21, FAULT_UNKNOWN_AUTHORITY }, /* UNABLE_TO_VERIFY_LEAF_SIGNATURE */
  { 23, FAULT_WITHDRAWN },         /* CERT_REVOKED */
  { 27, FAULT_UNKNOWN_AUTHORITY }, /* CERT_UNTRUSTED */
  { 62, FAULT_OTHER_HOST },        /* HOSTNAME_MISMATCH */
  { 64, FAULT_OTHER_HOST },        /* IP_ADDRESS_MISMATCH */
};

/* Of libcurl and of the TLS libraries that it may be built with. */
static const struct
{
  const char *words;
  Fault       fault;
} words[] = {
  { "subject name", FAULT_OTHER_HOST },
  { "does not match", FAULT_OTHER_HOST },
  { "self-signed certificate in certificate chain", FAULT_UNKNOWN_AUTHORITY },
  { "self-signed", FAULT_SELF_SIGNED },
  { "self signed", FAULT_SELF_SIGNED },
  { "not yet valid", FAULT_NOT_YET },
  { "not activated", FAULT_NOT_YET },
  { "expired", FAULT_EXPIRED },
  { "revoked", FAULT_WITHDRAWN },
  { "issuer", FAULT_UNKNOWN_AUTHORITY },
  { "unknown ca", FAULT_UNKNOWN_AUTHORITY },
};

static Fault
find_fault (long        verify_result,
            const char *detail)
{
  g_autofree char *lower = g_ascii_strdown (detail, -1);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].number == verify_result)
      return numbers[i].fault;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i].words) != NULL)
      return words[i].fault;

  return FAULT_UNKNOWN;
}

/* Translators, for all of these: %s is the name of a mail server */
char *
convene_smtp_describe_certificate (const char *server,
                                   long        verify_result,
                                   const char *detail)
{
  switch (find_fault (verify_result, detail))
    {
    case FAULT_SELF_SIGNED:
      return g_strdup_printf (_ ("The certificate of the mail server %s is signed by itself, so nobody vouches for it: nothing was sent"), server);
    case FAULT_UNKNOWN_AUTHORITY:
      return g_strdup_printf (_ ("The certificate of the mail server %s comes from an authority that this computer does not know: nothing was sent"), server);
    case FAULT_OTHER_HOST:
      return g_strdup_printf (_ ("The mail server %s shows the certificate of another server: correct the name of the server; nothing was sent"), server);
    case FAULT_EXPIRED:
      return g_strdup_printf (_ ("The certificate of the mail server %s has expired, or this computer’s clock is wrong: nothing was sent"), server);
    case FAULT_NOT_YET:
      return g_strdup_printf (_ ("The certificate of the mail server %s is not valid yet, or this computer’s clock is wrong: nothing was sent"), server);
    case FAULT_WITHDRAWN:
      return g_strdup_printf (_ ("The certificate of the mail server %s was withdrawn by its authority: nothing was sent"), server);
    case FAULT_UNKNOWN:
    default:
      /* Translators: the first is the name of a mail server, the second the reason in the words of the TLS library */
      return g_strdup_printf (_ ("The certificate of the mail server %s cannot be trusted: %s"), server, detail);
    }
}
