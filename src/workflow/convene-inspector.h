/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person who is about to join would find. */
typedef enum
{
  CONVENE_JOIN_FINE,        /* the meeting is being held */
  CONVENE_JOIN_NOT_STARTED, /* it is there, and its host has not begun it */
  CONVENE_JOIN_GONE,        /* the link leads nowhere: the meeting is not at Zoom any more, or has another link */
  CONVENE_JOIN_UNKNOWN,     /* nobody could say so in time, or it is no meeting of ours: the link may well be right */
} ConveneJoinState;

#define CONVENE_TYPE_JOIN_STATE (convene_join_state_get_type ())

GType convene_join_state_get_type (void);

#define CONVENE_TYPE_INSPECTOR (convene_inspector_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInspector, convene_inspector, CONVENE, INSPECTOR, GObject)

/* Looks at meetings where they are, so that what was changed there is known before the interview: moved, with another link or password, gone, or
 * somebody else's now. What it finds is kept with the meeting (convene_meeting_get_drift (), its state) and nothing else: what follows is a person's
 * choice (convene_scheduler_plan_fix_async ()). Reading costs nothing of a host's day. */

/* Looks at every upcoming meeting of ours that begins within `horizon` microseconds from now (G_MAXINT64: at all), soonest first, and removes
 * duplicates that Zoom made late. Answers how many of them are otherwise than they should be, known before or not; -1 with an error: DATABASE, CANCELLED, and
 * what the first account said that could not be asked, where not a single meeting could be looked at. A run while another one is under way follows it. */
void convene_inspector_run_async (ConveneInspector *self, gint64 horizon, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
int  convene_inspector_run_finish (ConveneInspector *self, GAsyncResult *result, GError **error);

/* Before joining: looks at an interview's meeting, two seconds at most; nothing is written. Errors: NOT_FOUND, DATABASE, CANCELLED. */
void             convene_inspector_look_async (ConveneInspector *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneJoinState convene_inspector_look_finish (ConveneInspector *self, GAsyncResult *result, GError **error);

/* By itself, over an engine that is open and in the process that runs the outbox: a day and an hour ahead of each interview, two minutes after it was doubtful
 * whether a meeting was made, and at the start where nobody has looked for six hours. Whoever starts the outbox for longer starts it. Closing the
 * engine stops it. */
void convene_inspector_start (ConveneInspector *self);
void convene_inspector_stop (ConveneInspector *self);

G_END_DECLS
