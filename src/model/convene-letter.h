/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_LETTER (convene_letter_get_type ())

G_DECLARE_FINAL_TYPE (ConveneLetter, convene_letter, CONVENE, LETTER, GObject)

/* A letter as it leaves: its bytes are final before the first attempt, so that every attempt sends the same ones. */
ConveneLetter *convene_letter_new (void);

/* the operation that sends it: one letter, or one for each person */
const char *convene_letter_get_operation_id (ConveneLetter *self);
void        convene_letter_set_operation_id (ConveneLetter *self, const char *operation_id);
const char *convene_letter_get_interview_uid (ConveneLetter *self);
void        convene_letter_set_interview_uid (ConveneLetter *self, const char *interview_uid);

/* with its angle brackets */
const char *convene_letter_get_message_id (ConveneLetter *self);
void        convene_letter_set_message_id (ConveneLetter *self, const char *message_id);

/* envelope sender: an address */
const char *convene_letter_get_sender (ConveneLetter *self);
void        convene_letter_set_sender (ConveneLetter *self, const char *sender);

/* envelope recipients: addresses, each once */
const char *const *convene_letter_get_recipients (ConveneLetter *self);
void               convene_letter_set_recipients (ConveneLetter *self, const char *const *recipients);
const char        *convene_letter_get_subject (ConveneLetter *self);
void               convene_letter_set_subject (ConveneLetter *self, const char *subject);

/* the whole message, CRLF line ends */
const GBytes *convene_letter_get_bytes (ConveneLetter *self);
void          convene_letter_set_bytes (ConveneLetter *self, const GBytes *bytes);

/* the .ics inside, NULL without one */
const GBytes *convene_letter_get_calendar (ConveneLetter *self);
void          convene_letter_set_calendar (ConveneLetter *self, const GBytes *calendar);

/* SEQUENCE of the .ics */
int  convene_letter_get_sequence (ConveneLetter *self);
void convene_letter_set_sequence (ConveneLetter *self, int sequence);

/* Date and DTSTAMP; microseconds since 1970 UTC */
gint64 convene_letter_get_made_at (ConveneLetter *self);
void   convene_letter_set_made_at (ConveneLetter *self, gint64 made_at);

/* what it says, see convene_told_to_string (); NULL for one that does not go to all, or does not say how things stand */
const char *convene_letter_get_told (ConveneLetter *self);
void        convene_letter_set_told (ConveneLetter *self, const char *told);

/* which of its operation's letters it is: 0 for the first or only one */
int  convene_letter_get_position (ConveneLetter *self);
void convene_letter_set_position (ConveneLetter *self, int position);

/* somebody took it: no attempt sends it again */
gboolean convene_letter_get_left (ConveneLetter *self);
void     convene_letter_set_left (ConveneLetter *self, gboolean left);

G_END_DECLS
