/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-file.h"
#include "convene-cli-target.h"

typedef struct
{
  char *uid;
  char *output;
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

  g_free (self->uid);
  g_free (self->output);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("Write it there, in place of an older file"), N_("FILE") },
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
  return self->uid != NULL && convene_cli_file_check (self->output, error);
}

static int
run_invite (gpointer           request,
            ConveneCommandRun *run,
            GError           **error)
{
  Request *self = request;
  g_autoptr(ConveneInterview) interview = convene_cli_target_find (run, self->uid, error);
  g_autoptr(GBytes) calendar = NULL;

  if (interview == NULL)
    return -1;

  convene_engine_invite_async (run->engine, interview, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  calendar = convene_engine_invite_finish (run->engine, convene_cli_wait_run (run->wait), error);
  if (calendar == NULL)
    return -1;

  return convene_cli_file_answer (run, convene_interview_get_uid (interview), self->output, calendar, error);
}

/* clang-format off */
const ConveneCommandKind convene_command_invite = {
  .name = "invite",
  .arguments = "UID",
  .summary = N_("Print the .ics of an interview as it was last sent, or would be sent"),
  .offline = TRUE,
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_invite,
};
/* clang-format on */
