/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a certificate was not trusted, in a sentence fit to show a person. `verify_result` is CURLINFO_SSL_VERIFYRESULT, which is OpenSSL's number
 * (X509_V_ERR_…, verify(1)) or, with another TLS library or a name that does not match, says nothing: then libcurl's words in `detail` tell. Pure.
 * Owned by the caller. */
char *convene_smtp_describe_certificate (const char *server,
                                         long        verify_result,
                                         const char *detail);

G_END_DECLS
