/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-plan.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PLAN_LETTERS (convene_plan_letters_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePlanLetters, convene_plan_letters, CONVENE, PLAN_LETTERS, AdwPreferencesGroup)

/* The letters that a plan sends, each by its subject and the people who get it; hidden where there are none. `plan` may be NULL. */
void convene_plan_letters_show (ConvenePlanLetters *self,
                                ConvenePlan        *plan);

/* Whether two plans do the same as far as a person is told: the sentence says the link, what it costs and who gets mail. */
gboolean convene_plan_letters_is_same (ConvenePlan *a,
                                       ConvenePlan *b);

G_END_DECLS
