/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening.h"

G_BEGIN_DECLS

/* What an event of somebody else's is as an interview. Pure but for the machine's zone. The claim's time is known. */

/* A new one, with a uid of its own; `candidate` is the address of one of the claim's people or its organizer. Errors: INVALID about "as" for anybody else, and
 * with its field for what no interview can be. Owned by the caller. */
ConveneInterview *convene_opening_make_interview (ConveneClaim *claim,
                                                  const char   *candidate,
                                                  gint64        now,
                                                  GError      **error);

/* A copy of one that was made from an earlier version, as this one says it: time, place, text and people. The candidate and the title stay. */
ConveneInterview *convene_opening_update_interview (ConveneInterview *interview,
                                                    ConveneClaim     *claim);

/* Whether that would be no other one. */
gboolean convene_opening_is_as_said (ConveneInterview *interview,
                                     ConveneClaim     *claim);

G_END_DECLS
