/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-cli-sync.h"
#include "convene-interview.h"
#include "convene-plan.h"

G_BEGIN_DECLS

/* Answers for people: aligned text in their language, UTF-8, a line feed at the end, owned by the caller. `now` is microseconds since 1970
 * UTC, `zone` the person's own. */

/* An interview whole, with what was done for it and what was not. */
char *convene_cli_text_interview (ConveneInterview *interview,
                                  gint64            now);

/* One line an interview, its start in `zone`. */
char *convene_cli_text_interviews (GPtrArray  *interviews,
                                   guint       total,
                                   const char *zone);
char *convene_cli_text_plan (ConvenePlan *plan,
                             gint64       now);

/* What was done, what not, and which meetings are not what their interviews say; its problem is not told. */
char *convene_cli_text_report (const ConveneCliSync *sync,
                               const char           *zone,
                               gint64                now);

/* An array of ConveneAccount. */
char *convene_cli_text_accounts (GPtrArray *accounts);

G_END_DECLS
