/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-uri-opener.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CLI_OPENER (convene_cli_opener_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCliOpener, convene_cli_opener, CONVENE, CLI_OPENER, GObject)

/* Starts the person's browser from a terminal. Nothing that the browser says reaches the terminal's own streams, and it does not hold them open: one document
 * stands on standard output, and whoever reads it sees its end. Where there is no display nothing is tried: REFUSED. */
ConveneUriOpener *convene_cli_opener_new (void);

G_END_DECLS
