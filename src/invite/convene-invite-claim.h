/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-claim.h"
#include "convene-invite-scan.h"
#include "convene-invite-zones.h"

G_BEGIN_DECLS

/* What one event of a file says. `doubt` is one about the file as a whole, or NULL. NULL where libical can make nothing of it. */
ConveneClaim *convene_invite_claim_read (const ConveneInviteFound *found,
                                         ConveneInviteZones       *zones,
                                         const char               *doubt);

G_END_DECLS
