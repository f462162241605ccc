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
#include "convene-zoom-pace.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZOOM_CLIENT (convene_zoom_client_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoomClient, convene_zoom_client, CONVENE, ZOOM_CLIENT, GObject)

/* Zoom's REST API as typed calls: a ConveneMeetingProvider. A server-to-server account names its host in the path, a signed-in user is "me" and
 * schedules for others (Zoom: create a meeting, "schedule_for"). `api_url` is without a slash at its end: "https://api.zoom.us/v2". `address` is
 * whose "me" is; NULL while that is unknown, then nobody is scheduled for. */
ConveneZoomClient *convene_zoom_client_new (ConveneHttpSession  *http,
                                            ConveneTokenSource  *source,
                                            ConveneClock        *clock,
                                            const char          *api_url,
                                            ConveneAccountMethod method,
                                            const char          *address);

/* What the client's requests wait for; one for all clients of a Zoom account. NULL, which it is at first: nothing. */
void convene_zoom_client_set_pace (ConveneZoomClient *self,
                                   ConveneZoomPace   *pace);

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

/* Whether a server-to-server account has a user: GET /users/{address}. NULL without an error where it has not, or one who cannot host (1001, 1010, 1120). */
void             convene_zoom_client_find_user_async (ConveneZoomClient *self, const char *address, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneZoomUser *convene_zoom_client_find_user_finish (ConveneZoomClient *self, GAsyncResult *result, GError **error);

/* The addresses of those for whom the signed-in user may schedule: GET /users/me/schedulers. Zoom's words are used both ways; "schedulers" is taken for
 * these and "assistants" for those who may schedule for me. MISSING_SCOPES where the app may not ask. */
void  convene_zoom_client_list_schedulers_async (ConveneZoomClient *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv convene_zoom_client_list_schedulers_finish (ConveneZoomClient *self, GAsyncResult *result, GError **error);

/* How a host's account is set, as far as it says so: GET /users/{host}/settings. */
typedef struct
{
  ConveneEntry entry;          /* of meetings that ask to let people in before the host */
  char        *password_rules; /* convene_password_rules_check (); NULL where nothing is asked */
} ConveneZoomSettings;

void convene_zoom_settings_free (ConveneZoomSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneZoomSettings, convene_zoom_settings_free)

/* MISSING_SCOPES where the app may not read them, which it need not. */
void                 convene_zoom_client_get_settings_async (ConveneZoomClient *self, const char *host, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneZoomSettings *convene_zoom_client_get_settings_finish (ConveneZoomClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
