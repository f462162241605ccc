/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-autostart.h"

G_BEGIN_DECLS

/* How the program is started without a window, everywhere. */
#define CONVENE_AUTOSTART_OPTION "--gapplication-service"

/* The file's way: on a thread of the task, whose data is the application's id. */
void convene_autostart_write (GTask *task);
void convene_autostart_remove (GTask *task);

/* A word of the line that starts a program (Desktop Entry Specification, The Exec key); the caller's. */
char *convene_autostart_quote (const char *word);

/* org.freedesktop.portal.Background's way. Takes the task, which answers. */
void convene_autostart_ask_portal (GTask   *task,
                                   gboolean wanted);

G_END_DECLS
