/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-notifier.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_HEALTH (convene_health_get_type ())

G_DECLARE_FINAL_TYPE (ConveneHealth, convene_health, CONVENE, HEALTH, GObject)

/* Looks after the accounts, so that a sign-in that ended is known long before a candidate finds out: checks them when it is time (see
 * convene_health_find_due ()), where this process is the one that runs the outbox. Tells the notifier once per account and connection that it wants its
 * person ("account:ID", action "app.reconnect" with the id), and takes it back when it no longer does, whoever found out: it follows the database. What
 * was told by a process before this one is not known: a person is told again each time that they start it, until they have signed in.
 * `notifier` may be NULL. */
ConveneHealth *convene_health_new (ConveneEngine   *engine,
                                   ConveneNotifier *notifier);

/* Over an engine that is open. After stopping, which comes before the engine is closed, nothing is checked and nobody told. */
void convene_health_start (ConveneHealth *self);
void convene_health_stop (ConveneHealth *self);

G_END_DECLS
