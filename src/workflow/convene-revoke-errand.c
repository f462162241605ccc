/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-revoke-errand.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-error.h"
#include "convene-store-directory.h"
#include "convene-oauth-session.h"

struct _ConveneRevokeErrand
{
  ConveneErrand parent_instance;

  ConveneAccount      *account;
  ConveneOauthSession *session;
};

G_DEFINE_FINAL_TYPE (ConveneRevokeErrand, convene_revoke_errand, CONVENE_TYPE_ERRAND)

/* Nobody tries longer than that: Zoom's refresh tokens end by themselves after 90 days. */
#define PATIENCE (90 * CONVENE_DAY)

static void
convene_revoke_errand_dispose (GObject *object)
{
  ConveneRevokeErrand *self = CONVENE_REVOKE_ERRAND (object);

  g_clear_object (&self->account);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (convene_revoke_errand_parent_class)->dispose (object);
}

/* It is over, one way or another: what is left of the account goes with the operation's last line. */
static void
let_go (ConveneRevokeErrand  *self,
        ConveneOperationState state,
        const GError         *error)
{
  ConveneErrand *errand = CONVENE_ERRAND (self);
  ConveneChange *change = convene_errand_get_change (errand);

  if (self->account != NULL)
    {
      convene_change_add_stale_secret (change, convene_account_get_secret_id (self->account), 0);
      convene_change_remove_account (change, convene_account_get_id (self->account));
      convene_accounts_renew (convene_errand_get_accounts (errand), convene_account_get_id (self->account));
    }

  convene_errand_settle (errand, state, error);
}

/* Whether another try may bring what this one did not. What is refused for good is dead as well. */
static gboolean
may_heal (const GError *error)
{
  return g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_QUOTA) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING) ||
         g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
}

static void
put_off (ConveneRevokeErrand *self,
         const GError        *error)
{
  ConveneErrand    *errand = CONVENE_ERRAND (self);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  gint64            now = convene_errand_now (errand);
  gint64            due = now + convene_backoff_delay (convene_operation_get_attempts (operation));
  gint64            retry_at = convene_error_get_retry_at (error);

  /* Somebody may be asked to unlock it. */
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_NO_KEYRING))
    due = MAX (due, now + CONVENE_KEYRING_INTERVAL);
  if (now - convene_operation_get_created (operation) > PATIENCE)
    let_go (self, CONVENE_OPERATION_STATE_DROPPED, NULL);
  else
    convene_errand_wait_until (errand, MAX (due, retry_at), error);
}

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneRevokeErrand *self = CONVENE_REVOKE_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_oauth_session_revoke_finish (CONVENE_OAUTH_SESSION (source), result, &error))
    let_go (self, CONVENE_OPERATION_STATE_DONE, NULL);
  else if (may_heal (error))
    put_off (self, error);
  else
    {
      g_message ("A sign-in that was disconnected is over already: %s", error->message);
      let_go (self, CONVENE_OPERATION_STATE_DONE, NULL);
    }
}

static void
revoke_sign_in (ConveneErrand *errand)
{
  ConveneRevokeErrand *self = CONVENE_REVOKE_ERRAND (errand);

  convene_oauth_session_revoke_async (self->session, convene_errand_get_cancellable (errand), revoked_cb, self);
}

/* Zoom: revoking a token ends every sign-in of that user with that app; a person who has connected again meanwhile keeps theirs. */
static gboolean
is_connected_again (ConveneRevokeErrand *self)
{
  GPtrArray *accounts = convene_errand_get_known_accounts (CONVENE_ERRAND (self));

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *other = g_ptr_array_index (accounts, i);

      if (convene_account_get_user_id (other) != NULL &&
          g_strcmp0 (convene_account_get_user_id (other), convene_account_get_user_id (self->account)) == 0 &&
          g_strcmp0 (convene_account_get_client_id (other), convene_account_get_client_id (self->account)) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  ConveneRevokeErrand *self = CONVENE_REVOKE_ERRAND (user_data);
  ConveneErrand       *errand = CONVENE_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  self->account = convene_store_get_account_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    {
      convene_errand_fail (errand, g_steal_pointer (&error));
    }
  else if (self->account == NULL || convene_account_get_leaving (self->account) == 0)
    {
      /* Gone already, or connected again under the same name: nothing of it is to be revoked. */
      g_clear_object (&self->account);
      let_go (self, CONVENE_OPERATION_STATE_DROPPED, NULL);
    }
  else if (is_connected_again (self))
    {
      let_go (self, CONVENE_OPERATION_STATE_DROPPED, NULL);
    }
  else
    {
      self->session = g_object_ref (convene_accounts_get_session (convene_errand_get_accounts (errand), self->account));
      convene_errand_begin (errand, revoke_sign_in);
    }
}

static void
convene_revoke_errand_start (ConveneErrand *errand)
{
  convene_store_get_account_async (convene_errand_get_store (errand), convene_operation_get_account_id (convene_errand_get_operation (errand)), NULL, got_cb,
                                   errand);
}

static void
convene_revoke_errand_class_init (ConveneRevokeErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_revoke_errand_dispose;
  CONVENE_ERRAND_CLASS (klass)->start = convene_revoke_errand_start;
}

static void
convene_revoke_errand_init (ConveneRevokeErrand *self)
{
}

ConveneErrand *
convene_revoke_errand_new (ConveneStore     *store,
                           ConveneClock     *clock,
                           ConveneAccounts  *accounts,
                           ConveneOperation *operation)
{
  return g_object_new (CONVENE_TYPE_REVOKE_ERRAND, "store", store, "clock", clock, "accounts", accounts, "operation", operation, NULL);
}
