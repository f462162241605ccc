/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-errand.h"

G_BEGIN_DECLS

/* For the files of the base class alone. */
typedef struct
{
  /* what it is to do */
  ConveneStore     *store;
  ConveneClock     *clock;
  ConveneAccounts  *accounts;
  ConveneOperation *operation;

  /* on the way */
  ConveneOperationState state; /* as the database has it */
  guint                 stale; /* how often its end could not be written, because somebody else wrote first */
  ConveneInterview     *interview;
  GPtrArray            *known; /* of ConveneAccount, as they were when it began */
  ConveneChange        *change;
  ConveneErrandStep     next;
  ConveneErrandClaim    claim;
  gpointer              claim_data;
  GCancellable         *cancellable;
  GTask                *task;
} ConveneErrandPrivate;

ConveneErrandPrivate *convene_errand_get_private (ConveneErrand *self);

/* The name of what waits for an account's sign-in. Owned by the caller. */
char *convene_errand_dup_account_event (ConveneAccount *account);

G_END_DECLS
