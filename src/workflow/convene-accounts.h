/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-secret.h"

G_BEGIN_DECLS

/* Zoom: creates and updates of one host in one UTC day. */
#define CONVENE_DAILY_REQUESTS 100

#define CONVENE_TYPE_ACCOUNTS (convene_accounts_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccounts, convene_accounts, CONVENE, ACCOUNTS, GObject)

/* Every account, in the order in which they were connected, with today's requests. An array of ConveneAccount that owns its items. */
void       convene_accounts_list_async (ConveneAccounts *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_accounts_list_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Accounts that come with a profile (practice's) instead of being connected: the first time they are kept, later those that are still there learn
 * where their servers are now. An array of ConveneAccount. */
void     convene_accounts_provide_async (ConveneAccounts *self, GPtrArray *provided, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_accounts_provide_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Signs in with a server-to-server app, looks the host up, and keeps the account. The same app of the same Zoom account, or the same host, keeps its account
 * and its id: it changes over in one commit, and works as it did where that fails. Errors: INVALID (field account_id, client_id, client_secret, host),
 * SIGNED_OUT (wrong id or secret), MISSING_SCOPES, and those of the vault and the network: nothing is kept then. */
void            convene_accounts_connect_server_to_server_async (ConveneAccounts *self, const char *account_number, const char *client_id, ConveneSecret *client_secret, const char *host, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_accounts_connect_server_to_server_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Signs in at a mail server and keeps the account. `settings` has address, name, server, port (0: the usual one), security and user ("" for no
 * sign-in, then `password` is NULL). There is one mail account: connecting replaces it. Errors: INVALID (field address, server, port, security, user), SIGNED_OUT, REFUSED, UNREACHABLE, and those of the vault. */
void            convene_accounts_connect_mail_async (ConveneAccounts *self, ConveneAccount *settings, ConveneSecret *password, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_accounts_connect_mail_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

typedef enum
{
  CONVENE_REVOCATION_NONE, /* nothing there that outlives the hour */
  CONVENE_REVOCATION_DONE,
  CONVENE_REVOCATION_WAITING /* Zoom could not be reached: the outbox goes on asking */
} ConveneRevocation;

#define CONVENE_TYPE_REVOCATION (convene_revocation_get_type ())

GType convene_revocation_get_type (void);

/* Forgets an account, named by its id (or the beginning of it) or its address: it is in no list any more, what it made stays, unmanaged, and it is revoked at
 * the other side as soon as that can be reached; then its secrets are gone too. Waits some seconds for that. Answers its address and (unless NULL)
 * what became of the revocation. NOT_FOUND, AMBIGUOUS. */
void  convene_accounts_disconnect_async (ConveneAccounts *self, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *convene_accounts_disconnect_finish (ConveneAccounts *self, GAsyncResult *result, ConveneRevocation *revocation, GError **error);

/* What disconnecting an account would do, for the question before it. */
typedef struct
{
  int             live;      /* interviews to come whose meeting nobody manages then */
  int             waiting;   /* interviews that wait for the account */
  gboolean        last_zoom; /* no other Zoom account is there */
  ConvenePlatform platform;  /* what interviews are planned with by default now */
} ConveneFarewell;

void             convene_accounts_preview_disconnect_async (ConveneAccounts *self, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneFarewell *convene_accounts_preview_disconnect_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);
void             convene_farewell_free (ConveneFarewell *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneFarewell, convene_farewell_free)

/* Asks Zoom who an account is and what it was granted (or the mail server for a sign-in), and keeps what came of it. `name` as for disconnecting, NULL: every
 * account. An array of ConveneAccount, as they are then, whatever was found: an account that wants its person is no error. Errors: NOT_FOUND, AMBIGUOUS,
 * DATABASE, CANCELLED; for a single one also UNREACHABLE, RATE_LIMITED, BAD_ANSWER and those of the keyring: then nothing is known. */
void       convene_accounts_check_async (ConveneAccounts *self, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_accounts_check_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* The app with which one signs in by browser or by code unless another is named: before anything runs. NULL: none. `client_secret` NULL: a public app. */
void     convene_accounts_set_app (ConveneAccounts *self, const char *client_id, ConveneSecret *client_secret);
gboolean convene_accounts_has_app (ConveneAccounts *self);

/* "http://127.0.0.1/oauth/callback": what one registers at Zoom (VC-6, VC-7). */
const char *convene_accounts_get_redirect_uri (void);

/* What is granted, for cards and JSON: three lists of Zoom's names. */
typedef struct
{
  char **granted;
  char **missing;
  char **extra; /* beyond what Convene has any use for */
} ConveneGrants;

ConveneGrants *convene_accounts_describe_grants (ConveneAccounts *self, ConveneAccount *account);
void           convene_grants_free (ConveneGrants *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneGrants, convene_grants_free)

/* What an app has to be granted, by Zoom's names for an app of a single user: the guide's list. Free with g_strfreev (). */
char **convene_accounts_list_needed_scopes (void);

/* What a permission is for, in the person's language; NULL for one that is not Convene's. */
const char *convene_grant_to_words (const char *scope);

/* A host and its requests of today. */
typedef struct
{
  char *address;
  int   requests;
} ConveneHostUse;

/* The hosts that an account has worked for today, itself first: an array of ConveneHostUse. NOT_FOUND. */
void       convene_accounts_list_hosts_async (ConveneAccounts *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_accounts_list_hosts_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Mail */

/* What is known of the mail server of an address's domain: sets server, port, security and user of `settings`. FALSE for an unknown domain: nothing is set
 * then. `advice` (a sentence or two about the password, translated) and `advice_url` (where it is followed) may be NULL; each is the caller's, or NULL
 * where there is none. */
gboolean convene_accounts_suggest_mail (const char *address, ConveneAccount *settings, char **advice, char **advice_url);

/* Whether letters may be handed to the person's mail program while no mail account is there. A face that has its person before it says so, nobody else:
 * the terminal never does. FALSE at first. */
void     convene_accounts_set_hand_over (ConveneAccounts *self, gboolean may);
gboolean convene_accounts_get_hand_over (ConveneAccounts *self);

/* Sends a letter from the mail account to its own address, which shows that the sender is taken, too. Errors: NO_ACCOUNT, and those of a letter carrier. */
void     convene_accounts_test_mail_async (ConveneAccounts *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_accounts_test_mail_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

G_END_DECLS
