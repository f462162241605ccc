/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-change.h"
#include "convene-engine.h"
#include "convene-store.h"
#include "convene-vault.h"
#include "scaled-clock.h"

G_BEGIN_DECLS

/* Where the clock stands at first: Tuesday 2026-12-01T09:20:00Z. */
#define UI_FIXTURE_NOW (G_GINT64_CONSTANT (1796116800000000))

/* An engine over a temporary profile, with a clock that stands still until it is moved. `store` is a connection of its own to the same database:
 * what is put through it comes to the engine as from another process. Nothing reaches any server, and no account is connected. */
typedef struct
{
  char          *folder;
  gboolean       temporary;
  ConveneClock  *clock;
  ConveneVault  *vault;
  ConveneEngine *engine;
  ConveneStore  *store;
} UiFixture;

UiFixture *ui_fixture_new (void);

/* The same over a profile that is there, and stays. */
UiFixture *ui_fixture_new_in (const char *folder);

/* Closes the engine; whoever still holds it fails the test. */
void ui_fixture_free (UiFixture *self);

/* Microseconds. */
gint64 ui_fixture_now (UiFixture *self);
void   ui_fixture_advance (UiFixture *self,
                           gint64     microseconds);

/* An interview that nobody has stored yet: scheduled, with a uid of its own, a candidate ("Ada Example" has ada.example@example.com and the zone
 * America/Mexico_City) and a hiring manager, Hal Manager. `wall` is "2026-12-01 10:00" in `zone`. */
ConveneInterview *ui_fixture_make_interview (const char     *candidate,
                                             const char     *job,
                                             const char     *wall,
                                             const char     *zone,
                                             int             minutes,
                                             ConvenePlatform platform);

/* Stores one with a live meeting (where the platform is Zoom) and its operations done; answers its uid. */
char *ui_fixture_add_interview (UiFixture      *self,
                                const char     *candidate,
                                const char     *job,
                                const char     *wall,
                                const char     *zone,
                                int             minutes,
                                ConvenePlatform platform);

/* The same with a meeting that Zoom refused to make, so that it needs a person. */
char *ui_fixture_add_failed_interview (UiFixture  *self,
                                       const char *candidate,
                                       const char *job,
                                       const char *wall,
                                       const char *zone,
                                       int         minutes);

/* Stores `interview` as it is, with a meeting of that state (-1 for none) and the meeting's operation in the state that belongs to it. */
void ui_fixture_put (UiFixture        *self,
                     ConveneInterview *interview,
                     int               meeting_state);

/* Stores a changed interview (its fields and participants, not its meeting) in place of the one that has its uid and sequence. */
void ui_fixture_update (UiFixture        *self,
                        ConveneInterview *interview);

/* Stores an account as connected, without asking anybody and without a secret. */
void ui_fixture_add_account (UiFixture          *self,
                             ConveneAccountKind  kind,
                             const char         *address,
                             ConveneAccountState state);

/* Writes any other change. */
void ui_fixture_commit (UiFixture     *self,
                        ConveneChange *change);

/* The interview as the engine reads it now. */
ConveneInterview *ui_fixture_find (UiFixture  *self,
                                   const char *uid);

/* Runs the main loop until the condition holds; and once for all that is pending now. `self` may be NULL. */
typedef gboolean (*UiFixtureCondition) (gpointer user_data);
void ui_fixture_run_until (UiFixture         *self,
                           UiFixtureCondition condition,
                           gpointer           user_data);
void ui_fixture_run_pending (UiFixture *self);

/* For callbacks: keeps the result in a GAsyncResult *; and waits for one. */
void          ui_fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *ui_fixture_await (GAsyncResult **slot);

G_END_DECLS
