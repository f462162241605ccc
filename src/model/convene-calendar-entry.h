/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR_ENTRY (convene_calendar_entry_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCalendarEntry, convene_calendar_entry, CONVENE, CALENDAR_ENTRY, GObject)

/* What a calendar shows of an interview: enough for a bar, a row and their description, cheap enough for thousands. Read-only properties:
 * uid, start, end, candidate, candidate-timezone, job, platform, status, response, has-link, host, manager, attention. Immutable. */
ConveneCalendarEntry *convene_calendar_entry_new (const char     *uid,
                                                  gint64          start,
                                                  gint64          end,
                                                  const char     *candidate,
                                                  const char     *candidate_timezone,
                                                  const char     *job,
                                                  ConvenePlatform platform,
                                                  ConveneStatus   status,
                                                  ConveneResponse response,
                                                  gboolean        has_link,
                                                  const char     *host,
                                                  const char     *manager,
                                                  gboolean        attention);

/* Lets `self` hold its job, people and time zone together with those that had the same before it, by way of `texts`; before anybody has it. Of many that are
 * read together, each of those texts is kept once. */
void        convene_calendar_entry_share (ConveneCalendarEntry *self, GHashTable *texts);
GHashTable *convene_calendar_entry_create_texts (void);

const char *convene_calendar_entry_get_uid (ConveneCalendarEntry *self);

/* Microseconds since 1970 UTC. */
gint64 convene_calendar_entry_get_start (ConveneCalendarEntry *self);
gint64 convene_calendar_entry_get_end (ConveneCalendarEntry *self);

/* The name, or the address where there is none. */
const char *convene_calendar_entry_get_candidate (ConveneCalendarEntry *self);

/* IANA name: the candidate's own zone, or NULL where none is known. */
const char *convene_calendar_entry_get_candidate_timezone (ConveneCalendarEntry *self);

const char     *convene_calendar_entry_get_job (ConveneCalendarEntry *self);
ConvenePlatform convene_calendar_entry_get_platform (ConveneCalendarEntry *self);
ConveneStatus   convene_calendar_entry_get_status (ConveneCalendarEntry *self);
ConveneResponse convene_calendar_entry_get_response (ConveneCalendarEntry *self);

/* Whether there is a link to join by. Who joins reads the interview: by then it may be another one. */
gboolean convene_calendar_entry_get_has_link (ConveneCalendarEntry *self);

/* The address of the account that hosts its meeting, or NULL. */
const char *convene_calendar_entry_get_host (ConveneCalendarEntry *self);

/* Whether that is one of the accounts that are connected here, so that it is started rather than joined (VC-24); said by whoever reads it, before anybody has it. */
gboolean convene_calendar_entry_get_hosted (ConveneCalendarEntry *self);
void     convene_calendar_entry_set_hosted (ConveneCalendarEntry *self, gboolean hosted);

/* Whether its organizer is somebody else, who writes to its people; said by whoever reads it, as above. */
gboolean convene_calendar_entry_get_foreign (ConveneCalendarEntry *self);
void     convene_calendar_entry_set_foreign (ConveneCalendarEntry *self, gboolean foreign);

/* The first hiring manager's name, or the address where there is none; NULL without one. */
const char *convene_calendar_entry_get_manager (ConveneCalendarEntry *self);

/* Whether something about it needs a person: an operation failed, or its meeting did. */
gboolean convene_calendar_entry_get_attention (ConveneCalendarEntry *self);

/* Whether both show the same. */
gboolean convene_calendar_entry_equal (ConveneCalendarEntry *a,
                                       ConveneCalendarEntry *b);

G_END_DECLS
