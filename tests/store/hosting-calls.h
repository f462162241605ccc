/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store-directory.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* The calls of convene-store-directory.h that are of accounts and hosts, waited for. */
ConveneAccount *store_get_account (ConveneStore *store, const char *id, GError **error);
gboolean        store_count_bonds (ConveneStore *store, const char *account_id, gint64 now, ConveneBonds *bonds, GError **error);
GStrv           store_list_stale_secrets (ConveneStore *store, gint64 older_than, GError **error);
GPtrArray      *store_list_delegations (ConveneStore *store, GError **error);
GHashTable     *store_list_host_requests (ConveneStore *store, gint64 now, GError **error);
gboolean        store_get_place (ConveneStore *store, const char *address, char **platform, char **host, GError **error);
GPtrArray      *store_list_other_jobs (ConveneStore *store, ConvenePlatform platform, GError **error);
gint64          store_find_next_zoom_start (ConveneStore *store, gint64 now, GError **error);

/* The account as it is kept, which must be there. */
ConveneAccount *get_account_ok (ConveneStore *store, const char *id);

/* An interview at Zoom with a meeting that has its uid, of an account; `start`: hours since 1970. */
void add_with_meeting (ConveneChange *change, const char *uid, gint64 start, const char *account_id, ConveneMeetingState state);

/* The meeting of an interview, as it is kept. */
ConveneMeeting *get_meeting_ok (ConveneStore *store, const char *uid);

/* "account>address" for each that is allowed, "account!address" for each that is not. */
char *join_delegations (GPtrArray *delegations);

G_END_DECLS
