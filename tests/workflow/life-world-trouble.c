/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts.h"
#include "life-world-private.h"

/* Longer than anything is put off for. */
#define LONG (16 * CONVENE_MINUTE)

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

static guint
settle_once (LifeWorld *self,
             gint64     wait,
             guint     *failed)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (self->fixture->engine);
  g_autoptr(GAsyncResult) settled = NULL;
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GError) error = NULL;

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, NULL, wait, NULL, fixture_result_cb, &settled);
  report = convene_outbox_settle_finish (outbox, fixture_await (&settled), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->waiting->len; i++)
    life_world_say (self, "   waits: %s %s", convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (report->waiting->pdata[i])),
                    convene_operation_get_error_message (report->waiting->pdata[i]));
  for (guint i = 0; i < report->failed->len; i++)
    life_world_say (self, "   failed: %s %s", convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (report->failed->pdata[i])),
                    convene_operation_get_error_message (report->failed->pdata[i]));
  *failed += report->failed->len;
  return report->waiting->len;
}

void
life_world_settle (LifeWorld *self,
                   gint64     wait)
{
  guint failed = 0;
  guint waiting = settle_once (self, wait, &failed);

  for (int i = 0; waiting > 0 && i < 8; i++)
    {
      life_world_set_clocks (self, convene_clock_now (self->fixture->clock) + LONG);
      waiting = settle_once (self, 5 * CONVENE_SECOND, &failed);
    }

  if (failed > 0)
    life_world_fail (self, "%u operations failed", failed);
  if (waiting > 0)
    life_world_fail (self, "%u operations wait for ever", waiting);
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
      life_world_set_clocks (self, (convene_clock_now (self->fixture->clock) / CONVENE_DAY + 1) * CONVENE_DAY + 5 * CONVENE_MINUTE);
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
