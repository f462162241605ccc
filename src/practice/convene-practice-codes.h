/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The authorization codes that practice gave out, by their hashes, and the pages of consent that nobody has answered yet. */
typedef struct _ConvenePracticeCodes ConvenePracticeCodes;

/* What an app asked for at the authorization endpoint. */
typedef struct
{
  char    *id; /* what the page's answer names it by */
  char    *client;
  char    *redirect_uri;
  char    *state; /* NULL for none */
  char    *challenge;
  gboolean is_plain; /* the challenge is the verifier itself */
} ConvenePracticeConsent;

typedef struct
{
  char    *hash;
  char    *user;
  char    *client;
  char    *redirect_uri;
  char    *challenge;
  gboolean is_plain;
  gboolean is_used;
  gint64   expires_at;
} ConvenePracticeCode;

ConvenePracticeCodes *convene_practice_codes_new (void);
void                  convene_practice_codes_free (ConvenePracticeCodes *self);

/* An unanswered page: of this process alone, and the oldest are forgotten. Takes the consent, and gives it an id; it is owned by self. */
const ConvenePracticeConsent *convene_practice_codes_ask (ConvenePracticeCodes   *self,
                                                          ConvenePracticeConsent *consent);

/* The page, which can be answered once; NULL for none. */
ConvenePracticeConsent *convene_practice_codes_answer (ConvenePracticeCodes *self,
                                                       const char           *id);
void                    convene_practice_consent_free (ConvenePracticeConsent *self);

/* NULL for one that was never given out. */
const ConvenePracticeCode *convene_practice_codes_find (ConvenePracticeCodes *self,
                                                        const char           *text);

/* RFC 7636 §4.1, §4.6: whether a verifier is well formed and is what the challenge was made of. */
gboolean convene_practice_code_verify (const ConvenePracticeCode *self,
                                       const char                *verifier);

/* Changes; apply puts them, or those from the journal, into force. */
JsonObject *convene_practice_codes_format_new (const char                   *text,
                                               const ConvenePracticeConsent *consent,
                                               const char                   *user,
                                               gint64                        expires_at);
JsonObject *convene_practice_codes_format_used (const ConvenePracticeCode *code);
void        convene_practice_codes_apply (ConvenePracticeCodes *self,
                                          JsonObject           *change);

JsonArray *convene_practice_codes_to_json (ConvenePracticeCodes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeCodes, convene_practice_codes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeConsent, convene_practice_consent_free)

G_END_DECLS
