/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-secret.h"

G_BEGIN_DECLS

/* What a token endpoint answered. */
typedef struct
{
  ConveneSecret *access;
  gint64         expiry;  /* microseconds since 1970 UTC */
  ConveneSecret *refresh; /* the new one, NULL where none came */
  char          *scopes;  /* NULL where nothing was said */
  char          *api_url; /* NULL where nothing was said, or nothing that may be trusted */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOauthTokens, convene_oauth_tokens_free)

G_END_DECLS
