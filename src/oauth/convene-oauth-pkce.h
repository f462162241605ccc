/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

G_BEGIN_DECLS

/* The S256 challenge of a verifier: base64url (SHA-256 (verifier)) without padding (RFC 7636 §4.2). */
char *convene_oauth_pkce_challenge (ConveneSecret *verifier);

/* base64url without padding (RFC 4648 §5). The caller's; convene_secret_free_text () where it is secret. */
char *convene_oauth_base64url (const guint8 *data,
                               gsize         length);

G_END_DECLS
