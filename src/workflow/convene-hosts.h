/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-accounts.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* In what way somebody hosts, best first (SH-13, SH-33, VC-29). */
typedef enum
{
  CONVENE_HOST_OWN,           /* the hiring manager's own account is connected here */
  CONVENE_HOST_SERVER,        /* a server-to-server account makes it in the hiring manager's name */
  CONVENE_HOST_SCHEDULED_FOR, /* an account that the hiring manager lets schedule makes it for them */
  CONVENE_HOST_SCHEDULER,     /* the recruiter's own account */
  CONVENE_HOST_NOBODY
} ConveneHostWay;

/* "own", "server", "scheduled-for", "scheduler", "nobody": for JSON. */
const char *convene_host_way_to_nick (ConveneHostWay way);

/* Who hosts an interview's meeting and why. */
typedef struct
{
  ConveneAccount *account; /* that makes the meeting; owned; NULL for nobody */
  char           *host;    /* an address, whose requests of the day it costs; NULL for nobody */
  ConveneHostWay  way;
  int             requests_today; /* of the host */
  char           *reason;         /* one sentence */
} ConveneHostChoice;

/* All that the choice needs, read once; it never changes. */
typedef struct _ConveneHostFacts ConveneHostFacts;

/* `manager` is the hiring manager's address, or NULL. Zoom is asked about one of whom it is not known, or was not asked for a day, whether an account
 * can host or schedule for them; what it does not answer in 3 seconds is what was known before. Errors: DATABASE and CANCELLED alone. */
void              convene_host_facts_read_async (ConveneAccounts *accounts, const char *manager, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneHostFacts *convene_host_facts_read_finish (GAsyncResult *result, GError **error);

/* For tests. `accounts` are those that may be used now (ConveneAccount, every kind, in the order of connection), `delegations` of ConveneDelegation or
 * NULL, `requests` today's by host (address in lower case → GINT_TO_POINTER) or NULL for what the accounts say, `manager_host` the hiring manager's
 * address at Zoom or NULL for the same, `scheduler` the address of the recruiter's own account or NULL for the first. All are referred to or copied. */
ConveneHostFacts *convene_host_facts_new (GPtrArray *accounts, GPtrArray *delegations, GHashTable *requests, const char *manager_host, const char *scheduler);
void              convene_host_facts_free (ConveneHostFacts *self);

/* Of ConveneAccount, those that may be used now, of every kind. Owned by the facts. */
GPtrArray *convene_host_facts_get_accounts (const ConveneHostFacts *self);

/* Who hosts: pure. An account that works goes before one that wants its person, in the same way; that one goes before a lesser way, its work waits. */
ConveneHostChoice *convene_host_choice_new (ConveneInterview *interview, const ConveneHostFacts *facts);
void               convene_host_choice_free (ConveneHostChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneHostFacts, convene_host_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneHostChoice, convene_host_choice_free)

G_END_DECLS
