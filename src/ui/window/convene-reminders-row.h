/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_REMINDERS_ROW (convene_reminders_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneRemindersRow, convene_reminders_row, CONVENE, REMINDERS_ROW, AdwExpanderRow)

/* How long before an interview its candidate is reminded: usual times to be ticked, and those that are kept besides. Signal "chosen": the person ticked
 * another one. */

/* As the preference "reminders" has them; `minutes` is of int. */
void  convene_reminders_row_show (ConveneRemindersRow *self,
                                  GArray              *minutes);
char *convene_reminders_row_dup_value (ConveneRemindersRow *self);

/* "1 day", "2 hours", "45 minutes": the caller's. */
char *convene_reminders_row_word_time (int minutes);

G_END_DECLS
