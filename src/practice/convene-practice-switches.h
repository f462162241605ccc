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
  CONVENE_PRACTICE_NO_QUOTA_HEADERS,     /* whether answers keep silent of them */
  CONVENE_PRACTICE_PACE,                 /* whether the limits per second are kept */
  CONVENE_PRACTICE_LIGHT_PACE,           /* calls per second and account */
  CONVENE_PRACTICE_MEDIUM_PACE,          /* the same */
  CONVENE_PRACTICE_CONCURRENCY,          /* whether a second write for a host that is being written is refused */
  CONVENE_PRACTICE_WAITING_ROOM,         /* whether the account forces a waiting room, which defeats joining before the host */
  CONVENE_PRACTICE_JOIN_BEFORE_HOST,     /* whether the account lets people in before the host, whatever a meeting asks for */
  CONVENE_PRACTICE_SIGN_IN,              /* whether the account lets in only who is signed in */
  CONVENE_PRACTICE_PASSWORD_LENGTH,      /* characters that the account asks for in passwords that somebody chooses */
  CONVENE_PRACTICE_EMBED_PASSWORD,       /* whether join links carry pwd= */
  CONVENE_PRACTICE_ONE_TOKEN,            /* whether a new server-to-server token ends the one before */
  CONVENE_PRACTICE_SECOND_LOGIN_REVOKES, /* whether a new sign-in of a user ends the tokens that the app had from the one before */
  CONVENE_PRACTICE_CONSENT,              /* what the page of consent does: 0 asks, 1 allows at once, 2 declines at once */
  CONVENE_PRACTICE_CONSENT_USER,         /* who allows at once, by their number */
  CONVENE_PRACTICE_PRE_APPROVED,         /* whether the account's administrator lets the app in */
  CONVENE_PRACTICE_APP_ENABLED,          /* whether the app is switched on */
  CONVENE_PRACTICE_DEVICE_ENABLED,       /* whether the app may sign in with a code on another device */
  CONVENE_PRACTICE_DEVICE_LIFE_S,        /* of a device code */
  CONVENE_PRACTICE_DEVICE_INTERVAL_S,    /* between two polls; 0: no poll comes too soon */
  CONVENE_PRACTICE_DEVICE_SLOW_DOWN,     /* so many polls of each device code are told to slow down */
  CONVENE_PRACTICE_CODE_LIFE_S,          /* of an authorization code */
  CONVENE_PRACTICE_ACCESS_LIFE_S,        /* of an access token */
  CONVENE_PRACTICE_ROTATE,               /* whether a refresh brings another refresh token */
  CONVENE_PRACTICE_REFRESH_GRACE,        /* whether the refresh token before works until its successor was used */
  CONVENE_PRACTICE_NEWER_LOGIN_CODE,     /* errorCode for a refresh token that a newer sign-in ended; 0: it is just invalid */
  CONVENE_PRACTICE_PLAIN_PKCE,           /* whether a code challenge may be the verifier itself */
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
