/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-look.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-limit.h"
#include "convene-error.h"

gboolean
convene_cli_look_run (ConveneCommandRun *run,
                      int                seconds,
                      GError           **error)
{
  ConveneInspector *inspector = convene_engine_get_inspector (run->engine);
  g_autoptr(ConveneCliLimit) limit = convene_cli_limit_new (run, seconds);
  g_autoptr(GError) problem = NULL;

  convene_inspector_run_async (inspector, G_MAXINT64, convene_cli_limit_get_cancellable (limit), convene_cli_wait_done_cb, run->wait);
  if (convene_inspector_run_finish (inspector, convene_cli_wait_run (run->wait), &problem) >= 0)
    return TRUE;

  if (g_cancellable_is_cancelled (convene_cli_limit_get_cancellable (limit)) &&
      !g_cancellable_is_cancelled (convene_cli_wait_get_cancellable (run->wait)))
    g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STILL_WAITING, _("Not every meeting could be looked at in time: the next “convene sync” looks again"));
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
convene_cli_look_differs (ConveneInterview *interview)
{
  ConveneMeeting     *meeting = convene_interview_get_meeting (interview);
  ConveneMeetingState state;

  if (meeting == NULL || convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED)
    return FALSE;

  state = convene_meeting_get_state (meeting);
  return state == CONVENE_MEETING_STATE_MISSING || state == CONVENE_MEETING_STATE_UNMANAGED ||
         convene_meeting_get_drift (meeting) != CONVENE_MEETING_DRIFT_NONE;
}

GPtrArray *
convene_cli_look_list (ConveneCommandRun *run,
                       GError           **error)
{
  const ConveneInterviewFilter filter = {
    .now = convene_clock_now (convene_engine_get_clock (run->engine)),
    .has_platform = TRUE,
    .platform = CONVENE_PLATFORM_ZOOM,
    .has_status = TRUE,
    .status = CONVENE_STATUS_SCHEDULED,
  };
  guint total = 0;
  g_autoptr(GPtrArray) upcoming = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  convene_engine_list_interviews_async (run->engine, &filter, NULL, convene_cli_wait_done_cb, run->wait);
  upcoming = convene_engine_list_interviews_finish (run->engine, convene_cli_wait_run (run->wait), &total, error);
  if (upcoming == NULL)
    return NULL;

  for (guint i = 0; i < upcoming->len; i++)
    if (convene_cli_look_differs (g_ptr_array_index (upcoming, i)))
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (upcoming, i)));

  return g_steal_pointer (&found);
}
