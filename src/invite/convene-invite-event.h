/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-invite-output.h"
#include "convene-invite-zone.h"
#include "convene-invite.h"

G_BEGIN_DECLS

/* Writes the VEVENT, its times in `zone`, or in UTC where that is NULL. A partial one is a CANCEL to the people in the interview alone, which others go on
 * with (RFC 5546 §3.2.5). The interview and the options have passed convene-invite-check.h. */
void convene_invite_event_write (ConveneInviteOutput        *output,
                                 ConveneInterview           *interview,
                                 const ConveneInviteOptions *options,
                                 gboolean                    is_partial,
                                 const ConveneInviteZone    *zone);

G_END_DECLS
