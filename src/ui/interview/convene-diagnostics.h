/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What happened to an interview, for somebody who is asked for help (SH-39): ids, states, times and errors. Nothing that is anybody's business is in
 * it: no password, nothing of an address after its path, no name, no mailbox, no agenda, message or notes. In English words of the database.
 * `history` is a list of ConveneActivity, or NULL; `now` microseconds since 1970 UTC. */
char *convene_diagnostics_format (ConveneInterview *interview,
                                  GListModel       *history,
                                  gint64            now);

/* Takes out of a sentence what people should not pass on: the names and mailboxes of an interview's people, all other mailboxes, and of web
 * addresses all but scheme and host, and the path where it is Zoom's. */
char *convene_diagnostics_redact (const char       *text,
                                  ConveneInterview *interview);

G_END_DECLS
