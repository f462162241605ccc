/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-invite.h"

G_BEGIN_DECLS

/* What may be handed to libical, which checks nothing that it writes: a line break in an address or a link would begin a property of somebody
 * else's choice. Interviews come from the database, perhaps an old one, so that what a face checked is checked again. Errors: INVALID. */
gboolean convene_invite_check_interview (ConveneInterview *interview,
                                         GError          **error);

/* The name may be NULL. */
gboolean convene_invite_check_mailbox (const char *name,
                                       const char *address,
                                       const char *field,
                                       GError    **error);

/* The organizer, the time and the texts of the options; `only` is somebody whom the interview knows. */
gboolean convene_invite_check_options (const ConveneInviteOptions *options,
                                       GError                    **error);
gboolean convene_invite_check_only (ConveneInterview *interview,
                                    const char       *only,
                                    GError          **error);

/* Microseconds since 1970 UTC. */
gboolean convene_invite_check_instant (gint64      instant,
                                       const char *field,
                                       GError    **error);

G_END_DECLS
