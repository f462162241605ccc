/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-opening.h"

G_BEGIN_DECLS

/* The workflow as the terminal sees it, with nothing behind it: what becomes of an interview is told beforehand. It is linked in place of
 * the real one, so that each outcome can be had at will. */
ConveneEngine *fake_engine_new (void);

/* What convene_scheduler_find_platform () answers. */
void fake_engine_set_platform (ConveneEngine  *self,
                               ConvenePlatform platform);

/* What the operation of a kind comes to: its state and error (code NULL for none). */
void fake_engine_set_outcome (ConveneEngine        *self,
                              ConveneOperationKind  kind,
                              ConveneOperationState state,
                              const char           *code,
                              const char           *message);

/* The commit, and every read of an interview, fail with that. */
void fake_engine_set_commit_error (ConveneEngine *self,
                                   const GError  *error);

/* Waiting for what is due ends only when it is cancelled. */
void fake_engine_set_endless (ConveneEngine *self,
                              gboolean       endless);

/* The same with an operation that is there already, whatever became of it. */
void fake_engine_add_outcome (ConveneEngine    *self,
                              ConveneOperation *operation);

/* Planning a change ends only when it is cancelled. */
void fake_engine_set_endless_plan (ConveneEngine *self,
                                   gboolean       endless);

/* The next commits find that somebody else was faster. */
void fake_engine_set_stale (ConveneEngine *self,
                            guint          commits);

/* Looking at the meetings fails with that. */
void fake_engine_set_look_error (ConveneEngine *self,
                                 const GError  *error);

/* Adds an interview that is there already. */
void fake_engine_add_interview (ConveneEngine    *self,
                                ConveneInterview *interview);
void fake_engine_add_account (ConveneEngine  *self,
                              ConveneAccount *account);

/* What every file says; without any, opening one fails with the commit error. */
void fake_engine_add_opening (ConveneEngine  *self,
                              ConveneOpening *opening);

/* What becomes of a sign-in that is revoked. */
void fake_engine_set_revocation (ConveneEngine    *self,
                                 ConveneRevocation revocation);

/* Neither the build nor the environment brings an app. */
void fake_engine_set_no_app (ConveneEngine *self);

/* Who hosts what is planned, as its dry run says. */
void fake_engine_set_host_way (ConveneEngine *self,
                               ConveneHostWay way);

/* For the parts of the workflow that stand in other files. Owned by the engine. */
GPtrArray *fake_accounts_get_connected (ConveneAccounts *self);
gboolean   fake_accounts_is_endless (ConveneAccounts *self);
void       fake_accounts_count_check (ConveneAccounts *self);

/* What was asked of it: the last plan, and in words what it was for. */
ConvenePlan                  *fake_engine_get_plan (ConveneEngine *self);
const char                   *fake_engine_get_asked (ConveneEngine *self);
guint                         fake_engine_get_looks (ConveneEngine *self);
guint                         fake_engine_get_adjustments (ConveneEngine *self);
guint                         fake_engine_get_commits (ConveneEngine *self);
guint                         fake_engine_get_checks (ConveneEngine *self);
gboolean                      fake_engine_get_started (ConveneEngine *self);
gboolean                      fake_engine_get_mail (ConveneEngine *self);
const ConveneInterviewFilter *fake_engine_get_filter (ConveneEngine *self);
gint64                        fake_engine_get_wait (ConveneEngine *self); /* microseconds */
const char                   *fake_engine_get_secret (ConveneEngine *self);

/* 2026-11-20 12:00 UTC, the time on its clock. */
#define FAKE_NOW (G_GINT64_CONSTANT (1795176000) * G_USEC_PER_SEC)

G_END_DECLS
