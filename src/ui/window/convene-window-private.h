/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-adaptive.h"
#include "convene-attention.h"
#include "convene-banner.h"
#include "convene-calendar-page.h"
#include "convene-filter.h"
#include "convene-interviews-page.h"
#include "convene-later.h"
#include "convene-next-bar.h"
#include "convene-window-header.h"
#include "convene-window.h"

G_BEGIN_DECLS

struct _ConveneWindow
{
  AdwApplicationWindow parent_instance;

  ConveneEngine    *engine;
  gboolean          practice;
  ConveneAttention *attention; /* NULL until there is an engine */
  ConveneFilter    *filter;    /* of both pages */
  const char       *page;      /* the nick of the one that is wanted */
  guint             patience;
  guint             waiting; /* to be presented, until there is something to be seen */

  ConveneAdaptive       *adaptive;
  ConveneAdaptive       *header_fit;
  ConveneAdaptive       *header_room;
  ConveneWindowHeader   *header;
  ConveneBanner         *banner;
  GtkStack              *pages;
  GtkWidget             *opening;
  ConveneLater          *failed;
  GtkWidget             *empty;
  ConveneCalendarPage   *calendar;
  AdwBin                *interviews_place;
  ConveneInterviewsPage *interviews; /* NULL until they are first shown */
  GtkWidget             *switcher;   /* at the bottom */
  GMenu                 *menu;
  ConveneNextBar        *next_bar;
};

/* What has the page in front in common with the other: both can show an interview. NULL where there is neither. */
GtkWidget *convene_window_get_front (ConveneWindow *self);

/* Of the interview whose details are in front. */
char    *convene_window_dup_showing (ConveneWindow *self);
gboolean convene_window_get_changeable (ConveneWindow *self);

/* Puts a page in front, of which "calendar" and "interviews" have a nick. */
void convene_window_show_page (ConveneWindow *self,
                               GtkWidget     *page);
void convene_window_set_page (ConveneWindow *self,
                              const char    *page);

/* Whether there is something to be seen; and what becomes of a window that waits for that. */
gboolean convene_window_is_ready (ConveneWindow *self);
void     convene_window_stop_waiting (ConveneWindow *self);

/* After the first frame, or later. */
void convene_window_finish_start (ConveneWindow *self);

/* Nothing is known yet: after a while the page that is wanted comes without its interviews. */
void convene_window_show_opening (ConveneWindow *self);

/* win.*: all that can be asked for, and whether it can be now. */
void convene_window_install_actions (GtkWidgetClass *klass);
void convene_window_add_actions (ConveneWindow *self);
void convene_window_update_actions (ConveneWindow *self);

G_END_DECLS
