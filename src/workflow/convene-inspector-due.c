/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-inspector-due.h"

#include "convene-clock.h"

/* How late Zoom's lists may show what was made is documented nowhere. */
#define LIST_LAG (2 * CONVENE_MINUTE)

/* What was made was seen when it was made. */
static gint64
last_look (ConveneMeeting *meeting)
{
  return MAX (convene_meeting_get_checked_at (meeting), convene_meeting_get_created_at (meeting));
}

gint64
convene_inspection_find_due (ConveneMeeting *meeting,
                             gint64          start,
                             gint64          opened)
{
  gint64 last;

  g_return_val_if_fail (CONVENE_IS_MEETING (meeting), G_MAXINT64);

  last = last_look (meeting);
  if (last <= opened - CONVENE_INSPECTION_OLD)
    return opened;
  if (last < start - CONVENE_INSPECTION_EARLY)
    return start - CONVENE_INSPECTION_EARLY;
  if (last < start - CONVENE_INSPECTION_LATE)
    return start - CONVENE_INSPECTION_LATE;

  return G_MAXINT64;
}

gint64
convene_inspection_find_doubt_due (ConveneOperation *create)
{
  g_return_val_if_fail (CONVENE_IS_OPERATION (create), G_MAXINT64);

  return convene_operation_get_settled (create) + LIST_LAG;
}
