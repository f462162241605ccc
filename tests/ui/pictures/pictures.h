/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Puts the tests of a window's pages into the suite. */
void pictures_add_main (void);
void pictures_add_wizard (void);
void pictures_add_interviews (void);
void pictures_add_life (void);
void pictures_add_mend (void);
void pictures_add_opening (void);
void pictures_add_accounts (void);
void pictures_add_dialogs (void);

/* Gives a window the application's actions, which do nothing: a button whose action is missing looks as if it could not be pressed. */
void pictures_add_actions (GtkWidget *window);

G_END_DECLS
