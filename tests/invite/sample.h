/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-invite-ical.h"
#include "convene-invite.h"

G_BEGIN_DECLS

#define SAMPLE_UID "0f8b5c1e-6f0b-4d5e-9a55-3f6f1f0c2b11"
#define SAMPLE_LINK "https://video.example.com/j/81234567890?pwd=q.1,2;3"
#define SAMPLE_MADE_AT (G_GINT64_CONSTANT (1793523600) * G_USEC_PER_SEC) /* 2026-11-01T09:00:00Z */

/* A Zoom interview of one hour with a live meeting, a candidate, a hiring manager and two attendees. The start is read as a person types it. */
ConveneInterview *sample_interview_new (const char *start,
                                        const char *zone);

void sample_add_person (ConveneInterview *interview,
                        ConveneRole       role,
                        const char       *name,
                        const char       *address);

/* The octets, written without an error for the organizer "Robin Recruiter". */
char *sample_write (ConveneInterview   *interview,
                    ConveneInviteMethod method);

/* The same of a CANCEL for some people only: "Name <address>". `told` as for convene_invite_write_partial_cancel (). */
char *sample_write_partial (ConveneInterview  *interview,
                            const ConveneTold *told,
                            const char *const *people);

/* Several of them (ConveneInterview) in one object, without an error, for the organizer "robin@example.org". */
GBytes *sample_write_all (GPtrArray *interviews);

/* The lines of an object, unfolded. */
GStrv sample_unfold (const char *text);

/* The one line that begins so; NULL if there is none. It is a failure if there are several. */
const char *sample_find (GStrv       lines,
                         const char *start);
guint       sample_count (GStrv lines, const char *start);

/* Every line of the object as RFC 5545 §3.1 has it, and whole characters on each. */
void sample_assert_lines (const char *text);

/* Free of errors. */
icalcomponent *sample_parse (const char *text);

G_END_DECLS
