/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters that a person sends from their own mail program, as mailto: addresses (RFC 6068) without a recipient. The caller's. */

/* To whoever administers Zoom: how to approve Convene before anybody can connect it (TH-5). */
char *convene_account_letter_ask_admin (void);

/* To a colleague who is to connect an account of their own, which nobody can do for them (HL-11). */
char *convene_account_letter_instructions (void);

G_END_DECLS
