/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"

G_BEGIN_DECLS

/* The terminal as main.c sees it: a module that is loaded where there is a command, so that a window that is open all day does not hold it. It takes
 * workflow and model from the program that loads it. */

#define CONVENE_TERMINAL_MODULE "libconvene-terminal.so"
#define CONVENE_TERMINAL_SYMBOL "convene_terminal_run"

/* How a command gets an engine that is open; `online`: it speaks to accounts, and what only reads the database needs no practice server. Runs the
 * thread-default main context meanwhile. The answer is the caller's. */
typedef ConveneEngine *(*ConveneTerminalOpen) (gboolean practice, gboolean online, gpointer open_data, GError **error);

/* Does what the arguments ask for (argv[0] is the program), and answers the exit status. `version` is what --version says. */
int convene_terminal_run (const char         *version,
                          ConveneTerminalOpen open,
                          gpointer            open_data,
                          int                 argc,
                          char              **argv);

typedef int (*ConveneTerminalRun) (const char *version, ConveneTerminalOpen open, gpointer open_data, int argc, char **argv);

G_END_DECLS
