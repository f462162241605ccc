/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-pane.h"
#include "ui-fixture.h"
#include "ui-window.h"

G_BEGIN_DECLS

/* The details in a window, over an engine. */
typedef struct
{
  UiFixture            *engine;
  ConveneInterviewPane *pane;
  GtkWindow            *window;
} PaneFixture;

void pane_set_up (PaneFixture  *self,
                  gconstpointer data);
void pane_tear_down (PaneFixture  *self,
                     gconstpointer data);

/* Shows an interview, and waits until it is there. */
void pane_show (PaneFixture *self,
                const char  *uid);

/* Shows one of that kind, stored with a meeting in that state (-1 for none); answers its uid. */
char *pane_show_new (PaneFixture    *self,
                     ConvenePlatform platform,
                     int             meeting_state);

/* Whether a label that can be seen says this, among others. */
gboolean pane_says (PaneFixture *self,
                    const char  *text);

/* Waits for that. */
void pane_wait_for (PaneFixture *self,
                    const char  *text);

/* All that a widget and those in it tell a screen reader: names, descriptions and the text of labels. */
char *pane_read_out (GtkWidget *widget);

/* A widget that can be seen, by type and name (NULL for any). */
GtkWidget *pane_find (PaneFixture *self,
                      GType        type,
                      const char  *name);

void  pane_activate (PaneFixture *self,
                     const char  *action);
char *pane_read_clipboard (PaneFixture *self);

G_END_DECLS
