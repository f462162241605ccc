/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-change.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* What belongs to a meeting that is to be made, or could not be had: pure additions to a change. */

/* The meeting stands there from the first moment, pending, so that everything that is said of it later has its place, and with what will be asked for, so that
 * it can be looked for. `made_by` is who will make it, see convene_account_dup_identity (); NULL for nobody yet. */
void convene_meeting_add_pending (ConveneChange *change, ConveneInterview *interview, ConveneOperation *create, const char *made_by);

/* The link could not be had in time: where letters are sent, the urgent one goes (SH-37, SH-38). */
void convene_meeting_ask_for_link (ConveneChange *change, ConveneInterview *interview, gint64 now);

G_END_DECLS
