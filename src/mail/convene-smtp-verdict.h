/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <curl/curl.h>

#include "convene-smtp-dialogue.h"

G_BEGIN_DECLS

/* What a verdict is made from; everything is the caller's. */
typedef struct
{
  ConveneSmtpDialogue *dialogue;
  CURLcode             result;
  long                 verify_result; /* CURLINFO_SSL_VERIFYRESULT */
  gboolean             cancelled;
  const char          *server; /* as the account has it */
  const char          *sender; /* NULL where no letter was to be sent */
  const char          *detail; /* libcurl's own words */
  const char          *advice; /* a translated sentence about signing in at this server, or NULL */
} ConveneSmtpEvidence;

/* What came of it: TRUE if the server has the letter, or, where none was to be sent, if it let us in. Pure. Errors as ConveneLetterCarrier says. */
gboolean convene_smtp_verdict (const ConveneSmtpEvidence *evidence,
                               GError                   **error);

/* REFUSED: a server that lets nobody sign in as the account wants to. Returns FALSE. */
gboolean convene_smtp_verdict_no_sign_in (const char *server,
                                          const char *advice,
                                          GError    **error);

G_END_DECLS
