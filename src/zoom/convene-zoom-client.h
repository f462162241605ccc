/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-clock.h"
#include "convene-http-session.h"
#include "convene-meeting-provider.h"
#include "convene-token-source.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZOOM_CLIENT (convene_zoom_client_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoomClient, convene_zoom_client, CONVENE, ZOOM_CLIENT, GObject)

/* Zoom's REST API as typed calls: a ConveneMeetingProvider. A server-to-server account names its host in the path, a signed-in user is "me".
 * `api_url` is without a slash at its end: "https://api.zoom.us/v2". */
ConveneZoomClient *convene_zoom_client_new (ConveneHttpSession  *http,
                                            ConveneTokenSource  *source,
                                            ConveneClock        *clock,
                                            const char          *api_url,
                                            ConveneAccountMethod method);

/* Who a host is: GET /users/{host}, or /users/me. */
typedef struct
{
  char *id;
  char *address;
  char *name;     /* NULL where Zoom has none */
  char *timezone; /* NULL where Zoom has none */
  int   type;     /* 1 basic, 2 licensed, others as Zoom says */
} ConveneZoomUser;

void convene_zoom_user_free (ConveneZoomUser *user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneZoomUser, convene_zoom_user_free)

void             convene_zoom_client_get_user_async (ConveneZoomClient *self, const char *host, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneZoomUser *convene_zoom_client_get_user_finish (ConveneZoomClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
