/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-secret.h"
#include "convene-vault.h"

G_BEGIN_DECLS

/* Kinds of what the vault keeps of a sign-in */
#define CONVENE_VAULT_CLIENT_SECRET "client-secret"
#define CONVENE_VAULT_REFRESH_TOKEN "refresh-token"
#define CONVENE_VAULT_ACCESS_TOKEN "access-token"

/* What a token endpoint answered. */
typedef struct
{
  ConveneSecret *access;
  gint64         expiry;  /* microseconds since 1970 UTC */
  ConveneSecret *refresh; /* the new one, NULL where none came */
  char          *scopes;  /* NULL where nothing was said */
  char          *api_url; /* NULL where nothing was said */
  const char    *tls;     /* the version of TLS that they came by, static; NULL for none, or where they come from the vault */
} ConveneOauthTokens;

ConveneOauthTokens *convene_oauth_tokens_copy (const ConveneOauthTokens *self);
void                convene_oauth_tokens_free (ConveneOauthTokens *self);

/* Whether the access token will do for some minutes more. */
gboolean convene_oauth_tokens_are_fresh (const ConveneOauthTokens *self,
                                         gint64                    now);

/* The access token and what was said with it as the vault keeps them, and back: NULL where the text is no such thing, or was stored for another
 * client, Zoom account or OAuth address than `account` has now. The refresh token is kept apart. */
ConveneSecret      *convene_oauth_tokens_to_secret (const ConveneOauthTokens *self,
                                                    ConveneAccount           *account);
ConveneOauthTokens *convene_oauth_tokens_from_secret (ConveneSecret  *secret,
                                                      ConveneAccount *account);

/* Stores tokens before anybody uses them, under the account's convene_account_get_secret_id (): the refresh token where there is one, because an older one is
 * dead from the moment that it came, then the access token, or that there is none. Errors: the vault's about the refresh token; an access token that is not
 * stored costs the next process a request, and is no error. */
void     convene_oauth_tokens_keep_async (const ConveneOauthTokens *self,
                                          ConveneAccount           *account,
                                          ConveneVault             *vault,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);
gboolean convene_oauth_tokens_keep_finish (GAsyncResult *result,
                                           GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOauthTokens, convene_oauth_tokens_free)

G_END_DECLS
