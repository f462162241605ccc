/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* g_test_init (), and what an AdwApplication does before its first window: the library, and style.css where the test has it in its resources. */
void ui_test_init (int    *argc,
                   char ***argv);

/* Shows a widget in a window of its own, of that size, with a toast overlay around it, and waits until it is there. */
GtkWindow *ui_present (GtkWidget *child,
                       int        width,
                       int        height);

/* The same, and what does not fit is scrolled: for what may grow higher than its window. */
GtkWindow *ui_present_scrolled (GtkWidget *child,
                                int        width,
                                int        height);

/* What is inside of a window and its frame. */
GtkWidget *ui_get_content (GtkWindow *window);

/* Gives what is inside of a window that size: where there is no compositor, its frame takes some pixels of its own. */
void ui_resize (GtkWindow *window,
                int        width,
                int        height);

/* Waits until what was changed is on the screen. */
void ui_wait_frame (GtkWidget *widget);

/* Lets the main loop go on for so long. */
void ui_rest (int milliseconds);

/* What is dragged out of `widget` from a place in it, in its pixels; NULL for nothing. */
GdkContentProvider *ui_drag (GtkWidget *widget,
                             double     x,
                             double     y);

/* What whoever is given `content` gets of it. */
GBytes *ui_read_content (GdkContentProvider *content,
                         const char         *mime_type);

/* Destroys a window: it and its first `child` (NULL: only the window) have to go. */
void ui_destroy (GtkWindow *window,
                 GtkWidget *child);

/* The first widget of a type at or below another one, or NULL; and the one that is called so: its label, title or text. */
GtkWidget *ui_find (GtkWidget *widget,
                    GType      type);
GtkWidget *ui_find_named (GtkWidget  *widget,
                          GType       type,
                          const char *text);

/* What stands over a window, or NULL: a window of its own, or, where the platform is newer, a dialog inside of it, of a type that is named so. */
GtkWidget *ui_find_dialog (GtkWindow  *window,
                           const char *newer);

/* Saves what a mapped window shows as a PNG. */
void ui_picture (GtkWidget  *window,
                 const char *path);

/* The same as NAME.png into the folder that CONVENE_PICTURES names; nothing where it is not set. */
void ui_show (GtkWidget  *window,
              const char *name);

G_END_DECLS
