/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"

G_BEGIN_DECLS

/* Asks Zoom which of its accounts can host or schedule for somebody, all at once and for 3 seconds at most, and keeps the answers in the database.
 * `accounts` are all that may be used, `known` the delegations that are kept; asked are only those that work, of which nothing is known that is
 * younger than a day and than the connection, and which did not fail to answer within the last minute. Nobody is asked where the person has an
 * account here, or a server-to-server account is known to have them.
 *
 * Answers an array of the ConveneDelegation that are new; no error but CANCELLED. */
void       convene_delegations_ask_async (ConveneAccounts *self, GPtrArray *accounts, GPtrArray *known, const char *address, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_delegations_ask_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

G_END_DECLS
