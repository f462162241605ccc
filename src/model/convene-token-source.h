/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-secret.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_TOKEN_SOURCE (convene_token_source_get_type ())

G_DECLARE_INTERFACE (ConveneTokenSource, convene_token_source, CONVENE, TOKEN_SOURCE, GObject)

/* Where a request gets its access token. Errors: SIGNED_OUT, UNREACHABLE, RATE_LIMITED, BAD_ANSWER, NO_KEYRING, KEYRING_LOCKED, REFUSED. */
struct _ConveneTokenSourceInterface
{
  GTypeInterface parent_iface;

  void (*get_async) (ConveneTokenSource *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  ConveneSecret *(*get_finish) (ConveneTokenSource *self, GAsyncResult *result, GError **error);
  void (*invalidate) (ConveneTokenSource *self, ConveneSecret *token);
};

/* A token that is good for at least some minutes. Requests that arrive while one is being fetched share its result. */
void           convene_token_source_get_async (ConveneTokenSource *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneSecret *convene_token_source_get_finish (ConveneTokenSource *self, GAsyncResult *result, GError **error);

/* The other side refused this token: the next get fetches another. A token that has been replaced meanwhile is ignored. */
void convene_token_source_invalidate (ConveneTokenSource *self, ConveneSecret *token);

G_END_DECLS
