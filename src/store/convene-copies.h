/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"

G_BEGIN_DECLS

/* The copies of a database, `copies/convene-YYYY-MM-DD.db` in its folder: the way back. */

/* The path of the newest copy that a program which knows schemas up to `version` can read, or NULL. */
char *convene_copies_find_newest (const char *folder,
                                  int         version);

/* Whether the copy of the UTC day is missing although there is something to copy. Says no where that cannot be told. */
gboolean convene_copies_is_due (ConveneConnection *connection);

/* Makes the copy of the UTC day, in place of the one that is there, and forgets the oldest. The file appears whole or not at all. */
gboolean convene_copies_make (ConveneConnection *connection,
                              GError           **error);

G_END_DECLS
