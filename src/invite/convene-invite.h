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

/* How an interview is written. */
typedef struct
{
  ConveneInviteMethod method;
  const char         *organizer_name;          /* may be NULL */
  const char         *organizer_address;       /* NULL in a PUBLISH alone: while no mail account is there nobody knows theirs */
  gint64              made_at;                 /* becomes DTSTAMP; microseconds since 1970 UTC */
  const char         *description;             /* DESCRIPTION, plain text; NULL: one in English */
  const char         *language;                /* of the description, a tag of RFC 5646 as "es"; NULL: not said */
  const char         *only;                    /* the address of the one ATTENDEE beside the organizer; NULL: all of them */
  gboolean            password_unless_in_link; /* the text of our own names no password that the link carries */
} ConveneInviteOptions;

/* The interview as an iCalendar object: CRLF, lines of 75 octets at most, UTF-8, its VTIMEZONE inside. The same input gives the same octets.
 * Notes for the team, the reference, and the start link of a host are in none. Times are the interview's instants on the clock of its zone; in UTC
 * where the wall clock shows them twice, and where tzdata does not know the zone. A link is in no CANCEL, an ATTENDEE in no PUBLISH (RFC 5546 §3.2.1).
 * Errors: INVALID about a field, for an interview that cannot be written: no start, no candidate, an address or a link that is none; about "only" for
 * somebody who takes no part. */
GBytes *convene_invite_write (ConveneInterview           *interview,
                              const ConveneInviteOptions *options,
                              GError                    **error);

/* A CANCEL for some people only, who are of the interview no longer, while it takes place without them (RFC 5546 §3.2.5): the same UID, the interview's
 * SEQUENCE, an ATTENDEE for each of `people` ("Name <address>") and for nobody else, no STATUS; nothing of what has changed since. Its time is the one in
 * `told`, which they know, or with NULL the interview's own. Of the options, `method` and `only` do not count. Errors: INVALID, also without people. */
GBytes *convene_invite_write_partial_cancel (ConveneInterview           *interview,
                                             const ConveneTold          *told,
                                             const char *const          *people,
                                             const ConveneInviteOptions *options,
                                             GError                    **error);

G_END_DECLS
