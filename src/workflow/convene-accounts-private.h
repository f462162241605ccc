/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-clock.h"
#include "convene-http-session.h"
#include "convene-letter-carrier.h"
#include "convene-meeting-provider.h"
#include "convene-oauth-session.h"
#include "convene-outbox.h"
#include "convene-store.h"
#include "convene-vault.h"
#include "convene-zoom-client.h"

G_BEGIN_DECLS

struct _ConveneAccounts
{
  GObject parent_instance;

  ConveneStore       *store;
  ConveneVault       *vault;
  ConveneClock       *clock;
  ConveneHttpSession *http;       /* NULL until somebody asks for it */
  char               *api_url;    /* where Zoom is instead of where accounts say; NULL for as they say */
  char               *oauth_url;  /* where Zoom signs in: the only address that accounts are used with */
  GHashTable         *providers;  /* account as it was read → ConveneMeetingProvider */
  GHashTable         *paces;      /* Zoom's account → ConveneZoomPace */
  GHashTable         *used;       /* host → what Zoom said last of its day */
  GHashTable         *sessions;   /* account as it was read → ConveneOauthSession; NULL until there is one */
  ConveneHttpSession *token_http; /* NULL until somebody asks for it */
  char               *app_id;     /* client id of the app that browser and code sign-ins use, NULL for none */
  ConveneSecret      *app_secret; /* NULL for a public app */
  ConveneOutbox      *outbox;     /* not a reference: it has one to the accounts; NULL without one */
  GCancellable       *closing;
  GTask              *close;
  guint               held; /* how much goes on by itself */

  gboolean              hand_over; /* letters may go to the person's mail program */
  ConveneLetterCarrier *portal;    /* who hands them over: it keeps their files. NULL until somebody asks for it */
};

ConveneAccounts *convene_accounts_new (ConveneStore *store,
                                       ConveneVault *vault,
                                       ConveneClock *clock,
                                       const char   *api_url,
                                       const char   *oauth_url);

/* One for all accounts, made when it is first wanted. Owned by the accounts. */
ConveneHttpSession *convene_accounts_get_http (ConveneAccounts *self);

/* Has a client keep to the limits of its Zoom account, and keeps what its answers tell of the hosts' days: convene-accounts-limits.c. */
void convene_accounts_watch_limits (ConveneAccounts   *self,
                                    ConveneAccount    *account,
                                    ConveneZoomClient *client);

/* For token requests, which are given longer: an answer that comes too late is a sign-in that is lost. Owned by the accounts. */
ConveneHttpSession *convene_accounts_get_token_http (ConveneAccounts *self);

/* The sign-in of an account, the only one in this process. Owned by the accounts. */
ConveneOauthSession *convene_accounts_get_session (ConveneAccounts *self,
                                                   ConveneAccount  *account);

/* Names a connection of an account: another one, also by another process, has another key. Owned by the caller. */
char *convene_accounts_dup_key (ConveneAccount *account);

/* Frees what convene-accounts-session.c made. */
void convene_accounts_clear_sessions (ConveneAccounts *self);

/* The only account of a list that is called so: its address, or the beginning of its id. Owned by the list; NULL with NOT_FOUND or AMBIGUOUS. */
ConveneAccount *convene_accounts_find_named (GPtrArray  *accounts,
                                             const char *name,
                                             GError    **error);

/* Whether an app's id, and its secret where it has one, may be asked with at all. INVALID (field client_id or client_secret). */
gboolean convene_accounts_check_app (const char    *client_id,
                                     ConveneSecret *client_secret,
                                     GError       **error);

/* Where Zoom refused an app whose id and secret seem to be swapped, the error says that instead (VC-37). */
void convene_accounts_hint_swapped (GError       **error,
                                    const char    *client_id,
                                    ConveneSecret *client_secret);

/* Takes the answer of convene_zoom_client_get_settings_async (): how people get in, and what passwords have to be (X-4, SH-22). An app that may not read
 * them knows nothing, any other failure leaves what was known, and neither is an error: only that it was cancelled. */
gboolean convene_accounts_take_settings (ConveneAccount *account,
                                         GObject        *client,
                                         GAsyncResult   *result,
                                         GError        **error);

/* Forgets secrets that nobody wants any more; best effort, in its own time: at the start, after connecting and disconnecting. */
void convene_accounts_sweep (ConveneAccounts *self);

/* Something of the accounts goes on by itself, and ended: closing waits for it. While it goes on its calls take the cancellable, which closing uses. */
void          convene_accounts_hold (ConveneAccounts *self);
void          convene_accounts_release (ConveneAccounts *self);
GCancellable *convene_accounts_get_closing (ConveneAccounts *self);

/* Waits until nothing of the accounts goes on by itself, not longer than some seconds; the store is still open then. There are no errors. */
void convene_accounts_close_async (ConveneAccounts *self, GAsyncReadyCallback callback, gpointer user_data);
void convene_accounts_close_finish (ConveneAccounts *self, GAsyncResult *result);

/* Those of an array that may be used now: a Zoom account only with the OAuth address that it was connected under. The items stay the array's. */
GPtrArray *convene_accounts_usable (ConveneAccounts *self,
                                    GPtrArray       *accounts);

/* Who makes meetings with an account. Owned by the accounts. */
ConveneMeetingProvider *convene_accounts_get_provider (ConveneAccounts *self,
                                                       ConveneAccount  *account);

/* An account changed: whoever works with it is made anew. */
void convene_accounts_renew (ConveneAccounts *self,
                             const char      *account_id);

/* The mail account among accounts, or NULL. Owned by the array. */
ConveneAccount *convene_accounts_find_mail (GPtrArray *accounts);

/* Who takes letters away for a mail account; its password comes from the vault. */
void                  convene_accounts_open_carrier_async (ConveneAccounts *self, ConveneAccount *account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneLetterCarrier *convene_accounts_open_carrier_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Who hands letters over to the person's mail program. Owned by the accounts. */
ConveneLetterCarrier *convene_accounts_get_portal (ConveneAccounts *self);

/* Whose name and address letters have: the mail account's; while there is none and letters are handed over, those of a Zoom account, of which the person's own
 * goes first. NULL for nobody. Owned by the array. */
ConveneAccount *convene_accounts_find_sender (ConveneAccounts *self,
                                              GPtrArray       *accounts);

/* Whether each person can get a letter of their own: what is handed over is one draft for all. */
gboolean convene_accounts_can_send_apart (ConveneAccounts *self,
                                          GPtrArray       *accounts);

/* The API address of an account, as Zoom clients want it. Owned by the caller. */
char *convene_accounts_dup_api_url (ConveneAccounts *self,
                                    const char      *of_account);

G_END_DECLS
