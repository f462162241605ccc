/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-invite-output.h"
#include "convene-invite.h"

G_BEGIN_DECLS

/* ORGANIZER and, but in what is published (RFC 5546 §3.2.1), an ATTENDEE each. */
void convene_invite_people_write (ConveneInviteOutput        *output,
                                  ConveneInterview           *interview,
                                  const ConveneInviteOptions *options,
                                  gboolean                    is_partial);

G_END_DECLS
