/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-invite-ical.h"
#include "convene-invite.h"

G_BEGIN_DECLS

/* What all events of one object have in common. */
typedef struct
{
  ConveneInviteMethod method;
  const char         *organizer_name; /* may be NULL */
  const char         *organizer_address;
  gint64              made_at;    /* microseconds since 1970 UTC */
  gboolean            is_partial; /* a CANCEL to the people in the interview alone, which others go on with (RFC 5546 §3.2.5) */
  gboolean            password_unless_in_link;
} ConveneInviteHead;

/* The VEVENT, its times in `zone`, or in UTC where that is NULL. The interview and the organizer have
 * passed convene_invite_check_interview () and _mailbox (). Owned by the caller. */
icalcomponent *convene_invite_event_new (ConveneInterview        *interview,
                                         const ConveneInviteHead *head,
                                         GTimeZone               *zone);

G_END_DECLS
