/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What libsecret's, the bus's or the file backend's error means to a person: NO_KEYRING, KEYRING_LOCKED or CANCELLED. */
GError *convene_vault_error_new (const GError *cause);

/* KEYRING_LOCKED, for what libsecret has no error for. */
GError *convene_vault_error_new_locked (void);

G_END_DECLS
