/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-meeting.h"

G_BEGIN_DECLS

/* How people get into meetings, in one sentence; it is not the caller's. */

/* Into one that is there, as it is set; NULL while that is unknown. */
const char *convene_entry_words_meeting (ConveneMeeting *meeting);

/* Into one that an account with `entry` will make, which asks to let people in before the host. Where it is unknown it says what may come between. */
const char *convene_entry_words_expected (ConveneEntry entry);

G_END_DECLS
