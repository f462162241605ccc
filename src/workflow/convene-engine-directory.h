/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-activity.h"
#include "convene-calendar-entry.h"
#include "convene-choice.h"
#include "convene-clash.h"
#include "convene-engine.h"
#include "convene-job.h"

G_BEGIN_DECLS

/* What a profile knows, for faces that complete and look back. Errors are DATABASE and those that a call names. */

/* The people whose name or address has a word that begins with `text` (accents and case do not matter), most recently interviewed first, at most
 * 8: an array of ConveneParticipant with name, address, timezone and language. `text` may be "". */
void       convene_engine_find_people_async (ConveneEngine *self, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_find_people_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* The jobs whose title has a word that begins with `text`, most recently used first, at most 8: an array of ConveneJob. */
void       convene_engine_find_jobs_async (ConveneEngine *self, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_find_jobs_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* What a list of interviews can be narrowed to: of kind "job" (a title), "host" (the address of a meeting's host) or "person" (the address of somebody who takes
 * part, labelled with the name) those that are known and whose words begin with those of `prefix` (which may be ""), most recently used first, at most 50: an
 * array of ConveneChoice that owns its items. */
void       convene_engine_list_choices_async (ConveneEngine *self, const char *kind, const char *prefix, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_list_choices_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* The interview of a job (the title as it stands) that was written last, with its people, or NULL without an error: what was used before. */
void              convene_engine_find_last_interview_async (ConveneEngine *self, const char *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_engine_find_last_interview_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* An interview's history, newest first: an array of ConveneActivity. */
void       convene_engine_list_activity_async (ConveneEngine *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_list_activity_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Who of some addresses takes part in an interview (that is not cancelled) which overlaps [from, to), but for the interview `except` (NULL for
 * none): an array of ConveneClash that owns its items, by start. An address of "*" asks for every interview, whoever takes part. */
void       convene_engine_find_clashes_async (ConveneEngine *self, gint64 from, gint64 to, const char *const *addresses, const char *except, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_find_clashes_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* A preference of the profile, or NULL without an error; setting NULL forgets it. Written in the order of the calls. */
void     convene_engine_get_preference_async (ConveneEngine *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char    *convene_engine_get_preference_finish (ConveneEngine *self, GAsyncResult *result, GError **error);
void     convene_engine_set_preference_async (ConveneEngine *self, const char *key, const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_set_preference_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* The notes for the team, which nobody outside sees: nothing but the database changes. Answers the notes that were there before. INVALID (field notes), NOT_FOUND. */
void  convene_engine_set_notes_async (ConveneEngine *self, const char *uid, const char *notes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *convene_engine_set_notes_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
