/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-outcome.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"
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

static int
answer (ConveneCommandRun         *run,
        const ConveneOutboxReport *report)
{
  int              status = report->waiting->len > 0 || report->failed->len > 0 ? 1 : 0;
  g_autofree char *zone = convene_zone_dup_system ();
  g_autofree char *text = NULL;

  if (run->json)
    {
      text = convene_cli_json_report (report->done, report->waiting, report->failed);
      return convene_cli_output_bytes (text, -1, status);
    }

  text = convene_cli_text_report (report->done, report->waiting, report->failed, zone,
                                  convene_clock_now (convene_engine_get_clock (run->engine)));
  return convene_cli_output_text (text, status);
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

static void
interrupted_cb (GCancellable *cancellable,
                gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static gboolean
late_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

/* Where no window looks after the accounts all day, this does: what is found is kept, and `account list` says it. What is not found in time is no reason
 * not to go on. */
static void
check_accounts (ConveneCommandRun *run,
                int                seconds)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (run->engine);
  GCancellable    *interrupt = convene_cli_wait_get_cancellable (run->wait);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GSource) late = g_timeout_source_new_seconds ((guint) MIN (seconds, CHECK_SECONDS));
  g_autoptr(GPtrArray) checked = NULL;
  g_autoptr(GError) error = NULL;
  gulong handler = g_cancellable_connect (interrupt, G_CALLBACK (interrupted_cb), cancellable, NULL);

  g_source_set_callback (late, late_cb, cancellable, NULL);
  g_source_attach (late, g_main_context_get_thread_default ());
  convene_accounts_check_async (accounts, NULL, cancellable, convene_cli_wait_done_cb, run->wait);
  checked = convene_accounts_check_finish (accounts, convene_cli_wait_run (run->wait), &error);
  if (checked == NULL)
    g_debug ("The accounts could not be checked: %s", error->message);
  g_cancellable_disconnect (interrupt, handler);
  g_source_destroy (late);
}

static int
run_sync (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request       *self = request;
  ConveneOutbox *outbox = convene_engine_get_outbox (run->engine);
  g_autoptr(ConveneOutboxReport) report = NULL;

  if (self->seconds > 0 && is_check_due (run))
    check_accounts (run, self->seconds);
  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, NULL, self->seconds * CONVENE_SECOND, convene_cli_wait_get_cancellable (run->wait),
                               convene_cli_wait_done_cb, run->wait);
  report = convene_outbox_settle_finish (outbox, convene_cli_wait_run (run->wait), error);
  if (report == NULL)
    return -1;

  return answer (run, report);
}

/* clang-format off */
const ConveneCommandKind convene_command_sync = {
  .name = "sync",
  .arguments = "",
  .summary = N_("Do all that is due now, and say what was done"),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_sync,
};
/* clang-format on */
