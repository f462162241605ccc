/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-interview.h"
#include "convene-told.h"

G_BEGIN_DECLS

/* iTIP methods that Convene writes (RFC 5546 §1.4). PUBLISH is what a plain export is. */
typedef enum
{
  CONVENE_INVITE_REQUEST,
  CONVENE_INVITE_CANCEL,
  CONVENE_INVITE_PUBLISH,
} ConveneInviteMethod;

const char *convene_invite_method_to_string (ConveneInviteMethod method);

/* The interview as an iCalendar object: CRLF, lines of 75 octets at most, UTF-8, its VTIMEZONE inside. The same input gives the same octets.
 * The organizer is a mailbox (name may be NULL), which may be missing (NULL) in a PUBLISH: while no mail account is there nobody knows theirs; `made_at` becomes DTSTAMP (microseconds since 1970 UTC). Notes for the team, the
 * reference, and the start link of a host are in none. Times are the interview's instants on the clock of its zone; in UTC where the wall clock
 * shows them twice, and where tzdata does not know the zone. A link is in no CANCEL, an ATTENDEE in no PUBLISH (RFC 5546 §3.2.1). With
 * `password_unless_in_link` the text names no password that the link carries.
 * Errors: INVALID about a field, for an interview that cannot be written: no start, no candidate, an address or a link that is none. */
GBytes *convene_invite_write (ConveneInterview   *interview,
                              ConveneInviteMethod method,
                              const char         *organizer_name,
                              const char         *organizer_address,
                              gint64              made_at,
                              gboolean            password_unless_in_link,
                              GError            **error);

/* A CANCEL for some people only, who are of the interview no longer, while it takes place without them (RFC 5546 §3.2.5): the same UID, the interview's
 * SEQUENCE, an ATTENDEE for each of `people` ("Name <address>") and for nobody else, no STATUS; nothing of what has changed since. Its time is the one in
 * `told`, which they know, or with NULL the interview's own. Errors: INVALID, also without people. */
GBytes *convene_invite_write_partial_cancel (ConveneInterview  *interview,
                                             const ConveneTold *told,
                                             const char *const *people,
                                             const char        *organizer_name,
                                             const char        *organizer_address,
                                             gint64             made_at,
                                             GError           **error);

/* Several interviews (ConveneInterview) in one PUBLISH object, each zone once; without any, an object without events. Errors: INVALID for the
 * first of them that cannot be written. */
GBytes *convene_invite_write_all (GPtrArray  *interviews,
                                  const char *organizer_name,
                                  const char *organizer_address,
                                  gint64      made_at,
                                  GError    **error);

G_END_DECLS
