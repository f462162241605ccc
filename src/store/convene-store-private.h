/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store.h"
#include "convene-worker.h"

G_BEGIN_DECLS

/* Gives the worker a task of the store; see convene_worker_push (). */
void convene_store_push (ConveneStore   *self,
                         GTask          *task,
                         ConveneWorkFunc func,
                         gpointer        data,
                         GDestroyNotify  free_data,
                         GDestroyNotify  free_answer);

G_END_DECLS
