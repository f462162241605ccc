/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* The options that every command has. A plain struct, filled by GOption. */
typedef struct
{
  gboolean practice;
  gboolean json;
  gboolean help;
  gboolean version;
} ConveneCommandGlobals;

/* A context that reads these options and, with a kind, its own too. Words it does not know are wrong usage. */
GOptionContext *convene_command_help_new_context (const ConveneCommandKind *kind,
                                                  gpointer                  request,
                                                  ConveneCommandGlobals    *globals);

/* The help of the program, with every command. */
char *convene_command_help_get_overview (void);

/* The help of a command. */
char *convene_command_help_get (const ConveneCommandKind *kind);

G_END_DECLS
