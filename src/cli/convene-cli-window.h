/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a word is the name or the address of a file to open, as desktops pass them on, and no command. */
gboolean convene_cli_is_file (const char *word);

/* What the window is given: the program's name, an option that it is started by the session bus with, and the files to open. NULL where the arguments
 * (argv[0] is the program) are a command's, or wrong, which the terminal has to say. Sets *practice where it is to work on the practice account. The
 * caller's, to be freed by g_strfreev (). */
char **convene_cli_dup_window_arguments (int       argc,
                                         char    **argv,
                                         gboolean *practice);

G_END_DECLS
