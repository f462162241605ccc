/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-invite-claim.h"
#include "convene-invite-decode.h"
#include "convene-invite-scan.h"

/* A claim and where it stands among the others. */
typedef struct
{
  ConveneClaim *claim;
  guint         group; /* of those with its UID */
  guint         position;
} Rank;

static GPtrArray *
read_claims (const ConveneInviteScan *scan,
             const char              *doubt)
{
  g_autoptr(ConveneInviteZones) zones = convene_invite_zones_new (scan->vtimezones);
  GPtrArray *claims = g_ptr_array_new_full (scan->events->len, g_object_unref);

  for (guint i = 0; i < scan->events->len; i++)
    {
      ConveneClaim *claim = convene_invite_claim_read (g_ptr_array_index (scan->events, i), zones, doubt);

      if (claim != NULL)
        g_ptr_array_add (claims, claim);
    }

  return claims;
}

/* RFC 5546 §2.1.5. */
static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Rank *one = a, *other = b;
  int         sequence = convene_claim_get_sequence (one->claim), other_sequence = convene_claim_get_sequence (other->claim);
  gint64      made_at = convene_claim_get_made_at (one->claim), other_made_at = convene_claim_get_made_at (other->claim);

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  if (sequence != other_sequence)
    return sequence > other_sequence ? -1 : 1;
  if (made_at != other_made_at)
    return made_at > other_made_at ? -1 : 1;

  return one->position < other->position ? -1 : 1;
}

static guint
find_group (GHashTable   *groups,
            ConveneClaim *claim)
{
  const char *uid = convene_claim_get_uid (claim);
  guint       group = g_hash_table_size (groups);
  gpointer    known;

  if (g_hash_table_lookup_extended (groups, uid != NULL ? uid : "", NULL, &known))
    return GPOINTER_TO_UINT (known);

  g_hash_table_insert (groups, (gpointer) (uid != NULL ? uid : ""), GUINT_TO_POINTER (group));
  return group;
}

static GPtrArray *
sort_claims (GPtrArray *claims)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  GPtrArray *sorted = g_ptr_array_new_full (claims->len, g_object_unref);

  for (guint i = 0; i < claims->len; i++)
    {
      ConveneClaim *claim = g_ptr_array_index (claims, i);
      Rank          rank = { .claim = claim, .group = find_group (groups, claim), .position = i };

      g_array_append_val (ranks, rank);
    }

  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_array_index (ranks, Rank, i).claim));
  return sorted;
}

GPtrArray *
convene_invite_read (GBytes     *bytes,
                     const char *charset,
                     GError    **error)
{
  g_autofree char *doubt = NULL;
  g_autofree char *lines = NULL;
  g_autoptr(ConveneInviteScan) scan = NULL;
  g_autoptr(GPtrArray) claims = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  lines = convene_invite_decode (bytes, charset, &doubt, error);
  if (lines == NULL)
    return NULL;

  scan = convene_invite_scan (lines, error);
  if (scan == NULL)
    return NULL;

  claims = read_claims (scan, doubt);
  if (claims->len == 0)
    {
      convene_error_set_field (error, "file", _ ("The events of the calendar file cannot be read"));
      return NULL;
    }

  return claims->len > 1 ? sort_claims (claims) : g_steal_pointer (&claims);
}
