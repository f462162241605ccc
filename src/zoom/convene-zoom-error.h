/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-zoom-answer.h"

G_BEGIN_DECLS

/* Whether an answer says that the request failed: by its status, or by an "errorCode" in a body whose status does not say so. */
gboolean convene_zoom_error_is_failure (const ConveneZoomAnswer *answer);

/* What an answer that is a failure means for the caller: by status first, by Zoom's code second, by its words last. Owned by the caller. */
GError *convene_zoom_error_new (const ConveneZoomAnswer *answer);

/* Whether a failure is one of the limit per second, as against another limit of Zoom's or no limit at all. `error` is what was made of it, or NULL. */
gboolean convene_zoom_error_is_pace (const ConveneZoomAnswer *answer,
                                     const GError            *error);

/* How many creates and updates of its day the host of a write has used, by the headers or by a refusal for want of them; -1 where nothing is said. */
int convene_zoom_error_get_used (const ConveneZoomAnswer *answer);

/* For an answer that should be there and makes no sense: BAD_ANSWER, doubtful where the request may have had its effect. */
GError *convene_zoom_error_new_bad (const ConveneZoomAnswer *answer);

G_END_DECLS
