/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-outcome.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "convene-cli-error.h"
#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-cli-text.h"
#include "convene-error.h"

static gboolean
had_failed (ConveneInterview *before,
            ConveneOperation *operation)
{
  GListModel *operations = before != NULL ? convene_interview_get_operations (before) : NULL;

  for (guint i = 0; operations != NULL && i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (g_strcmp0 (convene_operation_get_id (other), convene_operation_get_id (operation)) == 0)
        return convene_operation_get_state (other) == CONVENE_OPERATION_STATE_FAILED;
    }

  return FALSE;
}

/* The kinds stand in the order of their weight, the meeting first; what failed is heavier than what waits. */
static ConveneOperation *
find_heaviest (GPtrArray        *operations,
               ConveneInterview *before,
               ConveneOperation *heaviest)
{
  for (guint i = 0; i < operations->len; i++)
    {
      ConveneOperation *operation = g_ptr_array_index (operations, i);

      if (!had_failed (before, operation) &&
          (heaviest == NULL || convene_operation_get_kind (operation) < convene_operation_get_kind (heaviest)))
        heaviest = operation;
    }

  return heaviest;
}

GError *
convene_cli_outcome_find_problem (const ConveneOutboxReport *report,
                                  ConveneInterview          *before)
{
  ConveneOperation *heaviest;

  g_return_val_if_fail (report != NULL, NULL);

  heaviest = find_heaviest (report->failed, before, NULL);
  heaviest = find_heaviest (report->waiting, NULL, heaviest);
  return heaviest != NULL ? convene_cli_error_new_for_operation (heaviest) : NULL;
}

/* Whatever ended the wait: the interview is saved, and is answered with that. */
static GError *
settle (ConveneCommandRun *run,
        const char        *uid,
        ConveneInterview  *before,
        int                seconds)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (run->engine);
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GError) error = NULL;

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, uid, seconds * CONVENE_SECOND, convene_cli_wait_get_cancellable (run->wait),
                               convene_cli_wait_done_cb, run->wait);
  report = convene_outbox_settle_finish (outbox, convene_cli_wait_run (run->wait), &error);
  if (report != NULL)
    return convene_cli_outcome_find_problem (report, before);
  if (g_cancellable_is_cancelled (convene_cli_wait_get_cancellable (run->wait)))
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED,
                                _("Interrupted: the interview is saved, and what is due goes on with the next “convene sync”"));

  return g_steal_pointer (&error);
}

int
convene_cli_outcome_show (ConveneCommandRun *run,
                          ConveneInterview  *interview,
                          const GError      *problem)
{
  gint64           now;
  int              status = problem != NULL ? 1 : 0;
  g_autofree char *text = NULL;

  g_return_val_if_fail (run != NULL && CONVENE_IS_INTERVIEW (interview), 1);

  now = convene_clock_now (convene_engine_get_clock (run->engine));
  if (run->json)
    {
      text = convene_cli_json_interview (interview, problem);
      return convene_cli_output_bytes (text, -1, status);
    }

  text = convene_cli_text_interview (interview, now);
  status = convene_cli_output_text (text, status);
  if (problem != NULL)
    convene_cli_output_message (problem->message);
  return status;
}

/* Reading is short and not to be interrupted: after a cancelled wait the answer is wanted all the same. */
static ConveneInterview *
read_again (ConveneCommandRun *run,
            const char        *uid,
            GError           **error)
{
  convene_engine_find_interview_async (run->engine, uid, NULL, convene_cli_wait_done_cb, run->wait);
  return convene_engine_find_interview_finish (run->engine, convene_cli_wait_run (run->wait), error);
}

GError *
convene_cli_outcome_reach (ConveneCommandRun *run,
                           ConveneInterview **interview,
                           ConveneInterview  *before,
                           int                seconds)
{
  const char *uid;
  g_autoptr(GError) problem = NULL;
  g_autoptr(GError) unread = NULL;
  g_autoptr(ConveneInterview) now = NULL;

  g_return_val_if_fail (run != NULL && interview != NULL && CONVENE_IS_INTERVIEW (*interview), NULL);

  uid = convene_interview_get_uid (*interview);
  problem = settle (run, uid, before, seconds);
  now = read_again (run, uid, &unread);
  if (now != NULL)
    g_set_object (interview, now);

  return problem != NULL ? g_steal_pointer (&problem) : g_steal_pointer (&unread);
}

int
convene_cli_outcome_answer (ConveneCommandRun *run,
                            const char        *uid,
                            ConveneInterview  *before,
                            int                seconds,
                            GError           **error)
{
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (run != NULL && uid != NULL, -1);

  if (!run->json && seconds > 0 && isatty (STDERR_FILENO))
    convene_cli_output_message (_("The interview is saved; doing what is due …"));

  problem = settle (run, uid, before, seconds);
  interview = read_again (run, uid, error);
  if (interview == NULL)
    return -1;

  return convene_cli_outcome_show (run, interview, problem);
}
