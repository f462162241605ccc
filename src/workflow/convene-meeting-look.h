/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-meeting-provider.h"

G_BEGIN_DECLS

/* Reads the meeting with a number; one that is not there is read again after five seconds, because Zoom says so wrongly for a while: only then the error
 * is GONE. Errors as the provider's. */
void            convene_meeting_look_async (ConveneMeetingProvider *provider, ConveneClock *clock, gint64 number, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneMeeting *convene_meeting_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
