/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-zoom-answer.h"
#include "convene-zoom-client.h"

G_BEGIN_DECLS

/* What Zoom's settings say of how people get in. What is not there says nothing, and is no error. */

/* Of one meeting, its "settings"; NULL is UNKNOWN. Zoom: a waiting room disables "join_before_host". */
ConveneEntry convene_zoom_parse_entry (JsonObject *settings);

/* Of a user, by its options. Zoom: get user settings, without an option, with "meeting_security" and with "meeting_authentication". Each answer adds to
 * `settings` what it knows, in this order. */
gboolean convene_zoom_parse_settings (const ConveneZoomAnswer *answer,
                                      ConveneZoomSettings     *settings,
                                      GError                 **error);

G_END_DECLS
