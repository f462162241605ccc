/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text.h"

#include <glib/gi18n-lib.h>

#include "convene-account.h"
#include "convene-accounts.h"
#include "convene-cli-output.h"
#include "convene-cli-table.h"
#include "convene-cli-text-meeting.h"
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

static void
append_differing (GString   *text,
                  GPtrArray *interviews)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (2);
  g_autofree char *rows = NULL;

  if (interviews->len == 0)
    return;

  for (guint i = 0; i < interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (interviews, i);
      g_autofree char  *uid = shorten_uid (convene_interview_get_uid (interview));
      g_auto (GStrv) lines = convene_cli_text_meeting_differences (interview);

      for (guint j = 0; lines[j] != NULL; j++)
        convene_cli_table_add_row (table, j == 0 ? uid : NULL, lines[j]);
    }

  rows = convene_cli_table_to_string (table);
  g_string_append_printf (text, "%s\n%s", C_("meetings", "Otherwise at Zoom:"), rows);
}

char *
convene_cli_text_report (const ConveneCliSync *sync,
                         const char           *zone,
                         gint64                now)
{
  GString *text;

  g_return_val_if_fail (sync != NULL, NULL);

  text = g_string_new (NULL);
  append_group (text, C_("operations", "Done:"), sync->report->done, zone, now);
  append_group (text, C_("operations", "Still waiting:"), sync->report->waiting, zone, now);
  append_group (text, C_("operations", "Failed:"), sync->report->failed, zone, now);
  if (text->len == 0)
    g_string_append_printf (text, "%s\n", _("Nothing was due"));

  append_differing (text, sync->differing);
  return g_string_free (text, FALSE);
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
