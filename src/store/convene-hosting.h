/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"
#include "convene-store-directory.h"

G_BEGIN_DECLS

/* Whether an address, a column, is that of an account that is connected here: in SQL. */
#define CONVENE_IS_HOSTED(address) \
  "EXISTS (SELECT 1 FROM account WHERE account.kind = 'zoom' AND account.leaving = 0 AND account.address = " address " COLLATE NOCASE)"

/* Accounts, and who may host: as the functions of convene-store-directory.h; on the worker's thread. */
ConveneAccount *convene_hosting_find_account (ConveneConnection *connection,
                                              const char        *id,
                                              GError           **error);
gboolean        convene_hosting_count_bonds (ConveneConnection *connection,
                                             const char        *account_id,
                                             gint64             now,
                                             ConveneBonds      *bonds,
                                             GError           **error);
GStrv           convene_hosting_list_stale_secrets (ConveneConnection *connection,
                                                    gint64             older_than,
                                                    GError           **error);
GPtrArray      *convene_hosting_list_delegations (ConveneConnection *connection,
                                                  GError           **error);
GHashTable     *convene_hosting_list_requests (ConveneConnection *connection,
                                               gint64             now,
                                               GError           **error);
gboolean        convene_hosting_get_place (ConveneConnection *connection,
                                           const char        *address,
                                           char             **platform,
                                           char             **host,
                                           GError           **error);
gboolean        convene_hosting_find_next_start (ConveneConnection *connection,
                                                 gint64             now,
                                                 gint64            *start,
                                                 GError           **error);

G_END_DECLS
