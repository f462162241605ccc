/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The right to run a profile's outbox: flock on `outbox.lock` in its folder, given back when the process ends however it ends. */
typedef struct _ConveneRunnerLock ConveneRunnerLock;

ConveneRunnerLock *convene_runner_lock_new (const char *folder);
void               convene_runner_lock_free (ConveneRunnerLock *self);

/* Takes it if nobody has it. Never waits. */
gboolean convene_runner_lock_try (ConveneRunnerLock *self);
void     convene_runner_lock_release (ConveneRunnerLock *self);
gboolean convene_runner_lock_is_held (ConveneRunnerLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneRunnerLock, convene_runner_lock_free)

G_END_DECLS
