/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-token-source.h"

G_DEFINE_INTERFACE (ConveneTokenSource, convene_token_source, G_TYPE_OBJECT)

static void
convene_token_source_default_init (ConveneTokenSourceInterface *iface)
{
}

void
convene_token_source_get_async (ConveneTokenSource *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_TOKEN_SOURCE (self));

  CONVENE_TOKEN_SOURCE_GET_IFACE (self)->get_async (self, cancellable, callback, user_data);
}

ConveneSecret *
convene_token_source_get_finish (ConveneTokenSource *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (CONVENE_IS_TOKEN_SOURCE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return CONVENE_TOKEN_SOURCE_GET_IFACE (self)->get_finish (self, result, error);
}

void
convene_token_source_invalidate (ConveneTokenSource *self,
                                 ConveneSecret      *token)
{
  g_return_if_fail (CONVENE_IS_TOKEN_SOURCE (self));
  g_return_if_fail (token != NULL);

  CONVENE_TOKEN_SOURCE_GET_IFACE (self)->invalidate (self, token);
}
