/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-agenda-item.h"
#include "convene-calendar.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_AGENDA_MODEL (convene_agenda_model_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAgendaModel, convene_agenda_model, CONVENE, AGENDA_MODEL, GObject)

/* Some days' interviews as a GListModel of ConveneAgendaItem: for each day that has any its heading, and then they. What lasts over midnight is on both days.
 * What did not change keeps its object. */
ConveneAgendaModel *convene_agenda_model_new (void);

/* Shows what `calendar` (NULL: nothing) has of `n_days` days from `first` on, as it is now. */
void convene_agenda_model_show (ConveneAgendaModel *self,
                                ConveneCalendar    *calendar,
                                const GDate        *first,
                                guint               n_days);

G_END_DECLS
