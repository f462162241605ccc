/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-change.h"
#include "convene-cli-target.h"
#include "convene-text.h"

#define REASON_MAX 2000

typedef struct
{
  char            *reason;
  ConveneCliChange change;

  /* what they come to */
  char *uid;
  char *lines; /* NULL for none */
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

  convene_cli_change_clear (&self->change);
  g_free (self->reason);
  g_free (self->uid);
  g_free (self->lines);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &self->reason, N_("Why, for everybody who was invited"), N_("TEXT") },
    { NULL },
  };
  /* clang-format on */

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  convene_cli_change_add_options (&self->change, context);
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  self->uid = convene_cli_target_take (words, error);
  if (self->uid == NULL || !convene_cli_change_check (&self->change, error))
    return FALSE;

  self->lines = convene_text_normalize (self->reason);
  if (self->lines != NULL && *self->lines == '\0')
    g_clear_pointer (&self->lines, g_free);
  return convene_text_check_lines (self->lines, "reason", REASON_MAX, error);
}

static ConvenePlan *
make_plan (gpointer           request,
           ConveneCommandRun *run,
           ConveneInterview **before,
           GError           **error)
{
  Request          *self = request;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);

  *before = convene_cli_target_find (run, self->uid, error);
  if (*before == NULL)
    return NULL;

  convene_scheduler_plan_cancel_async (scheduler, convene_interview_get_uid (*before), self->lines, !self->change.no_mail,
                                       convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  return convene_scheduler_plan_finish (scheduler, convene_cli_wait_run (run->wait), error);
}

static int
run_cancel (gpointer           request,
            ConveneCommandRun *run,
            GError           **error)
{
  Request *self = request;

  return convene_cli_change_run (&self->change, run, make_plan, self, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_cancel = {
  .name = "cancel",
  .arguments = "UID",
  .summary = N_("Cancel an interview: delete its meeting and tell everybody who was invited"),
  .description = N_("A meeting that other interviews use stays for them."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_cancel,
};
/* clang-format on */
