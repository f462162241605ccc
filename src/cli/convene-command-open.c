/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-command-kind.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-opening.h"
#include "convene-cli-outcome.h"
#include "convene-cli-output.h"
#include "convene-cli-positional.h"
#include "convene-cli-value.h"
#include "convene-error.h"
#include "convene-text.h"

typedef struct
{
  gboolean apply;
  char    *as;
  char    *wait;

  /* what they come to */
  char *file;
  int   seconds;
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

  g_free (self->as);
  g_free (self->wait);
  g_free (self->file);
  g_free (self);
}

static void
add_options (gpointer        request,
             GOptionContext *context)
{
  Request *self = request;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "apply", 0, 0, G_OPTION_ARG_NONE, &self->apply, N_("Believe it: take the answer, move the interview, add the invitation"), NULL },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &self->as, N_("Whose answer it is, or who of an invitation is the candidate"), N_("ADDRESS") },
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

  self->seconds = CONVENE_CLI_WAIT_DEFAULT;
  self->file = convene_cli_positional_take_one (words, "FILE", error);
  if (self->file == NULL)
    return FALSE;
  if (*self->file == '\0')
    return convene_error_set_field (error, "file", _("The name of the file is empty: give one"));
  if (self->as != NULL && !convene_text_check_address (self->as, "as", error))
    return FALSE;

  return self->wait == NULL || convene_cli_value_parse_number (self->wait, "wait", 0, CONVENE_CLI_WAIT_MAX, &self->seconds, error);
}

static GPtrArray *
open_file (Request           *self,
           ConveneCommandRun *run,
           GError           **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (self->file);
  g_autoptr(GPtrArray) openings = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_cli_opening_free);
  g_autoptr(GListModel) list = NULL;

  convene_engine_open_file_async (run->engine, file, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  list = convene_engine_open_file_finish (run->engine, convene_cli_wait_run (run->wait), error);
  if (list == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ConveneOpening) opening = g_list_model_get_item (list, i);

      g_ptr_array_add (openings, convene_cli_opening_new (opening));
    }

  return g_steal_pointer (&openings);
}

/* Nothing can be applied: that is no failure where all is as the file wants it already. */
static GError *
explain (ConveneOpening *opening)
{
  ConveneVerdict verdict = convene_opening_get_verdict (opening);
  const char    *warning = convene_opening_get_warning (opening);

  if (verdict == CONVENE_VERDICT_ANSWER_SAME || verdict == CONVENE_VERDICT_OWN)
    return NULL;

  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, warning != NULL ? warning : _("There is nothing here that can be applied"));
}

/* Not to be interrupted: nobody could say then whether it was saved. */
static void
apply (Request           *self,
       ConveneCommandRun *run,
       ConveneCliOpening *opening)
{
  g_autoptr(ConveneInterview) before = opening->interview != NULL ? g_object_ref (opening->interview) : NULL;
  g_autoptr(ConveneInterview) after = NULL;

  if (convene_opening_get_effect (opening->opening) == NULL)
    {
      opening->problem = explain (opening->opening);
      return;
    }

  convene_engine_apply_opening_async (run->engine, opening->opening, self->as, NULL, convene_cli_wait_done_cb, run->wait);
  after = convene_engine_apply_opening_finish (run->engine, convene_cli_wait_run (run->wait), &opening->problem);
  if (after == NULL)
    return;

  opening->applied = TRUE;
  g_set_object (&opening->interview, after);
  opening->problem = convene_cli_outcome_reach (run, &opening->interview, before, self->seconds);
}

/* The oldest first, as they would have come. */
static void
apply_all (Request           *self,
           ConveneCommandRun *run,
           GPtrArray         *openings)
{
  for (guint i = openings->len; i > 0; i--)
    if (!g_cancellable_is_cancelled (convene_cli_wait_get_cancellable (run->wait)))
      apply (self, run, g_ptr_array_index (openings, i - 1));
}

/* Where nothing at all was applied, and wrong usage or bad input is why, the answer is that alone. */
static gboolean
is_refused (GPtrArray    *openings,
            const GError *problem)
{
  for (guint i = 0; i < openings->len; i++)
    if (((ConveneCliOpening *) g_ptr_array_index (openings, i))->applied)
      return FALSE;

  return g_error_matches (problem, CONVENE_ERROR, CONVENE_ERROR_INVALID);
}

static int
answer (ConveneCommandRun *run,
        GPtrArray         *openings,
        const GError      *problem)
{
  int              status = problem != NULL ? 1 : 0;
  g_autofree char *text = NULL;

  if (run->json)
    {
      text = convene_cli_opening_to_json (openings);
      return convene_cli_output_bytes (text, -1, status);
    }

  text = convene_cli_opening_to_text (openings);
  status = convene_cli_output_text (text, status);
  if (problem != NULL)
    convene_cli_output_message (problem->message);
  return status;
}

static int
run_open (gpointer           request,
          ConveneCommandRun *run,
          GError           **error)
{
  Request *self = request;
  g_autoptr(GPtrArray) openings = open_file (self, run, error);
  const GError *problem;

  if (openings == NULL)
    return -1;
  if (self->apply)
    apply_all (self, run, openings);

  problem = convene_cli_opening_find_problem (openings);
  if (problem != NULL && is_refused (openings, problem))
    {
      *error = g_error_copy (problem);
      return -1;
    }

  return answer (run, openings, problem);
}

/* clang-format off */
const ConveneCommandKind convene_command_open = {
  .name = "open",
  .arguments = "FILE",
  .summary = N_("Say what an .ics or .eml claims, and with --apply do it"),
  .description = N_("An answer is taken for the person that it names, a proposed time moves the interview, somebody else’s invitation becomes an interview. A file proves nothing about who wrote it."),
  .create = create,
  .free = request_free,
  .add_options = add_options,
  .check = check,
  .run = run_open,
};
/* clang-format on */
