/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-scheduler-private.h"

G_BEGIN_DECLS

/* Reads all that a plan for a request is made from; the request stays the caller's until then. Zoom is asked who may host only where a meeting may be made,
 * and for 3 seconds at most. Errors: NOT_FOUND, REFUSED for an interview that cannot be changed any more, DATABASE, CANCELLED. */
void              convene_plan_facts_read_async (ConveneScheduler *scheduler, const ConvenePlanRequest *request, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePlanFacts *convene_plan_facts_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
