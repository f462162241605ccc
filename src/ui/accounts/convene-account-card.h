/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-account.h"
#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNT_CARD (convene_account_card_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccountCard, convene_account_card, CONVENE, ACCOUNT_CARD, GtkListBoxRow)

/* An account with its state and what can be done with it, which it asks for by the actions accounts.reconnect and accounts.disconnect (s: id).
 * Properties: "account"; "leaving", whether it is being disconnected. */
GtkWidget *convene_account_card_new (ConveneAccount *account,
                                     ConveneEngine  *engine);

G_END_DECLS
