/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_FIX_OPTION (convene_fix_option_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFixOption, convene_fix_option, CONVENE, FIX_OPTION, AdwActionRow)

/* One way to mend a meeting, which a person can choose, with the sentence of its plan. Signals: "answered", the plan or the error is another one; "chosen".
 * `group` is the one that it is chosen instead of, NULL for the first. */
ConveneFixOption *convene_fix_option_new (ConveneEngine    *engine,
                                          const char       *uid,
                                          ConveneFixKind    kind,
                                          ConveneFixOption *group);

/* Asks what it would do; a newer question takes the place of an older one. `value` as convene_scheduler_plan_fix_async () has it; without one that a kind
 * needs nothing is asked. */
void convene_fix_option_ask (ConveneFixOption *self,
                             const char       *value);

ConveneFixKind convene_fix_option_get_kind (ConveneFixOption *self);
const char    *convene_fix_option_get_value (ConveneFixOption *self);
gboolean       convene_fix_option_needs_value (ConveneFixOption *self);

/* What was answered last: both NULL while it is asked, and where nothing was. Owned by the row. */
ConvenePlan  *convene_fix_option_get_plan (ConveneFixOption *self);
const GError *convene_fix_option_get_error (ConveneFixOption *self);
gboolean      convene_fix_option_is_asking (ConveneFixOption *self);

gboolean convene_fix_option_is_chosen (ConveneFixOption *self);
void     convene_fix_option_choose (ConveneFixOption *self);

G_END_DECLS
