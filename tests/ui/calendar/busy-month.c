/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "busy-month.h"

#define PER_CHANGE (200)

static const char *const   candidates[] = { "Ada Example", "Bo Sample", "Chiara Castillo", "Dmitri Eriksson", "Elif Nakamura-Haddad", "Fátima García López", "Grace Okafor", "Hiroshi Tanaka" };
static const char *const   jobs[] = { "Staff Engineer", "Designer", "Data Scientist", "Product Manager", "Nurse", "Accountant", "Recruiter", "Translator", "Art Director", "Chef" };
static const ConveneStatus statuses[] = { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_PROPOSED, CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_CANCELLED };

static void
add_interview (ConveneChange *change,
               GDateTime     *day,
               guint          number,
               guint          seed)
{
  guint            minute = 8 * 60 + (number * 35) % (11 * 60);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *wall = g_strdup_printf ("%s %02u:%02u", date, minute / 60, minute % 60);
  g_autofree char *candidate = g_strdup_printf ("%s %u", candidates[seed % G_N_ELEMENTS (candidates)], seed);
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (candidate, jobs[seed % G_N_ELEMENTS (jobs)], wall, "UTC", 45, CONVENE_PLATFORM_IN_PERSON);

  convene_interview_set_status (interview, statuses[seed % G_N_ELEMENTS (statuses)]);
  convene_change_add_interview (change, interview);
}

void
busy_month_fill (UiFixture  *fixture,
                 const char *first,
                 guint       days,
                 guint       each)
{
  g_autofree char *text = g_strconcat (first, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) day = g_date_time_new_from_iso8601 (text, NULL);
  guint added = 0;

  while (added < days * each)
    {
      g_autoptr(ConveneChange) change = convene_change_new ();

      for (guint i = 0; i < PER_CHANGE && added < days * each; i++, added++)
        {
          g_autoptr(GDateTime) at = g_date_time_add_days (day, (int) (added / each));

          add_interview (change, at, added % each, added * 7 + added / each);
        }
      ui_fixture_commit (fixture, change);
    }
}
