/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"

G_BEGIN_DECLS

/* Where a person asked it to begin: `when` is a day ("2026-12-01") or a time of it on the machine's clock ("2026-12-01T10:00"). */
void convene_draft_begin_on (ConveneDraft *self,
                             const char   *when);

/* Where an empty draft begins: `when`, as above, or the next working day at `now` (microseconds since 1970 UTC), the machine's zone, and what interviews are held on. */
void convene_draft_fill_defaults (ConveneDraft   *self,
                                  const char     *when,
                                  ConvenePlatform platform,
                                  gint64          now);

/* The same job and people with another candidate at another time: what belongs to the one who is scheduled goes. */
void convene_draft_begin_again (ConveneDraft *self);

G_END_DECLS
