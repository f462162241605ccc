/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

G_DEFINE_FINAL_TYPE (ConveneScheduler, convene_scheduler, G_TYPE_OBJECT)

static void
convene_scheduler_dispose (GObject *object)
{
  ConveneScheduler *self = CONVENE_SCHEDULER (object);

  g_clear_object (&self->outbox);
  g_clear_object (&self->accounts);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (convene_scheduler_parent_class)->dispose (object);
}

static void
convene_scheduler_class_init (ConveneSchedulerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_scheduler_dispose;
}

static void
convene_scheduler_init (ConveneScheduler *self)
{
}

ConveneScheduler *
convene_scheduler_new (ConveneStore    *store,
                       ConveneClock    *clock,
                       ConveneAccounts *accounts,
                       ConveneOutbox   *outbox)
{
  ConveneScheduler *self = g_object_new (CONVENE_TYPE_SCHEDULER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->accounts = g_object_ref (accounts);
  self->outbox = g_object_ref (outbox);
  return self;
}
