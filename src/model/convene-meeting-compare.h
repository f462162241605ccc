/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What the provider would have to be told. */
typedef enum
{
  CONVENE_MEETING_DIFFERENCE_NONE = 0,
  CONVENE_MEETING_DIFFERENCE_TOPIC = 1 << 0,
  CONVENE_MEETING_DIFFERENCE_AGENDA = 1 << 1,
  CONVENE_MEETING_DIFFERENCE_TIME = 1 << 2,     /* start, zone or duration */
  CONVENE_MEETING_DIFFERENCE_PASSWORD = 1 << 3, /* the interview asks for one, and it is another one */
  CONVENE_MEETING_DIFFERENCE_ALTERNATIVE_HOSTS = 1 << 4,
} ConveneMeetingDifference;

/* How a meeting as the provider has it, read by itself and not from a list, which cuts agendas off, differs from what an interview wants of it. Blanks at the
 * ends of a text, how its lines end, the order of hosts and another name of the same zone are no difference; a line with the reference that is not there, or is
 * another one, is. */
ConveneMeetingDifference convene_meeting_compare (ConveneMeeting   *known,
                                                  ConveneInterview *wanted);

/* What is asked for where a meeting is to be made: topic, agenda with the reference, start, duration, timezone, password and alternative hosts of the
 * interview as they are sent, and the reference where the agenda has room for it. Without id, state pending. Owned by the caller. */
ConveneMeeting *convene_meeting_new_intent (ConveneInterview *interview,
                                            const char       *reference);

G_END_DECLS
