/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

G_BEGIN_DECLS

/* 256 bits of the kernel's randomness as 43 characters of base64url: a verifier (RFC 7636 §7.1) or a state. Ends the program only where the kernel has no
 * randomness at all. */
ConveneSecret *convene_oauth_random_new (void);

G_END_DECLS
