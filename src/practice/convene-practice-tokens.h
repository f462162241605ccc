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
  char                    *user;   /* address of who signed in; NULL for a server-to-server token, which is the account's */
  char                    *scopes; /* separated by spaces */
  gint64                   expires_at;
} ConvenePracticeToken;

ConvenePracticeTokens *convene_practice_tokens_new (void);
void                   convene_practice_tokens_free (ConvenePracticeTokens *self);

/* Long, opaque, and looking like a JWT. */
char *convene_practice_token_generate (void);

/* NULL for one that was never given out, or ended by a rotation, a revocation or another sign-in. */
const ConvenePracticeToken *convene_practice_tokens_find (ConvenePracticeTokens   *self,
                                                          ConvenePracticeTokenKind kind,
                                                          const char              *text);

gboolean convene_practice_token_has_scope (const ConvenePracticeToken *self,
                                           const char                 *scope);

/* Changes; apply puts them, or those from the journal, into force. `user` may be NULL: the account. */
JsonObject *convene_practice_tokens_format_new (const char              *text,
                                                ConvenePracticeTokenKind kind,
                                                const char              *user,
                                                const char              *scopes,
                                                gint64                   expires_at);
JsonObject *convene_practice_tokens_format_end (const ConvenePracticeToken *token);
JsonObject *convene_practice_tokens_format_end_all (const char *user);
void        convene_practice_tokens_apply (ConvenePracticeTokens *self,
                                           JsonObject            *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeTokens, convene_practice_tokens_free)

G_END_DECLS
