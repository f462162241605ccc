/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-table.h"
#include "convene-cli-words.h"

/* How a letter leaves, where that is not by itself. */
static const char *
describe_way (ConveneLetterWay way)
{
  switch (way)
    {
    case CONVENE_LETTER_WAY_HANDED_OVER:
      return _("given to your mail program, without answer buttons: you send it from there");
    case CONVENE_LETTER_WAY_WAITS:
      return _("waits until a mail account is connected");
    case CONVENE_LETTER_WAY_SENT:
    default:
      return NULL;
    }
}

static void
append_letters (ConveneCliTable *table,
                GPtrArray       *letters)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (letters, i);
      g_autofree char         *to = g_strjoinv (", ", letter->to);
      g_autofree char         *cc = letter->cc != NULL ? g_strjoinv (", ", letter->cc) : NULL;

      convene_cli_table_add_row (table, C_("letter", "Letter"), letter->subject);
      convene_cli_table_add_row (table, C_("letter", "  to"), to);
      if (cc != NULL && *cc != '\0')
        convene_cli_table_add_row (table, C_("letter", "  copies to"), cc);
      if (describe_way (letter->way) != NULL)
        convene_cli_table_add_row (table, C_("letter", "  how"), describe_way (letter->way));
    }
}

static void
append_quota (ConveneCliTable *table,
              ConvenePlan     *plan)
{
  ConveneHostWay   way = convene_plan_get_host_way (plan);
  g_autofree char *quota = NULL;

  if (convene_plan_get_quota_cost (plan) < 0 || way == CONVENE_HOST_NOBODY)
    return;

  if (way == CONVENE_HOST_SERVER || way == CONVENE_HOST_SCHEDULED_FOR)
    /* Translators: how many of somebody's requests of the day at Zoom something costs, how many are left after it; %3$s is a mail address */
    quota = g_strdup_printf (_("costs %1$d of today’s requests of %3$s, %2$d are left"), convene_plan_get_quota_cost (plan), convene_plan_get_quota_left (plan), convene_plan_get_host (plan));
  else
    /* Translators: how many of the day's requests at Zoom something costs, and how many are left after it */
    quota = g_strdup_printf (_("costs %d of today’s requests, %d are left"), convene_plan_get_quota_cost (plan), convene_plan_get_quota_left (plan));
  convene_cli_table_add_row (table, C_("plan", "Zoom"), quota);
}

char *
convene_cli_text_plan (ConvenePlan *plan,
                       gint64       now)
{
  ConveneInterview    *interview = convene_plan_get_interview (plan);
  const ConveneMoment *start = convene_interview_get_start (interview);
  const char          *zone = start != NULL ? convene_moment_get_zone (start) : NULL;
  GListModel          *operations = convene_plan_get_operations (plan);
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (2);
  g_autofree char *time = start != NULL ? convene_cli_word_time (convene_moment_get_instant (start), zone) : NULL;
  g_autofree char *rows = NULL;
  const char      *summary;

  convene_cli_table_add_row (table, C_("interview", "Start"), time);
  if (convene_plan_get_host_reason (plan) != NULL)
    convene_cli_table_add_row (table, C_("plan", "Host"), convene_plan_get_host_reason (plan));
  if (convene_plan_get_link (plan) != NULL)
    convene_cli_table_add_row (table, C_("plan", "Link"), convene_plan_get_link (plan));
  if (convene_plan_get_entry (plan) != NULL)
    convene_cli_table_add_row (table, C_("plan", "Joining"), convene_plan_get_entry (plan));
  append_quota (table, plan);
  append_letters (table, convene_plan_get_letters (plan));
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      gint64           due = MAX (convene_operation_get_due (operation), now);
      g_autofree char *when = convene_cli_word_time (due, zone);

      convene_cli_table_add_row (table, convene_cli_word_plan (convene_operation_get_kind (operation)), when);
    }

  rows = convene_cli_table_to_string (table);
  summary = convene_plan_get_summary (plan);
  return summary != NULL ? g_strconcat (summary, "\n\n", rows, NULL) : g_steal_pointer (&rows);
}
