/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MEETING (convene_meeting_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMeeting, convene_meeting, CONVENE, MEETING, GObject)

/* A meeting as its provider has it. It has an identity of its own here because one meeting may serve several interviews (HL-15). */
ConveneMeeting *convene_meeting_new (void);

/* ours: a UUID, made once */
const char *convene_meeting_get_id (ConveneMeeting *self);
void        convene_meeting_set_id (ConveneMeeting *self, const char *id);

/* "zoom" */
const char *convene_meeting_get_provider (ConveneMeeting *self);
void        convene_meeting_set_provider (ConveneMeeting *self, const char *provider);

/* the ConveneAccount that made it */
const char *convene_meeting_get_account_id (ConveneMeeting *self);
void        convene_meeting_set_account_id (ConveneMeeting *self, const char *account_id);

/* who made it, as convene_account_dup_identity () says: so that the same Zoom user, connected again, can change it; NULL while unknown */
const char *convene_meeting_get_made_by (ConveneMeeting *self);
void        convene_meeting_set_made_by (ConveneMeeting *self, const char *made_by);

/* the provider's: Zoom numbers have up to 11 digits */
gint64      convene_meeting_get_number (ConveneMeeting *self);
void        convene_meeting_set_number (ConveneMeeting *self, gint64 number);
const char *convene_meeting_get_uuid (ConveneMeeting *self);
void        convene_meeting_set_uuid (ConveneMeeting *self, const char *uuid);

/* as the provider gave it, never built */
const char *convene_meeting_get_join_url (ConveneMeeting *self);
void        convene_meeting_set_join_url (ConveneMeeting *self, const char *join_url);

/* as the provider gave it, NULL if none */
const char *convene_meeting_get_password (ConveneMeeting *self);
void        convene_meeting_set_password (ConveneMeeting *self, const char *password);

/* address */
const char *convene_meeting_get_host (ConveneMeeting *self);
void        convene_meeting_set_host (ConveneMeeting *self, const char *host);
const char *convene_meeting_get_host_id (ConveneMeeting *self);
void        convene_meeting_set_host_id (ConveneMeeting *self, const char *host_id);
const char *convene_meeting_get_topic (ConveneMeeting *self);
void        convene_meeting_set_topic (ConveneMeeting *self, const char *topic);

/* as the provider shows it, cut at 250 characters in lists */
const char *convene_meeting_get_agenda (ConveneMeeting *self);
void        convene_meeting_set_agenda (ConveneMeeting *self, const char *agenda);

/* microseconds since 1970 UTC, as the provider says */
gint64 convene_meeting_get_start (ConveneMeeting *self);
void   convene_meeting_set_start (ConveneMeeting *self, gint64 start);

/* minutes */
int  convene_meeting_get_duration (ConveneMeeting *self);
void convene_meeting_set_duration (ConveneMeeting *self, int duration);

/* IANA name */
const char         *convene_meeting_get_timezone (ConveneMeeting *self);
void                convene_meeting_set_timezone (ConveneMeeting *self, const char *timezone);
ConveneMeetingState convene_meeting_get_state (ConveneMeeting *self);
void                convene_meeting_set_state (ConveneMeeting *self, ConveneMeetingState state);

/* what stands in the agenda: "XXXX-XXXX", NULL if there was no room */
const char *convene_meeting_get_reference (ConveneMeeting *self);
void        convene_meeting_set_reference (ConveneMeeting *self, const char *reference);

/* microseconds since 1970 UTC, by the provider's clock */
gint64 convene_meeting_get_created_at (ConveneMeeting *self);
void   convene_meeting_set_created_at (ConveneMeeting *self, gint64 created_at);

/* addresses, as the provider has them */
const char *const *convene_meeting_get_alternative_hosts (ConveneMeeting *self);
void               convene_meeting_set_alternative_hosts (ConveneMeeting *self, const char *const *alternative_hosts);

/* when it was last looked at there; microseconds since 1970 UTC, 0 for never */
gint64 convene_meeting_get_checked_at (ConveneMeeting *self);
void   convene_meeting_set_checked_at (ConveneMeeting *self, gint64 checked_at);

/* when the provider first showed it otherwise than we know it, as the next five say; microseconds since 1970 UTC, 0: nothing differs */
gint64 convene_meeting_get_seen_at (ConveneMeeting *self);
void   convene_meeting_set_seen_at (ConveneMeeting *self, gint64 seen_at);

/* microseconds since 1970 UTC */
gint64 convene_meeting_get_seen_start (ConveneMeeting *self);
void   convene_meeting_set_seen_start (ConveneMeeting *self, gint64 seen_start);

/* minutes */
int  convene_meeting_get_seen_duration (ConveneMeeting *self);
void convene_meeting_set_seen_duration (ConveneMeeting *self, int seen_duration);

/* IANA name */
const char *convene_meeting_get_seen_timezone (ConveneMeeting *self);
void        convene_meeting_set_seen_timezone (ConveneMeeting *self, const char *seen_timezone);
const char *convene_meeting_get_seen_join_url (ConveneMeeting *self);
void        convene_meeting_set_seen_join_url (ConveneMeeting *self, const char *seen_join_url);
const char *convene_meeting_get_seen_password (ConveneMeeting *self);
void        convene_meeting_set_seen_password (ConveneMeeting *self, const char *seen_password);

/* how people get into it, as the provider last said it is set */
ConveneEntry convene_meeting_get_entry (ConveneMeeting *self);
void         convene_meeting_set_entry (ConveneMeeting *self, ConveneEntry entry);

/* Whether the host is one of the accounts that are connected here, so that it is started rather than joined (VC-24). Read with it, not written: for who read it alone. */
gboolean convene_meeting_get_hosted (ConveneMeeting *self);
void     convene_meeting_set_hosted (ConveneMeeting *self, gboolean hosted);

/* it is being held now: not kept, only in what a look answers */
gboolean convene_meeting_get_started (ConveneMeeting *self);
void     convene_meeting_set_started (ConveneMeeting *self, gboolean started);

/* What the provider shows otherwise than we know it: somebody changed it there. That it is gone, or not ours any more, its state says. */
typedef enum
{
  CONVENE_MEETING_DRIFT_NONE = 0,
  CONVENE_MEETING_DRIFT_MOVED = 1 << 0, /* start or duration; a zone alone is but how the provider shows it */
  CONVENE_MEETING_DRIFT_LINK = 1 << 1,  /* join link or password */
} ConveneMeetingDrift;

ConveneMeetingDrift convene_meeting_get_drift (ConveneMeeting *self);

G_END_DECLS
