/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* The interview that a command is about, by the beginning of its uid. NULL with an error: NOT_FOUND, AMBIGUOUS, … */
ConveneInterview *convene_cli_target_find (ConveneCommandRun *run,
                                           const char        *uid,
                                           GError           **error);

/* Takes the one UID among the words of a command line. NULL with USAGE or INVALID. Owned by the caller. */
char *convene_cli_target_take (const char *const *words,
                               GError           **error);

/* The same of all the words, of which there is one at least. */
GStrv convene_cli_target_take_some (const char *const *words,
                                    GError           **error);

G_END_DECLS
