/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-calendar.h"

#include "convene-clock.h"
#include "convene-invite-reader.h"
#include "fuzz.h"

/* The end of an event makes sense if it is at most 31 days after its start. */
#define MAX_LENGTH (31 * 24 * 3600 * CONVENE_SECOND)

static void
check_person (const ConveneClaimPerson *person)
{
  if (person == NULL)
    return;

  fuzz_check_line (person->name);
  fuzz_check_line (person->address);
  fuzz_check_line (person->sent_by);
  fuzz_check_line (person->delegated_to);
  fuzz_check_line (person->delegated_from);
}

static void
check_time (ConveneClaim *claim)
{
  gboolean is_known = convene_claim_get_time_kind (claim) == CONVENE_CLAIM_TIME_KNOWN;
  gint64   start = convene_claim_get_start (claim), end = convene_claim_get_end (claim);

  g_assert_true (is_known || (start == 0 && end == 0));
  g_assert_true (end == 0 || (end > start && end - start <= MAX_LENGTH));
  fuzz_check_line (convene_claim_get_zone (claim));
  fuzz_check_line (convene_claim_get_zone_name (claim));
  fuzz_check_line (convene_claim_get_wall (claim));
}

static void
check_texts (ConveneClaim *claim)
{
  fuzz_check_line (convene_claim_get_method (claim));
  fuzz_check_line (convene_claim_get_uid (claim));
  fuzz_check_line (convene_claim_get_summary (claim));
  fuzz_check_lines (convene_claim_get_description (claim));
  fuzz_check_line (convene_claim_get_location (claim));
  fuzz_check_lines (convene_claim_get_comment (claim));
  fuzz_check_line (convene_claim_get_link (claim));
  fuzz_check_line (convene_claim_get_password (claim));
}

static void
check_claim (ConveneClaim *claim)
{
  GPtrArray         *people = convene_claim_get_people (claim);
  const char *const *doubts = convene_claim_get_doubts (claim);

  check_time (claim);
  check_texts (claim);
  check_person (convene_claim_get_organizer (claim));
  for (guint i = 0; i < people->len; i++)
    check_person (g_ptr_array_index (people, i));
  for (guint i = 0; doubts[i] != NULL; i++)
    fuzz_check_line (doubts[i]);
}

void
fuzz_calendar (GBytes     *bytes,
               const char *charset)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = convene_invite_read (bytes, charset, &error);

  fuzz_check_error (claims == NULL, &error);
  g_assert_true (claims == NULL || claims->len > 0);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    check_claim (g_ptr_array_index (claims, i));
}
