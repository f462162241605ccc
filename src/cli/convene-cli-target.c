/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-target.h"

#include "convene-cli-positional.h"
#include "convene-cli-value.h"

ConveneInterview *
convene_cli_target_find (ConveneCommandRun *run,
                         const char        *uid,
                         GError           **error)
{
  convene_engine_find_interview_async (run->engine, uid, convene_cli_wait_get_cancellable (run->wait), convene_cli_wait_done_cb, run->wait);
  return convene_engine_find_interview_finish (run->engine, convene_cli_wait_run (run->wait), error);
}

char *
convene_cli_target_take (const char *const *words,
                         GError           **error)
{
  g_autofree char *uid = convene_cli_positional_take_one (words, "UID", error);

  if (uid == NULL || !convene_cli_value_check_uid (uid, error))
    return NULL;

  return g_steal_pointer (&uid);
}

GStrv
convene_cli_target_take_some (const char *const *words,
                              GError           **error)
{
  g_auto(GStrv) uids = convene_cli_positional_take_some (words, "UID", error);

  for (guint i = 0; uids != NULL && uids[i] != NULL; i++)
    if (!convene_cli_value_check_uid (uids[i], error))
      return NULL;

  return g_steal_pointer (&uids);
}
