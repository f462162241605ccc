/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-practice-switches.h"
#include "convene-practice-user.h"

G_BEGIN_DECLS

/* What Zoom makes of a request that was found valid. Pure but for the randomness of links, passwords and uuids. */

typedef struct
{
  const ConvenePracticeSwitches *switches;
  gint64                         now;         /* microseconds since 1970 UTC */
  gboolean                       bare_link;   /* a join link without pwd= */
  gboolean                       keeps_start; /* an update leaves the start as it is */
  gboolean                       new_link;    /* an update makes another join link all the same */
} ConvenePracticeBodyContext;

/* The body of a new meeting, without a start_url. */
JsonObject *convene_practice_meeting_body_new (JsonObject                       *request,
                                               gint64                            id,
                                               const ConvenePracticeUser        *host,
                                               const ConvenePracticeBodyContext *context);

/* The body after an update. A start in the past is ignored, as Zoom does without a word. */
JsonObject *convene_practice_meeting_body_update (JsonObject                       *body,
                                                  JsonObject                       *request,
                                                  const ConvenePracticeBodyContext *context);

/* With a fresh start_url, as a create or a read of one meeting answers. */
JsonObject *convene_practice_meeting_body_show (JsonObject *body);

/* The few members that lists have, the agenda cut to 250 code points. */
JsonObject *convene_practice_meeting_body_list (JsonObject *body);

G_END_DECLS
