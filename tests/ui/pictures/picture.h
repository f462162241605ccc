/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Takes pictures of a window that is on the screen, each as NAME-STYLE-WIDTH.png into the folder that CONVENE_PICTURES names, if it
 * does; and looks at them: see picture-check.h and picture-accepted.h. `widths` ends with 0. */
void picture_page_at (GtkWindow  *window,
                      const char *name,
                      const int  *widths);

/* In each style of the run (picture-variant.h), at 360, 800 and 1600 pixels. */
void picture_page (GtkWindow  *window,
                   const char *name);

/* NAME.png as it is shown to those who do not have the program yet, in light style: into the folder that CONVENE_SCREENSHOTS names, and its size is
 * that of the one in data/screenshots. */
void picture_screenshot (GtkWindow  *window,
                         const char *name,
                         int         width,
                         int         height);

/* Runs the main loop until what was asked of the database is there and shown. */
void picture_settle (GtkWindow *window);

G_END_DECLS
