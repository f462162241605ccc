/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-practice-codes.h"
#include "convene-practice-delegations.h"
#include "convene-practice-devices.h"
#include "convene-practice-faults.h"
#include "convene-practice-limits.h"
#include "convene-practice-mailbox.h"
#include "convene-practice-meetings.h"
#include "convene-practice-switches.h"
#include "convene-practice-tokens.h"

G_BEGIN_DECLS

typedef struct _ConvenePracticeJournal ConvenePracticeJournal;

/* All that practice knows. It changes by commit alone, which writes the journal first. Only the counts are not kept: they are of this process. */
typedef struct
{
  ConvenePracticeJournal     *journal;
  ConvenePracticeMailbox     *mailbox;
  ConvenePracticeMeetings    *meetings;
  ConvenePracticeTokens      *tokens;
  ConvenePracticeCodes       *codes;
  ConvenePracticeDevices     *devices;
  ConvenePracticeDelegations *delegations;
  ConvenePracticeLimits      *limits;
  ConvenePracticeFaults      *faults;
  ConvenePracticeSwitches     switches;
  char                       *scopes;  /* what the app has; NULL for all that Convene asks for */
  GHashTable                 *counts;  /* word → number: requests by kind, and "429-daily" … */
  GHashTable                 *grants;  /* word → number: token requests by their grant */
  char                       *api_url; /* what tokens say, and where pages are; set by the server */
} ConvenePracticeState;

/* What the journal of the folder says. */
ConvenePracticeState *convene_practice_state_open (const char *folder,
                                                   GError    **error);
void                  convene_practice_state_free (ConvenePracticeState *self);

/* What whoever signs in grants to the app; and, as the administrators' forms, what a server-to-server token has. */
const char *convene_practice_state_get_scopes (ConvenePracticeState *self);
char       *convene_practice_state_dup_account_scopes (ConvenePracticeState *self);

/* {"change": "scopes", …}: NULL for all. */
JsonObject *convene_practice_state_format_scopes (const char *scopes);

/* Practice's clock: the machine's and the offset that was set. Microseconds since 1970 UTC. */
gint64 convene_practice_state_now (ConvenePracticeState *self);

/* Makes changes (objects as the parts format them) durable as one, then puts them into force. Nothing has happened after an error. An empty
 * array is nothing to do. */
gboolean convene_practice_state_commit (ConvenePracticeState *self,
                                        JsonArray            *changes,
                                        GError              **error);

/* Forgets everything but the letters. */
gboolean convene_practice_state_reset (ConvenePracticeState *self,
                                       GError              **error);

/* {"change": "switch", …}; FALSE if there is no such switch or the value is none. */
JsonObject *convene_practice_state_format_switch (const char *name,
                                                  JsonNode   *value);

void   convene_practice_state_count (ConvenePracticeState *self,
                                     const char           *word);
gint64 convene_practice_state_get_count (ConvenePracticeState *self,
                                         const char           *word);
void   convene_practice_state_count_grant (ConvenePracticeState *self,
                                           const char           *word);

/* What GET /practice/state answers. */
JsonObject *convene_practice_state_to_json (ConvenePracticeState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeState, convene_practice_state_free)

G_END_DECLS
