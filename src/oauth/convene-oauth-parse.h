/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-provider.h"
#include "convene-oauth-tokens.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An answer of a token endpoint, as far as reading it goes. */
typedef struct
{
  guint     status;
  JsonNode *json;     /* NULL where the body is none */
  gint64    retry_at; /* microseconds since 1970 UTC, 0 where nothing was said */
} ConveneOauthAnswer;

/* Whether the refresh token, or the code, is no longer good (RFC 6749 §5.2 invalid_grant, and what Zoom has said instead). */
gboolean convene_oauth_is_invalid_grant (const ConveneOauthAnswer *answer);

/* The tokens; `now` is when the answer came. Errors: SIGNED_OUT (the sign-in or the client is not accepted), REFUSED (the app may not), RATE_LIMITED,
 * UNREACHABLE (5xx), BAD_ANSWER. */
ConveneOauthTokens *convene_oauth_parse_tokens (const ConveneOauthAnswer   *answer,
                                                const ConveneOauthProvider *provider,
                                                const char                 *oauth_url,
                                                gint64                      now,
                                                GError                    **error);

/* Whether a request without tokens in its answer, a revocation, was carried out; errors as above. */
gboolean convene_oauth_parse_success (const ConveneOauthAnswer   *answer,
                                      const ConveneOauthProvider *provider,
                                      GError                    **error);

/* SIGNED_OUT, with what to do. */
GError *convene_oauth_new_signed_out (const ConveneOauthProvider *provider);

/* The address without a slash at its end where a bearer token may be sent to it: https below the provider's domain, or this machine where the OAuth
 * address is this machine too. Else NULL. */
char *convene_oauth_check_api_url (const ConveneOauthProvider *provider,
                                   const char                 *api_url,
                                   const char                 *oauth_url);

G_END_DECLS
