/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-command-kind.h"

G_BEGIN_DECLS

/* Looks at every upcoming meeting where it is, `seconds` at most. What was found is kept. FALSE with an error where it could not be done to its end. */
gboolean convene_cli_look_run (ConveneCommandRun *run,
                               int                seconds,
                               GError           **error);

/* The upcoming interviews whose meeting is not what they say (convene_cli_look_differs ()), soonest first: an array of ConveneInterview that owns them. NULL with
 * an error. */
GPtrArray *convene_cli_look_list (ConveneCommandRun *run,
                                  GError           **error);

/* Whether the meeting was changed at Zoom, is gone, or can be changed by somebody else alone. */
gboolean convene_cli_look_differs (ConveneInterview *interview);

G_END_DECLS
