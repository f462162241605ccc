/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the terminal does, with a clock that can be given: the process that the crash test kills.
 *
 *   crash-child FOLDER API OAUTH SMTP-PORT EPOCH SCALE STEP...
 *
 * A step is an act of crash-acts.h with its words set apart by "|", "prefer|KEY|VALUE", "sync", which does whatever is due and prints "settled", "halt", at
 * which it stands still until it is sent SIGCONT, or "die-after|N": from here on it kills itself as soon as it hears of the N-th change. */

#include <signal.h>
#include <stdlib.h>

#include "convene-vault.h"
#include "crash-acts.h"
#include "life-fixture.h"
#include "scaled-clock.h"

static Fixture *
open_fixture (char **argv)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  gint64 epoch = g_ascii_strtoll (argv[5], NULL, 10);

  self->folder = g_strdup (argv[1]);
  self->endpoints = g_new0 (ConvenePracticeEndpoints, 1);
  self->endpoints->lease = -1;
  self->endpoints->api_url = g_strdup (argv[2]);
  self->endpoints->oauth_url = g_strdup (argv[3]);
  self->endpoints->smtp_port = (int) g_ascii_strtoll (argv[4], NULL, 10);
  self->clock = convene_scaled_clock_new (epoch, epoch, (int) g_ascii_strtoll (argv[6], NULL, 10));
  self->vault = convene_memory_vault_new ();
  convene_memory_vault_set_default (CONVENE_MEMORY_VAULT (self->vault), "client-secret", secret);
  self->engine = convene_engine_new (self->folder, self->vault, self->clock, self->endpoints->api_url, self->endpoints->oauth_url);
  convene_engine_open_async (self->engine, NULL, fixture_result_cb, &result);
  if (!convene_engine_open_finish (self->engine, fixture_await (&result), &error))
    g_error ("%s", error->message);
  return self;
}

static void
settle_all (Fixture *self)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (self->engine);
  g_autoptr(GAsyncResult) settled = NULL;
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GError) error = NULL;

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, NULL, 10 * CONVENE_MINUTE, NULL, fixture_result_cb, &settled);
  report = convene_outbox_settle_finish (outbox, fixture_await (&settled), &error);
  if (report == NULL)
    g_error ("%s", error->message);
  g_print ("settled %u %u %u\n", report->done->len, report->waiting->len, report->failed->len);
}

/* As fixture_free (), but the profile stays: the next process looks at it. */
static void
close_fixture (Fixture *self)
{
  g_autoptr(GAsyncResult) closed = NULL;

  convene_engine_close_async (self->engine, NULL, fixture_result_cb, &closed);
  convene_engine_close_finish (self->engine, fixture_await (&closed), NULL);
  g_clear_object (&closed);
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->vault));
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  convene_practice_endpoints_free (self->endpoints);
  g_free (self->folder);
  g_free (self);
}

/* Where the parent says what is to happen next, and when. */
static void
halt (void)
{
  g_print ("halted\n");
  raise (SIGSTOP);
}

static void
die_cb (ConveneEngine *engine,
        gpointer       left)
{
  if (--*(int *) left <= 0)
    raise (SIGKILL);
}

static void
perform (Fixture           *fixture,
         gint64             epoch,
         const char *const *words,
         int               *left)
{
  if (g_str_equal (words[0], "sync"))
    {
      settle_all (fixture);
    }
  else if (g_str_equal (words[0], "prefer"))
    {
      life_set_preference (fixture, words[1], words[2]);
    }
  else if (g_str_equal (words[0], "halt"))
    {
      halt ();
    }
  else if (g_str_equal (words[0], "die-after"))
    {
      *left = (int) g_ascii_strtoll (words[1], NULL, 10);
      g_signal_connect (fixture->engine, "changed", G_CALLBACK (die_cb), left);
    }
  else
    {
      crash_act (fixture, epoch, words);
    }
}

/* Another host for whom the account can make meetings. */
static void
learn_other_host (Fixture *fixture)
{
  ConveneChange *change = convene_change_new ();

  convene_change_put_delegation (change, "test-zoom", "host-1@example.com", TRUE, convene_clock_now (fixture->clock));
  life_commit (fixture, change);
}

int
main (int   argc,
      char *argv[])
{
  Fixture *fixture;
  gint64   epoch;
  int      left = 0;

  if (argc < 8)
    return EXIT_FAILURE;

  fixture = open_fixture (argv);
  epoch = g_ascii_strtoll (argv[5], NULL, 10);
  fixture_provide (fixture, TRUE, TRUE);
  learn_other_host (fixture);
  for (int i = 7; i < argc; i++)
    {
      g_auto(GStrv) words = g_strsplit (argv[i], "|", -1);

      perform (fixture, epoch, (const char *const *) words, &left);
    }

  close_fixture (fixture);
  return EXIT_SUCCESS;
}
