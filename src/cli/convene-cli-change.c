/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-change.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-outcome.h"
#include "convene-cli-output.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"
#include "convene-error.h"

/* How often a change is planned anew because others were faster. */
#define ROUNDS 5

void
convene_cli_change_add_options (ConveneCliChange *self,
                                GOptionContext   *context)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "no-mail", 0, 0, G_OPTION_ARG_NONE, &self->no_mail, N_("Send no letters"), NULL },
    { "wait", 0, 0, G_OPTION_ARG_FILENAME, &self->wait, N_("How long to wait for what is due now; 60 by default"), N_("SECONDS") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, N_("Print the plan and do nothing"), NULL },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

gboolean
convene_cli_change_check (ConveneCliChange *self,
                          GError          **error)
{
  self->seconds = CONVENE_CLI_WAIT_DEFAULT;
  return self->wait == NULL || convene_cli_value_parse_number (self->wait, "wait", 0, CONVENE_CLI_WAIT_MAX, &self->seconds, error);
}

void
convene_cli_change_clear (ConveneCliChange *self)
{
  g_clear_pointer (&self->wait, g_free);
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

static gboolean
check_interrupt (ConveneCommandRun *run,
                 GError           **error)
{
  if (!g_cancellable_is_cancelled (convene_cli_wait_get_cancellable (run->wait)))
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("Interrupted: nothing was changed"));
  return FALSE;
}

/* Not to be interrupted: nobody could say then whether it was saved. */
static gboolean
commit (ConveneCommandRun *run,
        ConvenePlan       *plan,
        GError           **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  if (!check_interrupt (run, error))
    return FALSE;

  convene_scheduler_commit_async (scheduler, plan, 0, NULL, convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_commit_finish (scheduler, convene_cli_wait_run (run->wait), error);
}

/* O-9: what is about to happen to an interview that there was, in one sentence. */
static void
say_summary (ConveneCommandRun *run,
             ConvenePlan       *plan)
{
  const char *summary = convene_plan_get_summary (plan);

  if (!run->json && summary != NULL && *summary != '\0' && convene_plan_get_kind (plan) != CONVENE_PLAN_SCHEDULE)
    convene_cli_output_message (summary);
}

static int
finish (const ConveneCliChange *self,
        ConveneCommandRun      *run,
        ConvenePlan            *plan,
        ConveneInterview       *before,
        GError                **error)
{
  const char *uid = convene_interview_get_uid (convene_plan_get_interview (plan));

  say_summary (run, plan);
  return convene_cli_outcome_answer (run, uid, before, self->seconds, error);
}

int
convene_cli_change_run (const ConveneCliChange *self,
                        ConveneCommandRun      *run,
                        ConveneCliPlanner       planner,
                        gpointer                request,
                        GError                **error)
{
  g_autoptr(GError) stale = NULL;

  g_return_val_if_fail (self != NULL && run != NULL && planner != NULL, -1);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr(ConveneInterview) before = NULL;
      g_autoptr(ConvenePlan) plan = NULL;

      g_clear_error (&stale);
      plan = planner (request, run, &before, &stale);
      if (plan != NULL && self->dry_run)
        return answer_plan (run, plan);
      if (plan != NULL && (convene_plan_is_empty (plan) || commit (run, plan, &stale)))
        return finish (self, run, plan, before, error);
      if (!g_error_matches (stale, CONVENE_ERROR, CONVENE_ERROR_STALE))
        break;
    }

  g_propagate_error (error, g_steal_pointer (&stale));
  return -1;
}
