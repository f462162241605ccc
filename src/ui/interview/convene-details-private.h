/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-details.h"

G_BEGIN_DECLS

/* What somebody changed at Zoom, in a few words (NULL for nothing), and in sentences: an array of char * that owns them. */
const char *convene_details_get_drift_trouble (ConveneInterview *interview);
GPtrArray  *convene_details_list_drift (ConveneInterview *interview,
                                        gint64            now);

/* The last change or deletion of the meeting, where it failed or waits for another attempt; owned by the interview. And that in a few words. NULL for
 * none. */
ConveneOperation *convene_details_find_stuck (ConveneInterview *interview);
const char       *convene_details_get_stuck_trouble (ConveneInterview *interview);

G_END_DECLS
