/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-change.h"
#include "convene-cli-interview.h"
#include "convene-cli-positional.h"
#include "convene-preferences.h"

typedef struct
{
  ConveneCliInterviewOptions options;
  ConveneCliChange           change;

  /* what they come to */
  ConveneInterview *interview;
  gboolean          has_platform;
} Request;

static gpointer
create (void)
{
  return g_new0 (Request, 1);
}

static void
request_free (gpointer request)
{
  Request *self = request;

  convene_cli_interview_options_clear (&self->options);
  convene_cli_change_clear (&self->change);
  g_clear_object (&self->interview);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;

  convene_cli_interview_options_add (&self->options, context);
  convene_cli_change_add_options (&self->change, context);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (!convene_cli_positional_take_none (words, error) || !convene_cli_change_check (&self->change, error))
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

/* Nobody said whether the letters go to the sender too: the preference does. */
static gboolean
find_copy (Request           *self,
           ConveneCommandRun *run,
           GError           **error)
{
  g_autoptr(ConvenePreferences) preferences = NULL;

  if (self->options.copy_to_me != NULL)
    return TRUE;

  convene_engine_read_preferences_async (run->engine, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  preferences = convene_engine_read_preferences_finish (run->engine, convene_cli_wait_run (run->wait), error);
  if (preferences == NULL)
    return FALSE;

  convene_interview_set_copy_to_sender (self->interview, preferences->copy_to_me);
  return TRUE;
}

static ConvenePlan *
make_plan (gpointer           request,
           ConveneCommandRun *run,
           ConveneInterview **before,
           GError           **error)
{
  Request          *self = request;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  if (!find_platform (self, run, error) || !find_copy (self, run, error))
    return NULL;

  convene_scheduler_plan_async (scheduler, self->interview, !self->change.no_mail, convene_cli_wait_get_cancellable (run->wait),
                                convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_plan_finish (scheduler, convene_cli_wait_run (run->wait), error);
}

static int
run_schedule (gpointer           request,
              ConveneCommandRun *run,
              GError           **error)
{
  Request *self = request;

  return convene_cli_change_run (&self->change, run, make_plan, self, error);
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
