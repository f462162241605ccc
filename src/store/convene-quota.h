/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-connection.h"

G_BEGIN_DECLS

/* Days since 1970 of the UTC day that an instant (microseconds) lies in: quotas begin anew at 00:00 UTC. */
gint64 convene_quota_get_day (gint64 at);

/* What a host has used of that day. */
gboolean convene_quota_read (ConveneConnection *connection,
                             const char        *host,
                             gint64             now,
                             int               *requests,
                             GError           **error);

G_END_DECLS
