/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-create-errand-private.h"

#include <glib/gi18n-lib.h>

#include "convene-meeting-account.h"
#include "convene-meeting-compare.h"
#include "convene-text.h"

/* Whether the row of the meeting says already what will be asked for, and of whom. */
static gboolean
is_expected (ConveneMeeting   *meeting,
             ConveneOperation *operation,
             ConveneInterview *wanted)
{
  return convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_PENDING && convene_meeting_get_topic (meeting) != NULL &&
         g_strcmp0 (convene_meeting_get_account_id (meeting), convene_operation_get_account_id (operation)) == 0 &&
         g_strcmp0 (convene_meeting_get_host (meeting), convene_operation_get_host (operation)) == 0 &&
         convene_meeting_compare (meeting, wanted) == CONVENE_MEETING_DIFFERENCE_NONE;
}

void
convene_create_errand_put_intent (ConveneCreateErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  ConveneMeeting   *meeting = convene_meeting_errand_get_meeting (CONVENE_MEETING_ERRAND (self));
  ConveneInterview *wanted = convene_create_errand_get_wanted (self);
  ConveneChange    *change = convene_errand_get_change (errand);
  g_autofree char  *maker = convene_account_dup_identity (convene_meeting_errand_get_account (CONVENE_MEETING_ERRAND (self)));
  g_autoptr(ConveneMeeting) intent = NULL;

  if (convene_operation_get_meeting_id (operation) == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      convene_operation_set_meeting_id (operation, id);
      convene_meeting_add_pending (change, wanted, operation, maker);
      g_ptr_array_add (convene_meeting_errand_get_users (CONVENE_MEETING_ERRAND (self)), g_object_ref (wanted));
      return;
    }
  if (meeting != NULL && is_expected (meeting, operation, wanted))
    return;

  intent = convene_meeting_new_intent (wanted, convene_operation_get_reference (operation));
  convene_meeting_set_id (intent, convene_operation_get_meeting_id (operation));
  convene_meeting_set_provider (intent, "zoom");
  convene_meeting_set_account_id (intent, convene_operation_get_account_id (operation));
  convene_meeting_set_host (intent, convene_operation_get_host (operation));
  convene_meeting_set_made_by (intent, maker);
  convene_change_put_meeting (change, intent);
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
convene_create_errand_take_choice (ConveneCreateErrand     *self,
                                   const ConveneHostChoice *choice)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);

  note_choice (errand, choice);
  convene_meeting_errand_set_account (CONVENE_MEETING_ERRAND (self), choice->account, choice->requests_today);
  convene_operation_set_account_id (operation, convene_account_get_id (choice->account));
  convene_operation_set_host (operation, choice->host);
}

gboolean
convene_create_errand_take_planned (ConveneCreateErrand *self)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  ConveneMeeting   *meeting = convene_meeting_errand_get_meeting (CONVENE_MEETING_ERRAND (self));
  ConveneAccount   *account = NULL;
  const char       *host = convene_operation_get_host (operation);
  g_autoptr(ConveneHostChoice) choice = NULL;

  if (meeting != NULL)
    account = convene_meeting_find_account (convene_host_facts_get_accounts (self->facts), meeting);
  if (account == NULL)
    return FALSE;
  if (host == NULL)
    host = convene_account_get_address (account);
  if (convene_operation_get_posts (operation) == 0 && convene_host_is_other (account, host) &&
      !convene_host_facts_allow (self->facts, convene_account_get_id (account), host))
    return FALSE;

  choice = convene_host_choice_new_again (account, host, self->facts);
  convene_create_errand_take_choice (self, choice);
  return TRUE;
}
