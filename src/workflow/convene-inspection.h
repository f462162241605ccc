/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* What one round of looking found. */
typedef struct
{
  guint   looked;  /* meetings that somebody said something of */
  guint   differs; /* of these: gone, not ours any more, moved, or with another link or password */
  GError *failure; /* what the first account said that could not be asked, or NULL; owned */
} ConveneInspectionReport;

void convene_inspection_report_free (ConveneInspectionReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInspectionReport, convene_inspection_report_free)

/* Looks at the meetings of an array of ConveneInterview where they are, in its order, at most three at once for each account, and writes what it sees; a
 * meeting of several interviews once. One that is not there is looked at again after five seconds before it is taken for gone. An account that wants
 * its person is not asked; one that does not answer is asked no more in this round. Errors: DATABASE, CANCELLED. */
void                     convene_inspection_run_async (ConveneAccounts *accounts, GPtrArray *interviews, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInspectionReport *convene_inspection_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
