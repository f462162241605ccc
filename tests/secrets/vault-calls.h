/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-vault.h"

/* The calls of a vault, waited for. */
gboolean       vault_put (ConveneVault *vault, const char *account_id, const char *kind, const char *text, GCancellable *cancellable, GError **error);
ConveneSecret *vault_get (ConveneVault *vault, const char *account_id, const char *kind, GError **error);
gboolean       vault_forget (ConveneVault *vault, const char *account_id, GError **error);

void vault_assert_holds (ConveneVault *vault, const char *account_id, const char *kind, const char *text);
void vault_assert_absent (ConveneVault *vault, const char *account_id, const char *kind);

/* What every vault does: put, get, replace, keep apart, forget. */
void vault_check_life (ConveneVault *vault);
