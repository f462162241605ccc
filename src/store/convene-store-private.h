/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-index.h"
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

/* Likewise whoever reads long lists, beside the other. `data` is not NULL. */
void convene_store_read (ConveneStore   *self,
                         GTask          *task,
                         ConveneWorkFunc func,
                         gpointer        data,
                         GDestroyNotify  free_data,
                         GDestroyNotify  free_answer);

/* For what is given to convene_store_read () at once: it belongs to that thread. NULL once the store is closed. */
ConveneIndex *convene_store_get_index (ConveneStore *self);

G_END_DECLS
