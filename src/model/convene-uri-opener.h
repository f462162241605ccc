/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_URI_OPENER (convene_uri_opener_get_type ())

G_DECLARE_INTERFACE (ConveneUriOpener, convene_uri_opener, CONVENE, URI_OPENER, GObject)

/* Whoever shows an address in the person's browser: a face. Errors: REFUSED (there is no browser, or it cannot be started: show the address to
 * copy), CANCELLED. */
struct _ConveneUriOpenerInterface
{
  GTypeInterface parent_iface;

  void (*open_async) (ConveneUriOpener *self, const char *uri, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*open_finish) (ConveneUriOpener *self, GAsyncResult *result, GError **error);
};

/* Success says that something was started, not that a person sees it. */
void     convene_uri_opener_open_async (ConveneUriOpener *self, const char *uri, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_uri_opener_open_finish (ConveneUriOpener *self, GAsyncResult *result, GError **error);

G_END_DECLS
