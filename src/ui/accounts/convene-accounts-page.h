/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-accounts-model.h"
#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNTS_PAGE (convene_accounts_page_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccountsPage, convene_accounts_page, CONVENE, ACCOUNTS_PAGE, GtkWidget)

/* The accounts that there are, and the ways to connect one: it asks for those by the actions accounts.connect (s: the name of a page), for an account
 * accounts.reconnect and accounts.disconnect (s: id), and by accounts.open (s: an address) and accounts.instruct. Property "model": ConveneAccountsModel. */
void convene_accounts_page_set_engine (ConveneAccountsPage *self,
                                       ConveneEngine       *engine);

ConveneAccountsModel *convene_accounts_page_get_model (ConveneAccountsPage *self);

/* Shows that an account is being disconnected, or no longer. */
void convene_accounts_page_set_leaving (ConveneAccountsPage *self,
                                        const char          *id,
                                        gboolean             leaving);

G_END_DECLS
