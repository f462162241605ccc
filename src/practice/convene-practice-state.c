/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-state.h"

#include "convene-moment.h"
#include "convene-practice-journal.h"
#include "convene-practice-json.h"

/* Zoom: scopes, granular. */
#define ALL_SCOPES "user:read:user user:read:settings user:read:list_schedulers meeting:write:meeting meeting:read:meeting meeting:update:meeting " \
                   "meeting:delete:meeting meeting:read:list_meetings"

static void
apply_switch (ConvenePracticeState *self,
              JsonObject           *change)
{
  JsonNode *value = json_object_get_member (change, "value");

  convene_practice_switches_set (&self->switches, convene_practice_json_get_string (change, "name", ""), value);
}

static void
apply_scopes (ConvenePracticeState *self,
              JsonObject           *change)
{
  g_free (self->scopes);
  self->scopes = g_strdup (convene_practice_json_get_string (change, "scopes", NULL));
}

static void
apply (ConvenePracticeState *self,
       JsonObject           *change)
{
  const char *kind = convene_practice_json_get_string (change, "change", "");

  if (g_str_has_prefix (kind, "meeting"))
    convene_practice_meetings_apply (self->meetings, change);
  else if (g_str_has_prefix (kind, "token"))
    convene_practice_tokens_apply (self->tokens, change);
  else if (g_str_has_prefix (kind, "code"))
    convene_practice_codes_apply (self->codes, change);
  else if (g_str_has_prefix (kind, "device"))
    convene_practice_devices_apply (self->devices, change);
  else if (g_str_equal (kind, "delegate"))
    convene_practice_delegations_apply (self->delegations, change);
  else if (g_str_equal (kind, "scopes"))
    apply_scopes (self, change);
  else if (g_str_equal (kind, "quota"))
    convene_practice_limits_apply (self->limits, change);
  else if (g_str_equal (kind, "fault"))
    convene_practice_faults_apply (self->faults, change);
  else if (g_str_equal (kind, "switch"))
    apply_switch (self, change);
}

static void
apply_all (ConvenePracticeState *self,
           JsonArray            *changes)
{
  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      JsonNode *node = json_array_get_element (changes, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        apply (self, json_node_get_object (node));
    }
}

/* A line that cannot be read was not written by us: it is left out, the rest counts. */
static void
replay_cb (const char *line,
           gsize       length,
           gpointer    user_data)
{
  g_autoptr(JsonNode) root = convene_practice_json_parse (line, length);

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    apply_all (user_data, json_node_get_array (root));
}

static void
make_parts (ConvenePracticeState *self)
{
  self->meetings = convene_practice_meetings_new ();
  self->tokens = convene_practice_tokens_new ();
  self->codes = convene_practice_codes_new ();
  self->devices = convene_practice_devices_new ();
  self->delegations = convene_practice_delegations_new ();
  self->limits = convene_practice_limits_new ();
  self->faults = convene_practice_faults_new ();
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->grants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  convene_practice_switches_init (&self->switches);
}

static void
free_parts (ConvenePracticeState *self)
{
  g_clear_pointer (&self->meetings, convene_practice_meetings_free);
  g_clear_pointer (&self->tokens, convene_practice_tokens_free);
  g_clear_pointer (&self->codes, convene_practice_codes_free);
  g_clear_pointer (&self->devices, convene_practice_devices_free);
  g_clear_pointer (&self->delegations, convene_practice_delegations_free);
  g_clear_pointer (&self->limits, convene_practice_limits_free);
  g_clear_pointer (&self->faults, convene_practice_faults_free);
  g_clear_pointer (&self->scopes, g_free);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->grants, g_hash_table_unref);
}

ConvenePracticeState *
convene_practice_state_open (const char *folder,
                             GError    **error)
{
  g_autoptr(ConvenePracticeState) self = g_new0 (ConvenePracticeState, 1);
  g_autofree char *path = g_build_filename (folder, "zoom.journal", NULL);

  make_parts (self);
  self->mailbox = convene_practice_mailbox_open (folder, error);
  if (self->mailbox == NULL)
    return NULL;

  self->journal = convene_practice_journal_open (path, replay_cb, self, error);
  if (self->journal == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
convene_practice_state_free (ConvenePracticeState *self)
{
  free_parts (self);
  g_clear_pointer (&self->journal, convene_practice_journal_free);
  g_clear_pointer (&self->mailbox, convene_practice_mailbox_free);
  g_free (self->api_url);
  g_free (self);
}

/* Practice plays a server far away: its clock is its own, and not the program's ConveneClock. */
gint64
convene_practice_state_now (ConvenePracticeState *self)
{
  return g_get_real_time () + self->switches.values[CONVENE_PRACTICE_CLOCK_OFFSET_US];
}

gboolean
convene_practice_state_commit (ConvenePracticeState *self,
                               JsonArray            *changes,
                               GError              **error)
{
  g_autofree char *line = NULL;

  if (json_array_get_length (changes) == 0)
    return TRUE;

  line = convene_practice_json_array_to_string (changes);
  if (!convene_practice_journal_append (self->journal, line, error))
    return FALSE;

  apply_all (self, changes);
  return TRUE;
}

gboolean
convene_practice_state_reset (ConvenePracticeState *self,
                              GError              **error)
{
  if (!convene_practice_journal_clear (self->journal, error))
    return FALSE;

  free_parts (self);
  make_parts (self);
  return TRUE;
}

JsonObject *
convene_practice_state_format_switch (const char *name,
                                      JsonNode   *value)
{
  ConvenePracticeSwitches scratch;
  JsonObject             *change;

  if (!convene_practice_switches_set (&scratch, name, value))
    return NULL;

  change = json_object_new ();
  json_object_set_string_member (change, "change", "switch");
  json_object_set_string_member (change, "name", name);
  json_object_set_member (change, "value", json_node_copy (value));
  return change;
}

const char *
convene_practice_state_get_scopes (ConvenePracticeState *self)
{
  return self->scopes != NULL ? self->scopes : ALL_SCOPES;
}

char *
convene_practice_state_dup_account_scopes (ConvenePracticeState *self)
{
  g_auto(GStrv) scopes = g_strsplit_set (convene_practice_state_get_scopes (self), " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; scopes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", scopes[i], *scopes[i] == '\0' || g_str_has_suffix (scopes[i], ":admin") ? "" : ":admin");

  return g_string_free (text, FALSE);
}

JsonObject *
convene_practice_state_format_scopes (const char *scopes)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "scopes");
  if (scopes != NULL)
    json_object_set_string_member (change, "scopes", scopes);
  return change;
}

static gint64
get_count (GHashTable *counts,
           const char *word)
{
  return GPOINTER_TO_SIZE (g_hash_table_lookup (counts, word));
}

static void
count (GHashTable *counts,
       const char *word)
{
  g_hash_table_replace (counts, g_strdup (word), GSIZE_TO_POINTER (get_count (counts, word) + 1));
}

gint64
convene_practice_state_get_count (ConvenePracticeState *self,
                                  const char           *word)
{
  return get_count (self->counts, word);
}

void
convene_practice_state_count (ConvenePracticeState *self,
                              const char           *word)
{
  count (self->counts, word);
}

void
convene_practice_state_count_grant (ConvenePracticeState *self,
                                    const char           *word)
{
  count (self->grants, word);
}

static JsonObject *
counts_to_json (GHashTable *counts)
{
  JsonObject    *object = json_object_new ();
  GHashTableIter iter;
  gpointer       word;
  gpointer       number;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &number))
    json_object_set_int_member (object, word, GPOINTER_TO_SIZE (number));

  return object;
}

static void
add_sign_ins (ConvenePracticeState *self,
              JsonObject           *object)
{
  json_object_set_array_member (object, "tokens", convene_practice_tokens_to_json (self->tokens));
  json_object_set_object_member (object, "grants", counts_to_json (self->grants));
  json_object_set_array_member (object, "codes", convene_practice_codes_to_json (self->codes));
  json_object_set_array_member (object, "devices", convene_practice_devices_to_json (self->devices, convene_practice_state_now (self)));
  json_object_set_array_member (object, "delegations", convene_practice_delegations_to_json (self->delegations));
  json_object_set_string_member (object, "scopes", convene_practice_state_get_scopes (self));
}

JsonObject *
convene_practice_state_to_json (ConvenePracticeState *self)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *now = convene_instant_to_string (convene_practice_state_now (self));

  json_object_set_string_member (object, "now", now);
  json_object_set_array_member (object, "meetings", convene_practice_meetings_to_json (self->meetings));
  json_object_set_object_member (object, "counts", counts_to_json (self->counts));
  json_object_set_object_member (object, "quota", convene_practice_limits_to_json (self->limits));
  json_object_set_object_member (object, "switches", convene_practice_switches_to_json (&self->switches));
  json_object_set_array_member (object, "faults", convene_practice_faults_to_json (self->faults));
  json_object_set_array_member (object, "letters", convene_practice_mailbox_to_json (self->mailbox));
  add_sign_ins (self, object);
  return object;
}
