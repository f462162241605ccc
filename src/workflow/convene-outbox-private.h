/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"
#include "convene-outbox.h"
#include "convene-runner-lock.h"

G_BEGIN_DECLS

struct _ConveneOutbox
{
  GObject parent_instance;

  ConveneStore    *store;
  ConveneClock    *clock;
  ConveneAccounts *accounts;

  ConveneRunnerLock *lock;
  GFileMonitor      *monitor;    /* of the wake file */
  gulong             changed_id; /* of the store */
  GSource           *look;       /* every two seconds, in case nothing woke us */
  GSource           *timer;      /* for the next operation that falls due */
  GSource           *grace;      /* of what is under way when it is to stop */
  GHashTable        *lanes;      /* lane → ConveneErrand: what is under way */
  GHashTable        *claims;     /* interview or meeting → ConveneErrand in `lanes` that has it for itself */
  GHashTable        *finished;   /* set of ids of the operations done here, for reports */
  GTask             *stopping;
  gint64             scanned_at; /* 0 before the first look */
  gboolean           jumped;     /* the clock was put back before the last look */
  gboolean           running;
  gboolean           scanning;
  gboolean           scan_again;
};

ConveneOutbox *convene_outbox_new (ConveneStore    *store,
                                   ConveneClock    *clock,
                                   ConveneAccounts *accounts);

/* At each look: what was put off further than anything is, because the clock was wrong, is made due. */
void convene_outbox_check_dues (ConveneOutbox *self,
                                gint64         now);

/* Begins with what may begin, of the operations that are due (ConveneOperation). */
void convene_outbox_take (ConveneOutbox *self,
                          GPtrArray     *operations);

/* Stops, if it is to and nothing is under way any more. */
void convene_outbox_finish_stopping (ConveneOutbox *self);

G_END_DECLS
