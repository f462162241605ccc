/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-account.h"
#include "convene-oauth-app.h"
#include "convene-oauth-tokens.h"
#include "convene-vault.h"

G_BEGIN_DECLS

/* All that a grant needs. The object pointers are its caller's, for the length of the call that they are given to. */
typedef struct
{
  ConveneAccount             *account;
  const ConveneOauthProvider *provider;
  ConveneHttpSession         *http;
  ConveneVault               *vault;
  ConveneClock               *clock;
  const char                 *lock_folder;
} ConveneOauthContext;

/* What earlier grants left behind; each may be NULL. */
typedef struct
{
  ConveneSecret            *refused; /* an access token that the other side did not take */
  const ConveneOauthTokens *unsaved; /* what came and could not be stored: it is stored first. Without an access token, a refresh token alone */
  ConveneSecret            *dead;    /* a refresh token that is not asked with any more, and the error that is answered instead */
  const GError             *reason;
} ConveneOauthPast;

/* What a grant leaves behind; the caller's. */
typedef struct
{
  ConveneOauthTokens *unsaved; /* tokens whose refresh token could not be stored, although the grant failed: they are the only copy. Or NULL */
  ConveneSecret      *dead;    /* the refresh token, where the error is SIGNED_OUT because of it; or NULL */
  gboolean            ended;   /* whether it is that token that was refused, and will be: not the app */
  const char         *tls;     /* of the answer; static, or NULL */
} ConveneOauthOutcome;

/* Gets an access token, with the account's lock held: the one that the vault has, where it is fresh and not refused, else a new one, which is in the vault
 * before it is answered. A refresh token that came with an answer that is otherwise none is stored all the same. */
void convene_oauth_grant_async (const ConveneOauthContext *context,
                                const ConveneOauthPast    *past,
                                GCancellable              *cancellable,
                                GAsyncReadyCallback        callback,
                                gpointer                   user_data);

ConveneOauthTokens *convene_oauth_grant_finish (GAsyncResult        *result,
                                                ConveneOauthOutcome *outcome,
                                                GError             **error);

G_END_DECLS
