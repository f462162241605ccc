/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-interview.h"
#include "convene-plan.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SCHEDULER (convene_scheduler_get_type ())

G_DECLARE_FINAL_TYPE (ConveneScheduler, convene_scheduler, CONVENE, SCHEDULER, GObject)

/* What an interview of a job is held on when nobody says: the job's last platform, then that of its hiring manager (an address, or NULL), then the
 * preferred one, Zoom at first (HL-10). */
void            convene_scheduler_find_platform_async (ConveneScheduler *self, const char *job, const char *manager, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePlatform convene_scheduler_find_platform_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* What scheduling an interview will do. It is checked first (convene_interview_check ()): INVALID with its field. It need have no uid yet.
 * Without `mail` no letter is planned. Nothing is written but what Zoom said of who may host; for that it waits 3 seconds at most. */
void         convene_scheduler_plan_async (ConveneScheduler *self, ConveneInterview *interview, gboolean mail, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePlan *convene_scheduler_plan_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Commits exactly that plan, interview and operations, in one transaction; the outbox takes it from there. Answers once it is durable; a plan
 * is committed once. */
void     convene_scheduler_schedule_async (ConveneScheduler *self, ConvenePlan *plan, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_scheduler_schedule_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Makes every operation of an interview that failed, or waits for a later time, due now. Answers how many; -1 with an error. */
void convene_scheduler_retry_async (ConveneScheduler *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
int  convene_scheduler_retry_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

G_END_DECLS
