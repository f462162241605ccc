/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-words.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-text.h"
#include "convene-words.h"

char *
convene_plan_words_summary (ConveneInterview *interview,
                            gint64            now)
{
  const ConveneMoment *start;
  ConveneParticipant  *candidate;
  const char          *name;
  g_autofree char     *day = NULL;
  g_autofree char     *range = NULL;
  gint64               instant;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  start = convene_interview_get_start (interview);
  candidate = convene_interview_get_candidate (interview);
  g_return_val_if_fail (start != NULL && candidate != NULL, g_strdup (""));

  instant = convene_moment_get_instant (start);
  name = convene_participant_get_name (candidate);
  day = convene_words_day (instant, convene_moment_get_zone (start), now);
  range = convene_words_time_range (instant, convene_interview_get_end (interview), convene_moment_get_zone (start));
  /* Translators: candidate, job, day, range of time */
  return g_strdup_printf (_ ("%s · %s · %s, %s"), name != NULL ? name : convene_participant_get_address (candidate), convene_interview_get_job (interview), day, range);
}

char *
convene_plan_words_host (ConvenePlan *plan)
{
  const char *host, *reason;

  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);

  host = convene_plan_get_host (plan);
  reason = convene_plan_get_host_reason (plan);
  if (host == NULL)
    return g_strdup (reason != NULL ? reason : "");

  /* Translators: the address of the account that hosts a meeting */
  return g_strdup_printf (_ ("%s hosts"), host);
}

char *
convene_plan_words_quota (ConvenePlan *plan)
{
  int cost, left;

  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);

  cost = convene_plan_get_quota_cost (plan);
  left = convene_plan_get_quota_left (plan);
  if (cost < 0 || left < 0 || convene_plan_get_host (plan) == NULL)
    return g_strdup ("");

  /* Translators: how many of a host's requests to Zoom this takes, of how many that are left today */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of the %d request left today", "%d of the %d requests left today", left + cost), cost, left + cost);
}

static ConveneOperation *
find_operation (ConvenePlan *plan,
                const char  *id)
{
  GListModel *operations = convene_plan_get_operations (plan);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (g_strcmp0 (convene_operation_get_id (operation), id) == 0)
        return g_steal_pointer (&operation);
    }

  return NULL;
}

char *
convene_plan_words_when (ConvenePlan      *plan,
                         ConveneOperation *operation,
                         gint64            now)
{
  g_autoptr(ConveneOperation) before = NULL;
  const char *zone;

  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);
  g_return_val_if_fail (CONVENE_IS_OPERATION (operation), NULL);

  zone = convene_moment_get_zone (convene_interview_get_start (convene_plan_get_interview (plan)));
  if (convene_operation_get_due (operation) > now + CONVENE_MINUTE)
    return convene_words_short (convene_operation_get_due (operation), zone);
  if (convene_operation_get_released (operation))
    return g_strdup (_ ("Once an account is connected"));

  before = find_operation (plan, convene_operation_get_after (operation));
  if (before != NULL && !convene_operation_get_released (before))
    return g_strdup (_ ("As soon as the meeting is there"));

  return g_strdup (_ ("At once"));
}

static gboolean
equal_strings (GStrv a,
               GStrv b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
equal_letters (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      ConvenePlanLetter *first = g_ptr_array_index (a, i);
      ConvenePlanLetter *second = g_ptr_array_index (b, i);

      if (first->kind != second->kind || g_strcmp0 (first->subject, second->subject) != 0 || !equal_strings (first->to, second->to) || !equal_strings (first->cc, second->cc))
        return FALSE;
    }

  return TRUE;
}

/* What is done now, as a text: kinds with the accounts that do them. */
static char *
print_operations (ConvenePlan *plan)
{
  GListModel *operations = convene_plan_get_operations (plan);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      const char *account = convene_operation_get_account_id (operation);

      if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER)
        g_string_append_printf (text, "%d %s %d\n", convene_operation_get_kind (operation), account != NULL ? account : "-", convene_operation_get_released (operation));
    }

  return g_string_free (text, FALSE);
}

gboolean
convene_plan_words_equal (ConvenePlan *a,
                          ConvenePlan *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (CONVENE_IS_PLAN (a) && CONVENE_IS_PLAN (b), FALSE);

  first = print_operations (a);
  second = print_operations (b);
  return g_str_equal (first, second) && g_strcmp0 (convene_plan_get_host (a), convene_plan_get_host (b)) == 0 &&
         g_strcmp0 (convene_plan_get_link (a), convene_plan_get_link (b)) == 0 && equal_letters (convene_plan_get_letters (a), convene_plan_get_letters (b));
}
