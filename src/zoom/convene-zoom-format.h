/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-interview.h"
#include "convene-meeting.h"

G_BEGIN_DECLS

/* The bodies of requests; each is owned by the caller. An interview has passed convene_interview_check () before. */

/* Zoom: create a meeting. `schedule_for` is the address of a host who lets the signed-in user schedule, or NULL for that user. `reference` may be NULL;
 * *has_reference says whether the agenda shows it. */
JsonNode *convene_zoom_format_create (ConveneInterview *interview,
                                      const char       *schedule_for,
                                      const char       *reference,
                                      gboolean         *has_reference);

/* Zoom: update a meeting. What convene_meeting_compare () says is sent and nothing else: the time whole (start, zone and duration), the agenda with the
 * meeting's own reference, the password only where another one is asked for, because each new one makes a new link, and the switches of the meeting not
 * at all, so that what the host has set at Zoom stays. `alternative_hosts` are all that there are to be; NULL where they stay. */
JsonNode *convene_zoom_format_change (ConveneInterview  *interview,
                                      ConveneMeeting    *meeting,
                                      const char *const *alternative_hosts);

/* The alternative hosts that there are to be: those of `now`, less what was asked for (`known`) and is not wanted any more, and all that is wanted.
 * Each may be NULL; owned by the caller. */
GStrv convene_zoom_merge_hosts (const char *const *now,
                                const char *const *known,
                                const char *const *wanted);

G_END_DECLS
