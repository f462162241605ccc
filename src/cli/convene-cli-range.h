/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* --from and --to, as bytes of the command line. A plain struct, filled by GOption. */
typedef struct
{
  char *from;
  char *to;
} ConveneCliRange;

void convene_cli_range_add_options (ConveneCliRange *self,
                                    GOptionContext  *context);
void convene_cli_range_clear (ConveneCliRange *self);

/* Days are days of the machine's zone. Microseconds since 1970 UTC; 0 where not given. Errors: INVALID about from or to. */
gboolean convene_cli_range_check (const ConveneCliRange *self,
                                  gint64                *from,
                                  gint64                *to,
                                  GError               **error);

G_END_DECLS
