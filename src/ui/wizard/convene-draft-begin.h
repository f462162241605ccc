/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"

G_BEGIN_DECLS

/* Where an empty draft begins: `date` or the next working day at `now` (microseconds since 1970 UTC), the machine's zone, and what interviews are held on. */
void convene_draft_fill_defaults (ConveneDraft   *self,
                                  const char     *date,
                                  ConvenePlatform platform,
                                  gint64          now);

/* The same job and people with another candidate at another time: what belongs to the one who is scheduled goes. */
void convene_draft_begin_again (ConveneDraft *self);

G_END_DECLS
