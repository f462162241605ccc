/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-answer.h"
#include "convene-enums.h"
#include "convene-meeting.h"
#include "convene-moment.h"
#include "convene-operation.h"
#include "convene-participant.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW (convene_interview_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterview, convene_interview, CONVENE, INTERVIEW, GObject)

/* What the program exists for. */
ConveneInterview *convene_interview_new (void);

/* a UUID, made once: UID of the .ics and key of the database */
const char *convene_interview_get_uid (ConveneInterview *self);
void        convene_interview_set_uid (ConveneInterview *self, const char *uid);

/* RFC 5546 §2.1.4 */
int  convene_interview_get_sequence (ConveneInterview *self);
void convene_interview_set_sequence (ConveneInterview *self, int sequence);

/* the sequence at which the time last changed: an answer counts if it is not older */
int           convene_interview_get_time_sequence (ConveneInterview *self);
void          convene_interview_set_time_sequence (ConveneInterview *self, int time_sequence);
ConveneStatus convene_interview_get_status (ConveneInterview *self);
void          convene_interview_set_status (ConveneInterview *self, ConveneStatus status);

/* title */
const char          *convene_interview_get_job (ConveneInterview *self);
void                 convene_interview_set_job (ConveneInterview *self, const char *job);
const ConveneMoment *convene_interview_get_start (ConveneInterview *self);
void                 convene_interview_set_start (ConveneInterview *self, const ConveneMoment *start);

/* minutes, 1 to 1440 */
int             convene_interview_get_duration (ConveneInterview *self);
void            convene_interview_set_duration (ConveneInterview *self, int duration);
ConvenePlatform convene_interview_get_platform (ConveneInterview *self);
void            convene_interview_set_platform (ConveneInterview *self, ConvenePlatform platform);
const char     *convene_interview_get_agenda (ConveneInterview *self);
void            convene_interview_set_agenda (ConveneInterview *self, const char *agenda);

/* asked for; NULL lets the provider make one */
const char *convene_interview_get_password (ConveneInterview *self);
void        convene_interview_set_password (ConveneInterview *self, const char *password);

/* for the candidate */
const char *convene_interview_get_details (ConveneInterview *self);
void        convene_interview_set_details (ConveneInterview *self, const char *details);

/* for the team only: in no letter and no .ics */
const char *convene_interview_get_notes (ConveneInterview *self);
void        convene_interview_set_notes (ConveneInterview *self, const char *notes);

/* for CONVENE_PLATFORM_LINK, https */
const char *convene_interview_get_link (ConveneInterview *self);
void        convene_interview_set_link (ConveneInterview *self, const char *link);

/* for phone and in person */
const char *convene_interview_get_location (ConveneInterview *self);
void        convene_interview_set_location (ConveneInterview *self, const char *location);

/* addresses */
const char *const *convene_interview_get_alternative_hosts (ConveneInterview *self);
void               convene_interview_set_alternative_hosts (ConveneInterview *self, const char *const *alternative_hosts);

/* NULL without one */
ConveneMeeting *convene_interview_get_meeting (ConveneInterview *self);
void            convene_interview_set_meeting (ConveneInterview *self, ConveneMeeting *meeting);

/* microseconds since 1970 UTC */
gint64 convene_interview_get_created (ConveneInterview *self);
void   convene_interview_set_created (ConveneInterview *self, gint64 created);

/* grows with every change of the interview in the database, the notes too: what was read earlier is not written over it; 0 for a new one */
int  convene_interview_get_revision (ConveneInterview *self);
void convene_interview_set_revision (ConveneInterview *self, int revision);

/* what a new time does to the meeting's link; CONVENE_LINK_POLICY_DEFAULT: what the job says, then the preference */
ConveneLinkPolicy convene_interview_get_link_policy (ConveneInterview *self);
void              convene_interview_set_link_policy (ConveneInterview *self, ConveneLinkPolicy link_policy);

/* in the words of who cancelled it, NULL for none */
const char *convene_interview_get_cancel_reason (ConveneInterview *self);
void        convene_interview_set_cancel_reason (ConveneInterview *self, const char *cancel_reason);

/* what people were told last, in a letter to all of them that left or may have left: see convene_told_parse (). Read with the interview, not written with it.
 * NULL: nobody was told anything; a text that convene_told_parse () cannot read ("" among them): somebody was, and what is not known */
const char *convene_interview_get_told (ConveneInterview *self);
void        convene_interview_set_told (ConveneInterview *self, const char *told);

/* the sequence of that letter, -1 without one */
int  convene_interview_get_told_sequence (ConveneInterview *self);
void convene_interview_set_told_sequence (ConveneInterview *self, int told_sequence);

/* whether whoever sends the letters gets a copy of each (Cc) */
gboolean convene_interview_get_copy_to_sender (ConveneInterview *self);
void     convene_interview_set_copy_to_sender (ConveneInterview *self, gboolean copy_to_sender);

/* The event of somebody else's calendar that it was made from: UID, organizer's address and SEQUENCE; NULL, NULL and 0 for one of our own. Nobody is invited
 * to such a one by us: its organizer does that. The organizer is NULL, too, where the event names none. */
const char *convene_interview_get_origin_uid (ConveneInterview *self);
void        convene_interview_set_origin_uid (ConveneInterview *self, const char *origin_uid);
const char *convene_interview_get_origin_organizer (ConveneInterview *self);
void        convene_interview_set_origin_organizer (ConveneInterview *self, const char *origin_organizer);
int         convene_interview_get_origin_sequence (ConveneInterview *self);
void        convene_interview_set_origin_sequence (ConveneInterview *self, int origin_sequence);

/* the DTSTAMP of that version: of two with one SEQUENCE the newer counts; microseconds since 1970 UTC, 0 where it does not say */
gint64 convene_interview_get_origin_made_at (ConveneInterview *self);
void   convene_interview_set_origin_made_at (ConveneInterview *self, gint64 origin_made_at);

/* The people: the candidate first, then the hiring manager, then the others in the order given. An address stands there once. */
GListModel         *convene_interview_get_participants (ConveneInterview *self);
ConveneParticipant *convene_interview_get_candidate (ConveneInterview *self);
ConveneParticipant *convene_interview_get_hiring_manager (ConveneInterview *self);

/* Adds a person at the place that their role has; where the address is there already, the weightier role stays and FALSE is answered. */
gboolean convene_interview_add_participant (ConveneInterview *self, ConveneParticipant *participant);

/* Takes out the person with this one's address (NULL: this object), FALSE where there is none. */
gboolean convene_interview_remove_participant (ConveneInterview *self, ConveneParticipant *participant);

/* Its operations in the order in which they were written, as the database had them when it was read. */
GListModel *convene_interview_get_operations (ConveneInterview *self);
void        convene_interview_add_operation (ConveneInterview *self, ConveneOperation *operation);

/* What people answered, in the order in which it was taken, as the database had it when it was read: see convene_change_put_answer (). */
GListModel *convene_interview_get_answers (ConveneInterview *self);
void        convene_interview_add_answer (ConveneInterview *self, ConveneAnswer *answer);

/* The link that people join by: the meeting's while it is live, ours or not, or the one pasted; NULL while there is none. */
const char *convene_interview_get_join_link (ConveneInterview *self);

/* The password that goes with that link, NULL without one. */
const char *convene_interview_get_join_password (ConveneInterview *self);

/* The first instant after the interview: microseconds since 1970 UTC. */
gint64 convene_interview_get_end (ConveneInterview *self);

/* Another one with the same values and people of its own, to be changed; meeting, operations and answers are the same objects. Owned by the caller. */
ConveneInterview *convene_interview_copy (ConveneInterview *self);

G_END_DECLS
