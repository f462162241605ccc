/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json.h"
#include "convene-cli-outcome.h"
#include "convene-cli-output.h"
#include "convene-cli-target.h"
#include "convene-cli-text.h"
#include "convene-cli-value.h"

typedef struct
{
  char    *wait;
  gboolean dry_run;

  /* what they come to */
  GStrv uids;
  int   seconds;

  /* while it runs, each in the order of the words */
  GPtrArray *interviews;
  GPtrArray *plans;
  GPtrArray *problems; /* GError; NULL where all is done */
} Request;

static void
clear_error (gpointer data)
{
  if (data != NULL)
    g_error_free (data);
}

static gpointer
create (void)
{
  Request *self = g_new0 (Request, 1);

  self->seconds = CONVENE_CLI_WAIT_DEFAULT;
  self->interviews = g_ptr_array_new_with_free_func (g_object_unref);
  self->plans = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func (clear_error);
  return self;
}

static void
request_free (gpointer request)
{
  Request *self = request;

  g_free (self->wait);
  g_strfreev (self->uids);
  g_ptr_array_unref (self->interviews);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->problems);
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
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, N_("Print the plan and do nothing"), NULL },
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

  self->uids = convene_cli_target_take_some (words, error);
  return self->uids != NULL &&
         (self->wait == NULL || convene_cli_value_parse_number (self->wait, "wait", 0, CONVENE_CLI_WAIT_MAX, &self->seconds, error));
}

static gboolean
is_planned (Request          *self,
            ConveneInterview *interview)
{
  for (guint i = 0; i < self->interviews->len; i++)
    if (g_str_equal (convene_interview_get_uid (g_ptr_array_index (self->interviews, i)), convene_interview_get_uid (interview)))
      return TRUE;

  return FALSE;
}

/* Whoever names one twice, or by its beginning too, means it once. */
static gboolean
plan (Request           *self,
      ConveneCommandRun *run,
      const char        *uid,
      GError           **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);
  g_autoptr(ConveneInterview) interview = convene_cli_target_find (run, uid, error);
  ConvenePlan *made;

  if (interview == NULL)
    return FALSE;
  if (is_planned (self, interview))
    return TRUE;

  g_ptr_array_add (self->interviews, g_object_ref (interview));
  convene_scheduler_plan_resend_async (scheduler, convene_interview_get_uid (interview), convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  made = convene_scheduler_plan_finish (scheduler, convene_cli_wait_run (run->wait), error);
  if (made != NULL)
    g_ptr_array_add (self->plans, made);
  return made != NULL;
}

/* Nobody is written to before it is known that everybody can be. */
static gboolean
plan_all (Request           *self,
          ConveneCommandRun *run,
          GError           **error)
{
  for (guint i = 0; self->uids[i] != NULL; i++)
    if (!plan (self, run, self->uids[i], error))
      {
        if (self->uids[1] != NULL)
          g_prefix_error (error, "%s: ", self->uids[i]);
        return FALSE;
      }

  return TRUE;
}

static int
answer_plans (Request           *self,
              ConveneCommandRun *run)
{
  gint64 now = convene_clock_now (convene_engine_get_clock (run->engine));
  g_autoptr(GString) text = g_string_new (NULL);

  if (run->json)
    {
      g_autofree char *json = self->plans->len == 1 ? convene_cli_json_plan (g_ptr_array_index (self->plans, 0)) : convene_cli_json_plans (self->plans);

      return convene_cli_output_bytes (json, -1, 0);
    }

  for (guint i = 0; i < self->plans->len; i++)
    {
      g_autofree char *words = convene_cli_text_plan (g_ptr_array_index (self->plans, i), now);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
    }
  return convene_cli_output_text (text->str, 0);
}

/* What was planned is written down; what happened meanwhile to one of them is no reason to leave out the others. */
static void
send_all (Request           *self,
          ConveneCommandRun *run)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  for (guint i = 0; i < self->interviews->len; i++)
    {
      GError *problem = NULL;

      if (!g_cancellable_set_error_if_cancelled (convene_cli_wait_get_cancellable (run->wait), &problem))
        {
          convene_scheduler_resend_async (scheduler, convene_interview_get_uid (g_ptr_array_index (self->interviews, i)), NULL, convene_cli_wait_done_cb, run->wait);
          convene_scheduler_resend_finish (scheduler, convene_cli_wait_run (run->wait), &problem);
        }
      g_ptr_array_add (self->problems, problem);
    }
}

static void
await_all (Request           *self,
           ConveneCommandRun *run)
{
  for (guint i = 0; i < self->interviews->len; i++)
    {
      ConveneInterview **interview = (ConveneInterview **) &g_ptr_array_index (self->interviews, i);
      g_autoptr(ConveneInterview) before = g_object_ref (*interview);

      if (g_ptr_array_index (self->problems, i) == NULL)
        g_ptr_array_index (self->problems, i) = convene_cli_outcome_reach (run, interview, before, self->seconds);
    }
}

static int
answer_all (Request           *self,
            ConveneCommandRun *run)
{
  int status = 0;

  for (guint i = 0; i < self->problems->len; i++)
    if (g_ptr_array_index (self->problems, i) != NULL)
      status = 1;

  if (run->json && self->interviews->len > 1)
    {
      g_autofree char *json = convene_cli_json_interviews (self->interviews, self->problems, self->interviews->len);

      return convene_cli_output_bytes (json, -1, status);
    }

  for (guint i = 0; i < self->interviews->len; i++)
    {
      if (i > 0 && convene_cli_output_text ("\n", 0) != 0)
        return 1;
      if (convene_cli_outcome_show (run, g_ptr_array_index (self->interviews, i), g_ptr_array_index (self->problems, i)) != 0)
        status = 1;
    }
  return status;
}

static int
run_resend (gpointer           request,
            ConveneCommandRun *run,
            GError           **error)
{
  Request *self = request;

  if (!plan_all (self, run, error))
    return -1;
  if (self->dry_run)
    return answer_plans (self, run);
  if (g_cancellable_set_error_if_cancelled (convene_cli_wait_get_cancellable (run->wait), error))
    return -1;

  send_all (self, run);
  /* Nothing was written for the only one: that is an error, not an answer. */
  if (self->interviews->len == 1 && g_ptr_array_index (self->problems, 0) != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&g_ptr_array_index (self->problems, 0)));
      return -1;
    }

  await_all (self, run);
  return answer_all (self, run);
}

/* clang-format off */
const ConveneCommandKind convene_command_resend = {
  .name = "resend",
  .arguments = "UID…",
  .summary = N_("Send the invitation again, as things are now, to everybody who is invited"),
  .description = N_("Where nothing changed since the last letter, calendars see no change either."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_resend,
};
/* clang-format on */
