/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-backoff.h"

#define DAY (G_GINT64_CONSTANT (24 * 60 * 60) * G_USEC_PER_SEC)

gint64
convene_backoff_delay (int attempts)
{
  int doublings = CLAMP (attempts - 1, 0, 10);

  return MIN ((G_GINT64_CONSTANT (1) << doublings) * G_USEC_PER_SEC, CONVENE_LONGEST_BACKOFF);
}

gint64
convene_next_utc_midnight (gint64 now)
{
  return (now / DAY + 1) * DAY;
}
