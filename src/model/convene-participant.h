/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PARTICIPANT (convene_participant_get_type ())

G_DECLARE_FINAL_TYPE (ConveneParticipant, convene_participant, CONVENE, PARTICIPANT, GObject)

/* One person's part in one interview. Addresses are compared without case; a participant without a timezone has the interview's. */
ConveneParticipant *convene_participant_new (void);
const char         *convene_participant_get_name (ConveneParticipant *self);
void                convene_participant_set_name (ConveneParticipant *self, const char *name);
const char         *convene_participant_get_address (ConveneParticipant *self);
void                convene_participant_set_address (ConveneParticipant *self, const char *address);
ConveneRole         convene_participant_get_role (ConveneParticipant *self);
void                convene_participant_set_role (ConveneParticipant *self, ConveneRole role);
ConveneResponse     convene_participant_get_response (ConveneParticipant *self);
void                convene_participant_set_response (ConveneParticipant *self, ConveneResponse response);

/* IANA name, or NULL */
const char *convene_participant_get_timezone (ConveneParticipant *self);
void        convene_participant_set_timezone (ConveneParticipant *self, const char *timezone);

/* BCP 47 tag of the letters, or NULL for English */
const char *convene_participant_get_language (ConveneParticipant *self);
void        convene_participant_set_language (ConveneParticipant *self, const char *language);

/* the SEQUENCE that the response answered */
int  convene_participant_get_answered_sequence (ConveneParticipant *self);
void convene_participant_set_answered_sequence (ConveneParticipant *self, int answered_sequence);

/* microseconds since 1970 UTC, 0 if never */
gint64 convene_participant_get_answered_at (ConveneParticipant *self);
void   convene_participant_set_answered_at (ConveneParticipant *self, gint64 answered_at);

G_END_DECLS
