/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-clock.h"
#include "convene-http-session.h"
#include "convene-letter-carrier.h"
#include "convene-meeting-provider.h"
#include "convene-store.h"
#include "convene-vault.h"

G_BEGIN_DECLS

struct _ConveneAccounts
{
  GObject parent_instance;

  ConveneStore       *store;
  ConveneVault       *vault;
  ConveneClock       *clock;
  ConveneHttpSession *http;      /* NULL until somebody asks for it */
  char               *api_url;   /* where Zoom is instead of where accounts say; NULL for as they say */
  char               *oauth_url; /* where Zoom signs in: the only address that accounts are used with */
  GHashTable         *providers; /* account as it was read → ConveneMeetingProvider */
};

ConveneAccounts *convene_accounts_new (ConveneStore *store,
                                       ConveneVault *vault,
                                       ConveneClock *clock,
                                       const char   *api_url,
                                       const char   *oauth_url);

/* One for all accounts, made when it is first wanted. Owned by the accounts. */
ConveneHttpSession *convene_accounts_get_http (ConveneAccounts *self);

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

/* The API address of an account, as Zoom clients want it. Owned by the caller. */
char *convene_accounts_dup_api_url (ConveneAccounts *self,
                                    const char      *of_account);

G_END_DECLS
