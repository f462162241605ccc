/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-limit.h"
#include "convene-cli-look.h"
#include "convene-cli-outcome.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"
#include "convene-cli-words.h"
#include "convene-health-due.h"
#include "convene-zone.h"

/* How long Zoom and the mail server may take over saying how the accounts are; what is due does not wait longer for it. */
#define CHECK_SECONDS 10

typedef struct
{
  char *wait;

  /* what it comes to */
  int seconds;
} Request;

static gpointer
create (void)
{
  Request *self = g_new0 (Request, 1);

  self->seconds = CONVENE_CLI_WAIT_DEFAULT;
  return self;
}

static void
request_free (gpointer request)
{
  Request *self = request;

  g_free (self->wait);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "wait", 0, 0, G_OPTION_ARG_FILENAME, &self->wait, N_("How long to wait for what is due now; 60 by default"), N_("SECONDS") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  return convene_cli_positional_take_none (words, error) &&
         (self->wait == NULL || convene_cli_value_parse_number (self->wait, "wait", 0, CONVENE_CLI_WAIT_MAX, &self->seconds, error));
}

static gboolean
is_check_due (ConveneCommandRun *run)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(GPtrArray) list = NULL;

  convene_accounts_list_async (accounts, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  list = convene_accounts_list_finish (accounts, convene_cli_wait_run (run->wait), NULL);
  return list != NULL && convene_health_is_due (list, convene_clock_now (convene_engine_get_clock (run->engine)));
}

/* Where no window looks after the accounts all day, this does: what is found is kept, and `account list` says it. What is not found in time is no reason
 * not to go on. */
static void
check_accounts (ConveneCommandRun *run,
                int                seconds)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  g_autoptr(ConveneCliLimit) limit = convene_cli_limit_new (run, MIN (seconds, CHECK_SECONDS));
  g_autoptr(GPtrArray) checked = NULL;
  g_autoptr(GError) error = NULL;

  convene_accounts_check_async (accounts, NULL, convene_cli_limit_get_cancellable (limit), convene_cli_wait_done_cb, run->wait);
  checked = convene_accounts_check_finish (accounts, convene_cli_wait_run (run->wait), &error);
  if (checked == NULL)
    g_debug ("The accounts could not be checked: %s", error->message);
}

/* Where a change of the preference was cut short. */
static gboolean
adjust_reminders (ConveneCommandRun *run,
                  GError           **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  convene_scheduler_adjust_reminders_async (scheduler, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_adjust_reminders_finish (scheduler, convene_cli_wait_run (run->wait), error) >= 0;
}

/* What is left until a moment, in microseconds. */
static gint64
get_rest (ConveneCommandRun *run,
          gint64             end)
{
  return MAX (0, end - convene_clock_now (convene_engine_get_clock (run->engine)));
}

static ConveneOutboxReport *
settle (ConveneCommandRun *run,
        gint64             wait,
        GError           **error)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (run->engine);

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, NULL, wait, convene_cli_wait_get_cancellable (run->wait),
                               convene_cli_wait_done_cb, run->wait);
  return convene_outbox_settle_finish (outbox, convene_cli_wait_run (run->wait), error);
}

static gboolean
has_operation (GPtrArray  *operations,
               const char *id)
{
  for (guint i = 0; i < operations->len; i++)
    if (g_strcmp0 (convene_operation_get_id (g_ptr_array_index (operations, i)), id) == 0)
      return TRUE;

  return FALSE;
}

static void
add_new (GPtrArray *operations,
         GPtrArray *later)
{
  for (guint i = 0; i < later->len; i++)
    if (!has_operation (operations, convene_operation_get_id (g_ptr_array_index (later, i))))
      g_ptr_array_add (operations, g_object_ref (g_ptr_array_index (later, i)));
}

/* Adds to a report what happened since; what waits is told as it is now. */
static gboolean
settle_again (ConveneCommandRun   *run,
              gint64               wait,
              ConveneOutboxReport *report,
              GError             **error)
{
  g_autoptr(ConveneOutboxReport) later = settle (run, wait, error);

  if (later == NULL)
    return FALSE;

  add_new (report->done, later->done);
  add_new (report->failed, later->failed);
  g_ptr_array_unref (report->waiting);
  report->waiting = g_ptr_array_ref (later->waiting);
  return TRUE;
}

static int
answer (ConveneCommandRun    *run,
        const ConveneCliSync *sync)
{
  int              status = sync->report->waiting->len > 0 || sync->report->failed->len > 0 || sync->problem != NULL ? 1 : 0;
  g_autofree char *zone = convene_zone_dup_system ();
  g_autofree char *text = NULL;

  if (run->json)
    {
      text = convene_cli_json_report (sync);
      return convene_cli_output_bytes (text, -1, status);
    }

  text = convene_cli_text_report (sync, zone, convene_clock_now (convene_engine_get_clock (run->engine)));
  status = convene_cli_output_text (text, status);
  if (sync->problem != NULL)
    convene_cli_output_message (convene_cli_word_error (sync->problem));
  return status;
}

/* However long the outbox took, the look has some seconds. What it wrote is done, too: a meeting that Zoom made twice is deleted. */
static void
look (ConveneCommandRun   *run,
      int                  seconds,
      gint64               end,
      ConveneOutboxReport *report,
      GError             **error)
{
  gint64 rest = get_rest (run, end) / CONVENE_SECOND;
  g_autoptr(GError) problem = NULL;

  if (!convene_cli_look_run (run, (int) MAX (rest, MIN (seconds, CHECK_SECONDS)), error))
    return;
  if (!settle_again (run, get_rest (run, end), report, &problem))
    g_debug ("What the look wrote was not waited for: %s", problem->message);
}

/* The outbox first, so that what it changes is looked at as it is then. */
static int
run_sync (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request *self = request;
  gint64   end;
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GPtrArray) differing = NULL;
  g_autoptr(GError) problem = NULL;

  if (self->seconds > 0 && is_check_due (run))
    check_accounts (run, self->seconds);

  if (!adjust_reminders (run, error))
    return -1;

  end = convene_clock_now (convene_engine_get_clock (run->engine)) + self->seconds * CONVENE_SECOND;
  report = settle (run, self->seconds * CONVENE_SECOND, error);
  if (report == NULL)
    return -1;
  if (self->seconds > 0)
    look (run, self->seconds, end, report, &problem);

  differing = convene_cli_look_list (run, error);
  if (differing == NULL)
    return -1;

  return answer (run, &(ConveneCliSync){ .report = report, .differing = differing, .problem = problem });
}

/* clang-format off */
const ConveneCommandKind convene_command_sync = {
  .name = "sync",
  .arguments = "",
  .summary = N_("Do all that is due now, look at the meetings at Zoom, and say what was done"),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_sync,
};
/* clang-format on */
