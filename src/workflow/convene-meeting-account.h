/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-meeting.h"

G_BEGIN_DECLS

/* Which of an array of ConveneAccount works on a meeting: the one that made it; the same maker, connected again meanwhile under another id; else the host's
 * own. Owned by the array; NULL for none. Pure. */
ConveneAccount *convene_meeting_find_account (GPtrArray      *accounts,
                                              ConveneMeeting *meeting);

G_END_DECLS
