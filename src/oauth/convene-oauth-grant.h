/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-oauth-client.h"
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

/* Gets an access token, with the account's lock held: the one that the vault has, where it is fresh and not `refused` (may be NULL), else a new one, which
 * is in the vault before it is answered. `unsaved` (may be NULL) is what an earlier grant got and could not store: it is stored first.
 *
 * The finish function sets *unsaved, if tokens came whose refresh token could not be stored, although it fails: they are the only copy. */
void convene_oauth_grant_async (const ConveneOauthContext *context,
                                ConveneSecret             *refused,
                                const ConveneOauthTokens  *unsaved,
                                GCancellable              *cancellable,
                                GAsyncReadyCallback        callback,
                                gpointer                   user_data);

ConveneOauthTokens *convene_oauth_grant_finish (GAsyncResult        *result,
                                                ConveneOauthTokens **unsaved,
                                                GError             **error);

G_END_DECLS
