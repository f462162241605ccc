/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-window.h"
#include "ui-window.h"

G_BEGIN_DECLS

/* Runs the main loop until something is so. */
#define accounts_wait_until(condition) \
  while (!(condition))                 \
  g_main_context_iteration (NULL, TRUE)

/* Connected Apps over an engine, on the screen, its accounts read. */
ConveneAccountsWindow *accounts_open (ConveneEngine *engine,
                                      const char    *page);

/* Closes the window: it has to go. */
void accounts_close (ConveneAccountsWindow *window);

/* How many cards there are; and one of them. */
guint      accounts_count (ConveneAccountsWindow *window);
GtkWidget *accounts_card (ConveneAccountsWindow *window,
                          guint                  position);

/* Whether a widget shows exactly this text. */
gboolean accounts_says (gpointer    widget,
                        const char *text);

/* The page that is shown. */
const char *accounts_page (ConveneAccountsWindow *window);
GtkWidget  *accounts_form (ConveneAccountsWindow *window);

/* Types into the row of the form that is shown, and reads it; `title` is with its underscore. */
void        accounts_type (ConveneAccountsWindow *window,
                           const char            *title,
                           const char            *text);
const char *accounts_typed (ConveneAccountsWindow *window,
                            const char            *title);

/* Presses Connect; and waits until there is an answer. */
void accounts_submit (ConveneAccountsWindow *window);
void accounts_await (ConveneAccountsWindow *window);

/* The words under a row of the form, or NULL; those of the page itself. */
char *accounts_error (ConveneAccountsWindow *window,
                      const char            *title);
char *accounts_message (ConveneAccountsWindow *window);

/* Presses a button by its text. */
void accounts_press (gpointer    widget,
                     const char *label);

/* Whether a text is anywhere in what any widget holds, be it shown or not. */
gboolean accounts_holds (GtkWidget  *widget,
                         const char *text);

/* The dialog that is open over the window, or NULL. */
GtkWidget *accounts_dialog (ConveneAccountsWindow *window);

G_END_DECLS
