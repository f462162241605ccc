/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text.h"

#include <glib/gi18n-lib.h>

#include "convene-account.h"
#include "convene-accounts.h"
#include "convene-cli-output.h"
#include "convene-cli-table.h"
#include "convene-cli-text-operation.h"
#include "convene-cli-words.h"

#define UID_SHOWN 8

static char *
shorten_uid (const char *uid)
{
  return g_strndup (uid != NULL ? uid : "", UID_SHOWN);
}

static const char *
describe_person (ConveneParticipant *person)
{
  const char *name = person != NULL ? convene_participant_get_name (person) : NULL;

  if (name != NULL && *name != '\0')
    return name;

  return person != NULL ? convene_participant_get_address (person) : "";
}

static void
add_interview (ConveneCliTable  *table,
               ConveneInterview *interview,
               const char       *zone)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autofree char     *uid = shorten_uid (convene_interview_get_uid (interview));
  g_autofree char     *time = start != NULL ? convene_cli_word_time (convene_moment_get_instant (start), zone) : NULL;
  g_autofree char     *duration = convene_cli_word_duration (convene_interview_get_duration (interview));

  convene_cli_table_add_row (table, uid, time, duration,
                             describe_person (convene_interview_get_candidate (interview)),
                             convene_interview_get_job (interview),
                             convene_cli_word_platform (convene_interview_get_platform (interview)),
                             convene_cli_word_status (convene_interview_get_status (interview)));
}

char *
convene_cli_text_interviews (GPtrArray  *interviews,
                             guint       total,
                             const char *zone)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (7);
  g_autofree char *rows = NULL;
  g_autofree char *more = NULL;

  if (interviews->len == 0)
    return g_strconcat (_("No interviews"), "\n", NULL);

  convene_cli_table_add_row (table, "UID", C_("column", "Start"), C_("column", "Length"), C_("column", "Candidate"), C_("column", "Job"), C_("column", "Platform"), C_("column", "Status"));
  for (guint i = 0; i < interviews->len; i++)
    add_interview (table, g_ptr_array_index (interviews, i), zone);

  rows = convene_cli_table_to_string (table);
  if (total > interviews->len)
    more = g_strdup_printf (ngettext ("%u more: see it with --limit\n", "%u more: see them with --limit\n", total - interviews->len),
                            total - interviews->len);

  return g_strconcat (rows, more, NULL);
}

static void
append_group (GString    *text,
              const char *heading,
              GPtrArray  *operations,
              const char *zone,
              gint64      now)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (2);
  g_autofree char *rows = NULL;

  if (operations->len == 0)
    return;

  for (guint i = 0; i < operations->len; i++)
    {
      ConveneOperation *operation = g_ptr_array_index (operations, i);
      g_autofree char  *uid = shorten_uid (convene_operation_get_interview_uid (operation));
      g_autofree char  *sentence = convene_cli_text_operation (operation, NULL, zone, now);

      convene_cli_table_add_row (table, uid, sentence);
    }

  rows = convene_cli_table_to_string (table);
  g_string_append_printf (text, "%s\n%s", heading, rows);
}

char *
convene_cli_text_report (GPtrArray  *done,
                         GPtrArray  *waiting,
                         GPtrArray  *failed,
                         const char *zone,
                         gint64      now)
{
  GString *text = g_string_new (NULL);

  append_group (text, C_("operations", "Done:"), done, zone, now);
  append_group (text, C_("operations", "Still waiting:"), waiting, zone, now);
  append_group (text, C_("operations", "Failed:"), failed, zone, now);
  if (text->len == 0)
    g_string_append_printf (text, "%s\n", _("Nothing was due"));

  return g_string_free (text, FALSE);
}

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

  convene_cli_table_add_row (table, C_("interview", "Start"), time);
  convene_cli_table_add_row (table, C_("plan", "Host"), convene_plan_get_host_reason (plan));
  convene_cli_table_add_row (table, C_("plan", "Link"), convene_plan_get_link (plan));
  append_quota (table, plan);
  append_letters (table, convene_plan_get_letters (plan));
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      gint64           due = MAX (convene_operation_get_due (operation), now);
      g_autofree char *when = convene_cli_word_time (due, zone);

      convene_cli_table_add_row (table, convene_cli_word_plan (convene_operation_get_kind (operation)), when);
    }

  return convene_cli_table_to_string (table);
}

char *
convene_cli_text_accounts (GPtrArray *accounts)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (6);

  if (accounts->len == 0)
    return g_strconcat (_("No accounts: connect one with “convene account connect”"), "\n", NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount  *account = g_ptr_array_index (accounts, i);
      gboolean         zoom = convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM;
      g_autofree char *id = shorten_uid (convene_account_get_id (account));
      g_autofree char *quota = NULL;

      if (zoom)
        /* Translators: how many of the requests that Zoom allows in a day were made today */
        quota = g_strdup_printf (_("%d of %d requests today"), convene_account_get_requests_today (account), CONVENE_DAILY_REQUESTS);
      convene_cli_table_add_row (table, id, zoom ? "Zoom" : C_("account", "Mail"), convene_account_get_address (account), convene_account_get_name (account), convene_cli_word_account_state (convene_account_get_state (account)), quota);
    }

  return convene_cli_table_to_string (table);
}
