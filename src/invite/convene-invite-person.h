/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-claim.h"
#include "convene-invite-ical.h"

G_BEGIN_DECLS

/* Whom an ORGANIZER or ATTENDEE names, with what is beside the name. */
ConveneClaimPerson *convene_invite_person_read (icalproperty *property);

/* The words that Gmail puts into the ATTENDEE of an answer; NULL without. The caller's. */
char *convene_invite_person_dup_comment (icalproperty *property);

/* The mailbox of a mailto: (RFC 6068), its domain in lower case; NULL where it is none. The caller's. */
char *convene_invite_person_read_address (const char *uri);

G_END_DECLS
