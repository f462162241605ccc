/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-inspector.h"

G_BEGIN_DECLS

/* What convene_inspector_look_async () does. */
void             convene_join_look_async (ConveneAccounts *accounts, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneJoinState convene_join_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
