/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"
#include "convene-toast.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_WINDOW (convene_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWindow, convene_window, CONVENE, WINDOW, AdwApplicationWindow)

/* The main window: calendar and interviews, banner, Next bar, practice ribbon, empty states. Properties: "engine" (NULL until the profile is open), "practice" (construct-only),
 * "page" ("calendar" or "interviews", the one that is wanted), "front" (read-only: the one that is in front, "" where something else is). Its actions are win.page (s), win.view (s: "month",
 * "week", "day", "agenda"), win.colors (s: "job", "state"), win.today, win.previous, win.next, win.go-to-date, win.show-date (s: "2026-12-01"), win.search,
 * win.clear-filters, win.second-zone, win.back, win.join (s: link), win.join-next, win.copy (s: text), and of the interview whose details are shown,
 * win.reschedule, win.edit and win.cancel-interview. */
GtkWidget *convene_window_new (GtkApplication *application,
                               ConveneEngine  *engine,
                               gboolean        practice);

/* The profile is open: the window shows it. */
void convene_window_set_engine (ConveneWindow *self,
                                ConveneEngine *engine);

/* Presents it as soon as there is something to be seen: the month's interviews, how to begin, or an error; after a while also without. */
void convene_window_present_soon (ConveneWindow *self);

/* The profile cannot be opened: the window says why, and offers app.try-again and app.quit. NULL: it is being opened. */
void convene_window_set_error (ConveneWindow *self,
                               const GError  *error);

/* Shows an interview's details; before the profile is open, as soon as it is. */
void convene_window_show_interview (ConveneWindow *self,
                                    const char    *uid);

/* Goes to the interviews and looks for `text` there; NULL leaves what is typed there, and only brings the focus to it. */
void convene_window_search (ConveneWindow *self,
                            const char    *text);

/* Short words that pass, in this window. */
void convene_window_toast (ConveneWindow *self,
                           const char    *text);

/* The same with Undo, for ten seconds; see convene_toast_undo (). */
void convene_window_toast_undo (ConveneWindow *self,
                                const char    *text,
                                ConveneUndo    undo,
                                gpointer       user_data,
                                GDestroyNotify free);

G_END_DECLS
