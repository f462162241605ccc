/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-clock.h"

G_BEGIN_DECLS

/* The meetings of practice's Zoom, deleted ones too. */
typedef struct _ConvenePracticeMeetings ConvenePracticeMeetings;

typedef struct
{
  gint64      id;
  gint64      start;      /* microseconds since 1970 UTC; 0 without one */
  gint64      visible_at; /* lists do not show it before */
  gboolean    is_deleted;
  JsonObject *body;     /* as Zoom shows it, without the start_url, which is never kept; not to be changed. "ended" is for practice alone */
  JsonObject *previous; /* the body before its last change, or NULL */
} ConvenePracticeMeeting;

ConvenePracticeMeetings *convene_practice_meetings_new (void);
void                     convene_practice_meetings_free (ConvenePracticeMeetings *self);

/* NULL where there is none, or it is deleted. */
const ConvenePracticeMeeting *convene_practice_meetings_find (ConvenePracticeMeetings *self,
                                                              gint64                   id);

/* The same, deleted or not. */
const ConvenePracticeMeeting *convene_practice_meetings_find_any (ConvenePracticeMeetings *self,
                                                                  gint64                   id);

/* Zoom forgets a scheduled meeting so long after its start. */
#define CONVENE_PRACTICE_MEETING_LIFE (30 * CONVENE_DAY)
gboolean convene_practice_meeting_is_expired (const ConvenePracticeMeeting *self,
                                              gint64                        now);

/* Whether it is being held. */
gboolean convene_practice_meeting_is_live (const ConvenePracticeMeeting *self);

/* An unused number. */
gint64 convene_practice_meetings_new_id (ConvenePracticeMeetings *self);

/* Address of the host. */
const char *convene_practice_meeting_get_host (const ConvenePracticeMeeting *self);

/* All of them in the order of their making; owned by self. */
GPtrArray *convene_practice_meetings_get_all (ConvenePracticeMeetings *self);

/* Changes; apply puts them, or those from the journal, into force. What is put is there again if it was deleted. */
JsonObject *convene_practice_meetings_format_put (JsonObject *body,
                                                  gint64      visible_at);
JsonObject *convene_practice_meetings_format_delete (gint64 id);
void        convene_practice_meetings_apply (ConvenePracticeMeetings *self,
                                             JsonObject              *change);

/* All of them, with "deleted" and "visible_at". */
JsonArray *convene_practice_meetings_to_json (ConvenePracticeMeetings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeMeetings, convene_practice_meetings_free)

G_END_DECLS
