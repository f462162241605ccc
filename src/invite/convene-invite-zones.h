/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-claim.h"
#include "convene-invite-ical.h"

G_BEGIN_DECLS

/* The zones that a file's times are in: each is looked for once. */
typedef struct _ConveneInviteZones ConveneInviteZones;

/* The VTIMEZONEs stay the caller's and must live as long. */
ConveneInviteZones *convene_invite_zones_new (const GPtrArray *vtimezones);
void                convene_invite_zones_free (ConveneInviteZones *self);

/* A time of a file. */
typedef struct
{
  ConveneClaimTime kind;
  gint64           wall;      /* seconds since 1970 as if it were UTC; 0 if the kind is NONE */
  gint64           instant;   /* seconds since 1970 UTC; 0 unless KNOWN */
  const char      *zone;      /* IANA name, or NULL; owned by the zones */
  const char      *zone_name; /* TZID as the file has it, or NULL; owned by the zones */
} ConveneInviteTime;

/* What DTSTART, DTEND, RECURRENCE-ID or DTSTAMP says; NONE for NULL. Instants are tzdata's for every zone that it has, and else the file's own rules';
 * a clock without a zone is never taken for UTC. What is odd is added to `doubts` (of char *), unless that is NULL. */
ConveneInviteTime convene_invite_zones_read (ConveneInviteZones *self,
                                             icalproperty       *property,
                                             GPtrArray          *doubts);

/* Adds a sentence, which becomes the array's, unless it is there. */
void convene_invite_doubt (GPtrArray *doubts,
                           char      *doubt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInviteZones, convene_invite_zones_free)

G_END_DECLS
