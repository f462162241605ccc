/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"

G_BEGIN_DECLS

/* Whether both have the same typed; the step does not count. */
gboolean convene_draft_is_same (ConveneDraft *self,
                                ConveneDraft *other);

/* Writes into `interview` what the draft has otherwise than `base`, the draft that was filled from it: the rest stays to the letter. Whoever stays keeps
 * their answer. Errors as of convene_draft_to_interview (). */
gboolean convene_draft_write_changes (ConveneDraft     *self,
                                      ConveneDraft     *base,
                                      ConveneInterview *interview,
                                      GError          **error);

/* What the draft has as `before` has it becomes what `after` has: somebody else changed it meanwhile. What was typed stays. */
void convene_draft_rebase (ConveneDraft *self,
                           ConveneDraft *before,
                           ConveneDraft *after);

G_END_DECLS
