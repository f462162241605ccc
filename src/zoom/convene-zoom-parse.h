/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-meeting.h"
#include "convene-zoom-answer.h"
#include "convene-zoom-client.h"

G_BEGIN_DECLS

/* The answers of Zoom's calls. Each is a value, or CONVENE_ERROR as convene_zoom_error_new () says; what makes no sense is BAD_ANSWER. */

/* Zoom: create a meeting, get a meeting. A meeting with everything but an account id, live; `start_url` is never read. */
ConveneMeeting *convene_zoom_parse_meeting (const ConveneZoomAnswer *answer,
                                            GError                 **error);

/* Zoom: update, delete a meeting. */
gboolean convene_zoom_parse_done (const ConveneZoomAnswer *answer,
                                  GError                 **error);

/* Zoom: list a user's meetings. An array of ConveneMeeting that owns its items; those that make no sense are left out, those without a usable
 * link have none. *next_page_token is NULL at the end of the list, else owned by the caller. */
GPtrArray *convene_zoom_parse_page (const ConveneZoomAnswer *answer,
                                    char                   **next_page_token,
                                    GError                 **error);

/* Zoom: get a user. */
ConveneZoomUser *convene_zoom_parse_user (const ConveneZoomAnswer *answer,
                                          GError                 **error);

/* Zoom: list a user's schedulers. The addresses; users without a usable one are left out. */
GStrv convene_zoom_parse_schedulers (const ConveneZoomAnswer *answer,
                                     GError                 **error);

G_END_DECLS
