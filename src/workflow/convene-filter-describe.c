/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <langinfo.h>

#include "convene-filter-private.h"

/* From 1 (Monday) to 7, as the locale of times has it; ISO 8601's week where the C library does not say. */
static int
get_first_weekday (void)
{
#ifdef __GLIBC__
  /* The day that the locale counts from, as a date: a Sunday or a Monday; and which day from there, 1 for itself. */
  const guint32 origin = (guint32) GPOINTER_TO_SIZE (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  const int     first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  if (first >= 1 && first <= 7)
    return (first - 1 + (origin == 19971130 ? 6 : 0)) % 7 + 1;
#endif

  return 1;
}

static void
describe_period (ConveneFilter          *self,
                 ConveneInterviewFilter *described)
{
  int period = CONVENE_PERIOD_ANY;

  described->all = TRUE;
  if (convene_filter_get_range (self, described->now, get_first_weekday (), &described->from, &described->to))
    described->chronological = TRUE;
  else if (convene_filter_get_period (self) != NULL && convene_enum_from_nick (CONVENE_TYPE_PERIOD, convene_filter_get_period (self), &period))
    {
      described->all = period != CONVENE_PERIOD_UPCOMING;
      described->past = period == CONVENE_PERIOD_PAST;
    }
}

ConveneInterviewFilter
convene_filter_describe (ConveneFilter *self,
                         gint64         now)
{
  ConveneInterviewFilter described = { .now = now };
  int                    value;

  describe_period (self, &described);
  if (convene_filter_get_platform (self) != NULL && convene_enum_from_nick (CONVENE_TYPE_PLATFORM, convene_filter_get_platform (self), &value))
    {
      described.has_platform = TRUE;
      described.platform = (ConvenePlatform) value;
    }
  if (convene_filter_get_status (self) != NULL && convene_enum_from_nick (CONVENE_TYPE_STATUS, convene_filter_get_status (self), &value))
    {
      described.has_status = TRUE;
      described.status = (ConveneStatus) value;
    }
  described.search = convene_filter_get_text (self);
  described.job = convene_filter_get_job (self);
  described.host = convene_filter_get_host (self);
  described.person = convene_filter_get_person (self);
  described.attention = convene_filter_get_attention (self);
  return described;
}
