/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* A call that may take some seconds and no more: its cancellable is cancelled when these are over, or the command is interrupted. */
typedef struct _ConveneCliLimit ConveneCliLimit;

ConveneCliLimit *convene_cli_limit_new (ConveneCommandRun *run,
                                        int                seconds);
void             convene_cli_limit_free (ConveneCliLimit *self);

/* Owned by the limit. */
GCancellable *convene_cli_limit_get_cancellable (ConveneCliLimit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneCliLimit, convene_cli_limit_free)

G_END_DECLS
