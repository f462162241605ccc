/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-errand.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_REVOKE_ERRAND (convene_revoke_errand_get_type ())

G_DECLARE_FINAL_TYPE (ConveneRevokeErrand, convene_revoke_errand, CONVENE, REVOKE_ERRAND, ConveneErrand)

/* Revokes the sign-in of an account that was disconnected, and then lets go of what is left of it: its row and its secrets. */
ConveneErrand *convene_revoke_errand_new (ConveneStore *store, ConveneClock *clock, ConveneAccounts *accounts, ConveneOperation *operation);

G_END_DECLS
