/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* throughput HOSTS [INTERVIEWS]: so many interviews for each of HOSTS hosts (100 at first, which is what Zoom lets one have in a day) are scheduled as fast
 * as they can be while the outbox runs, against a practice Zoom whose answers take 150 ms and which keeps to Zoom's limits. It is over when every invitation
 * has left. The ideal is the longer of one host's chain of requests and of what the account may ask in that time. */

#include <libsoup/soup.h>
#include <sys/resource.h>

#include "convene-delegation.h"
#include "convene-engine-private.h"
#include "convene-store.h"
#include "workflow-fixture.h"

#define LATENCY_MS 150
#define RATE 20 /* Zoom: rate limits: creates a second */
#define ACCOUNT "zoom-benchmark"
#define LONGEST (30 * CONVENE_MINUTE)

static void
use_real_clock (Fixture *fixture)
{
  fixture_close_engine (g_steal_pointer (&fixture->engine));
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  fixture->clock = convene_system_clock_new ();
  fixture->engine = fixture_open_engine (fixture);
}

static void
provide (Fixture *fixture)
{
  ConveneAccounts *all = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "id", ACCOUNT, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER,
                                           "address", CONVENE_PRACTICE_HOST, "name", CONVENE_PRACTICE_HOST_NAME, "plan", "licensed", "account-number",
                                           CONVENE_PRACTICE_ACCOUNT_NUMBER, "client-id", CONVENE_PRACTICE_CLIENT_ID, "oauth-url", fixture->endpoints->oauth_url, NULL));
  g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "id", "mail-benchmark", "kind", CONVENE_ACCOUNT_KIND_MAIL, "method", CONVENE_ACCOUNT_METHOD_PASSWORD,
                                           "address", CONVENE_PRACTICE_HOST, "name", CONVENE_PRACTICE_HOST_NAME, "server", "127.0.0.1", "port",
                                           fixture->endpoints->smtp_port, "security", CONVENE_MAIL_SECURITY_NONE, "user", "", NULL));
  convene_accounts_provide_async (all, accounts, NULL, fixture_result_cb, &result);
  convene_accounts_provide_finish (all, fixture_await (&result), &error);
  g_assert_no_error (error);
}

static char *
dup_host (guint number)
{
  return g_strdup_printf ("host-%u@example.com", number + 1);
}

/* That the account makes meetings in their name is known: nobody is asked while it is measured. */
static void
learn_hosts (Fixture *fixture,
             guint    n_hosts)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConveneStore *store = convene_engine_get_store (fixture->engine);

  for (guint i = 0; i < n_hosts; i++)
    {
      g_autofree char *host = dup_host (i);

      convene_change_put_delegation (change, ACCOUNT, host, TRUE, convene_clock_now (fixture->clock));
    }
  convene_store_commit_async (store, change, NULL, fixture_result_cb, &result);
  convene_store_commit_finish (store, fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
add_person (ConveneInterview *interview,
            ConveneRole       role,
            const char       *name,
            const char       *address)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", name, "address", address, NULL);

  convene_interview_add_participant (interview, person);
}

static ConveneInterview *
make_interview (guint host,
                guint number)
{
  gint64           start = g_get_real_time () + (7 + number) * CONVENE_DAY;
  g_autofree char *manager = dup_host (host);
  g_autofree char *candidate = g_strdup_printf ("ada-%u-%u@example.com", host, number);
  g_autoptr(ConveneMoment) moment = convene_moment_new_at (start, "America/Mexico_City", NULL);
  ConveneInterview *interview = g_object_new (CONVENE_TYPE_INTERVIEW, "job", "Staff Engineer", "start", moment, "duration", 45, "platform", CONVENE_PLATFORM_ZOOM,
                                              "agenda", "Introduction, experience, questions", NULL);

  add_person (interview, CONVENE_ROLE_CANDIDATE, "Ada Example", candidate);
  add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "Hal Manager", manager);
  add_person (interview, CONVENE_ROLE_REQUIRED, "Rita Required", "rita@example.com");
  return interview;
}

static void
settle (Fixture *fixture)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GError) error = NULL;

  convene_outbox_settle_async (outbox, NULL, LONGEST, NULL, fixture_result_cb, &result);
  report = convene_outbox_settle_finish (outbox, fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->failed->len, ==, 0);
}

static double
get_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static guint
count_letters (Fixture *fixture)
{
  g_autoptr(JsonObject) state = fixture_state (fixture);

  return json_array_get_length (json_object_get_array_member (state, "letters"));
}

static void
tell (Fixture *fixture,
      guint    n_hosts,
      guint    n_each,
      double   scheduled,
      double   total,
      double   cpu)
{
  guint  n = n_hosts * n_each;
  double chain = n_each * LATENCY_MS / 1000.0;
  double ideal = MAX (chain, (double) n / RATE);

  g_print ("%u interviews on %u host%s: scheduled in %.2f s, all done in %.2f s, ideal %.2f s, ratio %.3f\n", n, n_hosts, n_hosts == 1 ? "" : "s", scheduled, total, ideal, total / ideal);
  g_print ("  processor time %.1f ms an interview; meetings %u, creates %u, looks %u, letters %u\n", 1000 * cpu / n, fixture_count_meetings (fixture),
           fixture_count_calls (fixture, "create"), fixture_count_calls (fixture, "list"), count_letters (fixture));
  g_print ("  429 per second %u, concurrent %u, daily %u\n", fixture_count_calls (fixture, "429-second"), fixture_count_calls (fixture, "429-concurrent"),
           fixture_count_calls (fixture, "429-daily"));
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, n);
  g_assert_cmpuint (count_letters (fixture), ==, n);
}

int
main (int   argc,
      char *argv[])
{
  guint    n_hosts = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1;
  guint    n_each = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 100;
  Fixture *fixture = fixture_new ();
  gint64   begin;
  double   cpu, scheduled;

  use_real_clock (fixture);
  provide (fixture);
  learn_hosts (fixture, n_hosts);
  fixture_order (fixture, "{'set': {'latency_ms': 150, 'pace': true, 'concurrency': true}}");
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));

  cpu = get_cpu ();
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < n_hosts * n_each; i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (i % n_hosts, i / n_hosts);
      g_autofree char *uid = fixture_schedule (fixture, interview);
    }
  scheduled = (g_get_monotonic_time () - begin) / 1e6;
  settle (fixture);
  tell (fixture, n_hosts, n_each, scheduled, (g_get_monotonic_time () - begin) / 1e6, get_cpu () - cpu);

  fixture_free (fixture);
  return 0;
}
