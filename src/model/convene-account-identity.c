/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-account.h"

char *
convene_account_dup_identity (ConveneAccount *self)
{
  const char *number = convene_account_get_account_number (self);
  const char *user_id = convene_account_get_user_id (self);

  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  if (convene_account_get_kind (self) != CONVENE_ACCOUNT_KIND_ZOOM)
    return NULL;
  if (convene_account_get_method (self) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER)
    return number != NULL ? g_strconcat ("number:", number, NULL) : NULL;

  return user_id != NULL ? g_strconcat ("user:", user_id, NULL) : NULL;
}

char *
convene_account_dup_lock_name (ConveneAccount *self)
{
  const char      *number = convene_account_get_account_number (self);
  const char      *client_id = convene_account_get_client_id (self);
  g_autofree char *owner = NULL;

  g_return_val_if_fail (CONVENE_IS_ACCOUNT (self), NULL);

  if (convene_account_get_method (self) != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER || number == NULL || client_id == NULL)
    return g_strdup (convene_account_get_id (self));

  /* What stands in them came from outside, and this becomes the name of a file. */
  owner = g_strconcat (number, "\n", client_id, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, owner, -1);
}
