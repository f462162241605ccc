/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-cli-account.h"
#include "convene-cli-sync.h"
#include "convene-interview.h"
#include "convene-plan.h"

G_BEGIN_DECLS

/* The JSON of the terminal's contract. The first functions add a value to a builder; the others are whole documents: UTF-8 with a line feed
 * at the end, owned by the caller. `now` is microseconds since 1970 UTC. */

/* With `problem`, what was due and not done, as an "error" at its end. */
void convene_cli_json_add_interview (JsonBuilder      *builder,
                                     ConveneInterview *interview,
                                     const GError     *problem);
void convene_cli_json_add_account (JsonBuilder             *builder,
                                   const ConveneCliAccount *account,
                                   gint64                   now);

char *convene_cli_json_interview (ConveneInterview *interview,
                                  const GError     *problem);

/* An array of ConveneInterview, and one of what was due and not done of each (GError or NULL), or NULL for nothing. */
char *convene_cli_json_interviews (GPtrArray *interviews,
                                   GPtrArray *problems,
                                   guint      total);
char *convene_cli_json_plan (ConvenePlan *plan);

/* An array of ConvenePlan. */
char *convene_cli_json_plans (GPtrArray *plans);

char *convene_cli_json_report (const ConveneCliSync *sync);
char *convene_cli_json_account (const ConveneCliAccount *account,
                                gint64                   now);

/* An array of ConveneCliAccount. */
char *convene_cli_json_accounts (GPtrArray *accounts,
                                 gint64     now);
char *convene_cli_json_error (const GError *error);

/* Texts: key, value, key, value, … */
char *convene_cli_json_preferences (GPtrArray *pairs);

/* The letters’ texts: language, name, state ("default", "edited"), language, … */
char *convene_cli_json_templates (GPtrArray *cells);

/* An object of texts: name, value, name, value, …, NULL. What is not UTF-8 in a value is replaced; a value may be NULL. */
char *convene_cli_json_texts (const char *name,
                              const char *value,
                              ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
