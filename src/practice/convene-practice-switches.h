/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What can be set about practice for as long as it is not set otherwise. Numbers; a boolean is 0 or 1. */
typedef enum
{
  CONVENE_PRACTICE_CLOCK_OFFSET_US,      /* added to the machine's clock */
  CONVENE_PRACTICE_LATENCY_MS,           /* each of Zoom's answers takes so long */
  CONVENE_PRACTICE_LATE_LIST_MS,         /* so long a new meeting stays out of lists, by practice's clock */
  CONVENE_PRACTICE_DAILY_LIMIT,          /* creates and updates per host and UTC day */
  CONVENE_PRACTICE_DELETES_COUNT,        /* whether deletes count among them */
  CONVENE_PRACTICE_PACE,                 /* whether the limits per second are kept */
  CONVENE_PRACTICE_LIGHT_PACE,           /* calls per second and account */
  CONVENE_PRACTICE_MEDIUM_PACE,          /* the same */
  CONVENE_PRACTICE_CONCURRENCY,          /* whether a second write for a host that is being written is refused */
  CONVENE_PRACTICE_WAITING_ROOM,         /* whether the account forces a waiting room, which defeats joining before the host */
  CONVENE_PRACTICE_EMBED_PASSWORD,       /* whether join links carry pwd= */
  CONVENE_PRACTICE_ONE_TOKEN,            /* whether a new server-to-server token ends the one before */
  CONVENE_PRACTICE_SECOND_LOGIN_REVOKES, /* whether a new sign-in of a user ends the tokens of the one before */
  CONVENE_PRACTICE_STRICT_LINES,         /* whether the mail server refuses lines over 998 octets and bare CR or LF */
  CONVENE_PRACTICE_N_SWITCHES
} ConvenePracticeSwitch;

typedef struct
{
  gint64 values[CONVENE_PRACTICE_N_SWITCHES];
} ConvenePracticeSwitches;

void convene_practice_switches_init (ConvenePracticeSwitches *self);

/* Takes a number or a boolean. FALSE for an unknown name or any other value. */
gboolean convene_practice_switches_set (ConvenePracticeSwitches *self,
                                        const char              *name,
                                        JsonNode                *value);

JsonObject *convene_practice_switches_to_json (const ConvenePracticeSwitches *self);

G_END_DECLS
