/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-enums.h"
#include "convene-job.h"

G_BEGIN_DECLS

/* Default meeting locations (HL-5 to HL-10): the recruiter's own, which is the preference "platform", those of people, and those of jobs, which go
 * before both. Errors are DATABASE, and those that a call names. */

/* The default location of a person and their address at Zoom; `address` NULL: one's own, which has no host. *has_platform is FALSE where there is none
 * of their own; *host is NULL where it is the same as `address`, else the caller's. */
void     convene_engine_get_place_async (ConveneEngine *self, const char *address, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_get_place_finish (ConveneEngine *self, GAsyncResult *result, gboolean *has_platform, ConvenePlatform *platform, char **host, GError **error);

/* What is set where somebody shall have no location of their own. */
#define CONVENE_PLACE_NONE ((ConvenePlatform) -1)

/* `address` NULL: one's own; `host` is without meaning then. `host` NULL or "": the same as `address`. INVALID (field address, host). */
void     convene_engine_set_place_async (ConveneEngine *self, const char *address, ConvenePlatform platform, const char *host, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_set_place_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* The jobs that have another default location than `platform`, by title: an array of ConveneJob (HL-6: what one is asked about). */
void       convene_engine_list_other_places_async (ConveneEngine *self, ConvenePlatform platform, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_list_other_places_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Gives jobs that default location: those named, or with NULL all that have another one. */
void     convene_engine_set_jobs_platform_async (ConveneEngine *self, const char *const *titles, ConvenePlatform platform, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_set_jobs_platform_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
