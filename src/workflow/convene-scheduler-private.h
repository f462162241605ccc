/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"
#include "convene-hosts.h"
#include "convene-outbox.h"
#include "convene-plan-private.h"
#include "convene-scheduler.h"

G_BEGIN_DECLS

struct _ConveneScheduler
{
  GObject parent_instance;

  ConveneStore    *store;
  ConveneClock    *clock;
  ConveneAccounts *accounts;
  ConveneOutbox   *outbox;
};

ConveneScheduler *convene_scheduler_new (ConveneStore    *store,
                                         ConveneClock    *clock,
                                         ConveneAccounts *accounts,
                                         ConveneOutbox   *outbox);

/* A new operation for an interview, waiting and due at `due`. */
ConveneOperation *convene_operation_new_for (ConveneInterview    *interview,
                                             ConveneOperationKind kind,
                                             gint64               now,
                                             gint64               due);

/* The meeting that `create` will make for an interview: it stands there from the first moment. `made_by`: see convene_account_dup_identity (); NULL for nobody yet. Owned by the
 * caller. */
ConveneMeeting *convene_meeting_new_pending (ConveneInterview *interview,
                                             ConveneOperation *create,
                                             const char       *made_by);

/* Whether "try again" is for an operation, and what it does to it. */
gboolean convene_operation_can_retry (ConveneOperation *operation);
void     convene_operation_make_due (ConveneOperation *operation,
                                     gint64            now);

/* The reminders of one interview; FALSE, and nothing in the change, where they are as the preferences say. */
gboolean convene_reminders_adjust (ConveneChange            *change,
                                   ConveneInterview         *interview,
                                   const ConvenePreferences *preferences,
                                   gint64                    now);

/* Plans what a request asks for, which it takes. */
void convene_scheduler_plan_request_async (ConveneScheduler   *self,
                                           ConvenePlanRequest *request,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);

G_END_DECLS
