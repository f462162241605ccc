/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-zoom-answer.h"
#include "convene-zoom-client.h"

G_BEGIN_DECLS

/* For the flows of this folder. The source object of `task` is the client, and its cancellable is the request's. */

/* Sends one request. `path` follows the address of the API; `body` may be NULL. The reference to the task goes to the callback as its data. */
void convene_zoom_client_send (GTask              *task,
                               const char         *method,
                               const char         *path,
                               JsonNode           *body,
                               GAsyncReadyCallback callback);

/* Takes what came back; `answer` is valid as long as the reply. An error of a GET is never doubtful. */
ConveneHttpReply *convene_zoom_client_receive (GTask             *task,
                                               const char        *method,
                                               GObject           *http,
                                               GAsyncResult      *result,
                                               ConveneZoomAnswer *answer,
                                               GError           **error);

/* A task for the above. Whoever cancels stops the request; what came back whole is not thrown away: a meeting that was made is there. */
GTask *convene_zoom_client_new_task (ConveneZoomClient  *self,
                                     gpointer            source_tag,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

/* Takes what came back for a change or deletion of a host's meeting, and ends the task with it. */
void convene_zoom_client_finish_done (GTask        *task,
                                      const char   *method,
                                      const char   *host,
                                      GObject      *http,
                                      GAsyncResult *result);

/* Tells whoever listens what an answer says of a host's day. */
void convene_zoom_client_learn (ConveneZoomClient       *self,
                                const char              *host,
                                const ConveneZoomAnswer *answer);

/* Owned by the caller. */
char *convene_zoom_client_dup_meeting_path (gint64 number);

/* "/users/me", or "/users/" and the host: Zoom lets a user's own token say "me" alone, and that of a server-to-server app all but that. Owned by the
 * caller. Errors: REFUSED where a host is needed and there is none. */
char *convene_zoom_client_dup_user_path (ConveneZoomClient *self,
                                         const char        *host,
                                         GError           **error);

/* Whether a host is somebody else than the signed-in user: one schedules for them. A server-to-server account has no user. */
gboolean convene_zoom_client_is_for_other (ConveneZoomClient *self,
                                           const char        *host);

/* What makes the client a ConveneMeetingProvider. */
void convene_zoom_meetings_iface_init (ConveneMeetingProviderInterface *iface);

G_END_DECLS
