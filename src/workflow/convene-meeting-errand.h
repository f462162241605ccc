/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-errand.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MEETING_ERRAND (convene_meeting_errand_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMeetingErrand, convene_meeting_errand, CONVENE, MEETING_ERRAND, ConveneErrand)

/* Makes a meeting: once. In doubt whether an earlier attempt made it, it looks before it does anything else. */
ConveneErrand *convene_meeting_errand_new (ConveneStore     *store,
                                           ConveneClock     *clock,
                                           ConveneAccounts  *accounts,
                                           ConveneOperation *operation);

/* What belongs to a meeting that is to be made, could not be had, or was had late: pure additions to a change. */

/* The meeting stands there from the first moment, pending, so that everything that is said of it later has its place. `made_by` is who will make it, see
 * convene_account_dup_identity (); NULL for nobody yet. */
void convene_meeting_add_pending (ConveneChange *change, ConveneInterview *interview, ConveneOperation *create, const char *made_by);

/* The link could not be had in time: nothing waits for the operation any more, and where letters are sent the urgent one goes (SH-37, SH-38). */
void convene_meeting_release (ConveneChange *change, ConveneInterview *interview, ConveneOperation *create, gint64 now);

/* The link is there: where the invitation has left without it, the link goes after it, as the next sequence of the invitation. */
void convene_meeting_announce (ConveneChange *change, ConveneInterview *interview, ConveneOperation *create, gint64 now);

G_END_DECLS
