/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-operation.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OUTBOX (convene_outbox_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOutbox, convene_outbox, CONVENE, OUTBOX, GObject)

/* Does the operations that are due. One process at a time runs a profile's outbox (flock on `outbox.lock`); the others wake it and follow
 * their own rows, or take over when it is gone. */
void convene_outbox_start (ConveneOutbox *self);

/* Takes nothing new, lets what is under way come to its end (a call that takes longer than some seconds is left in doubt), gives the lock back. */
void     convene_outbox_stop_async (ConveneOutbox *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_outbox_stop_finish (ConveneOutbox *self, GAsyncResult *result, GError **error);

/* Something was written that may be due: look now, and have a runner in another process look. */
void convene_outbox_wake (ConveneOutbox *self);

/* Whether this process is the one that runs the outbox now. */
gboolean convene_outbox_is_runner (ConveneOutbox *self);

/* What became of operations: three arrays of ConveneOperation. */
typedef struct
{
  GPtrArray *done;    /* settled well while it was waited for, dropped and handed over among them */
  GPtrArray *waiting; /* due now and not settled; reminders that are due later do not count */
  GPtrArray *failed;
} ConveneOutboxReport;

void convene_outbox_report_free (ConveneOutboxReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOutboxReport, convene_outbox_report_free)

/* Waits until nothing more can happen to an interview's operations (uid NULL: all) before `wait` microseconds have passed, and says what
 * became of them. It does not start the outbox. */
void                 convene_outbox_settle_async (ConveneOutbox *self, const char *uid, gint64 wait, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneOutboxReport *convene_outbox_settle_finish (ConveneOutbox *self, GAsyncResult *result, GError **error);

G_END_DECLS
