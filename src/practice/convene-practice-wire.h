/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "convene-practice-answer.h"

G_BEGIN_DECLS

/* The ways in which a paused request can end on the wire. All but the first take its connection away from libsoup and close it. */

/* As it should be; the connection stays for the next request. */
void convene_practice_wire_send (SoupServerMessage     *message,
                                 ConvenePracticeAnswer *answer);

/* No octet, and the connection is closed in good order. */
void convene_practice_wire_drop (SoupServerMessage *message);

/* No octet, and the connection is reset (RST). */
void convene_practice_wire_reset (SoupServerMessage *message);

/* Nothing, until the other side gives up; then `gone` is called. The source is attached, and owned by the caller. */
GSource *convene_practice_wire_hang (SoupServerMessage *message,
                                     GSourceFunc        gone,
                                     gpointer           user_data);

/* An answer whose Content-Length announces more than comes. */
void convene_practice_wire_truncate (SoupServerMessage     *message,
                                     ConvenePracticeAnswer *answer);

/* Half of the answer, then SIGKILL to a process, then the other half for whoever may still listen. */
void convene_practice_wire_kill_half (SoupServerMessage     *message,
                                      ConvenePracticeAnswer *answer,
                                      int                    pid);

/* SIGKILL to a process of the same user; what is no process is left alone. */
void convene_practice_kill (gint64 pid);

G_END_DECLS
