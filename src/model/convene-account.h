/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-enums.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNT (convene_account_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccount, convene_account, CONVENE, ACCOUNT, GObject)

/* An account that Convene works with. It holds no secret: those are in the vault under its secret id. */
ConveneAccount *convene_account_new (void);

/* a UUID, made once */
const char *convene_account_get_id (ConveneAccount *self);
void        convene_account_set_id (ConveneAccount *self, const char *id);

/* under what the vault keeps its secrets. Each connection has one of its own, so that one that fails takes nothing from the one before; NULL
 * sets none, and then it is the account's id. */
const char *convene_account_get_secret_id (ConveneAccount *self);
void        convene_account_set_secret_id (ConveneAccount *self, const char *secret_id);

ConveneAccountKind   convene_account_get_kind (ConveneAccount *self);
void                 convene_account_set_kind (ConveneAccount *self, ConveneAccountKind kind);
ConveneAccountMethod convene_account_get_method (ConveneAccount *self);
void                 convene_account_set_method (ConveneAccount *self, ConveneAccountMethod method);

/* the mailbox; of a Zoom account the host's */
const char         *convene_account_get_address (ConveneAccount *self);
void                convene_account_set_address (ConveneAccount *self, const char *address);
const char         *convene_account_get_name (ConveneAccount *self);
void                convene_account_set_name (ConveneAccount *self, const char *name);
ConveneAccountState convene_account_get_state (ConveneAccount *self);
void                convene_account_set_state (ConveneAccount *self, ConveneAccountState state);

/* "basic" or "licensed", NULL while unknown */
const char *convene_account_get_plan (ConveneAccount *self);
void        convene_account_set_plan (ConveneAccount *self, const char *plan);

/* Zoom's account id, for server-to-server */
const char *convene_account_get_account_number (ConveneAccount *self);
void        convene_account_set_account_number (ConveneAccount *self, const char *account_number);

/* Zoom's id of the host */
const char *convene_account_get_user_id (ConveneAccount *self);
void        convene_account_set_user_id (ConveneAccount *self, const char *user_id);
const char *convene_account_get_client_id (ConveneAccount *self);
void        convene_account_set_client_id (ConveneAccount *self, const char *client_id);

/* the OAuth address it was connected under: it is used with no other */
const char *convene_account_get_oauth_url (ConveneAccount *self);
void        convene_account_set_oauth_url (ConveneAccount *self, const char *oauth_url);
const char *convene_account_get_api_url (ConveneAccount *self);
void        convene_account_set_api_url (ConveneAccount *self, const char *api_url);

/* granted, separated by spaces */
const char *convene_account_get_scopes (ConveneAccount *self);
void        convene_account_set_scopes (ConveneAccount *self, const char *scopes);

/* needed, and not granted, separated by spaces; NULL for none */
const char *convene_account_get_missing_scopes (ConveneAccount *self);
void        convene_account_set_missing_scopes (ConveneAccount *self, const char *missing_scopes);

/* microseconds since 1970 UTC */
gint64 convene_account_get_checked_at (ConveneAccount *self);
void   convene_account_set_checked_at (ConveneAccount *self, gint64 checked_at);

/* microseconds since 1970 UTC: when it was connected last, by which one tells this connection from an earlier one of the same account. Connecting alone writes it */
gint64 convene_account_get_connected_at (ConveneAccount *self);
void   convene_account_set_connected_at (ConveneAccount *self, gint64 connected_at);

/* what the last check found wrong: one sentence, NULL for nothing */
const char *convene_account_get_problem (ConveneAccount *self);
void        convene_account_set_problem (ConveneAccount *self, const char *problem);

/* the version of TLS that the last check spoke, "1.3"; NULL while unknown */
const char *convene_account_get_tls (ConveneAccount *self);
void        convene_account_set_tls (ConveneAccount *self, const char *tls);

/* microseconds since 1970 UTC: when it was disconnected, where its sign-in is yet to be revoked; then it is in no list. 0 for one that is connected */
gint64 convene_account_get_leaving (ConveneAccount *self);
void   convene_account_set_leaving (ConveneAccount *self, gint64 leaving);

/* SMTP host name */
const char         *convene_account_get_server (ConveneAccount *self);
void                convene_account_set_server (ConveneAccount *self, const char *server);
int                 convene_account_get_port (ConveneAccount *self);
void                convene_account_set_port (ConveneAccount *self, int port);
ConveneMailSecurity convene_account_get_security (ConveneAccount *self);
void                convene_account_set_security (ConveneAccount *self, ConveneMailSecurity security);

/* SMTP user name, "" for no sign-in */
const char *convene_account_get_user (ConveneAccount *self);
void        convene_account_set_user (ConveneAccount *self, const char *user);

/* of the host, this UTC day; told by the workflow, not stored */
int  convene_account_get_requests_today (ConveneAccount *self);
void convene_account_set_requests_today (ConveneAccount *self, int requests_today);

/* how people get into the meetings that its own host makes, as the account is set; UNKNOWN for mail too */
ConveneEntry convene_account_get_entry (ConveneAccount *self);
void         convene_account_set_entry (ConveneAccount *self, ConveneEntry entry);

/* what it asks of a meeting's password, as convene_password_rules_check () takes it; NULL for nothing, and while unknown */
const char *convene_account_get_password_rules (ConveneAccount *self);
void        convene_account_set_password_rules (ConveneAccount *self, const char *password_rules);

/* Who that is at Zoom, whichever way it is connected and however often: "user:ID", "number:ACCOUNT" for server-to-server, NULL while unknown and for
 * mail. Owned by the caller. */
char *convene_account_dup_identity (ConveneAccount *self);

/* What takes turns at the token endpoint, fit for the name of a file: the account, or all that speak for the same Zoom account by the same
 * server-to-server app. Owned by the caller. */
char *convene_account_dup_lock_name (ConveneAccount *self);

G_END_DECLS
