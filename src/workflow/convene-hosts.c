/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-hosts-private.h"

#include <glib/gi18n-lib.h>

#include "convene-delegation.h"
#include "convene-text.h"

struct _ConveneHostFacts
{
  GPtrArray  *accounts;     /* of ConveneAccount */
  GPtrArray  *delegations;  /* of ConveneDelegation */
  GHashTable *requests;     /* address in lower case → GINT_TO_POINTER; NULL for what the accounts say */
  char       *manager_host; /* the hiring manager's address at Zoom; NULL for the same */
  char       *scheduler;    /* the address of the recruiter's own account; NULL for the first */
};

const char *
convene_host_way_to_nick (ConveneHostWay way)
{
  switch (way)
    {
    case CONVENE_HOST_OWN:
      return "own";
    case CONVENE_HOST_SERVER:
      return "server";
    case CONVENE_HOST_SCHEDULED_FOR:
      return "scheduled-for";
    case CONVENE_HOST_SCHEDULER:
      return "scheduler";
    case CONVENE_HOST_NOBODY:
    default:
      return "nobody";
    }
}

static GPtrArray *
copy_delegations (GPtrArray *delegations)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_delegation_free);

  for (guint i = 0; delegations != NULL && i < delegations->len; i++)
    {
      const ConveneDelegation *delegation = g_ptr_array_index (delegations, i);

      g_ptr_array_add (copies, convene_delegation_new (delegation->account_id, delegation->address, delegation->allowed, delegation->seen_at));
    }

  return copies;
}

static GHashTable *
copy_requests (GHashTable *requests)
{
  GHashTable    *copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       host, used;

  g_hash_table_iter_init (&iter, requests);
  while (g_hash_table_iter_next (&iter, &host, &used))
    g_hash_table_insert (copies, g_strdup (host), used);

  return copies;
}

ConveneHostFacts *
convene_host_facts_new (GPtrArray  *accounts,
                        GPtrArray  *delegations,
                        GHashTable *requests,
                        const char *manager_host,
                        const char *scheduler)
{
  ConveneHostFacts *self;

  g_return_val_if_fail (accounts != NULL, NULL);

  self = g_new0 (ConveneHostFacts, 1);
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < accounts->len; i++)
    g_ptr_array_add (self->accounts, g_object_ref (g_ptr_array_index (accounts, i)));
  self->delegations = copy_delegations (delegations);
  self->requests = requests != NULL ? copy_requests (requests) : NULL;
  self->manager_host = g_strdup (manager_host);
  self->scheduler = g_strdup (scheduler);
  return self;
}

void
convene_host_facts_free (ConveneHostFacts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->delegations, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_free (self->manager_host);
  g_free (self->scheduler);
  g_free (self);
}

GPtrArray *
convene_host_facts_get_accounts (const ConveneHostFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->accounts;
}

static ConveneDelegation *
find_delegation (const ConveneHostFacts *self,
                 const char             *account_id,
                 const char             *address)
{
  for (guint i = 0; i < self->delegations->len; i++)
    {
      ConveneDelegation *delegation = g_ptr_array_index (self->delegations, i);

      if (g_strcmp0 (delegation->account_id, account_id) == 0 && convene_address_equal (delegation->address, address))
        return delegation;
    }

  return NULL;
}

gboolean
convene_host_facts_allow (const ConveneHostFacts *self,
                          const char             *account_id,
                          const char             *address)
{
  const ConveneDelegation *delegation = find_delegation (self, account_id, address);

  return delegation != NULL && delegation->allowed;
}

ConveneHostFacts *
convene_host_facts_deny (const ConveneHostFacts *self,
                         const char             *account_id,
                         const char             *address)
{
  ConveneHostFacts  *denied = convene_host_facts_new (self->accounts, self->delegations, self->requests, self->manager_host, self->scheduler);
  ConveneDelegation *delegation = find_delegation (denied, account_id, address);

  if (delegation != NULL)
    delegation->allowed = FALSE;

  return denied;
}

int
convene_host_facts_get_requests (const ConveneHostFacts *self,
                                 ConveneAccount         *account,
                                 const char             *host)
{
  g_autofree char *key = g_ascii_strdown (host, -1);

  if (self->requests != NULL)
    return GPOINTER_TO_INT (g_hash_table_lookup (self->requests, key));

  return convene_host_is_other (account, host) ? 0 : convene_account_get_requests_today (account);
}

gboolean
convene_host_is_other (ConveneAccount *account,
                       const char     *host)
{
  return host != NULL && !convene_address_equal (convene_account_get_address (account), host);
}

/* What one rung of the ladder asks of an account: all that is set. */
typedef struct
{
  const char *address; /* its own */
  const char *host;    /* somebody else, for whom Zoom lets it */
  gboolean    server;  /* with `host`: whether by a server-to-server account, or by a person's */
} Rung;

static gboolean
stands_on (const ConveneHostFacts *facts,
           ConveneAccount         *account,
           const Rung             *rung)
{
  gboolean server = convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;

  if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
    return FALSE;
  if (rung->address != NULL && !convene_address_equal (convene_account_get_address (account), rung->address))
    return FALSE;
  if (rung->host == NULL)
    return TRUE;

  return server == rung->server && convene_host_facts_allow (facts, convene_account_get_id (account), rung->host);
}

/* An account that works goes before one that wants its person to sign in again: that one is better than none, its work waits for the sign-in. */
static ConveneAccount *
best_of (const ConveneHostFacts *facts,
         const Rung             *rung)
{
  ConveneAccount *second = NULL;

  for (guint i = 0; i < facts->accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (facts->accounts, i);

      if (!stands_on (facts, account, rung))
        continue;
      if (convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED)
        return account;
      if (second == NULL)
        second = account;
    }

  return second;
}

static gboolean
is_connected (ConveneAccount *account)
{
  return account != NULL && convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED;
}

/* The recruiter's own account, if it works; else one that does. */
static ConveneAccount *
best_of_scheduler (const ConveneHostFacts *facts)
{
  ConveneAccount *own = facts->scheduler != NULL ? best_of (facts, &(Rung){ .address = facts->scheduler }) : NULL;
  ConveneAccount *any = best_of (facts, &(Rung){ 0 });

  return own != NULL && (is_connected (own) || !is_connected (any)) ? own : any;
}

static void
choose (ConveneHostChoice      *self,
        const ConveneHostFacts *facts,
        ConveneHostWay          way,
        ConveneAccount         *account,
        const char             *host)
{
  self->way = way;
  self->account = g_object_ref (account);
  self->host = g_strdup (host);
  self->requests_today = convene_host_facts_get_requests (facts, account, host);
}

/* Whether the hiring manager hosts, in one way or another. */
static gboolean
choose_manager (ConveneHostChoice      *self,
                const ConveneHostFacts *facts,
                const char             *manager)
{
  const char     *wanted = facts->manager_host != NULL ? facts->manager_host : manager;
  ConveneAccount *own = best_of (facts, &(Rung){ .address = wanted });
  ConveneAccount *server = best_of (facts, &(Rung){ .host = wanted, .server = TRUE });
  ConveneAccount *delegate = best_of (facts, &(Rung){ .host = wanted });

  if (own != NULL)
    {
      choose (self, facts, CONVENE_HOST_OWN, own, convene_account_get_address (own));
      self->reason = g_strdup (_ ("The hiring manager’s own Zoom account is connected."));
    }
  else if (server != NULL)
    {
      choose (self, facts, CONVENE_HOST_SERVER, server, wanted);
      /* Translators: %s is the hiring manager's mail address */
      self->reason = g_strdup_printf (_ ("The organization’s Zoom account makes the meeting for %s."), wanted);
    }
  else if (delegate != NULL)
    {
      choose (self, facts, CONVENE_HOST_SCHEDULED_FOR, delegate, wanted);
      /* Translators: the first %s is the hiring manager's mail address, the second that of a Zoom account */
      self->reason = g_strdup_printf (_ ("%s lets %s schedule for them in Zoom."), wanted, convene_account_get_address (delegate));
    }

  return self->account != NULL;
}

static void
choose_scheduler (ConveneHostChoice      *self,
                  const ConveneHostFacts *facts,
                  const char             *manager)
{
  ConveneAccount *account = best_of_scheduler (facts);

  if (account == NULL)
    {
      self->way = CONVENE_HOST_NOBODY;
      self->reason = g_strdup (_ ("Zoom not connected: no Zoom account can host."));
      return;
    }

  choose (self, facts, CONVENE_HOST_SCHEDULER, account, convene_account_get_address (account));
  if (manager != NULL)
    /* Translators: %s is the hiring manager's mail address */
    self->reason = g_strdup_printf (_ ("%s has no Zoom account connected here, so yours hosts."), manager);
  else
    self->reason = g_strdup (_ ("There is no hiring manager, so your Zoom account hosts."));
}

ConveneHostChoice *
convene_host_choice_new (ConveneInterview       *interview,
                         const ConveneHostFacts *facts)
{
  ConveneHostChoice  *self;
  ConveneParticipant *participant;
  const char         *manager;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (ConveneHostChoice, 1);
  participant = convene_interview_get_hiring_manager (interview);
  manager = participant != NULL ? convene_participant_get_address (participant) : NULL;
  if (manager == NULL || !choose_manager (self, facts, manager))
    choose_scheduler (self, facts, manager);
  return self;
}

ConveneHostChoice *
convene_host_choice_new_for (const char             *host,
                             const ConveneHostFacts *facts)
{
  g_autoptr(ConveneHostChoice) self = g_new0 (ConveneHostChoice, 1);

  if (!choose_manager (self, facts, host))
    return NULL;

  if (self->way == CONVENE_HOST_OWN)
    {
      g_free (self->reason);
      /* Translators: %s is the mail address of a Zoom user */
      self->reason = g_strdup_printf (_ ("The Zoom account of %s is connected."), self->host);
    }
  return g_steal_pointer (&self);
}

ConveneHostChoice *
convene_host_choice_new_again (ConveneAccount         *account,
                               const char             *host,
                               const ConveneHostFacts *facts)
{
  ConveneHostChoice *self = g_new0 (ConveneHostChoice, 1);
  gboolean           server = convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
  ConveneHostWay     way = server ? CONVENE_HOST_SERVER : CONVENE_HOST_SCHEDULED_FOR;

  choose (self, facts, convene_host_is_other (account, host) ? way : CONVENE_HOST_OWN, account, host);
  return self;
}

void
convene_host_choice_free (ConveneHostChoice *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->account);
  g_free (self->host);
  g_free (self->reason);
  g_free (self);
}
