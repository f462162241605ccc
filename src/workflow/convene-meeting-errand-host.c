/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-text.h"

/* The meeting that is expected says who will make it. */
static void
expect_meeting (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  ConveneMeeting   *meeting = convene_interview_get_meeting (convene_errand_get_interview (errand));
  g_autofree char  *maker = convene_account_dup_identity (self->account);

  if (convene_operation_get_meeting_id (operation) == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      convene_operation_set_meeting_id (operation, id);
      convene_meeting_add_pending (convene_errand_get_change (errand), convene_errand_get_interview (errand), operation, maker);
    }
  else if (meeting != NULL && (g_strcmp0 (convene_meeting_get_account_id (meeting), convene_operation_get_account_id (operation)) != 0 ||
                               g_strcmp0 (convene_meeting_get_host (meeting), convene_operation_get_host (operation)) != 0))
    {
      convene_meeting_set_account_id (meeting, convene_operation_get_account_id (operation));
      convene_meeting_set_host (meeting, convene_operation_get_host (operation));
      convene_meeting_set_made_by (meeting, maker);
      convene_change_put_meeting (convene_errand_get_change (errand), meeting);
    }
}

/* Another host than the one that was planned is worth a line in the history. */
static void
note_choice (ConveneErrand           *errand,
             const ConveneHostChoice *choice)
{
  const char      *before = convene_operation_get_host (convene_errand_get_operation (errand));
  g_autofree char *text = NULL;

  if (before == NULL || convene_address_equal (before, choice->host))
    return;

  /* Translators: both %s are mail addresses of Zoom users; a sentence that says why follows */
  text = g_strdup_printf (_ ("%s cannot host the meeting, so %s does."), before, choice->host);
  convene_errand_note (errand, text);
}

void
convene_meeting_errand_take_choice (ConveneMeetingErrand    *self,
                                    const ConveneHostChoice *choice)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  note_choice (errand, choice);
  g_set_object (&self->account, choice->account);
  g_set_object (&self->provider, convene_accounts_get_provider (convene_errand_get_accounts (errand), choice->account));
  self->requests_today = choice->requests_today;
  convene_operation_set_account_id (operation, convene_account_get_id (choice->account));
  convene_operation_set_host (operation, choice->host);
  expect_meeting (self);
}

/* The account that began: it has another id if it was disconnected and connected again meanwhile. */
static ConveneAccount *
find_account (GPtrArray        *accounts,
              ConveneOperation *operation,
              ConveneMeeting   *meeting)
{
  const char     *made_by = meeting != NULL ? convene_meeting_get_made_by (meeting) : NULL;
  ConveneAccount *same = NULL, *host = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount  *account = g_ptr_array_index (accounts, i);
      g_autofree char *identity = convene_account_dup_identity (account);

      if (g_strcmp0 (convene_account_get_id (account), convene_operation_get_account_id (operation)) == 0)
        return account;
      if (made_by != NULL && g_strcmp0 (identity, made_by) == 0)
        same = account;
      if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && convene_operation_get_host (operation) != NULL &&
          convene_address_equal (convene_account_get_address (account), convene_operation_get_host (operation)))
        host = account;
    }

  return same != NULL ? same : host;
}

gboolean
convene_meeting_errand_take_planned (ConveneMeetingErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  GPtrArray        *accounts = convene_host_facts_get_accounts (self->facts);
  ConveneAccount   *account = find_account (accounts, operation, convene_interview_get_meeting (convene_errand_get_interview (errand)));
  const char       *host = convene_operation_get_host (operation);
  g_autoptr(ConveneHostChoice) choice = NULL;

  if (account == NULL)
    return FALSE;
  if (host == NULL)
    host = convene_account_get_address (account);
  if (convene_operation_get_posts (operation) == 0 && convene_host_is_other (account, host) &&
      !convene_host_facts_allow (self->facts, convene_account_get_id (account), host))
    return FALSE;

  choice = convene_host_choice_new_again (account, host, self->facts);
  convene_meeting_errand_take_choice (self, choice);
  return TRUE;
}
