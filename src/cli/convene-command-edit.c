/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-change.h"
#include "convene-cli-interview.h"
#include "convene-cli-target.h"
#include "convene-error.h"

/* Two commands that differ in what they offer: rescheduling is an edit of the time. */

typedef struct
{
  ConveneCliInterviewOptions options;
  ConveneCliChange           change;

  /* what they come to */
  char *uid;
} Request;

static gpointer
create (void)
{
  Request *self = g_new0 (Request, 1);

  self->options.changes = TRUE;
  return self;
}

static void
request_free (gpointer request)
{
  Request *self = request;

  convene_cli_interview_options_clear (&self->options);
  convene_cli_change_clear (&self->change);
  g_free (self->uid);
  g_free (self);
}

static void
add_edit_options (gpointer        request,
                  GOptionContext *context)
{
  Request *self = request;

  convene_cli_interview_options_add (&self->options, context);
  convene_cli_change_add_options (&self->change, context);
}

static void
add_reschedule_options (gpointer        request,
                        GOptionContext *context)
{
  Request *self = request;

  convene_cli_interview_options_add_time (&self->options, context);
  convene_cli_change_add_options (&self->change, context);
}

static gboolean
check_edit (gpointer           request,
            const char *const *words,
            GError           **error)
{
  Request *self = request;

  self->uid = convene_cli_target_take (words, error);
  return self->uid != NULL && convene_cli_change_check (&self->change, error) && convene_cli_interview_options_check (&self->options, error);
}

static gboolean
check_reschedule (gpointer           request,
                  const char *const *words,
                  GError           **error)
{
  Request *self = request;

  if (!check_edit (request, words, error))
    return FALSE;
  if (self->options.start == NULL || *self->options.start == '\0')
    return convene_error_set_field (error, "start", _("The start is missing: give the new one with --start"));

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
  g_autoptr(ConveneInterview) edited = NULL;

  *before = convene_cli_target_find (run, self->uid, error);
  if (*before == NULL)
    return NULL;

  edited = convene_interview_copy (*before);
  if (!convene_cli_interview_options_apply (&self->options, edited, error))
    return NULL;

  convene_scheduler_plan_edit_async (scheduler, edited, !self->change.no_mail, convene_cli_wait_get_cancellable (run->wait),
                                     convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_plan_finish (scheduler, convene_cli_wait_run (run->wait), error);
}

static int
run_edit (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request *self = request;

  return convene_cli_change_run (&self->change, run, make_plan, self, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_edit = {
  .name = "edit",
  .arguments = "UID",
  .summary = N_("Change an interview, its meeting, and tell whom it concerns"),
  .description = N_("What is not given stays as it is, and what has not changed costs nothing. An empty text takes away; people given replace all who were there with that part."),
  .create = create,
  .free = request_free,
  .add_options = add_edit_options,
  .check = check_edit,
  .run = run_edit,
};

const ConveneCommandKind convene_command_reschedule = {
  .name = "reschedule",
  .arguments = "UID --start TIME",
  .summary = N_("Move an interview to another time"),
  .description = N_("A time that the clock shows twice, or skips, is given with its offset: 2026-11-01T01:30-05:00."),
  .create = create,
  .free = request_free,
  .add_options = add_reschedule_options,
  .check = check_reschedule,
  .run = run_edit,
};
/* clang-format on */
