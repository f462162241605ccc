/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-interview.h"
#include "convene-cli-json.h"
#include "convene-cli-outcome.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"
#include "convene-error.h"

typedef struct
{
  ConveneCliInterviewOptions options;
  char                      *wait;
  gboolean                   no_mail;
  gboolean                   dry_run;

  /* what they come to */
  ConveneInterview *interview;
  gboolean          has_platform;
  int               seconds;
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

  convene_cli_interview_options_clear (&self->options);
  g_free (self->wait);
  g_clear_object (&self->interview);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "no-mail", 0, 0, G_OPTION_ARG_NONE, &self->no_mail, N_("Send no letters"), NULL },
    { "wait", 0, 0, G_OPTION_ARG_FILENAME, &self->wait, N_("How long to wait for what is due now; 60 by default"), N_("SECONDS") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, N_("Print the plan and do nothing"), NULL },
    { NULL },
  };
  /* clang-format on */

  convene_cli_interview_options_add (&self->options, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (!convene_cli_positional_take_none (words, error))
    return FALSE;
  if (self->wait != NULL && !convene_cli_value_parse_number (self->wait, "wait", 0, CONVENE_CLI_WAIT_MAX, &self->seconds, error))
    return FALSE;

  /* Nothing is open yet that has a clock; the plan checks once more with the engine's. */
  self->interview = convene_cli_interview_options_build (&self->options, g_get_real_time (), &self->has_platform, error);
  return self->interview != NULL;
}

static gboolean
find_platform (Request           *self,
               ConveneCommandRun *run,
               GError           **error)
{
  ConveneScheduler   *scheduler = convene_engine_get_scheduler (run->engine);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (self->interview);
  ConvenePlatform     platform;
  GError             *problem = NULL;

  if (self->has_platform)
    return TRUE;

  convene_scheduler_find_platform_async (scheduler, convene_interview_get_job (self->interview),
                                         manager != NULL ? convene_participant_get_address (manager) : NULL,
                                         convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  platform = convene_scheduler_find_platform_finish (scheduler, convene_cli_wait_run (run->wait), &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  convene_interview_set_platform (self->interview, platform);
  return TRUE;
}

static ConvenePlan *
make_plan (Request           *self,
           ConveneCommandRun *run,
           GError           **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  if (!find_platform (self, run, error))
    return NULL;

  convene_scheduler_plan_async (scheduler, self->interview, !self->no_mail, convene_cli_wait_get_cancellable (run->wait),
                                convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_plan_finish (scheduler, convene_cli_wait_run (run->wait), error);
}

static int
answer_plan (ConveneCommandRun *run,
             ConvenePlan       *plan)
{
  g_autofree char *text = NULL;

  if (run->json)
    {
      text = convene_cli_json_plan (plan);
      return convene_cli_output_bytes (text, -1, 0);
    }

  text = convene_cli_text_plan (plan, convene_clock_now (convene_engine_get_clock (run->engine)));
  return convene_cli_output_text (text, 0);
}

static int
run_schedule (gpointer           request,
              ConveneCommandRun *run,
              GError           **error)
{
  Request          *self = request;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);
  g_autoptr(ConvenePlan) plan = make_plan (self, run, error);

  if (plan == NULL)
    return -1;
  if (self->dry_run)
    return answer_plan (run, plan);

  /* Not to be interrupted: nobody could say then whether it was saved. */
  convene_scheduler_schedule_async (scheduler, plan, NULL, convene_cli_wait_done_cb, run->wait);
  if (!convene_scheduler_schedule_finish (scheduler, convene_cli_wait_run (run->wait), error))
    return -1;

  return convene_cli_outcome_answer (run, convene_interview_get_uid (convene_plan_get_interview (plan)), self->seconds, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_schedule = {
  .name = "schedule",
  .arguments = "--job TITLE --candidate PERSON --start TIME",
  .summary = N_("Schedule an interview: make its meeting and send the invitation"),
  .description = N_("People are written “Name <address>”. A time that the clock shows twice, or skips, is given with its offset: 2026-11-01T01:30-05:00."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_schedule,
};
/* clang-format on */
