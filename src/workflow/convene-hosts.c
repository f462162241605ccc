/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-hosts.h"

#include <glib/gi18n-lib.h>

#include "convene-text.h"

/* An account that works goes before one that wants its person to sign in again: that one is better than none, its work waits for the sign-in. */
static ConveneAccount *
best_of (GPtrArray  *accounts,
         const char *address)
{
  ConveneAccount *second = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
        continue;
      if (address != NULL && !convene_address_equal (convene_account_get_address (account), address))
        continue;
      if (convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED)
        return account;
      if (second == NULL)
        second = account;
    }

  return second;
}

ConveneHostChoice *
convene_host_choice_new (ConveneInterview *interview,
                         GPtrArray        *accounts)
{
  ConveneHostChoice  *self = g_new0 (ConveneHostChoice, 1);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);
  const char         *address = manager != NULL ? convene_participant_get_address (manager) : NULL;
  ConveneAccount     *account = address != NULL ? best_of (accounts, address) : NULL;

  if (account != NULL)
    {
      self->account = g_object_ref (account);
      self->reason = g_strdup (_ ("The hiring manager’s own Zoom account is connected."));
      return self;
    }

  account = best_of (accounts, NULL);
  if (account == NULL)
    {
      self->reason = g_strdup (_ ("Zoom not connected: no Zoom account can host."));
      return self;
    }

  self->account = g_object_ref (account);
  if (address != NULL)
    /* Translators: %s is the hiring manager's mail address */
    self->reason = g_strdup_printf (_ ("%s has no Zoom account connected here, so yours hosts."), address);
  else
    self->reason = g_strdup (_ ("There is no hiring manager, so your Zoom account hosts."));
  return self;
}

void
convene_host_choice_free (ConveneHostChoice *self)
{
  g_clear_object (&self->account);
  g_free (self->reason);
  g_free (self);
}
