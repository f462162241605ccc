/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-meeting.h"
#include "convene-zoom-client.h"

G_BEGIN_DECLS

/* Looks through all meetings of a host for those that an earlier create may have made: convene_meeting_provider_find_async ().
 * `meetings_path` is "/users/me/meetings" or that of a host. Errors: those of convene_zoom_error_new (), BAD_ANSWER for a list without an end. */
void convene_zoom_find_async (ConveneZoomClient  *client,
                              const char         *meetings_path,
                              ConveneMeeting     *intent,
                              gint64              since,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);

GPtrArray *convene_zoom_find_finish (ConveneZoomClient *client,
                                     GAsyncResult      *result,
                                     GError           **error);

G_END_DECLS
