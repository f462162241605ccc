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
  day = convene_words_day (instant, NULL, now);
  range = convene_words_time_range (instant, convene_interview_get_end (interview), NULL);
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

/* What the scheduler's own account costs needs no name; whose requests they are else is said. */
char *
convene_plan_words_quota (ConvenePlan *plan)
{
  int         cost, left;
  const char *host;

  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);

  cost = convene_plan_get_quota_cost (plan);
  left = convene_plan_get_quota_left (plan);
  host = convene_plan_get_host (plan);
  if (cost < 0 || left < 0 || host == NULL)
    return g_strdup ("");
  if (convene_plan_get_host_way (plan) < CONVENE_HOST_SCHEDULER)
    /* Translators: how many requests to Zoom this takes, of whose (an address), of how many that are left today */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %s’s %d request left today", "%d of %s’s %d requests left today", left + cost), cost, host, left + cost);

  /* Translators: how many of a host's requests to Zoom this takes, of how many that are left today */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of the %d request left today", "%d of the %d requests left today", left + cost), cost, left + cost);
}

/* SENT for what is no letter. Of reminders a plan has no letter, but where others have no account to leave from, they wait. */
static ConveneLetterWay
find_way (ConvenePlan         *plan,
          ConveneOperationKind kind)
{
  GPtrArray *letters = convene_plan_get_letters (plan);
  gboolean   is_reminder = kind == CONVENE_OPERATION_KIND_MAIL_REMINDER;

  for (guint i = 0; i < letters->len; i++)
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (letters, i);

      if (letter->kind == kind)
        return letter->way;
      if (is_reminder && letter->way != CONVENE_LETTER_WAY_SENT)
        return CONVENE_LETTER_WAY_WAITS;
    }

  return CONVENE_LETTER_WAY_SENT;
}

static gboolean
has_way (ConvenePlan     *plan,
         ConveneLetterWay way)
{
  GListModel *operations = convene_plan_get_operations (plan);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (find_way (plan, convene_operation_get_kind (operation)) == way)
        return TRUE;
    }

  return FALSE;
}

const char *
convene_plan_words_mail (ConvenePlan *plan)
{
  gboolean waits;

  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);

  waits = has_way (plan, CONVENE_LETTER_WAY_WAITS);
  if (!has_way (plan, CONVENE_LETTER_WAY_HANDED_OVER))
    return waits ? _ ("No mail account is connected: the letters wait until there is one.") : NULL;
  if (waits)
    return _ ("No mail account is connected: the letters are given to your mail program as drafts that you send, without answer buttons. Reminders and urgent letters wait for an account.");

  return _ ("No mail account is connected: the letters are given to your mail program as drafts that you send, without answer buttons.");
}

const char *
convene_plan_words_way (ConveneLetterWay way)
{
  switch (way)
    {
    case CONVENE_LETTER_WAY_HANDED_OVER:
      return _ ("As a draft in your mail program, without answer buttons: you send it");
    case CONVENE_LETTER_WAY_WAITS:
      return _ ("Once a mail account is connected");
    case CONVENE_LETTER_WAY_SENT:
    default:
      return NULL;
    }
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

static char *
describe_start (ConvenePlan      *plan,
                ConveneOperation *operation,
                gint64            now)
{
  g_autoptr(ConveneOperation) before = NULL;

  if (convene_operation_get_due (operation) > now + CONVENE_MINUTE)
    return convene_words_short (convene_operation_get_due (operation), NULL);
  if (convene_operation_get_released (operation))
    return g_strdup (_ ("Once an account is connected"));

  before = find_operation (plan, convene_operation_get_after (operation));
  if (before != NULL && !convene_operation_get_released (before))
    return g_strdup (_ ("As soon as the meeting is there"));

  return g_strdup (_ ("At once"));
}

char *
convene_plan_words_when (ConvenePlan      *plan,
                         ConveneOperation *operation,
                         gint64            now)
{
  const char      *way;
  g_autofree char *start = NULL;

  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);
  g_return_val_if_fail (CONVENE_IS_OPERATION (operation), NULL);

  way = convene_plan_words_way (find_way (plan, convene_operation_get_kind (operation)));
  start = describe_start (plan, operation, now);

  /* Translators: when something is done, and how */
  return way != NULL ? g_strdup_printf (_ ("%s · %s"), start, way) : g_steal_pointer (&start);
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

      if (first->kind != second->kind || first->way != second->way || g_strcmp0 (first->subject, second->subject) != 0 || !equal_strings (first->to, second->to) || !equal_strings (first->cc, second->cc))
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
         convene_plan_get_host_way (a) == convene_plan_get_host_way (b) &&
         convene_plan_get_link_effect (a) == convene_plan_get_link_effect (b) &&
         g_strcmp0 (convene_plan_get_link (a), convene_plan_get_link (b)) == 0 && equal_letters (convene_plan_get_letters (a), convene_plan_get_letters (b));
}
