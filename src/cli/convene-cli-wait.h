/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs asynchronous calls to their end, one after the other, on the thread-default main context:
 *
 *   convene_thing_do_async (thing, convene_cli_wait_get_cancellable (wait), convene_cli_wait_done_cb, wait);
 *   convene_thing_do_finish (thing, convene_cli_wait_run (wait), error);
 *
 * While it lives, a first SIGINT or SIGTERM cancels the call that is under way; a second one kills, as ever. */
typedef struct _ConveneCliWait ConveneCliWait;

ConveneCliWait *convene_cli_wait_new (void);
void            convene_cli_wait_free (ConveneCliWait *self);

/* Owned by the wait; cancelled by a signal, and for good. */
GCancellable *convene_cli_wait_get_cancellable (ConveneCliWait *self);

/* The callback of the call, whose user data is the wait. */
void convene_cli_wait_done_cb (GObject      *source,
                               GAsyncResult *result,
                               gpointer      user_data);

/* Runs until the callback was called. The result is owned by the wait and stays until the next one. */
GAsyncResult *convene_cli_wait_run (ConveneCliWait *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneCliWait, convene_cli_wait_free)

G_END_DECLS
