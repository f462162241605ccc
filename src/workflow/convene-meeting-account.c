/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-account.h"

#include "convene-text.h"

static gboolean
is_maker (ConveneAccount *account,
          ConveneMeeting *meeting)
{
  g_autofree char *identity = convene_account_dup_identity (account);

  return identity != NULL && g_strcmp0 (identity, convene_meeting_get_made_by (meeting)) == 0;
}

static gboolean
is_host (ConveneAccount *account,
         ConveneMeeting *meeting)
{
  const char *host = convene_meeting_get_host (meeting);
  const char *address = convene_account_get_address (account);

  return host != NULL && address != NULL && convene_address_equal (address, host);
}

ConveneAccount *
convene_meeting_find_account (GPtrArray      *accounts,
                              ConveneMeeting *meeting)
{
  ConveneAccount *same = NULL, *host = NULL;

  g_return_val_if_fail (accounts != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_MEETING (meeting), NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
        continue;
      if (g_strcmp0 (convene_account_get_id (account), convene_meeting_get_account_id (meeting)) == 0)
        return account;
      if (is_maker (account, meeting))
        same = account;
      if (is_host (account, meeting))
        host = account;
    }

  return same != NULL ? same : host;
}
