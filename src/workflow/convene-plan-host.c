/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include "convene-backoff.h"
#include "convene-text.h"

int
convene_plan_find_limit (const ConvenePlanFacts *facts,
                         ConveneInterview       *interview)
{
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview));

  return start < convene_next_utc_midnight (facts->now) ? CONVENE_DAILY_REQUESTS : CONVENE_DAILY_REQUESTS - facts->preferences->quota_reserve;
}

void
convene_plan_set_choice (ConvenePlan            *self,
                         const ConvenePlanFacts *facts,
                         ConveneHostChoice      *choice)
{
  g_autofree char *identity = NULL;

  convene_plan_set_host_way (self, choice->way);
  convene_plan_set_host (self, choice->host, choice->reason);
  self->quota_room = -1;
  if (choice->account == NULL)
    return;

  identity = convene_account_dup_identity (choice->account);
  convene_plan_set_made_by (self, identity);
  self->quota_room = MAX (convene_plan_find_limit (facts, self->interview) - choice->requests_today, 0);
}

static ConveneAccount *
find_account (const ConvenePlanFacts *facts,
              ConveneMeeting         *meeting)
{
  GPtrArray *accounts = convene_host_facts_get_accounts (facts->hosts);

  for (guint i = 0; i < accounts->len; i++)
    if (g_strcmp0 (convene_account_get_id (g_ptr_array_index (accounts, i)), convene_meeting_get_account_id (meeting)) == 0)
      return g_ptr_array_index (accounts, i);

  return NULL;
}

void
convene_plan_set_meeting_host (ConvenePlan            *self,
                               const ConvenePlanFacts *facts,
                               ConveneMeeting         *meeting)
{
  ConveneAccount *account = find_account (facts, meeting);
  g_autoptr(ConveneHostChoice) choice = NULL;

  if (account == NULL || convene_meeting_get_host (meeting) == NULL)
    {
      convene_plan_set_host (self, convene_meeting_get_host (meeting), NULL);
      return;
    }

  choice = convene_host_choice_new_again (account, convene_meeting_get_host (meeting), facts->hosts);
  convene_plan_set_choice (self, facts, choice);
}

/* Of the host's day that the plan is for: another host's is another day. */
static gboolean
is_of_host (ConvenePlan      *self,
            ConveneOperation *operation)
{
  const char *host = convene_operation_get_host (operation);

  return self->host == NULL || host == NULL || convene_address_equal (host, self->host);
}

static int
cost_of (const ConvenePlanFacts *facts,
         ConveneOperation       *operation)
{
  switch (convene_operation_get_kind (operation))
    {
    case CONVENE_OPERATION_KIND_MEETING_CREATE:
      return convene_operation_get_meeting_id (operation) != NULL;
    case CONVENE_OPERATION_KIND_MEETING_UPDATE:
      return 1;
    case CONVENE_OPERATION_KIND_MEETING_DELETE:
      return facts->preferences->deletes_count;
    case CONVENE_OPERATION_KIND_MAIL_INVITATION:
    case CONVENE_OPERATION_KIND_MAIL_UPDATE:
    case CONVENE_OPERATION_KIND_MAIL_CANCELLATION:
    case CONVENE_OPERATION_KIND_MAIL_LINK_READY:
    case CONVENE_OPERATION_KIND_MAIL_REMINDER:
    case CONVENE_OPERATION_KIND_MAIL_URGENT:
    case CONVENE_OPERATION_KIND_ACCOUNT_REVOKE:
    default:
      return 0;
    }
}

void
convene_plan_retry (ConvenePlan            *self,
                    const ConvenePlanFacts *facts,
                    ConveneOperation       *operation)
{
  self->retried += cost_of (facts, operation);
  if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)))
    convene_plan_list_letter (self, facts, operation);
}

void
convene_plan_count (ConvenePlan            *self,
                    const ConvenePlanFacts *facts)
{
  GListModel *operations = convene_plan_get_operations (self);
  int         cost = self->retried;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (is_of_host (self, operation))
        cost += cost_of (facts, operation);
    }

  convene_plan_set_quota (self, cost, self->quota_room < 0 ? -1 : MAX (self->quota_room - cost, 0));
}
