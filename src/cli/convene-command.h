/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* One call of the terminal, read and checked as far as that needs no database. */
typedef struct _ConveneCommand ConveneCommand;

/* Reads the arguments (argv[0] is the program), which are not the window's. NULL where all is said already: help, version, or wrong usage; then *status is the exit status. */
ConveneCommand *convene_command_new (int         argc,
                                     char      **argv,
                                     const char *version,
                                     int        *status);

void convene_command_free (ConveneCommand *self);

/* Whether it is to work on the practice account. */
gboolean convene_command_is_practice (ConveneCommand *self);

/* Whether it speaks to accounts: what only reads the database needs no practice server. */
gboolean convene_command_is_online (ConveneCommand *self);

/* Says why it cannot begin (the profile could not be opened) as the command says errors, and answers the exit status. */
int convene_command_refuse (ConveneCommand *self,
                            const GError   *error);

/* Does it over an open engine, running the thread-default main context meanwhile, and answers the exit status. */
int convene_command_run (ConveneCommand *self,
                         ConveneEngine  *engine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneCommand, convene_command_free)

G_END_DECLS
