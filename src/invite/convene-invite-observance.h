/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A STANDARD or DAYLIGHT of a foreign VTIMEZONE, followed by ourselves: whoever wrote its rule may have meant it to be followed for ever.
 * Only yearly rules of days in one month are taken, which are worked out without counting; with any other it is not usable. */
typedef struct
{
  gint64   start; /* DTSTART: seconds since 1970 as if it were UTC, by the clock before the change */
  gboolean has_start;
  int      from; /* seconds east of UTC before the change, and after it */
  int      to;
  gboolean has_from;
  gboolean has_to;
  gboolean has_rule;
  int      month;      /* of the rule; 0 for that of the start */
  int      weekday;    /* 1 to 7, Monday to Sunday; 0 for none */
  int      ordinal;    /* which one of the month, from its end if negative; 0 for none */
  guint32  month_days; /* a bit for each that it may be; 0 for any */
  gboolean has_until;
  gint64   until; /* as `start`, or in UTC */
  gboolean until_is_utc;
  int      count;  /* 0 for ever */
  GArray  *dates;  /* of gint64: RDATE, as `start` */
  gboolean is_odd; /* something in it is none of this */
} ConveneInviteObservance;

void convene_invite_observance_clear (ConveneInviteObservance *self);

/* One of its lines; the name is in upper case. What says nothing about times is passed over. */
void convene_invite_observance_add_property (ConveneInviteObservance *self,
                                             const char              *name,
                                             const char              *value);

gboolean convene_invite_observance_is_usable (const ConveneInviteObservance *self);

/* The last change to it at or before `wall`, by the clock before the change; FALSE where there is none. */
gboolean convene_invite_observance_find_onset (const ConveneInviteObservance *self,
                                               gint64                         wall,
                                               gint64                        *onset);

G_END_DECLS
