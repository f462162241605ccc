/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include "convene-error.h"
#include "convene-zoom-client.h"

gboolean
convene_accounts_take_settings (ConveneAccount *account,
                                GObject        *client,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(ConveneZoomSettings) settings = convene_zoom_client_get_settings_finish (CONVENE_ZOOM_CLIENT (client), result, &failure);

  if (settings != NULL)
    {
      convene_account_set_entry (account, settings->entry);
      convene_account_set_password_rules (account, settings->password_rules);
    }
  else if (g_error_matches (failure, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES))
    {
      convene_account_set_entry (account, CONVENE_ENTRY_UNKNOWN);
      convene_account_set_password_rules (account, NULL);
    }
  else if (g_error_matches (failure, CONVENE_ERROR, CONVENE_ERROR_CANCELLED) || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}
