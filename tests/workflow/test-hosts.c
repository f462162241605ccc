/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-delegation.h"
#include "convene-hosts-private.h"
#include "workflow-fixture.h"

#define ME "recruiter@example.com"
#define HAL "hal@example.com" /* the hiring manager of the fixture's interview */
#define HAL_AT_ZOOM "hal.manager@example.org"
#define OTHER "other@example.com"

/* "NAME METHOD STATE": who is connected, in this order. The account's id is its address. */
typedef struct
{
  const char          *address; /* NULL: no further account */
  ConveneAccountMethod method;
  ConveneAccountState  state;
} Connected;

typedef struct
{
  const char *account; /* NULL: no further one */
  const char *address;
  gboolean    denied;
} Allowed;

#define BROWSER CONVENE_ACCOUNT_METHOD_BROWSER
#define SERVER CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER
#define WELL CONVENE_ACCOUNT_STATE_CONNECTED
#define EXPIRED CONVENE_ACCOUNT_STATE_EXPIRED
#define REVOKED CONVENE_ACCOUNT_STATE_REVOKED

typedef struct
{
  const char    *name;
  gboolean       without_manager;
  const char    *manager_host;
  const char    *scheduler;
  Connected      accounts[4];
  Allowed        delegations[3];
  const char    *account; /* that makes it */
  const char    *host;
  ConveneHostWay way;
  const char    *reason;
} Row;

#define NO_ZOOM "Zoom not connected: no Zoom account can host."
#define OWN "The hiring manager’s own Zoom account is connected."
#define NO_MANAGER "There is no hiring manager, so your Zoom account hosts."
#define YOURS "hal@example.com has no Zoom account connected here, so yours hosts."
#define ORGANIZATION "The organization’s Zoom account makes the meeting for hal@example.com."
#define LETS_ME "hal@example.com lets recruiter@example.com schedule for them in Zoom."

/* clang-format off */
static const Row rows[] = {
  /* SH-34 */
  { .name = "nobody", .way = CONVENE_HOST_NOBODY, .reason = NO_ZOOM },
  { .name = "nobody without a manager", .without_manager = TRUE, .way = CONVENE_HOST_NOBODY, .reason = NO_ZOOM },

  /* SH-13, SH-33 */
  { .name = "own", .accounts = { { ME, BROWSER }, { "HAL@Example.com", BROWSER } },
    .account = "HAL@Example.com", .host = "HAL@Example.com", .way = CONVENE_HOST_OWN, .reason = OWN },
  { .name = "own by a server", .accounts = { { ME, BROWSER }, { HAL, SERVER } },
    .account = HAL, .host = HAL, .way = CONVENE_HOST_OWN, .reason = OWN },
  { .name = "own, signed out, goes before all else", .accounts = { { ME, BROWSER }, { OTHER, SERVER }, { HAL, BROWSER, EXPIRED } }, .delegations = { { OTHER, HAL }, { ME, HAL } },
    .account = HAL, .host = HAL, .way = CONVENE_HOST_OWN, .reason = OWN },
  { .name = "own by another address", .manager_host = HAL_AT_ZOOM, .accounts = { { HAL, BROWSER }, { HAL_AT_ZOOM, BROWSER } },
    .account = HAL_AT_ZOOM, .host = HAL_AT_ZOOM, .way = CONVENE_HOST_OWN, .reason = OWN },
  { .name = "scheduler", .accounts = { { ME, BROWSER } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "scheduler without a manager", .without_manager = TRUE, .accounts = { { ME, BROWSER } }, .delegations = { { ME, HAL } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = NO_MANAGER },

  /* server-to-server for anybody whom Zoom knows */
  { .name = "server", .accounts = { { ME, BROWSER }, { OTHER, SERVER } }, .delegations = { { OTHER, "Hal@example.com" } },
    .account = OTHER, .host = HAL, .way = CONVENE_HOST_SERVER, .reason = ORGANIZATION },
  { .name = "server that was asked and does not", .accounts = { { ME, BROWSER }, { OTHER, SERVER } }, .delegations = { { OTHER, HAL, TRUE } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "server for another", .accounts = { { OTHER, SERVER } }, .delegations = { { OTHER, "eva@example.com" } },
    .account = OTHER, .host = OTHER, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "server for their address at Zoom", .manager_host = HAL_AT_ZOOM, .accounts = { { OTHER, SERVER } }, .delegations = { { OTHER, HAL_AT_ZOOM } },
    .account = OTHER, .host = HAL_AT_ZOOM, .way = CONVENE_HOST_SERVER, .reason = "The organization’s Zoom account makes the meeting for hal.manager@example.org." },
  { .name = "the server that works", .accounts = { { ME, SERVER, EXPIRED }, { OTHER, SERVER } }, .delegations = { { ME, HAL }, { OTHER, HAL } },
    .account = OTHER, .host = HAL, .way = CONVENE_HOST_SERVER, .reason = ORGANIZATION },

  /* VC-29 */
  { .name = "scheduled for", .accounts = { { OTHER, BROWSER }, { ME, BROWSER } }, .delegations = { { ME, HAL } },
    .account = ME, .host = HAL, .way = CONVENE_HOST_SCHEDULED_FOR, .reason = LETS_ME },
  { .name = "scheduled for with a code", .accounts = { { ME, CONVENE_ACCOUNT_METHOD_DEVICE } }, .delegations = { { ME, HAL } },
    .account = ME, .host = HAL, .way = CONVENE_HOST_SCHEDULED_FOR, .reason = LETS_ME },
  { .name = "server goes before scheduled for", .accounts = { { ME, BROWSER }, { OTHER, SERVER, REVOKED } }, .delegations = { { ME, HAL }, { OTHER, HAL } },
    .account = OTHER, .host = HAL, .way = CONVENE_HOST_SERVER, .reason = ORGANIZATION },
  { .name = "scheduled for no more", .accounts = { { ME, BROWSER } }, .delegations = { { ME, HAL, TRUE } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },

  /* which of several is the scheduler's */
  { .name = "first of several", .accounts = { { OTHER, BROWSER }, { ME, BROWSER } },
    .account = OTHER, .host = OTHER, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "mine of several", .scheduler = "Recruiter@example.com", .accounts = { { OTHER, BROWSER }, { ME, BROWSER } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "another that works", .scheduler = ME, .accounts = { { ME, BROWSER, EXPIRED }, { OTHER, BROWSER } },
    .account = OTHER, .host = OTHER, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "mine where none works", .scheduler = ME, .accounts = { { OTHER, BROWSER, EXPIRED }, { ME, BROWSER, EXPIRED } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
  { .name = "mine is gone", .scheduler = "gone@example.com", .accounts = { { OTHER, BROWSER, EXPIRED }, { ME, BROWSER } },
    .account = ME, .host = ME, .way = CONVENE_HOST_SCHEDULER, .reason = YOURS },
};
/* clang-format on */

static GPtrArray *
make_accounts (const Row *row)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "id", "mail", "kind", CONVENE_ACCOUNT_KIND_MAIL, "address", HAL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (row->accounts) && row->accounts[i].address != NULL; i++)
    g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "id", row->accounts[i].address, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "address", row->accounts[i].address,
                                             "method", row->accounts[i].method, "state", row->accounts[i].state, NULL));

  return accounts;
}

static ConveneHostFacts *
make_facts (const Row *row)
{
  g_autoptr(GPtrArray) accounts = make_accounts (row);
  g_autoptr(GPtrArray) delegations = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_delegation_free);

  for (guint i = 0; i < G_N_ELEMENTS (row->delegations) && row->delegations[i].account != NULL; i++)
    g_ptr_array_add (delegations, convene_delegation_new (row->delegations[i].account, row->delegations[i].address, !row->delegations[i].denied, 1));

  return convene_host_facts_new (accounts, delegations, NULL, row->manager_host, row->scheduler);
}

static ConveneInterview *
make_interview (gboolean without_manager)
{
  ConveneInterview *interview = fixture_interview ("Staff Engineer");

  if (without_manager)
    {
      g_object_unref (interview);
      interview = g_object_new (CONVENE_TYPE_INTERVIEW, "job", "Staff Engineer", NULL);
    }

  return interview;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(ConveneInterview) interview = make_interview (row->without_manager);
  g_autoptr(ConveneHostFacts) facts = make_facts (row);
  g_autoptr(ConveneHostChoice) choice = convene_host_choice_new (interview, facts);

  g_assert_cmpstr (choice->account != NULL ? convene_account_get_id (choice->account) : NULL, ==, row->account);
  g_assert_cmpstr (choice->host, ==, row->host);
  g_assert_cmpint (choice->way, ==, row->way);
  g_assert_cmpstr (choice->reason, ==, row->reason);
}

/* TH-18, X-3: the 100 of a day are the host's, whoever makes the meeting. */
static void
test_requests (void)
{
  static const Row row = { .accounts = { { ME, BROWSER } }, .delegations = { { ME, HAL } } };
  g_autoptr(ConveneInterview) interview = make_interview (FALSE);
  g_autoptr(ConveneInterview) alone = make_interview (TRUE);
  g_autoptr(GPtrArray) accounts = make_accounts (&row);
  g_autoptr(GPtrArray) delegations = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_delegation_free);
  g_autoptr(GHashTable) requests = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ConveneHostFacts) facts = NULL;
  g_autoptr(ConveneHostFacts) unread = NULL;
  g_autoptr(ConveneHostChoice) theirs = NULL;
  g_autoptr(ConveneHostChoice) mine = NULL;
  g_autoptr(ConveneHostChoice) said = NULL;

  convene_account_set_requests_today (g_ptr_array_index (accounts, 1), 40);
  g_ptr_array_add (delegations, convene_delegation_new (ME, "Hal@Example.com", TRUE, 1));
  g_hash_table_insert (requests, (char *) HAL, GINT_TO_POINTER (3));
  g_hash_table_insert (requests, (char *) ME, GINT_TO_POINTER (41));
  facts = convene_host_facts_new (accounts, delegations, requests, NULL, NULL);
  unread = convene_host_facts_new (accounts, NULL, NULL, NULL, NULL);

  theirs = convene_host_choice_new (interview, facts);
  mine = convene_host_choice_new (alone, facts);
  said = convene_host_choice_new (alone, unread);
  g_assert_cmpint (theirs->requests_today, ==, 3);
  g_assert_cmpint (mine->requests_today, ==, 41);
  g_assert_cmpint (said->requests_today, ==, 40);
}

/* Facts stay as they are: a refusal makes new ones, and is about one account and one host. */
static void
test_deny (void)
{
  static const Row row = { .accounts = { { ME, BROWSER }, { OTHER, SERVER } }, .delegations = { { OTHER, HAL }, { ME, HAL } } };
  g_autoptr(ConveneInterview) interview = make_interview (FALSE);
  g_autoptr(ConveneHostFacts) facts = make_facts (&row);
  g_autoptr(ConveneHostFacts) once = convene_host_facts_deny (facts, OTHER, "HAL@example.com");
  g_autoptr(ConveneHostFacts) twice = convene_host_facts_deny (once, ME, HAL);
  g_autoptr(ConveneHostChoice) first = convene_host_choice_new (interview, facts);
  g_autoptr(ConveneHostChoice) second = convene_host_choice_new (interview, once);
  g_autoptr(ConveneHostChoice) third = convene_host_choice_new (interview, twice);

  g_assert_cmpint (first->way, ==, CONVENE_HOST_SERVER);
  g_assert_cmpint (second->way, ==, CONVENE_HOST_SCHEDULED_FOR);
  g_assert_cmpint (third->way, ==, CONVENE_HOST_SCHEDULER);
}

static void
test_nicks (void)
{
  g_assert_cmpstr (convene_host_way_to_nick (CONVENE_HOST_OWN), ==, "own");
  g_assert_cmpstr (convene_host_way_to_nick (CONVENE_HOST_SERVER), ==, "server");
  g_assert_cmpstr (convene_host_way_to_nick (CONVENE_HOST_SCHEDULED_FOR), ==, "scheduled-for");
  g_assert_cmpstr (convene_host_way_to_nick (CONVENE_HOST_SCHEDULER), ==, "scheduler");
  g_assert_cmpstr (convene_host_way_to_nick (CONVENE_HOST_NOBODY), ==, "nobody");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workflow/hosts/SH-13/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/workflow/hosts/TH-18/of-the-host", test_requests);
  g_test_add_func ("/workflow/hosts/VC-29/deny", test_deny);
  g_test_add_func ("/workflow/hosts/nicks", test_nicks);

  return g_test_run ();
}
