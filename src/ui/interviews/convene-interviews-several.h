/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-interview-selection.h"

G_BEGIN_DECLS

/* What can be done with several interviews at once. */
typedef enum
{
  CONVENE_SEVERAL_CANCEL,
  CONVENE_SEVERAL_EXPORT,
  CONVENE_SEVERAL_RESEND, /* the invitations */
} ConveneSeveral;

/* Does it with those of a query that are chosen: a window says what follows, and a toast at `widget` what became of it, with Undo where it can be taken back. Of a
 * single one it asks the application. A cancelled call, and a widget that is gone, hear nothing more. */
void convene_interviews_several_ask (GtkWidget                 *widget,
                                     ConveneEngine             *engine,
                                     ConveneInterviewQuery     *query,
                                     ConveneInterviewSelection *selection,
                                     ConveneSeveral             what,
                                     GCancellable              *cancellable);

G_END_DECLS
