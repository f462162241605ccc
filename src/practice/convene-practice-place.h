/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-practice.h"

G_BEGIN_DECLS

/* The files by which practice's server and its clients find each other in their folder:
 *
 *   server.lock   locked (flock, exclusive) by the one server for its life
 *   server.users  locked shared by each client for as long as it wants a server; the server that gets it exclusively is wanted by nobody,
 *                 keeps it, and goes
 *   server.json   where the server is; itself locked for the life of the server that wrote it, so that a dead server's is told from a living
 *                 one's without guessing */

#define CONVENE_PRACTICE_LOCK_FILE "server.lock"
#define CONVENE_PRACTICE_USERS_FILE "server.users"
#define CONVENE_PRACTICE_JSON_FILE "server.json"

/* What the server says on its standard output once it answers. */
#define CONVENE_PRACTICE_READY "ready\n"

/* Opens (0600, made where it is missing, not inherited) and tries to lock: `operation` is LOCK_SH or LOCK_EX. The descriptor, or -1 with
 * G_FILE_ERROR; G_FILE_ERROR_AGAIN where another has it. */
int convene_practice_place_lock (const char *folder,
                                 const char *name,
                                 int         operation,
                                 GError    **error);

/* The living server of the folder; NULL for none. `lease` of the answer is -1. */
ConvenePracticeEndpoints *convene_practice_place_find_server (const char *folder);

/* The ports of the last server, living or not; 0 where they are not known. */
void convene_practice_place_get_last_ports (const char *folder,
                                            guint16    *http_port,
                                            guint16    *smtp_port);

/* Says where this server is. The descriptor holds the claim while it is open; -1 with G_FILE_ERROR. */
int convene_practice_place_publish (const char *folder,
                                    guint16     http_port,
                                    guint16     smtp_port,
                                    GError    **error);

G_END_DECLS
