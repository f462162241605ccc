/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"
#include "convene-hosts.h"
#include "convene-outbox.h"
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

/* What scheduling an interview does, as a pure function of what is known; `sender` is whose name and address the letters have, NULL for nobody. */
ConvenePlan *convene_plan_schedule (ConveneInterview       *interview,
                                    const ConveneHostFacts *facts,
                                    ConveneAccount         *sender,
                                    gboolean                mail,
                                    gint64                  now);

G_END_DECLS
