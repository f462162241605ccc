/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-list.h"

G_BEGIN_DECLS

struct _ConveneInterviewList
{
  AdwBin parent_instance;

  ConveneEngine             *engine;
  ConveneInterviewQuery     *query;
  ConveneInterviewSelection *selection;
  gboolean                   narrow;
  gboolean                   compact;
  gboolean                   tight;
  gboolean                   choosing; /* by taps, since one was pressed for a while */

  GtkScrolledWindow *scrolled;
  GtkWidget         *view; /* GtkColumnView or GtkListView, in it; NULL without a query */
  GtkWidget         *menu; /* GtkPopoverMenu, or NULL */
};

gint64 convene_interview_list_get_now (gpointer user_data);

void convene_interview_list_open_position (ConveneInterviewList *self,
                                           guint                 position);

/* What a pointer does: see convene-interview-list-pointer.c. */
void convene_interview_list_add_gestures (ConveneInterviewList *self);

/* The menu of the row that has the focus, for a key. */
gboolean convene_interview_list_popup_menu (GtkWidget *widget,
                                            GVariant  *arguments,
                                            gpointer   user_data);

G_END_DECLS
