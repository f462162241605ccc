/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-outcome.h"
#include "convene-cli-target.h"
#include "convene-cli-value.h"
#include "convene-error.h"

typedef struct
{
  char         *uid;
  ConveneStatus status;
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
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
}

static gboolean
read_status (Request    *self,
             const char *word,
             GError    **error)
{
  static const ConveneStatus known[] = { CONVENE_STATUS_COMPLETED, CONVENE_STATUS_NO_SHOW, CONVENE_STATUS_SCHEDULED };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (word, convene_enum_to_nick (CONVENE_TYPE_STATUS, known[i])))
      {
        self->status = known[i];
        return TRUE;
      }

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("What became of the interview is one of completed, no-show, scheduled"));
  return FALSE;
}

static gboolean
check (gpointer           request,
       const char *const *words,
       GError           **error)
{
  Request *self = request;

  if (words[0] == NULL || words[1] == NULL || words[2] != NULL)
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_USAGE, _("A UID and what became of the interview are needed: completed, no-show or scheduled"));
      return FALSE;
    }
  if (!convene_cli_value_check_uid (words[0], error) || !read_status (self, words[1], error))
    return FALSE;

  self->uid = g_strdup (words[0]);
  return TRUE;
}

static int
run_mark (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request          *self = request;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (run->engine);
  g_autoptr(ConveneInterview) before = convene_cli_target_find (run, self->uid, error);
  g_autoptr(ConveneInterview) interview = NULL;

  if (before == NULL)
    return -1;

  convene_scheduler_mark_async (scheduler, convene_interview_get_uid (before), self->status, NULL, convene_cli_wait_done_cb, run->wait);
  if (!convene_scheduler_mark_finish (scheduler, convene_cli_wait_run (run->wait), error))
    return -1;

  interview = convene_cli_target_find (run, convene_interview_get_uid (before), error);
  return interview != NULL ? convene_cli_outcome_show (run, interview, NULL) : -1;
}

/* clang-format off */
const ConveneCommandKind convene_command_mark = {
  .name = "mark",
  .arguments = "UID completed|no-show|scheduled",
  .summary = N_("Say what became of an interview that has begun; nobody gets mail"),
  .description = N_("“scheduled” takes it back."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_mark,
};
/* clang-format on */
