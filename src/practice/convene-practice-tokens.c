/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-tokens.h"

#include "convene-practice-json.h"
#include "convene-practice-random.h"
#include "convene-practice.h"

struct _ConvenePracticeTokens
{
  GHashTable *tokens;     /* hash → ConvenePracticeToken */
  GHashTable *superseded; /* hashes of refresh tokens that a newer sign-in ended */
};

static void
token_free (gpointer data)
{
  ConvenePracticeToken *token = data;

  g_free (token->hash);
  g_free (token->client);
  g_free (token->user);
  g_free (token->scopes);
  g_free (token->sign_in);
  g_free (token->parent);
  g_free (token);
}

ConvenePracticeTokens *
convene_practice_tokens_new (void)
{
  ConvenePracticeTokens *self = g_new0 (ConvenePracticeTokens, 1);

  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, token_free);
  self->superseded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
convene_practice_tokens_free (ConvenePracticeTokens *self)
{
  g_hash_table_unref (self->tokens);
  g_hash_table_unref (self->superseded);
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

const ConvenePracticeToken *
convene_practice_tokens_find_living (ConvenePracticeTokens *self,
                                     const char            *user,
                                     const char            *client,
                                     gint64                 now)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->tokens);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ConvenePracticeToken *token = value;

      if (token->kind == CONVENE_PRACTICE_REFRESH && g_strcmp0 (token->user, user) == 0 && g_str_equal (token->client, client) && token->expires_at > now)
        return token;
    }

  return NULL;
}

gboolean
convene_practice_tokens_is_superseded (ConvenePracticeTokens *self,
                                       const char            *text)
{
  g_autofree char *key = hash (text);

  return g_hash_table_contains (self->superseded, key);
}

gboolean
convene_practice_token_has_scope (const ConvenePracticeToken *self,
                                  const char                 *scope)
{
  g_auto(GStrv) scopes = g_strsplit (self->scopes, " ", -1);

  return g_strv_contains ((const char *const *) scopes, scope);
}

static void
set_text (JsonObject *change,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (change, name, text);
}

static JsonObject *
new_change (const char *kind,
            const char *key)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", kind);
  set_text (change, "hash", key);
  return change;
}

JsonObject *
convene_practice_tokens_format_new (const char                 *text,
                                    ConvenePracticeTokenKind    kind,
                                    const ConvenePracticeOwner *owner,
                                    gint64                      expires_at)
{
  g_autofree char *key = hash (text);
  JsonObject      *change = new_change ("token", key);

  json_object_set_boolean_member (change, "refresh", kind == CONVENE_PRACTICE_REFRESH);
  set_text (change, "client", owner->client);
  set_text (change, "user", owner->user);
  set_text (change, "scopes", owner->scopes);
  set_text (change, "sign_in", owner->sign_in);
  set_text (change, "parent", owner->parent);
  json_object_set_int_member (change, "expires_at", expires_at);
  return change;
}

JsonObject *
convene_practice_tokens_format_end (const ConvenePracticeToken *token)
{
  return new_change ("token-end", token->hash);
}

JsonObject *
convene_practice_tokens_format_end_kin (const ConvenePracticeToken *token)
{
  return new_change ("token-end-kin", token->hash);
}

JsonObject *
convene_practice_tokens_format_end_all (const char *user,
                                        const char *client,
                                        gboolean    is_newer)
{
  JsonObject *change = new_change ("token-end-all", NULL);

  set_text (change, "user", user);
  set_text (change, "client", client);
  json_object_set_boolean_member (change, "newer", is_newer);
  return change;
}

JsonObject *
convene_practice_tokens_format_end_sign_in (const char *sign_in)
{
  JsonObject *change = new_change ("token-end-sign-in", NULL);

  set_text (change, "sign_in", sign_in);
  return change;
}

static void
add_token (ConvenePracticeTokens *self,
           JsonObject            *change)
{
  const char           *key = convene_practice_json_get_string (change, "hash", NULL);
  ConvenePracticeToken *token;

  if (key == NULL)
    return;

  token = g_new0 (ConvenePracticeToken, 1);
  token->hash = g_strdup (key);
  token->kind = convene_practice_json_get_boolean (change, "refresh", FALSE) ? CONVENE_PRACTICE_REFRESH : CONVENE_PRACTICE_ACCESS;
  token->client = g_strdup (convene_practice_json_get_string (change, "client", CONVENE_PRACTICE_CLIENT_ID));
  token->user = g_strdup (convene_practice_json_get_string (change, "user", NULL));
  token->scopes = g_strdup (convene_practice_json_get_string (change, "scopes", ""));
  token->sign_in = g_strdup (convene_practice_json_get_string (change, "sign_in", NULL));
  token->parent = g_strdup (convene_practice_json_get_string (change, "parent", NULL));
  token->expires_at = convene_practice_json_get_int (change, "expires_at", 0);
  g_hash_table_replace (self->tokens, token->hash, token);
}

/* What a change that ends tokens ends. */
typedef gboolean (*EndsFunc) (ConvenePracticeTokens *self, const ConvenePracticeToken *token, JsonObject *change);

static gboolean
ends_one (ConvenePracticeTokens      *self,
          const ConvenePracticeToken *token,
          JsonObject                 *change)
{
  return g_strcmp0 (token->hash, convene_practice_json_get_string (change, "hash", NULL)) == 0;
}

static gboolean
ends_kin (ConvenePracticeTokens      *self,
          const ConvenePracticeToken *token,
          JsonObject                 *change)
{
  const char           *key = convene_practice_json_get_string (change, "hash", "");
  ConvenePracticeToken *used = g_hash_table_lookup (self->tokens, key);

  if (token->kind != CONVENE_PRACTICE_REFRESH)
    return FALSE;

  return g_strcmp0 (token->parent, key) == 0 || (used != NULL && g_strcmp0 (used->parent, token->hash) == 0);
}

static gboolean
ends_all (ConvenePracticeTokens      *self,
          const ConvenePracticeToken *token,
          JsonObject                 *change)
{
  const char *client = convene_practice_json_get_string (change, "client", NULL);

  return g_strcmp0 (token->user, convene_practice_json_get_string (change, "user", NULL)) == 0 &&
         (client == NULL || g_str_equal (token->client, client));
}

static gboolean
ends_sign_in (ConvenePracticeTokens      *self,
              const ConvenePracticeToken *token,
              JsonObject                 *change)
{
  return token->sign_in != NULL && g_strcmp0 (token->sign_in, convene_practice_json_get_string (change, "sign_in", NULL)) == 0;
}

static void
end_tokens (ConvenePracticeTokens *self,
            JsonObject            *change,
            EndsFunc               ends)
{
  gboolean       is_newer = convene_practice_json_get_boolean (change, "newer", FALSE);
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->tokens);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ConvenePracticeToken *token = value;

      if (!ends (self, token, change))
        continue;
      if (is_newer && token->kind == CONVENE_PRACTICE_REFRESH)
        g_hash_table_add (self->superseded, g_strdup (token->hash));
      g_hash_table_iter_remove (&iter);
    }
}

void
convene_practice_tokens_apply (ConvenePracticeTokens *self,
                               JsonObject            *change)
{
  static const struct
  {
    const char *kind;
    EndsFunc    ends;
  } endings[] = {
    { "token-end", ends_one },
    { "token-end-kin", ends_kin },
    { "token-end-all", ends_all },
    { "token-end-sign-in", ends_sign_in },
  };
  const char *kind = convene_practice_json_get_string (change, "change", "");

  if (g_str_equal (kind, "token"))
    add_token (self, change);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (kind, endings[i].kind))
      end_tokens (self, change, endings[i].ends);
}

static JsonObject *
token_to_json (const ConvenePracticeToken *token)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", token->kind == CONVENE_PRACTICE_REFRESH ? "refresh" : "access");
  json_object_set_string_member (object, "user", token->user);
  json_object_set_string_member (object, "client", token->client);
  json_object_set_string_member (object, "scopes", token->scopes);
  json_object_set_int_member (object, "expires_at", token->expires_at);
  json_object_set_string_member (object, "hash", token->hash);
  return object;
}

JsonArray *
convene_practice_tokens_to_json (ConvenePracticeTokens *self)
{
  JsonArray     *array = json_array_new ();
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->tokens);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    json_array_add_object_element (array, token_to_json (value));

  return array;
}
