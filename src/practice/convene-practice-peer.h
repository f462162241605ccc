/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The user whose socket is the other end of a loopback connection, by the kernel's table (proc(5), /proc/net/tcp): its line from `peer_port` to
 * `our_port`. FALSE where there is none. */
gboolean convene_practice_peer_find_user (const char *table,
                                          guint16     peer_port,
                                          guint16     our_port,
                                          guint32    *user);

/* Whether the other end is a process of the user who runs the server. FALSE as well where that cannot be told. */
gboolean convene_practice_peer_is_ours (GSocketAddress *peer,
                                        GSocketAddress *our);

G_END_DECLS
