/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-claim.h"

G_BEGIN_DECLS

/* A claim in lines "name: value", for what it says; times are written in UTC. */
char *claim_to_text (ConveneClaim *claim);

/* The claims of a reading, with a line "---" between them; the refusal of one that failed. */
char *claims_to_text (GPtrArray    *claims,
                      const GError *error);

G_END_DECLS
