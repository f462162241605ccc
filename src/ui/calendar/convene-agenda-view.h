/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar.h"
#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_AGENDA_VIEW (convene_agenda_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAgendaView, convene_agenda_view, CONVENE, AGENDA_VIEW, GtkWidget)

/* The interviews from a day on as one list, under the headings of their days; more of them are read when it is scrolled. Properties: those of a
 * ConveneTimeView but "days" and "second-zone": "engine", "date" (the first day), "narrow", "filter", "colors", "calendar" and "title" (both read-only).
 * Signals: "entry-activated" (s: uid). "slot-activated" and "entry-moved" are there, and never emitted. */
GtkWidget *convene_agenda_view_new (void);

/* The days that are looked through; the last one does not belong to them. */
void convene_agenda_view_get_days (ConveneAgendaView *self,
                                   GDate             *first,
                                   GDate             *after);

/* Thirty days further, `n` times. */
void convene_agenda_view_turn (ConveneAgendaView *self,
                               int                n);
void convene_agenda_view_go_to_today (ConveneAgendaView *self);

G_END_DECLS
