/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OPERATION (convene_operation_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOperation, convene_operation, CONVENE, OPERATION, GObject)

/* One thing to be done in the outside world: an entry of the outbox. Instants are microseconds since 1970 UTC; 0 stands for none. */
ConveneOperation *convene_operation_new (void);

/* a UUID, made once */
const char           *convene_operation_get_id (ConveneOperation *self);
void                  convene_operation_set_id (ConveneOperation *self, const char *id);
ConveneOperationKind  convene_operation_get_kind (ConveneOperation *self);
void                  convene_operation_set_kind (ConveneOperation *self, ConveneOperationKind kind);
ConveneOperationState convene_operation_get_state (ConveneOperation *self);
void                  convene_operation_set_state (ConveneOperation *self, ConveneOperationState state);

/* what it is for: an interview, a meeting or an account */
const char *convene_operation_get_interview_uid (ConveneOperation *self);
void        convene_operation_set_interview_uid (ConveneOperation *self, const char *interview_uid);
const char *convene_operation_get_meeting_id (ConveneOperation *self);
void        convene_operation_set_meeting_id (ConveneOperation *self, const char *meeting_id);
const char *convene_operation_get_account_id (ConveneOperation *self);
void        convene_operation_set_account_id (ConveneOperation *self, const char *account_id);

/* address of the host whose quota and queue it uses, NULL for letters */
const char *convene_operation_get_host (ConveneOperation *self);
void        convene_operation_set_host (ConveneOperation *self, const char *host);

/* what the outside world will show of it: "XXXX-XXXX" in an agenda, a Message-ID */
const char *convene_operation_get_reference (ConveneOperation *self);
void        convene_operation_set_reference (ConveneOperation *self, const char *reference);
gint64      convene_operation_get_due (ConveneOperation *self);
void        convene_operation_set_due (ConveneOperation *self, gint64 due);

/* id of the operation that must be settled, or released, first */
const char *convene_operation_get_after (ConveneOperation *self);
void        convene_operation_set_after (ConveneOperation *self, const char *after);

/* what it waits for besides time: "account:ID", "mail"; NULL for nothing */
const char *convene_operation_get_event (ConveneOperation *self);
void        convene_operation_set_event (ConveneOperation *self, const char *event);
int         convene_operation_get_attempts (ConveneOperation *self);
void        convene_operation_set_attempts (ConveneOperation *self, int attempts);
gint64      convene_operation_get_first_attempt (ConveneOperation *self);
void        convene_operation_set_first_attempt (ConveneOperation *self, gint64 first_attempt);

/* how often a request left that must not be repeated blindly */
int  convene_operation_get_posts (ConveneOperation *self);
void convene_operation_set_posts (ConveneOperation *self, int posts);

/* look-ups since the last doubt began */
int  convene_operation_get_looks (ConveneOperation *self);
void convene_operation_set_looks (ConveneOperation *self, int looks);

/* those that wait for it no longer do: the link could not be had in time */
gboolean convene_operation_get_released (ConveneOperation *self);
void     convene_operation_set_released (ConveneOperation *self, gboolean released);

/* a word of convene_error_code_to_string () */
const char *convene_operation_get_error_code (ConveneOperation *self);
void        convene_operation_set_error_code (ConveneOperation *self, const char *error_code);

/* fit to show a person */
const char *convene_operation_get_error_message (ConveneOperation *self);
void        convene_operation_set_error_message (ConveneOperation *self, const char *error_message);
gint64      convene_operation_get_created (ConveneOperation *self);
void        convene_operation_set_created (ConveneOperation *self, gint64 created);
gint64      convene_operation_get_settled (ConveneOperation *self);
void        convene_operation_set_settled (ConveneOperation *self, gint64 settled);

/* whom a letter is for alone, "Name <address>" each; NULL: all that its kind is for */
const char *const *convene_operation_get_recipients (ConveneOperation *self);
void               convene_operation_set_recipients (ConveneOperation *self, const char *const *recipients);

/* due later only so that it can be taken back until then */
gboolean convene_operation_get_held (ConveneOperation *self);
void     convene_operation_set_held (ConveneOperation *self, gboolean held);

G_END_DECLS
