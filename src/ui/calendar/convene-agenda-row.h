/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-agenda-item.h"
#include "convene-palette.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_AGENDA_ROW (convene_agenda_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAgendaRow, convene_agenda_row, CONVENE, AGENDA_ROW, GtkWidget)

/* A line of the agenda, used again for others. Property "item" (ConveneAgendaItem or NULL). */
GtkWidget *convene_agenda_row_new (void);

/* As it is at `now`, in microseconds since 1970 UTC: a heading says whether it is today, an interview whether it can be joined. Both answer when that is
 * to be told again, G_MAXINT64 for never; a heading waits for its view to be shown anew. */
gint64 convene_agenda_row_set_item (ConveneAgendaRow  *self,
                                    ConveneAgendaItem *item,
                                    ConveneColors      colors,
                                    gint64             now);
gint64 convene_agenda_row_set_now (ConveneAgendaRow *self,
                                   gint64            now);

ConveneAgendaItem *convene_agenda_row_get_item (ConveneAgendaRow *self);

G_END_DECLS
