/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "crash-acts.h"

#include "convene-error.h"

/* As often as the terminal does it. */
#define TIMES 5

typedef struct
{
  Fixture           *fixture;
  gint64             epoch;
  const char *const *words;
} Act;

static ConveneScheduler *
get_scheduler (const Act *act)
{
  return convene_engine_get_scheduler (act->fixture->engine);
}

static ConveneMoment *
find_day (const Act  *act,
          const char *day)
{
  gint64 first = act->epoch - act->epoch % CONVENE_HOUR + 7 * CONVENE_DAY;

  return convene_moment_new_at (first + g_ascii_strtoll (day, NULL, 10) * CONVENE_DAY, "America/Mexico_City", NULL);
}

static void
say (const Act  *act,
     const char *what)
{
  g_autoptr(ConveneInterview) stored = fixture_find (act->fixture, act->words[g_str_equal (act->words[0], "schedule") ? 2 : 1]);

  g_print ("%s %d %s %s %s %" G_GINT64_FORMAT "\n", what, convene_interview_get_revision (stored), convene_interview_get_uid (stored),
           convene_enum_to_nick (CONVENE_TYPE_STATUS, convene_interview_get_status (stored)),
           convene_enum_to_nick (CONVENE_TYPE_PLATFORM, convene_interview_get_platform (stored)),
           convene_moment_get_instant (convene_interview_get_start (stored)));
}

static void
replace_attendee (ConveneInterview *interview,
                  const char       *address)
{
  GListModel *people = convene_interview_get_participants (interview);
  g_autoptr(ConveneParticipant) added = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_REQUIRED, "address", address, NULL);

  for (guint i = g_list_model_get_n_items (people); i > 0; i--)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i - 1);

      if (convene_participant_get_role (person) == CONVENE_ROLE_REQUIRED)
        convene_interview_remove_participant (interview, person);
    }
  convene_interview_add_participant (interview, added);
}

static void
set_policy (ConveneInterview *interview,
            const char       *nick)
{
  int policy;

  if (nick != NULL && convene_enum_from_nick (CONVENE_TYPE_LINK_POLICY, nick, &policy))
    convene_interview_set_link_policy (interview, policy);
}

static void
change (const Act        *act,
        ConveneInterview *interview)
{
  const char *const *words = act->words;
  g_autoptr(ConveneMoment) start = NULL;

  if (g_str_equal (words[0], "set"))
    {
      g_object_set (interview, words[2], words[3], NULL);
    }
  else if (g_str_equal (words[0], "replace"))
    {
      replace_attendee (interview, words[2]);
    }
  else
    {
      start = find_day (act, words[2]);
      convene_interview_set_start (interview, start);
      set_policy (interview, words[3]);
    }
}

static ConvenePlan *
plan (const Act *act,
      GError   **error)
{
  ConveneScheduler  *scheduler = get_scheduler (act);
  const char *const *words = act->words;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (g_str_equal (words[0], "schedule"))
    {
      g_autoptr(ConveneMoment) start = find_day (act, words[3]);

      interview = fixture_interview (words[1]);
      convene_interview_set_uid (interview, words[2]);
      convene_interview_set_start (interview, start);
      set_policy (interview, words[4]);
      convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
    }
  else if (g_str_equal (words[0], "cancel") || g_str_equal (words[0], "undo-cancel"))
    {
      convene_scheduler_plan_cancel_async (scheduler, words[1], "The position is filled", TRUE, NULL, fixture_result_cb, &result);
    }
  else if (g_str_equal (words[0], "host") || g_str_equal (words[0], "link"))
    {
      ConveneFixKind kind = g_str_equal (words[0], "host") ? CONVENE_FIX_HOST : CONVENE_FIX_LINK;

      convene_scheduler_plan_fix_async (scheduler, words[1], kind, words[2], TRUE, NULL, fixture_result_cb, &result);
    }
  else
    {
      interview = fixture_find (act->fixture, words[1]);
      change (act, interview);
      convene_scheduler_plan_edit_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
    }

  return convene_scheduler_plan_finish (scheduler, fixture_await (&result), error);
}

static void
undo (const Act   *act,
      ConvenePlan *plan)
{
  ConveneScheduler *scheduler = get_scheduler (act);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_scheduler_undo_async (scheduler, plan, NULL, fixture_result_cb, &result);
  if (convene_scheduler_undo_finish (scheduler, fixture_await (&result), &error))
    say (act, "taken-back");
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED))
    g_print ("refused %s\n", error->message);
  else
    g_error ("undo: %s", error->message);
}

static gboolean
try (const Act *act,
     GError   **error)
{
  gboolean undoes = g_str_has_prefix (act->words[0], "undo-");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConvenePlan) planned = plan (act, error);

  if (planned == NULL)
    return FALSE;

  convene_scheduler_commit_async (get_scheduler (act), planned, undoes ? CONVENE_UNDO_TIME : 0, NULL, fixture_result_cb, &result);
  if (!convene_scheduler_commit_finish (get_scheduler (act), fixture_await (&result), error))
    return FALSE;

  say (act, "committed");
  if (undoes)
    undo (act, planned);
  return TRUE;
}

void
crash_act (Fixture           *fixture,
           gint64             epoch,
           const char *const *words)
{
  Act act = { fixture, epoch, words };
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < TIMES; i++)
    {
      g_clear_error (&error);
      if (try (&act, &error) || !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
        break;
    }

  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    g_print ("refused %s\n", error->message);
  else if (error != NULL)
    g_error ("%s: %s", words[0], error->message);
}
