/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-engine.h"
#include "convene-secret.h"

G_BEGIN_DECLS

/* The profile that a face works on: where its data, its Zoom and its secrets are. Practice is known here, and in main.c, alone. */

typedef enum
{
  CONVENE_PROFILE_PRACTICE = 1 << 0, /* the practice account's */
  CONVENE_PROFILE_ONLINE = 1 << 1,   /* accounts will be spoken to: practice needs its server then */
  CONVENE_PROFILE_SAMPLES = 1 << 2,  /* at its first start practice gets something to look at */
} ConveneProfileFlags;

/* `client_id` and `client_secret` are the app to sign in with at Zoom, each NULL for none; practice has its own. Answers an engine that is open, on the caller's main context; practice's server stays as long as the engine. Errors: DATABASE, INVALID (a variable that
 * names no address), UNREACHABLE (practice's server does not start). Nothing stays open then. */
void           convene_profile_open_async (ConveneProfileFlags flags, const char *client_id, ConveneSecret *client_secret, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneEngine *convene_profile_open_finish (GAsyncResult *result, GError **error);

/* The path of the database, whether or not there is one yet. Free it. */
char *convene_profile_dup_database (ConveneProfileFlags flags);

G_END_DECLS
