/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-practice.h"
#include "convene-vault.h"

G_BEGIN_DECLS

/* What a practice profile has besides a person's own: accounts that come with it, and secrets that are everybody's, so that it needs no Secret Service
 * and no session bus. */

ConveneVault *convene_practice_profile_new_vault (void);

/* Practice's own Zoom account and mail account: an array of ConveneAccount that owns its items. */
GPtrArray *convene_practice_profile_new_accounts (const ConvenePracticeEndpoints *endpoints);

/* Lets accounts that a person connected in practice be used by every process, now and as long as the engine is there: memory keeps no secret from one
 * process to the next, so each gets the token that practice always takes. Errors: DATABASE, CANCELLED. */
void     convene_practice_profile_follow_async (ConveneEngine *engine, ConveneVault *vault, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_practice_profile_follow_finish (GAsyncResult *result, GError **error);

G_END_DECLS
