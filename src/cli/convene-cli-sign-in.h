/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"
#include "convene-sign-in.h"

G_BEGIN_DECLS

/* Carries a sign-in to its end and tells on standard error what the person has to do: an address, and a code, stand alone on lines of their own. `browser`:
 * something was asked to show the address already. Errors: the sign-in's. */
ConveneAccount *convene_cli_sign_in_run (ConveneCommandRun *run,
                                         ConveneSignIn     *sign_in,
                                         gboolean           browser,
                                         GError           **error);

G_END_DECLS
