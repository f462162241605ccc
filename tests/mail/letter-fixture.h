/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-writer.h"

G_BEGIN_DECLS

/* A sanitizer looks at each of ICU's allocations: of what is tried with everything there is, it gets one in so many. */
#ifdef __SANITIZE_ADDRESS__
#define FIXTURE_SHARE 16
#else
#define FIXTURE_SHARE 1
#endif

#define FIXTURE_LINK "https://example.com/j/81234567890?pwd=a&b=c"
#define FIXTURE_NOTES "salary expectation: too high"
#define FIXTURE_CALENDAR "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nSUMMARY:Zo\303\253 \342\200\242\r\nEND:VCALENDAR\r\n"

/* An interview in Mexico City on 1 December 2026, 10:00, of 45 minutes, with a candidate, a hiring manager and two attendees, everything filled in. */
ConveneInterview *fixture_interview_new (void);

/* Gives it a live meeting with number and password. */
void fixture_add_meeting (ConveneInterview *interview);

/* A draft of a kind by Rita of example.org; a calendar for the kinds that have one. Free the draft's calendar with fixture_draft_clear (). */
ConveneLetterDraft fixture_draft (ConveneOperationKind kind,
                                  ConveneInterview    *interview);
void               fixture_draft_clear (ConveneLetterDraft *draft);

/* Adds a person. */
void fixture_add_person (ConveneInterview *interview,
                         ConveneRole       role,
                         const char       *name,
                         const char       *address);

G_END_DECLS
