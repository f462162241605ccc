/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store-life.h"

G_BEGIN_DECLS

/* The calls of convene-store-life.h, waited for. */
GPtrArray        *store_list_meeting_users (ConveneStore *store, const char *meeting_id, GError **error);
ConveneInterview *store_find_slot (ConveneStore *store, const char *job, const char *host, gint64 start, int duration, const char *except_uid, GError **error);
GPtrArray        *store_list_meetings_to_check (ConveneStore *store, gint64 from, gint64 to, gint64 before, GError **error);
GPtrArray        *store_list_doubtful_creates (ConveneStore *store, gint64 since, GError **error);
ConveneMeeting   *store_get_meeting (ConveneStore *store, const char *id, GError **error);
GHashTable       *store_list_preferences (ConveneStore *store, GError **error);
GPtrArray        *store_find_next_notice (ConveneStore *store, gint64 from, gint64 to, GError **error);
gint64            store_get_next_open (ConveneStore *store, gint64 now, GError **error);

G_END_DECLS
