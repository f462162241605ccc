/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The tokens that practice gave out. Only their hashes are kept, in memory and in the journal: practice's files hold no token. */
typedef struct _ConvenePracticeTokens ConvenePracticeTokens;

typedef enum
{
  CONVENE_PRACTICE_ACCESS,
  CONVENE_PRACTICE_REFRESH
} ConvenePracticeTokenKind;

typedef struct
{
  char                    *hash;
  ConvenePracticeTokenKind kind;
  char                    *client;
  char                    *user;    /* address of who signed in; NULL for a server-to-server token, which is the account's */
  char                    *scopes;  /* separated by spaces */
  char                    *sign_in; /* what it all began with; NULL for none */
  char                    *parent;  /* hash of the refresh token that it was refreshed with; NULL for the first */
  gint64                   expires_at;
} ConvenePracticeToken;

/* Whose a new token is: as ConvenePracticeToken. */
typedef struct
{
  const char *client;
  const char *user;
  const char *scopes;
  const char *sign_in;
  const char *parent;
} ConvenePracticeOwner;

ConvenePracticeTokens *convene_practice_tokens_new (void);
void                   convene_practice_tokens_free (ConvenePracticeTokens *self);

/* Long, opaque, and looking like a JWT. */
char *convene_practice_token_generate (void);

/* NULL for one that was never given out, or ended by a rotation, a revocation or another sign-in. */
const ConvenePracticeToken *convene_practice_tokens_find (ConvenePracticeTokens   *self,
                                                          ConvenePracticeTokenKind kind,
                                                          const char              *text);

/* A refresh token of a user and app that is good at `now`; NULL for none. */
const ConvenePracticeToken *convene_practice_tokens_find_living (ConvenePracticeTokens *self,
                                                                 const char            *user,
                                                                 const char            *client,
                                                                 gint64                 now);

/* Whether a refresh token was ended by a newer sign-in. */
gboolean convene_practice_tokens_is_superseded (ConvenePracticeTokens *self,
                                                const char            *text);

gboolean convene_practice_token_has_scope (const ConvenePracticeToken *self,
                                           const char                 *scope);

/* Changes; apply puts them, or those from the journal, into force. */
JsonObject *convene_practice_tokens_format_new (const char                 *text,
                                                ConvenePracticeTokenKind    kind,
                                                const ConvenePracticeOwner *owner,
                                                gint64                      expires_at);
JsonObject *convene_practice_tokens_format_end (const ConvenePracticeToken *token);

/* Ends what is next to a refresh token: the one that it came from and the ones that came from it. */
JsonObject *convene_practice_tokens_format_end_kin (const ConvenePracticeToken *token);

/* Ends every token of a user (NULL: the account) and a client (NULL: any); `is_newer` where a newer sign-in does it. */
JsonObject *convene_practice_tokens_format_end_all (const char *user,
                                                    const char *client,
                                                    gboolean    is_newer);
JsonObject *convene_practice_tokens_format_end_sign_in (const char *sign_in);
void        convene_practice_tokens_apply (ConvenePracticeTokens *self,
                                           JsonObject            *change);

/* Those that have not ended; an expired one is among them. */
JsonArray *convene_practice_tokens_to_json (ConvenePracticeTokens *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeTokens, convene_practice_tokens_free)

G_END_DECLS
