/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-store.h"
#include "convene-vault.h"
#include "scaled-clock.h"

G_BEGIN_DECLS

/* Where the clock stands at first: Tuesday 2026-12-01T09:20:00Z. */
#define PROFILE_NOW (G_GINT64_CONSTANT (1796116800000000))

/* An engine over a profile of its own, with a clock that stands still and nobody on the other side. `other` is what another process has open. */
typedef struct
{
  char          *folder;
  ConveneClock  *clock;
  ConveneVault  *vault;
  ConveneEngine *engine;
  ConveneStore  *other;
} Profile;

Profile *profile_new (void);
void     profile_free (Profile *self);

/* Writes a change as another process. */
void profile_commit (Profile *self, ConveneChange *change);

/* An interview with Ada Example, `hours` from now, that takes an hour; stored by another process. */
ConveneInterview *profile_make (const char *uid, int hours);
void              profile_add (Profile *self, const char *uid, int hours);

void profile_advance (Profile *self, gint64 microseconds);

/* Runs the main loop until a condition holds, or everything that is pending has run. */
typedef gboolean (*ProfileCondition) (gpointer user_data);
void profile_run_until (ProfileCondition condition, gpointer user_data);
void profile_run_pending (void);

/* For callbacks: keeps the result in a GAsyncResult *; and waits for one. */
void          profile_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *profile_await (GAsyncResult **slot);

G_END_DECLS
