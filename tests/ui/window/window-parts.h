/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The main loop runs until what was asked for is there. */
#define WAIT(condition) \
  while (!(condition))  \
  g_main_context_iteration (NULL, TRUE)

/* The first button of an action at or below a widget, or NULL; with a target only the one that has it. */
GtkWidget *find_button (GtkWidget  *widget,
                        const char *action);
GtkWidget *find_button_for (GtkWidget  *widget,
                            const char *action,
                            const char *target);

/* The string that a button's action is asked with. */
const char *get_target (GtkWidget *button);

/* What the header says, in the label of that style that can be seen, or NULL. */
const char *get_words (GtkWidget  *widget,
                       const char *style);
const char *get_heading (GtkWidget *window);

/* What the window's stack of pages shows; what is made later, itself. */
GtkWidget *find_page (GtkWidget *window);

G_END_DECLS
