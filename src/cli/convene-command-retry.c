/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-outcome.h"
#include "convene-cli-target.h"
#include "convene-cli-value.h"

typedef struct
{
  char *wait;

  /* what they come to */
  char *uid;
  int   seconds;
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
  g_free (self->uid);
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

  self->uid = convene_cli_target_take (words, error);
  return self->uid != NULL &&
         (self->wait == NULL || convene_cli_value_parse_number (self->wait, "wait", 0, CONVENE_CLI_WAIT_MAX, &self->seconds, error));
}

static int
run_retry (gpointer           request,
           ConveneCommandRun *run,
           GError           **error)
{
  Request          *self = request;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);
  g_autoptr(ConveneInterview) interview = convene_cli_target_find (run, self->uid, error);

  if (interview == NULL)
    return -1;

  convene_scheduler_retry_async (scheduler, convene_interview_get_uid (interview), NULL, convene_cli_wait_done_cb, run->wait);
  if (convene_scheduler_retry_finish (scheduler, convene_cli_wait_run (run->wait), error) < 0)
    return -1;

  return convene_cli_outcome_answer (run, convene_interview_get_uid (interview), NULL, self->seconds, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_retry = {
  .name = "retry",
  .arguments = "UID",
  .summary = N_("Try again what failed for an interview, or waits for a later time"),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_retry,
};
/* clang-format on */
