/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-tokens.h"

#include "convene-practice-json.h"
#include "convene-practice-random.h"

struct _ConvenePracticeTokens
{
  GHashTable *tokens; /* hash → ConvenePracticeToken */
};

static void
token_free (gpointer data)
{
  ConvenePracticeToken *token = data;

  g_free (token->hash);
  g_free (token->user);
  g_free (token->scopes);
  g_free (token);
}

ConvenePracticeTokens *
convene_practice_tokens_new (void)
{
  ConvenePracticeTokens *self = g_new0 (ConvenePracticeTokens, 1);

  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, token_free);
  return self;
}

void
convene_practice_tokens_free (ConvenePracticeTokens *self)
{
  g_hash_table_unref (self->tokens);
  g_free (self);
}

char *
convene_practice_token_generate (void)
{
  g_autofree char *head = convene_practice_random_text (30);
  g_autofree char *body = convene_practice_random_text (400);
  g_autofree char *signature = convene_practice_random_text (86);

  return g_strdup_printf ("eyJ%s.eyJ%s.%s", head, body, signature);
}

static char *
hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

const ConvenePracticeToken *
convene_practice_tokens_find (ConvenePracticeTokens   *self,
                              ConvenePracticeTokenKind kind,
                              const char              *text)
{
  g_autofree char      *key = hash (text);
  ConvenePracticeToken *token = g_hash_table_lookup (self->tokens, key);

  return token != NULL && token->kind == kind ? token : NULL;
}

gboolean
convene_practice_token_has_scope (const ConvenePracticeToken *self,
                                  const char                 *scope)
{
  g_auto(GStrv) scopes = g_strsplit (self->scopes, " ", -1);

  return g_strv_contains ((const char *const *) scopes, scope);
}

JsonObject *
convene_practice_tokens_format_new (const char              *text,
                                    ConvenePracticeTokenKind kind,
                                    const char              *user,
                                    const char              *scopes,
                                    gint64                   expires_at)
{
  JsonObject      *change = json_object_new ();
  g_autofree char *key = hash (text);

  json_object_set_string_member (change, "change", "token");
  json_object_set_string_member (change, "hash", key);
  json_object_set_boolean_member (change, "refresh", kind == CONVENE_PRACTICE_REFRESH);
  if (user != NULL)
    json_object_set_string_member (change, "user", user);
  json_object_set_string_member (change, "scopes", scopes);
  json_object_set_int_member (change, "expires_at", expires_at);
  return change;
}

JsonObject *
convene_practice_tokens_format_end (const ConvenePracticeToken *token)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "token-end");
  json_object_set_string_member (change, "hash", token->hash);
  return change;
}

JsonObject *
convene_practice_tokens_format_end_all (const char *user)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "token-end-all");
  if (user != NULL)
    json_object_set_string_member (change, "user", user);
  return change;
}

static void
add_token (ConvenePracticeTokens *self,
           const char            *key,
           JsonObject            *change)
{
  ConvenePracticeToken *token = g_new0 (ConvenePracticeToken, 1);

  token->hash = g_strdup (key);
  token->kind = convene_practice_json_get_boolean (change, "refresh", FALSE) ? CONVENE_PRACTICE_REFRESH : CONVENE_PRACTICE_ACCESS;
  token->user = g_strdup (convene_practice_json_get_string (change, "user", NULL));
  token->scopes = g_strdup (convene_practice_json_get_string (change, "scopes", ""));
  token->expires_at = convene_practice_json_get_int (change, "expires_at", 0);
  g_hash_table_replace (self->tokens, token->hash, token);
}

static gboolean
is_of_user (gpointer key,
            gpointer value,
            gpointer user)
{
  ConvenePracticeToken *token = value;

  return g_strcmp0 (token->user, user) == 0;
}

void
convene_practice_tokens_apply (ConvenePracticeTokens *self,
                               JsonObject            *change)
{
  const char *kind = convene_practice_json_get_string (change, "change", "");
  const char *key = convene_practice_json_get_string (change, "hash", NULL);
  const char *user = convene_practice_json_get_string (change, "user", NULL);

  if (g_str_equal (kind, "token-end-all"))
    g_hash_table_foreach_remove (self->tokens, is_of_user, (gpointer) user);
  else if (key != NULL && g_str_equal (kind, "token-end"))
    g_hash_table_remove (self->tokens, key);
  else if (key != NULL && g_str_equal (kind, "token"))
    add_token (self, key, change);
}
