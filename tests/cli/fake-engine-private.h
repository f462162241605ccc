/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-edits.h"
#include "fake-engine.h"

G_BEGIN_DECLS

struct _ConveneEngine
{
  GObject parent_instance;

  ConveneClock     *clock;
  ConveneAccounts  *accounts;
  ConveneScheduler *scheduler;
  ConveneOutbox    *outbox;
  ConveneInspector *inspector;

  ConvenePlatform        platform;
  ConveneOperation      *outcomes[CONVENE_OPERATION_KIND_ACCOUNT_REVOKE + 1];
  GError                *commit_error;
  gboolean               endless;
  gboolean               endless_plan;
  ConveneOperation      *old; /* owned by its interview */
  guint                  stale;
  ConvenePlan           *plan;
  char                  *asked; /* what was asked for, in words */
  GError                *look_error;
  guint                  looks;
  guint                  adjustments; /* of reminders */
  GHashTable            *preferences;
  ConveneRevocation      revocation;
  gboolean               no_app;
  ConveneHostWay         host_way;
  GPtrArray             *interviews;
  GPtrArray             *connected;
  GListStore            *openings;
  ConveneLetterEdits    *edits;
  char                  *applied; /* what was, in words */
  guint                  commits;
  guint                  checks;
  gboolean               started;
  gboolean               mail;
  gint64                 wait;
  char                  *secret;
  ConveneInterviewFilter filter;
};

/* The parts know the whole, which outlives them. */
struct _ConveneAccounts
{
  GObject        parent_instance;
  ConveneEngine *engine;
};

struct _ConveneScheduler
{
  GObject        parent_instance;
  ConveneEngine *engine;
};

struct _ConveneOutbox
{
  GObject        parent_instance;
  ConveneEngine *engine;
};

struct _ConveneInspector
{
  GObject        parent_instance;
  ConveneEngine *engine;
};

GTask *fake_task_new (gpointer            source,
                      GAsyncReadyCallback callback,
                      gpointer            user_data);

G_END_DECLS
