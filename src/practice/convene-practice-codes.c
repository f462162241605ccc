/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-codes.h"

#include <string.h>

#include "convene-practice-json.h"
#include "convene-practice-random.h"

#define MAX_OPEN_PAGES 64
#define ID_LENGTH 32

struct _ConvenePracticeCodes
{
  GPtrArray *codes;
  GPtrArray *pages; /* ConvenePracticeConsent, the oldest first */
};

void
convene_practice_consent_free (ConvenePracticeConsent *self)
{
  g_free (self->id);
  g_free (self->client);
  g_free (self->redirect_uri);
  g_free (self->state);
  g_free (self->challenge);
  g_free (self);
}

static void
code_free (gpointer data)
{
  ConvenePracticeCode *code = data;

  g_free (code->hash);
  g_free (code->user);
  g_free (code->client);
  g_free (code->redirect_uri);
  g_free (code->challenge);
  g_free (code);
}

ConvenePracticeCodes *
convene_practice_codes_new (void)
{
  ConvenePracticeCodes *self = g_new0 (ConvenePracticeCodes, 1);

  self->codes = g_ptr_array_new_with_free_func (code_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_practice_consent_free);
  return self;
}

void
convene_practice_codes_free (ConvenePracticeCodes *self)
{
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

const ConvenePracticeConsent *
convene_practice_codes_ask (ConvenePracticeCodes   *self,
                            ConvenePracticeConsent *consent)
{
  if (self->pages->len >= MAX_OPEN_PAGES)
    g_ptr_array_remove_index (self->pages, 0);

  consent->id = convene_practice_random_text (ID_LENGTH);
  g_ptr_array_add (self->pages, consent);
  return consent;
}

ConvenePracticeConsent *
convene_practice_codes_answer (ConvenePracticeCodes *self,
                               const char           *id)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      ConvenePracticeConsent *page = g_ptr_array_index (self->pages, i);

      if (g_strcmp0 (page->id, id) == 0)
        return g_ptr_array_steal_index (self->pages, i);
    }

  return NULL;
}

static ConvenePracticeCode *
find_by_hash (ConvenePracticeCodes *self,
              const char           *hash)
{
  for (guint i = 0; i < self->codes->len; i++)
    {
      ConvenePracticeCode *code = g_ptr_array_index (self->codes, i);

      if (g_strcmp0 (code->hash, hash) == 0)
        return code;
    }

  return NULL;
}

const ConvenePracticeCode *
convene_practice_codes_find (ConvenePracticeCodes *self,
                             const char           *text)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return find_by_hash (self, hash);
}

/* Base64url without padding (RFC 7636 appendix A). */
static char *
encode (const guint8 *bytes,
        gsize         length)
{
  char *text = g_base64_encode (bytes, length);
  char *padding = strchr (text, '=');

  if (padding != NULL)
    *padding = '\0';
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  return text;
}

static char *
make_challenge (const char *verifier)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize  length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) verifier, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return encode (digest, length);
}

static gboolean
is_well_formed (const char *verifier)
{
  gsize length = strlen (verifier);

  return length >= 43 && length <= 128 &&
         strspn (verifier, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~") == length;
}

gboolean
convene_practice_code_verify (const ConvenePracticeCode *self,
                              const char                *verifier)
{
  g_autofree char *challenge = NULL;

  if (verifier == NULL || !is_well_formed (verifier))
    return FALSE;

  challenge = self->is_plain ? g_strdup (verifier) : make_challenge (verifier);
  return g_str_equal (challenge, self->challenge);
}

JsonObject *
convene_practice_codes_format_new (const char                   *text,
                                   const ConvenePracticeConsent *consent,
                                   const char                   *user,
                                   gint64                        expires_at)
{
  JsonObject      *change = json_object_new ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  json_object_set_string_member (change, "change", "code");
  json_object_set_string_member (change, "hash", hash);
  json_object_set_string_member (change, "user", user);
  json_object_set_string_member (change, "client", consent->client);
  json_object_set_string_member (change, "redirect_uri", consent->redirect_uri);
  json_object_set_string_member (change, "challenge", consent->challenge);
  json_object_set_boolean_member (change, "plain", consent->is_plain);
  json_object_set_int_member (change, "expires_at", expires_at);
  return change;
}

JsonObject *
convene_practice_codes_format_used (const ConvenePracticeCode *code)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "code-used");
  json_object_set_string_member (change, "hash", code->hash);
  return change;
}

static void
add_code (ConvenePracticeCodes *self,
          JsonObject           *change)
{
  ConvenePracticeCode *code = g_new0 (ConvenePracticeCode, 1);

  code->hash = g_strdup (convene_practice_json_get_string (change, "hash", ""));
  code->user = g_strdup (convene_practice_json_get_string (change, "user", ""));
  code->client = g_strdup (convene_practice_json_get_string (change, "client", ""));
  code->redirect_uri = g_strdup (convene_practice_json_get_string (change, "redirect_uri", ""));
  code->challenge = g_strdup (convene_practice_json_get_string (change, "challenge", ""));
  code->is_plain = convene_practice_json_get_boolean (change, "plain", FALSE);
  code->expires_at = convene_practice_json_get_int (change, "expires_at", 0);
  g_ptr_array_add (self->codes, code);
}

void
convene_practice_codes_apply (ConvenePracticeCodes *self,
                              JsonObject           *change)
{
  ConvenePracticeCode *code = find_by_hash (self, convene_practice_json_get_string (change, "hash", ""));

  if (g_str_equal (convene_practice_json_get_string (change, "change", ""), "code"))
    add_code (self, change);
  else if (code != NULL)
    code->is_used = TRUE;
}

JsonArray *
convene_practice_codes_to_json (ConvenePracticeCodes *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->codes->len; i++)
    {
      const ConvenePracticeCode *code = g_ptr_array_index (self->codes, i);
      JsonObject                *object = json_object_new ();

      json_object_set_string_member (object, "user", code->user);
      json_object_set_string_member (object, "client", code->client);
      json_object_set_int_member (object, "expires_at", code->expires_at);
      json_object_set_boolean_member (object, "used", code->is_used);
      json_object_set_string_member (object, "hash", code->hash);
      json_array_add_object_element (array, object);
    }

  return array;
}
