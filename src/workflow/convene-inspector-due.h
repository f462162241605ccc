/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-meeting.h"
#include "convene-operation.h"

G_BEGIN_DECLS

/* When meetings are to be looked at by themselves (O-13). Pure; instants are microseconds since 1970 UTC. */

#define CONVENE_INSPECTION_EARLY CONVENE_DAY /* before an interview */
#define CONVENE_INSPECTION_LATE CONVENE_HOUR /* likewise */
#define CONVENE_INSPECTION_OLD (6 * CONVENE_HOUR)

/* When the meeting of an interview that begins at `start` is due next: a day ahead and an hour ahead, unless it was looked at (or made) since then; G_MAXINT64
 * once both are done. `opened`: when the program started to look after them, at which whatever nobody looked at for six hours is due. */
gint64 convene_inspection_find_due (ConveneMeeting *meeting,
                                    gint64          start,
                                    gint64          opened);

/* When a create that was repeated is due to be looked after for another meeting of it: the list at Zoom may be late. */
gint64 convene_inspection_find_doubt_due (ConveneOperation *create);

G_END_DECLS
