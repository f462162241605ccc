/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-http-session.h"
#include "convene-oauth-provider.h"
#include "convene-oauth-tokens.h"

G_BEGIN_DECLS

/* An answer of a token endpoint, as far as reading it goes. */
typedef struct
{
  guint       status;
  JsonNode   *json;     /* NULL where the body is none */
  gint64      retry_at; /* microseconds since 1970 UTC, 0 where nothing was said */
  const char *tls;      /* the version that it came by, static; NULL without TLS */
} ConveneOauthAnswer;

/* Whether the refresh token, or the code, is no longer good (RFC 6749 §5.2 invalid_grant, and what Zoom has said instead). */
gboolean convene_oauth_is_invalid_grant (const ConveneOauthAnswer *answer);

/* Why an answer is no yes (Zoom: "OAuth error messages"), as far as something else follows from it. */
typedef enum
{
  CONVENE_OAUTH_CAUSE_NONE,
  CONVENE_OAUTH_CAUSE_EXPIRED,      /* 4733: a code, or a sign-in, that is too old */
  CONVENE_OAUTH_CAUSE_REVOKED,      /* 4700, 4734, 4737, "Invalid Token": no longer good */
  CONVENE_OAUTH_CAUSE_NEWER,        /* 4740, 4741: a newer sign-in ended this one */
  CONVENE_OAUTH_CAUSE_OWNER_GONE,   /* 4735 */
  CONVENE_OAUTH_CAUSE_REDIRECT,     /* 4709 */
  CONVENE_OAUTH_CAUSE_NOT_APPROVED, /* 4717, 4738 */
  CONVENE_OAUTH_CAUSE_SCOPES,       /* 4711 */
  CONVENE_OAUTH_CAUSE_CLIENT,       /* 4702, 4704, invalid_client */
} ConveneOauthCause;

ConveneOauthCause convene_oauth_get_cause (const ConveneOauthAnswer *answer);

/* Whether it is the sign-in, or the code, that came to its end. */
gboolean convene_oauth_cause_is_final (ConveneOauthCause cause);

/* The tokens; `now` is when the answer came. Errors: SIGNED_OUT (field "client", "expired", "newer" or "revoked": what is not accepted, and why), REFUSED
 * (field "approval" or "redirect", or none: the app may not), MISSING_SCOPES, RATE_LIMITED, UNREACHABLE (5xx), BAD_ANSWER (field "api_url": an address
 * that may not have the token).
 *
 * *kept (may be NULL) is set where an answer is an error all the same and brought a refresh token: the one before is retired by it. The caller's. */
ConveneOauthTokens *convene_oauth_parse_tokens (const ConveneOauthAnswer   *answer,
                                                const ConveneOauthProvider *provider,
                                                const char                 *oauth_url,
                                                gint64                      now,
                                                ConveneSecret             **kept,
                                                GError                    **error);

/* Access and refresh token of an answer that is otherwise none, so that they can be revoked; NULL where neither came. */
ConveneOauthTokens *convene_oauth_salvage_tokens (const ConveneOauthAnswer *answer);

/* Whether a request without tokens in its answer, a revocation, was carried out; errors as above. */
gboolean convene_oauth_parse_success (const ConveneOauthAnswer   *answer,
                                      const ConveneOauthProvider *provider,
                                      GError                    **error);

/* SIGNED_OUT, with what to do, for a cause why a sign-in is no longer good. */
GError *convene_oauth_new_signed_out (const ConveneOauthProvider *provider,
                                      ConveneOauthCause           cause);

/* A device's answer (RFC 8628 §3.2). `interval` and `life` are microseconds, kept within 1 s … 60 s and 1 min … 1 h. */
typedef struct
{
  ConveneSecret *device_code;
  char          *user_code; /* at most 40 visible characters */
  char          *verification_uri;
  gint64         interval;
  gint64         life;
} ConveneOauthDeviceCode;

/* Errors: REFUSED (not switched on for the app; fields as above), SIGNED_OUT (the client), RATE_LIMITED, UNREACHABLE, BAD_ANSWER (also an address that a
 * person must not be sent to). */
ConveneOauthDeviceCode *convene_oauth_parse_device_code (const ConveneOauthAnswer   *answer,
                                                         const ConveneOauthProvider *provider,
                                                         const char                 *oauth_url,
                                                         GError                    **error);
void                    convene_oauth_device_code_free (ConveneOauthDeviceCode *self);

/* What a poll brought (RFC 8628 §3.5). TOKENS and FAILED are for convene_oauth_parse_tokens () to read. */
typedef enum
{
  CONVENE_OAUTH_POLL_TOKENS,
  CONVENE_OAUTH_POLL_PENDING,
  CONVENE_OAUTH_POLL_SLOW_DOWN,
  CONVENE_OAUTH_POLL_EXPIRED,
  CONVENE_OAUTH_POLL_DECLINED,
  CONVENE_OAUTH_POLL_FAILED,
} ConveneOauthPoll;

ConveneOauthPoll convene_oauth_judge_poll (const ConveneOauthAnswer *answer);

/* Whether id and secret of a client look as if each stood in the other's place. Zoom's ids have 22 characters and its secrets 32 as far as is known, which
 * nobody promised: a hint once Zoom refused them, never a reason to refuse them. */
gboolean convene_oauth_looks_swapped (const char    *client_id,
                                      ConveneSecret *client_secret);

/* The address without a slash at its end where a bearer token may be sent to it: https below the provider's domain, or this machine where the OAuth
 * address is this machine too. Else NULL. */
char *convene_oauth_check_api_url (const ConveneOauthProvider *provider,
                                   const char                 *api_url,
                                   const char                 *oauth_url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOauthDeviceCode, convene_oauth_device_code_free)

G_END_DECLS
