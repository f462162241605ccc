/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_WINDOW_HEADER (convene_window_header_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWindowHeader, convene_window_header, CONVENE, WINDOW_HEADER, AdwBin)

/* The main window's header: turning the calendar and its title, the switcher of the pages, search, Schedule Interview, the menu. Properties: "narrow" (less of it: the switcher stands
 * elsewhere), "tight" (scheduling is a sign instead of words), "page" ("calendar", "interviews", or "" where neither is in front), "view", "title" and "date" (of the calendar), "name" (what the window is called),
 * "menu" (a GMenuModel), "suggests" (scheduling is what is suggested). */

/* Opens the way to another date. */
void convene_window_header_ask_date (ConveneWindowHeader *self);

/* Pixels in which all of it can be read, where it is not narrow. */
int convene_window_header_get_width (ConveneWindowHeader *self,
                                     gboolean             tight);

G_END_DECLS
