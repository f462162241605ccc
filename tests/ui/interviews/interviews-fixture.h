/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-filter.h"
#include "convene-interview-list.h"
#include "convene-interviews-page.h"
#include "ui-fixture.h"
#include "ui-window.h"

G_BEGIN_DECLS

/* The page over a profile with twelve interviews, in a window. Actions of the application and the window are heard of, and win.back goes back. */
typedef struct
{
  UiFixture             *ui;
  ConveneFilter         *filter;
  ConveneInterviewsPage *page;
  GtkWindow             *window;
  GSimpleActionGroup    *app;
  char                  *asked; /* the application's action that was asked for last, and its target: "reschedule UID" */
} Interviews;

#define INTERVIEWS_N 12

Interviews *interviews_new (int width,
                            int height);

/* Without a page: without any interviews, for who makes them; with those of a profile that is there. */
Interviews *interviews_new_empty (void);
Interviews *interviews_new_in (const char *folder);
void        interviews_show (Interviews *self,
                             int         width,
                             int         height);

void interviews_free (Interviews *self);

/* Waits until the query has answered what was asked, and what it answered can be seen. */
void interviews_wait (Interviews *self);

/* Widgets of the page. */
GtkWidget            *interviews_child (Interviews *self,
                                        const char *name);
ConveneInterviewList *interviews_list (Interviews *self);
const char           *interviews_state (Interviews *self);

/* The candidates of the list in its order, "Ada Example, Bo Sample"; owned by the caller. */
char *interviews_dup_names (Interviews *self);

/* The uid of a candidate's interview; owned by the caller. */
char *interviews_dup_uid (Interviews *self,
                          const char *candidate);

void interviews_choose (Interviews *self,
                        guint       position,
                        gboolean    besides);

G_END_DECLS
