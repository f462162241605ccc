/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-health-due.h"

#include "convene-clock.h"

#define BEFORE_INTERVIEW (2 * CONVENE_HOUR)
#define AGAIN (15 * CONVENE_MINUTE)

gint64
convene_health_find_due (const ConveneHealthFacts *facts)
{
  gint64 due;

  g_return_val_if_fail (facts != NULL, G_MAXINT64);

  if (facts->oldest == G_MAXINT64)
    return G_MAXINT64;

  due = facts->oldest + CONVENE_DAY;
  if (facts->oldest + CONVENE_HOUR <= facts->started)
    due = MIN (due, facts->started);
  if (facts->first != G_MAXINT64 && facts->oldest < facts->first - BEFORE_INTERVIEW)
    due = MIN (due, facts->first - BEFORE_INTERVIEW);

  return facts->tried != 0 ? MAX (due, facts->tried + AGAIN) : due;
}

gint64
convene_health_find_oldest (GPtrArray *accounts)
{
  gint64 oldest = G_MAXINT64;

  for (guint i = 0; i < accounts->len; i++)
    oldest = MIN (oldest, convene_account_get_checked_at (g_ptr_array_index (accounts, i)));

  return oldest;
}

gint64
convene_health_find_day (gint64 now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  g_autoptr(GDateTime) day = time != NULL ? g_date_time_new_local (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time), 0, 0, 0) : NULL;

  return day != NULL ? g_date_time_to_unix (day) * G_USEC_PER_SEC : now;
}

gboolean
convene_health_is_due (GPtrArray *accounts,
                       gint64     now)
{
  return accounts->len > 0 && convene_health_find_oldest (accounts) + CONVENE_HOUR <= now;
}
