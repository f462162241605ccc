/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-meeting.h"
#include "convene-zoom-client.h"

G_BEGIN_DECLS

/* Has Zoom's meeting say what the interview wants, where `known` says otherwise: convene_meeting_provider_change_async (). Where that touches the
 * alternative hosts, the meeting is read first, because Zoom replaces them all: whom somebody else added at Zoom stays. Nothing is asked where nothing
 * differs. */
void     convene_zoom_change_async (ConveneZoomClient  *client,
                                    ConveneMeeting     *known,
                                    ConveneInterview   *wanted,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean convene_zoom_change_finish (ConveneZoomClient *client,
                                     GAsyncResult      *result,
                                     GError           **error);

G_END_DECLS
