/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-uri-opener.h"

G_DEFINE_INTERFACE (ConveneUriOpener, convene_uri_opener, G_TYPE_OBJECT)

static void
convene_uri_opener_default_init (ConveneUriOpenerInterface *iface)
{
}

void
convene_uri_opener_open_async (ConveneUriOpener   *self,
                               const char         *uri,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_URI_OPENER (self));
  g_return_if_fail (uri != NULL);

  CONVENE_URI_OPENER_GET_IFACE (self)->open_async (self, uri, cancellable, callback, user_data);
}

gboolean
convene_uri_opener_open_finish (ConveneUriOpener *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_URI_OPENER (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return CONVENE_URI_OPENER_GET_IFACE (self)->open_finish (self, result, error);
}
