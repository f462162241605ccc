/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts.h"
#include "life-world-private.h"

/* Longer than anything is put off for. */
#define LONG (16 * CONVENE_MINUTE)

/* How often the time is put on by so much, and how long something may be under way by the machine's clock. */
#define MOST_WAITS 8
#define PATIENCE (60 * G_USEC_PER_SEC)

typedef enum
{
  TROUBLE_OFFLINE,      /* nothing can be reached, and the program is started anew */
  TROUBLE_FAULTS,       /* some requests fail, on either side of their effect */
  TROUBLE_DISCONNECTED, /* nobody can make meetings */
  TROUBLE_HURRY,        /* one thing after the other, before anything has left */
  TROUBLE_FULL,         /* the day's requests are used up */
  N_TROUBLES
} Trouble;

static const char *const faults[] = {
  "{'fault':'drop-before','on':'any','times':3}",
  "{'fault':'commit-then-drop','on':'create'}",
  "{'fault':'commit-then-500','on':'create','times':2}",
  "[{'fault':'commit-then-drop','on':'patch'},{'fault':'503','on':'get','times':2}]",
  "[{'fault':'commit-then-500','on':'delete'},{'fault':'drop-before','on':'delete'}]",
  "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':2}]",
  "{'fault':'503','on':'any','times':5}",
  "{'fault':'429-second','on':'any','times':3}",
  "{'fault':'reset','on':'create','times':2}",
  "{'fault':'truncated','on':'create'}",
  "{'fault':'invalid-json','on':'patch'}",
  "{'fault':'421','on':'smtp','times':4}",
  "{'fault':'later','on':'smtp','times':3}",
  "{'fault':'hang','on':'create','ms':1000}",
  "[{'fault':'421','on':'smtp','times':6},{'fault':'500','on':'create','times':4}]",
};

/* Who may host for the account that is there now, so that planning asks nothing. */
static void
learn_hosts (LifeWorld *self)
{
  g_autoptr(ConveneAccount) account = fixture_account (self->fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  ConveneChange *change = convene_change_new ();
  gint64         now = convene_clock_now (self->fixture->clock);

  convene_change_put_delegation (change, convene_account_get_id (account), "hal@example.com", FALSE, now);
  convene_change_put_delegation (change, convene_account_get_id (account), LIFE_OTHER_HOST, TRUE, now);
  life_commit (self->fixture, change);
}

/* The program is started anew, with the network or without it. */
static void
restart (LifeWorld *self,
         gboolean   online)
{
  ConvenePracticeEndpoints *endpoints = self->fixture->endpoints;
  ConvenePracticeEndpoints  real = *endpoints;

  if (!online)
    {
      endpoints->api_url = (char *) "http://127.0.0.1:1/v2";
      endpoints->smtp_port = 1;
    }
  fixture_restart (self->fixture);
  if (self->provided)
    fixture_provide (self->fixture, TRUE, TRUE);
  else
    fixture_provide (self->fixture, FALSE, TRUE);
  endpoints->api_url = real.api_url;
  endpoints->smtp_port = real.smtp_port;
  convene_outbox_start (convene_engine_get_outbox (self->fixture->engine));
}

void
life_world_open (LifeWorld *self,
                 guint      trouble)
{
  self->trouble = trouble % N_TROUBLES;
  self->open = TRUE;
  self->clean = FALSE;
  self->n_planned = 0;
  switch ((Trouble) self->trouble)
    {
    case TROUBLE_OFFLINE:
      life_world_say (self, "   offline");
      restart (self, FALSE);
      break;
    case TROUBLE_FAULTS:
      life_world_say (self, "   %s", faults[trouble / N_TROUBLES % G_N_ELEMENTS (faults)]);
      fixture_order (self->fixture, faults[trouble / N_TROUBLES % G_N_ELEMENTS (faults)]);
      break;
    case TROUBLE_DISCONNECTED:
      life_world_say (self, "   disconnected");
      fixture_disconnect (self->fixture, CONVENE_ACCOUNT_KIND_ZOOM);
      self->provided = FALSE;
      break;
    case TROUBLE_FULL:
      life_world_say (self, "   the day is full");
      fixture_order (self->fixture, "[{'quota': {'host': '" LIFE_HOST "', 'used': 100}}, {'quota': {'host': '" LIFE_OTHER_HOST "', 'used': 100}}]");
      break;
    case TROUBLE_HURRY:
    case N_TROUBLES:
    default:
      life_world_say (self, "   in a hurry");
      break;
    }
}

static void
hasten (LifeWorld *self)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_hasten_async (scheduler, NULL, fixture_result_cb, &result);
  g_assert_true (convene_scheduler_hasten_finish (scheduler, fixture_await (&result), NULL));
}

static void
say_operations (LifeWorld  *self,
                const char *how,
                GPtrArray  *operations)
{
  for (guint i = 0; i < operations->len; i++)
    life_world_say (self, "   %s: %s %s", how, convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (operations->pdata[i])),
                    convene_operation_get_error_message (operations->pdata[i]));
}

static ConveneOutboxReport *
settle_once (LifeWorld *self,
             gint64     wait)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (self->fixture->engine);
  g_autoptr(GAsyncResult) settled = NULL;
  g_autoptr(GError) error = NULL;
  ConveneOutboxReport *report;

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, NULL, wait, NULL, fixture_result_cb, &settled);
  report = convene_outbox_settle_finish (outbox, fixture_await (&settled), &error);
  g_assert_no_error (error);
  say_operations (self, "waits", report->waiting);
  say_operations (self, "failed", report->failed);
  return report;
}

static gboolean
is_any_running (GPtrArray *operations)
{
  for (guint i = 0; i < operations->len; i++)
    if (convene_operation_get_state (operations->pdata[i]) == CONVENE_OPERATION_STATE_RUNNING)
      return TRUE;

  return FALSE;
}

static char *
format_first (GPtrArray *operations)
{
  ConveneOperation *first = g_ptr_array_index (operations, 0);

  return g_strdup_printf ("%u operations, the first is %s: %s", operations->len, convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (first)),
                          convene_operation_get_error_message (first));
}

void
life_world_settle (LifeWorld *self,
                   gint64     wait)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_autoptr(ConveneOutboxReport) report = settle_once (self, wait);
  g_autofree char *failed = report->failed->len > 0 ? format_first (report->failed) : NULL;
  g_autofree char *waiting = NULL;

  for (int i = 0; report->waiting->len > 0 && i < MOST_WAITS && g_get_monotonic_time () < end;)
    {
      /* A slow machine has it under way still: a clock that is put on would end its request. */
      if (!is_any_running (report->waiting))
        {
          fixture_set_clocks (self->fixture, convene_clock_now (self->fixture->clock) + LONG);
          i++;
        }

      convene_outbox_report_free (report);
      report = settle_once (self, 5 * CONVENE_SECOND);
      if (failed == NULL && report->failed->len > 0)
        failed = format_first (report->failed);
    }

  if (failed != NULL)
    life_world_fail (self, "failed: %s", failed);
  if (report->waiting->len > 0)
    {
      waiting = format_first (report->waiting);
      life_world_fail (self, "wait for ever: %s", waiting);
    }
}

void
life_world_close (LifeWorld *self)
{
  if (!self->open)
    return;

  self->open = FALSE;
  switch ((Trouble) self->trouble)
    {
    case TROUBLE_OFFLINE:
      restart (self, TRUE);
      break;
    case TROUBLE_DISCONNECTED:
      fixture_connect (self->fixture);
      learn_hosts (self);
      break;
    case TROUBLE_FULL:
      fixture_set_clocks (self->fixture, (convene_clock_now (self->fixture->clock) / CONVENE_DAY + 1) * CONVENE_DAY + 5 * CONVENE_MINUTE);
      break;
    case TROUBLE_FAULTS:
    case TROUBLE_HURRY:
    case N_TROUBLES:
    default:
      break;
    }

  fixture_order (self->fixture, "{'heal': {}}");
  hasten (self);
  life_world_settle (self, 5 * CONVENE_SECOND);
}
