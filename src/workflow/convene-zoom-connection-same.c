/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-connection-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-text.h"

/* Which of the accounts that are there is the one that is being connected. */

static gboolean
is_server_to_server (ConveneAccount *account)
{
  return convene_account_get_method (account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
}

static gboolean
equal (const char *a,
       const char *b)
{
  return a != NULL && g_strcmp0 (a, b) == 0;
}

static gboolean
is_same_app (ConveneAccount *a,
             ConveneAccount *b)
{
  return is_server_to_server (a) && is_server_to_server (b) &&
         equal (convene_account_get_account_number (a), convene_account_get_account_number (b)) &&
         equal (convene_account_get_client_id (a), convene_account_get_client_id (b));
}

static gboolean
is_same_user (ConveneAccount *a,
              ConveneAccount *b)
{
  return equal (convene_account_get_user_id (a), convene_account_get_user_id (b));
}

/* Where nobody knows Zoom's id of one of them. */
static gboolean
is_same_address (ConveneAccount *a,
                 ConveneAccount *b)
{
  return (convene_account_get_user_id (a) == NULL || convene_account_get_user_id (b) == NULL) &&
         convene_address_equal (convene_account_get_address (a), convene_account_get_address (b));
}

typedef gboolean (*IsSame) (ConveneAccount *a, ConveneAccount *b);

ConveneAccount *
convene_zoom_connection_find_before (ConveneZoomConnection *self,
                                     GPtrArray             *accounts)
{
  const IsSame ways[] = { is_same_app, is_same_user, is_same_address };

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (guint i = 0; i < accounts->len; i++)
      {
        ConveneAccount *account = g_ptr_array_index (accounts, i);

        if (convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM && ways[way](account, self->account))
          return g_object_ref (account);
      }

  return NULL;
}

static ConveneAccount *
find_meant (ConveneZoomConnection *self,
            GPtrArray             *accounts)
{
  for (guint i = 0; self->reconnect != NULL && i < accounts->len; i++)
    if (g_strcmp0 (convene_account_get_id (g_ptr_array_index (accounts, i)), self->reconnect) == 0)
      return g_ptr_array_index (accounts, i);

  return NULL;
}

gboolean
convene_zoom_connection_check_user (ConveneZoomConnection *self,
                                    GPtrArray             *accounts,
                                    GError               **error)
{
  ConveneAccount *meant = find_meant (self, accounts);

  if (meant == NULL || is_same_app (meant, self->account) || is_same_user (meant, self->account) || is_same_address (meant, self->account))
    return TRUE;

  g_propagate_error (error, convene_error_new_field (CONVENE_ERROR_REFUSED, "user",
                                                     /* Translators: both are addresses */
                                                     _ ("The browser is signed in to Zoom as %s, but the account to reconnect is %s: sign out of Zoom there, "
                                                        "then reconnect; or connect %s as another account"),
                                                        convene_account_get_address (self->account), convene_account_get_address (meant),
                                                        convene_account_get_address (self->account)));
  return FALSE;
}
