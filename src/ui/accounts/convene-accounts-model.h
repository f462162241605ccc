/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ACCOUNTS_MODEL (convene_accounts_model_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccountsModel, convene_accounts_model, CONVENE, ACCOUNTS_MODEL, GObject)

/* The accounts of a profile, those that work first, then in the order in which they were connected: a GListModel of ConveneAccount that follows the engine. An account that
 * changes stays the same object and notifies; items change only where accounts come and go. Properties: "loaded", whether they have been read;
 * "n-items"; "has-zoom" and "has-mail"; "message", why they could not be read the last time, or NULL;
 * "warning", that somebody has two of them (HL-3), or NULL. */
ConveneAccountsModel *convene_accounts_model_new (ConveneEngine *engine);

/* Reads again; what comes while it is being read is read once more, however often. */
void convene_accounts_model_reload (ConveneAccountsModel *self);

/* The account with that id, or NULL. Owned by the model. */
ConveneAccount *convene_accounts_model_find (ConveneAccountsModel *self,
                                             const char           *id);

G_END_DECLS
