/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The right to ask for an account's tokens: one process at a time has it, and loses it however it ends. */
typedef struct _ConveneOauthLock ConveneOauthLock;

/* Waits for the lock file "token-NAME.lock" in `folder`, some minutes at most; `name` is as of convene_account_dup_lock_name (). Errors: UNREACHABLE (another process keeps it), REFUSED (the file cannot
 * be opened), CANCELLED. */
void              convene_oauth_lock_take_async (const char         *folder,
                                                 const char         *name,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
ConveneOauthLock *convene_oauth_lock_take_finish (GAsyncResult *result,
                                                  GError      **error);

/* Gives it back. */
void convene_oauth_lock_free (ConveneOauthLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOauthLock, convene_oauth_lock_free)

G_END_DECLS
