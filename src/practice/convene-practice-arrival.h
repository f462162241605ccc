/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "convene-practice-request.h"

G_BEGIN_DECLS

/* A request as it comes off the wire. `path` is what follows the door's prefix. */
ConvenePracticeRequest *convene_practice_arrival_read (SoupServerMessage *message,
                                                       const char        *path);

/* Web pages in the person's browser reach loopback too: they show an Origin, or the name by which they were found. Practice's own form is let
 * in where it leads. */
gboolean convene_practice_arrival_is_from_program (SoupServerMessage *message);

G_END_DECLS
