/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-compose.h"
#include "convene-error.h"
#include "convene-text.h"

/* SH-28: reminders leave a day and an hour before, and none within two hours of scheduling. */
static const gint64 reminders[] = { CONVENE_DAY, CONVENE_HOUR };

ConveneOperation *
convene_operation_new_for (ConveneInterview    *interview,
                           ConveneOperationKind kind,
                           gint64               now,
                           gint64               due)
{
  ConveneOperation *operation = convene_operation_new ();
  g_autofree char  *id = g_uuid_string_random ();

  convene_operation_set_id (operation, id);
  convene_operation_set_kind (operation, kind);
  convene_operation_set_state (operation, CONVENE_OPERATION_STATE_WAITING);
  convene_operation_set_interview_uid (operation, convene_interview_get_uid (interview));
  convene_operation_set_due (operation, due);
  convene_operation_set_created (operation, now);
  return operation;
}

static GStrv
copy_strings (GPtrArray *strings)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < strings->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (strings, i));

  return g_strv_builder_end (builder);
}

static void
plan_letter (ConvenePlan         *plan,
             ConveneOperationKind kind,
             ConveneAccount      *mail)
{
  g_autoptr(ConveneLetterHeading) heading = convene_compose_heading (convene_plan_get_interview (plan), kind, mail);
  ConvenePlanLetter *letter = g_new0 (ConvenePlanLetter, 1);

  letter->kind = kind;
  letter->to = copy_strings (heading->to);
  letter->cc = copy_strings (heading->cc);
  letter->subject = g_strdup (heading->subject);
  convene_plan_add_letter (plan, letter);
}

static ConveneOperation *
plan_meeting (ConvenePlan       *plan,
              ConveneHostChoice *choice,
              gint64             now)
{
  ConveneInterview *interview = convene_plan_get_interview (plan);
  g_autoptr(ConveneOperation) create = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, now, now);
  g_autofree char *reference = convene_reference_new ();

  convene_operation_set_reference (create, reference);
  if (choice->account != NULL)
    {
      g_autofree char *meeting_id = g_uuid_string_random ();

      convene_operation_set_meeting_id (create, meeting_id);
      convene_operation_set_account_id (create, convene_account_get_id (choice->account));
      convene_operation_set_host (create, choice->host);
    }
  else
    {
      /* SH-34: nobody can host, so nothing waits for it; an account that is connected later makes the meeting then. Whether there is one by
       * then is seen when it is due. */
      convene_operation_set_released (create, TRUE);
      convene_operation_set_error_code (create, convene_error_code_to_string (CONVENE_ERROR_NO_ACCOUNT));
      convene_operation_set_error_message (create, choice->reason);
    }

  convene_plan_add_operation (plan, create);
  return create;
}

static void
describe_meeting (ConvenePlan       *plan,
                  ConveneHostChoice *choice,
                  gint64             now)
{
  gint64           start = convene_moment_get_instant (convene_interview_get_start (convene_plan_get_interview (plan)));
  g_autofree char *identity = NULL;
  int              left;

  convene_plan_set_host_way (plan, choice->way);
  if (choice->account == NULL)
    {
      convene_plan_set_host (plan, NULL, choice->reason);
      convene_plan_set_link (plan, _ ("No meeting is made: the invitation leaves without a link, and the hiring manager is asked for one."));
      return;
    }

  identity = convene_account_dup_identity (choice->account);
  left = CONVENE_DAILY_REQUESTS - choice->requests_today;
  convene_plan_set_host (plan, choice->host, choice->reason);
  convene_plan_set_made_by (plan, identity);
  convene_plan_set_quota (plan, 1, MAX (left - 1, 0));
  convene_plan_set_expects_link (plan, left > 0 || convene_next_utc_midnight (now) + CONVENE_QUOTA_MARGIN < start);
  if (left > 0)
    convene_plan_set_link (plan, _ ("A new Zoom meeting is made, and its link goes out with the invitation."));
  else if (convene_plan_get_expects_link (plan))
    convene_plan_set_link (plan, _ ("Zoom’s requests of today are used up: the meeting is made after 00:00 UTC, and the invitation waits for its link."));
  else
    convene_plan_set_link (plan, _ ("Zoom’s requests of today are used up, and the interview begins before it takes more: the invitation leaves without a link, and the hiring manager is asked for one."));
}

static void
describe_place (ConvenePlan *plan)
{
  switch (convene_interview_get_platform (convene_plan_get_interview (plan)))
    {
    case CONVENE_PLATFORM_LINK:
      convene_plan_set_link (plan, _ ("The invitation has the link that you gave."));
      break;
    case CONVENE_PLATFORM_PHONE:
    case CONVENE_PLATFORM_IN_PERSON:
    case CONVENE_PLATFORM_ZOOM:
    case CONVENE_PLATFORM_GOOGLE_MEET:
    case CONVENE_PLATFORM_TEAMS:
    default:
      convene_plan_set_link (plan, _ ("The interview needs no link."));
      break;
    }
}

static void
plan_reminders (ConvenePlan      *plan,
                ConveneOperation *invitation,
                gint64            now)
{
  ConveneInterview *interview = convene_plan_get_interview (plan);
  gint64            start = convene_moment_get_instant (convene_interview_get_start (interview));

  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    {
      gint64 due = start - reminders[i];
      g_autoptr(ConveneOperation) reminder = NULL;

      if (due < now + CONVENE_QUIET_AFTER_INVITATION)
        continue;

      reminder = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_REMINDER, now, due);
      convene_operation_set_after (reminder, convene_operation_get_id (invitation));
      convene_plan_add_operation (plan, reminder);
    }
}

static void
plan_letters (ConvenePlan      *plan,
              ConveneOperation *create,
              ConveneAccount   *mail,
              gint64            now)
{
  ConveneInterview *interview = convene_plan_get_interview (plan);
  g_autoptr(ConveneOperation) invitation = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, now, now);

  if (create != NULL)
    convene_operation_set_after (invitation, convene_operation_get_id (create));
  convene_plan_add_operation (plan, invitation);
  plan_letter (plan, CONVENE_OPERATION_KIND_MAIL_INVITATION, mail);

  if (create != NULL && convene_operation_get_released (create))
    {
      g_autoptr(ConveneOperation) urgent = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_URGENT, now, now);

      convene_plan_add_operation (plan, urgent);
      plan_letter (plan, CONVENE_OPERATION_KIND_MAIL_URGENT, mail);
    }

  plan_reminders (plan, invitation, now);
}

ConvenePlan *
convene_plan_schedule (ConveneInterview       *interview,
                       const ConveneHostFacts *facts,
                       ConveneAccount         *sender,
                       gboolean                mail,
                       gint64                  now)
{
  ConvenePlan      *plan = convene_plan_new (interview);
  ConveneOperation *create = NULL;

  if (convene_interview_get_platform (interview) == CONVENE_PLATFORM_ZOOM)
    {
      g_autoptr(ConveneHostChoice) choice = convene_host_choice_new (interview, facts);

      create = plan_meeting (plan, choice, now);
      describe_meeting (plan, choice, now);
    }
  else
    {
      describe_place (plan);
    }

  if (mail)
    plan_letters (plan, create, sender, now);

  return plan;
}
