/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"

G_BEGIN_DECLS

/* A few jobs, people and interviews around today, so that whoever tries the program out sees it at work. Once in a profile's life, and only where
 * no interview is kept yet: answers whether it added them. The past ones are written as they are; the coming ones are scheduled through the
 * scheduler like any other, so that their meetings and letters are real ones of the account that is there.
 *
 * That they were added is written with the past ones, in one transaction: whoever is killed after that keeps what was written until then, and nobody
 * adds the rest, nor all of them a second time, neither at the next start nor in another process at the same time. */
void     convene_samples_add_async (ConveneEngine *engine, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_samples_add_finish (ConveneEngine *engine, GAsyncResult *result, GError **error);

G_END_DECLS
