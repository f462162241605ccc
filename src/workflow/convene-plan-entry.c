/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include "convene-entry-words.h"
#include "convene-password-rules.h"
#include "convene-text.h"

/* Who hosts with an account of its own here: of others nothing is known. */
static ConveneAccount *
find_account (ConvenePlan            *self,
              const ConvenePlanFacts *facts)
{
  GPtrArray *accounts = convene_host_facts_get_accounts (facts->hosts);

  for (guint i = 0; self->made_by != NULL && self->host != NULL && i < accounts->len; i++)
    {
      ConveneAccount  *account = g_ptr_array_index (accounts, i);
      const char      *address = convene_account_get_address (account);
      g_autofree char *identity = convene_account_dup_identity (account);

      if (g_strcmp0 (identity, self->made_by) == 0 && address != NULL && convene_address_equal (address, self->host))
        return account;
    }

  return NULL;
}

static const char *
describe_new (ConvenePlan            *self,
              const ConvenePlanFacts *facts)
{
  ConveneAccount *account = find_account (self, facts);

  return convene_entry_words_expected (account != NULL ? convene_account_get_entry (account) : CONVENE_ENTRY_UNKNOWN);
}

static ConveneMeeting *
get_meeting (ConvenePlan            *self,
             const ConvenePlanFacts *facts)
{
  ConveneInterview *of = self->effect == CONVENE_LINK_EFFECT_JOINS ? facts->slot : facts->before;

  return of != NULL ? convene_interview_get_meeting (of) : NULL;
}

static const char *
describe_there (ConvenePlan            *self,
                const ConvenePlanFacts *facts)
{
  ConveneMeeting *meeting = get_meeting (self, facts);

  if (meeting == NULL)
    return NULL;
  if (convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_PENDING)
    return describe_new (self, facts);

  return convene_entry_words_meeting (meeting);
}

void
convene_plan_say_entry (ConvenePlan            *self,
                        const ConvenePlanFacts *facts)
{
  self->entry = NULL;
  if (convene_interview_get_platform (self->interview) != CONVENE_PLATFORM_ZOOM)
    return;

  switch (self->effect)
    {
    case CONVENE_LINK_EFFECT_NEW:
      self->entry = describe_new (self, facts);
      break;
    case CONVENE_LINK_EFFECT_STAYS:
    case CONVENE_LINK_EFFECT_JOINS:
    case CONVENE_LINK_EFFECT_FOLLOWS:
      self->entry = describe_there (self, facts);
      break;
    case CONVENE_LINK_EFFECT_NONE:
    case CONVENE_LINK_EFFECT_DELETED:
    case CONVENE_LINK_EFFECT_LEFT:
    case CONVENE_LINK_EFFECT_PASTED:
    default:
      break;
    }
}

const char *
convene_plan_get_entry (ConvenePlan *self)
{
  g_return_val_if_fail (CONVENE_IS_PLAN (self), NULL);

  return self->entry;
}

/* A password that is the meeting's already was taken by Zoom, and one who joins another's meeting has that one's. */
static gboolean
sends_password (ConvenePlan            *self,
                const ConvenePlanFacts *facts)
{
  const char     *password = convene_interview_get_password (self->interview);
  ConveneMeeting *meeting = get_meeting (self, facts);

  if (password == NULL || convene_interview_get_platform (self->interview) != CONVENE_PLATFORM_ZOOM)
    return FALSE;
  if (self->effect == CONVENE_LINK_EFFECT_NEW)
    return TRUE;

  return self->effect == CONVENE_LINK_EFFECT_STAYS && (meeting == NULL || g_strcmp0 (convene_meeting_get_password (meeting), password) != 0);
}

gboolean
convene_plan_check_password (ConvenePlan            *self,
                             const ConvenePlanFacts *facts,
                             GError                **error)
{
  ConveneAccount *account = find_account (self, facts);

  if (account == NULL || (self->kind != CONVENE_PLAN_SCHEDULE && self->kind != CONVENE_PLAN_EDIT) || !sends_password (self, facts))
    return TRUE;

  return convene_password_rules_check (convene_account_get_password_rules (account), convene_interview_get_password (self->interview), error);
}
