/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-clock.h"

G_BEGIN_DECLS

/* Reads again what may have changed, but never twice at a time: for objects that follow the database. However often it is asked while a reading is
 * under way, one more follows. Lives on the main context it was made under. */
typedef struct _ConveneReload ConveneReload;

/* `read` starts a reading that ends with convene_reload_finish (); it is given `owner`, which outlives this. */
ConveneReload *convene_reload_new (gpointer owner,
                                   void (*read) (gpointer      owner,
                                                 GCancellable *cancellable));

/* Nothing is read any more; a reading under way is cancelled. */
void convene_reload_free (ConveneReload *self);

/* Reads soon: from the main loop. */
void convene_reload_ask (ConveneReload *self);

/* Reads once a clock has reached `at` (microseconds since 1970 UTC; G_MAXINT64 for never), in place of when it was asked for before: what was read is
 * something else by then. */
void convene_reload_ask_at (ConveneReload *self,
                            ConveneClock  *clock,
                            gint64         at);

/* Cancels a reading under way, whose answer no longer counts. */
void convene_reload_drop (ConveneReload *self);

/* Something is being read, or will be. */
gboolean convene_reload_is_pending (ConveneReload *self);

/* For the callback of a reading, which does not know whether its owner still is: a reference to it if this answer counts, or NULL. It takes
 * `ticket`, which convene_reload_get_ticket () gave when the reading began. */
typedef struct _ConveneReloadTicket ConveneReloadTicket;

ConveneReloadTicket *convene_reload_get_ticket (ConveneReload *self);
gpointer             convene_reload_finish (ConveneReloadTicket *ticket);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneReload, convene_reload_free)

G_END_DECLS
