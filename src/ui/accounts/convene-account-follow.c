/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account-follow.h"

gboolean
convene_account_follow (ConveneAccount **followed,
                        ConveneAccount  *account,
                        const char      *signal,
                        GCallback        changed,
                        gpointer         widget)
{
  g_return_val_if_fail (followed != NULL, FALSE);
  g_return_val_if_fail (account == NULL || CONVENE_IS_ACCOUNT (account), FALSE);

  if (*followed == account)
    return FALSE;

  if (*followed != NULL)
    g_signal_handlers_disconnect_by_data (*followed, widget);
  g_set_object (followed, account);
  if (account != NULL)
    g_signal_connect_object (account, signal, changed, widget, G_CONNECT_SWAPPED);
  return TRUE;
}
