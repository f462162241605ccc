/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A small faithful Zoom and a mail server on loopback, run as a process of its own so that a killed program never takes Zoom down with it. */

/* What a client of a running practice server needs to know. Plain data, owned by the struct. */
typedef struct
{
  char *api_url;   /* "http://127.0.0.1:PORT/v2" */
  char *oauth_url; /* "http://127.0.0.1:PORT/oauth" */
  int   smtp_port; /* on 127.0.0.1, no TLS, no sign-in */
  int   lease;     /* a file descriptor: while it is open the server stays; closed with the struct, or with the process however it ends */
} ConvenePracticeEndpoints;

void convene_practice_endpoints_free (ConvenePracticeEndpoints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeEndpoints, convene_practice_endpoints_free)

/* What practice's Zoom knows its two apps and its people by. They are no secrets: everybody's practice has the same. */
#define CONVENE_PRACTICE_CLIENT_ID "practice"
#define CONVENE_PRACTICE_CLIENT_SECRET "practice"
#define CONVENE_PRACTICE_OTHER_CLIENT_ID "practice-other"
#define CONVENE_PRACTICE_OTHER_CLIENT_SECRET "practice-other"
#define CONVENE_PRACTICE_ACCOUNT_NUMBER "practice"
#define CONVENE_PRACTICE_HOST "recruiter@example.com"
#define CONVENE_PRACTICE_HOST_NAME "Robin Recruiter"

/* Before a user's id, a refresh token of whoever has a living sign-in: practice's profile keeps no secret from one process to the next. */
#define CONVENE_PRACTICE_STANDING_TOKEN "practice."

/* The server of a practice profile, started (by running `program` with its server option) where none runs: one per folder, by a lock. */
void                      convene_practice_connect_async (const char *program, const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePracticeEndpoints *convene_practice_connect_finish (GAsyncResult *result, GError **error);

/* The option by which main.c recognises that it is to be the server: "--practice-server". */
#define CONVENE_PRACTICE_SERVER_OPTION "--practice-server"

/* Is the server until nobody holds a lease any more; for main.c. Answers the exit status. */
int convene_practice_server_main (int argc, char **argv);

G_END_DECLS
