/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-view.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_AGENDA_VIEW (convene_agenda_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAgendaView, convene_agenda_view, CONVENE, AGENDA_VIEW, ConveneCalendarView)

/* The interviews from the chosen day on as one list, under the headings of their days; more of them are read when it is scrolled, and it turns by thirty days.
 * Nothing can be dragged here, and there is no free time: of the signals only "entry-activated" is emitted. */
GtkWidget *convene_agenda_view_new (void);

G_END_DECLS
