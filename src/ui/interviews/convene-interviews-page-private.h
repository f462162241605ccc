/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-filter.h"
#include "convene-interview-list.h"
#include "convene-interview-side.h"
#include "convene-interviews-page.h"
#include "convene-views-button.h"

G_BEGIN_DECLS

struct _ConveneInterviewsPage
{
  AdwBin parent_instance;

  ConveneEngine         *engine;
  ConveneFilter         *filter;
  ConveneInterviewQuery *query; /* NULL without an engine or a filter */
  gboolean               narrow;
  ConveneInterviewOrder  order;
  gboolean               descending;
  GCancellable          *cancellable; /* of what is done with several */
  GtkWidget             *before;      /* what had the focus before details were shown; weak */

  GtkEditable          *search;
  GtkWidget            *sort_button;
  ConveneViewsButton   *views;
  GtkLabel             *count;
  GtkStack             *stack;
  ConveneInterviewList *list;
  AdwStatusPage        *nothing;
  AdwStatusPage        *failure;
  GtkRevealer          *several;
  GtkLabel             *chosen;
  GtkWidget            *main;
  ConveneInterviewSide *side;
};

/* What is found, or why nothing is: see convene-interviews-page-found.c. */
void convene_interviews_page_show_state (ConveneInterviewsPage *self);

guint convene_interviews_page_count_chosen (ConveneInterviewsPage *self);

/* Actions and keys: see convene-interviews-page-actions.c. */
void convene_interviews_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
