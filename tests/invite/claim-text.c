/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "claim-text.h"

#include "convene-moment.h"

static void
append (GString    *out,
        const char *name,
        const char *value)
{
  g_auto (GStrv) lines = value != NULL ? g_strsplit (value, "\n", -1) : NULL;
  g_autofree char *joined = lines != NULL ? g_strjoinv ("\\n", lines) : NULL;

  if (joined != NULL)
    g_string_append_printf (out, "%s: %s\n", name, joined);
}

static void
append_instant (GString    *out,
                const char *name,
                gint64      instant)
{
  g_autofree char *text = convene_instant_to_string (instant);

  if (instant != 0)
    append (out, name, text);
}

static void
append_number (GString    *out,
               const char *name,
               gint64      number)
{
  if (number != 0)
    g_string_append_printf (out, "%s: %" G_GINT64_FORMAT "\n", name, number);
}

static void
append_person (GString                  *out,
               const char               *name,
               const ConveneClaimPerson *person)
{
  g_string_append_printf (out, "%s: %s <%s> %s %s", name, person->name != NULL ? person->name : "-", person->address != NULL ? person->address : "-",
                          convene_enum_to_nick (CONVENE_TYPE_ROLE, person->role),
                          person->delegated        ? "delegated"
                          : person->known_response ? convene_enum_to_nick (CONVENE_TYPE_RESPONSE, person->response)
                                                   : "-");
  if (person->sent_by != NULL)
    g_string_append_printf (out, " sent by <%s>", person->sent_by);
  if (person->delegated_to != NULL)
    g_string_append_printf (out, " delegated to <%s>", person->delegated_to);
  if (person->delegated_from != NULL)
    g_string_append_printf (out, " delegated from <%s>", person->delegated_from);
  g_string_append_c (out, '\n');
}

static void
append_time (GString      *out,
             ConveneClaim *claim)
{
  append (out, "time", convene_enum_to_nick (CONVENE_TYPE_CLAIM_TIME, convene_claim_get_time_kind (claim)));
  append_instant (out, "start", convene_claim_get_start (claim));
  append_instant (out, "end", convene_claim_get_end (claim));
  append (out, "zone", convene_claim_get_zone (claim));
  append (out, "zone name", convene_claim_get_zone_name (claim));
  append (out, "wall", convene_claim_get_wall (claim));
}

static void
append_texts (GString      *out,
              ConveneClaim *claim)
{
  append (out, "summary", convene_claim_get_summary (claim));
  append (out, "description", convene_claim_get_description (claim));
  append (out, "location", convene_claim_get_location (claim));
  append (out, "comment", convene_claim_get_comment (claim));
  append (out, "link", convene_claim_get_link (claim));
  append_number (out, "meeting number", convene_claim_get_meeting_number (claim));
  append (out, "password", convene_claim_get_password (claim));
}

static void
append_people (GString      *out,
               ConveneClaim *claim)
{
  GPtrArray *people = convene_claim_get_people (claim);

  if (convene_claim_get_organizer (claim) != NULL)
    append_person (out, "organizer", convene_claim_get_organizer (claim));
  for (guint i = 0; i < people->len; i++)
    append_person (out, "person", g_ptr_array_index (people, i));
}

char *
claim_to_text (ConveneClaim *claim)
{
  GString           *out = g_string_new (NULL);
  const char *const *doubts = convene_claim_get_doubts (claim);

  append (out, "kind", convene_enum_to_nick (CONVENE_TYPE_CLAIM_KIND, convene_claim_get_kind (claim)));
  append (out, "method", convene_claim_get_method (claim));
  append (out, "uid", convene_claim_get_uid (claim));
  append_number (out, "sequence", convene_claim_get_sequence (claim));
  append_instant (out, "made at", convene_claim_get_made_at (claim));
  append_time (out, claim);
  append_texts (out, claim);
  append_people (out, claim);
  append_number (out, "recurring", convene_claim_get_is_recurring (claim));
  append_instant (out, "recurrence id", convene_claim_get_recurrence_id (claim));
  append_number (out, "cancelled", convene_claim_get_is_cancelled (claim));
  for (guint i = 0; doubts[i] != NULL; i++)
    append (out, "doubt", doubts[i]);

  return g_string_free (out, FALSE);
}

char *
claims_to_text (GPtrArray    *claims,
                const GError *error)
{
  GString *out = g_string_new (NULL);

  if (claims == NULL)
    append (out, "refused", error->message);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      g_autofree char *text = claim_to_text (g_ptr_array_index (claims, i));

      g_string_append (out, i > 0 ? "---\n" : "");
      g_string_append (out, text);
    }

  return g_string_free (out, FALSE);
}
