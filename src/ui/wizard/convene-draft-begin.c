/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-begin.h"

#include "convene-zone.h"

static char *
dup_next_working_day (gint64      now,
                      const char *zone)
{
  g_autoptr(GTimeZone) timezone = convene_zone_new (zone, NULL, NULL);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr(GDateTime) today = g_date_time_to_timezone (utc, timezone);
  g_autoptr(GDateTime) day = NULL;
  int weekday = g_date_time_get_day_of_week (today);

  /* From Friday and Saturday on to Monday. */
  day = g_date_time_add_days (today, weekday >= 5 ? 8 - weekday : 1);
  return g_date_time_format (day, "%Y-%m-%d");
}

void
convene_draft_begin_on (ConveneDraft *self,
                        const char   *when)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *zone = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));
  g_return_if_fail (when != NULL);

  parts = g_strsplit (when, "T", 2);
  g_object_set (self, "date", parts[0], NULL);
  if (parts[1] == NULL)
    return;

  zone = convene_zone_dup_system ();
  g_object_set (self, "time", parts[1], "timezone", zone, NULL);
}

void
convene_draft_fill_defaults (ConveneDraft   *self,
                             const char     *when,
                             ConvenePlatform platform,
                             gint64          now)
{
  g_autofree char *zone = convene_zone_dup_system ();
  g_autofree char *day = NULL;

  g_return_if_fail (CONVENE_IS_DRAFT (self));

  day = dup_next_working_day (now, zone);
  g_object_set (self, "timezone", zone, "platform", (int) platform, NULL);
  convene_draft_begin_on (self, when != NULL ? when : day);
}

void
convene_draft_begin_again (ConveneDraft *self)
{
  g_return_if_fail (CONVENE_IS_DRAFT (self));

  g_object_set (self, "candidate-name", "", "candidate-address", "", "candidate-timezone", "", "candidate-language", "", "time", "", "password", "", "link", "", "details", "", "notes", "",
                "interviewer", "", "step", 0, NULL);
}
