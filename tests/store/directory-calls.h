/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store-directory.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* The calls of convene-store-directory.h, waited for. */
GPtrArray        *store_list_entries (ConveneStore *store, gint64 from, gint64 to, guint limit, gint64 now, GError **error);
GPtrArray        *store_list_clashes (ConveneStore *store, gint64 from, gint64 to, const char *const *addresses, const char *except, gint64 now, GError **error);
GPtrArray        *store_list_people (ConveneStore *store, const char *text, guint limit, GError **error);
GPtrArray        *store_list_jobs (ConveneStore *store, const char *text, guint limit, GError **error);
ConveneInterview *store_find_last_interview (ConveneStore *store, const char *job, GError **error);
GPtrArray        *store_list_activity (ConveneStore *store, const char *uid, GError **error);
ConveneNeeds     *store_get_needs (ConveneStore *store, gint64 now, GError **error);

/* What each item of an array shows, separated by blanks: uids; "address=uid"; addresses; titles. */
char *join_entries (GPtrArray *entries);
char *join_clashes (GPtrArray *clashes);
char *join_people (GPtrArray *people);
char *join_jobs (GPtrArray *jobs);

G_END_DECLS
