/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-errand-private.h"

#include "convene-error.h"

/* How often an end is written anew: somebody else writes now and then, not all the time. */
#define STALE_TIMES 5

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneErrand *self = CONVENE_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      convene_errand_fail (self, g_steal_pointer (&error));
      return;
    }

  convene_errand_get_private (self)->state = CONVENE_OPERATION_STATE_RUNNING;
  convene_errand_get_private (self)->next (self);
}

/* What is begun is written to its end, whatever is cancelled meanwhile. */
static void
commit (ConveneErrand      *self,
        GAsyncReadyCallback callback)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autoptr(ConveneChange) change = g_steal_pointer (&priv->change);

  convene_change_update_operation (change, priv->operation, priv->state);
  priv->change = convene_change_new ();
  convene_store_commit_async (priv->store, change, NULL, callback, self);
}

void
convene_errand_begin_patience (ConveneErrand *self)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  gint64                first = convene_operation_get_first_attempt (priv->operation);
  gint64                now = convene_errand_now (self);

  /* One that lies ahead was noted by a clock that was put back since: whoever is patient until then would wait for days. */
  if (first == 0 || first > now)
    convene_operation_set_first_attempt (priv->operation, now);
}

void
convene_errand_begin (ConveneErrand    *self,
                      ConveneErrandStep next)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);

  priv->next = next;
  convene_operation_set_state (priv->operation, CONVENE_OPERATION_STATE_RUNNING);
  convene_operation_set_attempts (priv->operation, convene_operation_get_attempts (priv->operation) + 1);
  convene_operation_set_held (priv->operation, FALSE);
  convene_errand_begin_patience (self);
  if (priv->interview != NULL)
    convene_errand_expect (self, priv->interview);
  commit (self, begun_cb);
}

void
convene_errand_proceed (ConveneErrand    *self,
                        ConveneErrandStep next)
{
  convene_errand_get_private (self)->next = next;
  commit (self, begun_cb);
}

/* A check found that an account does not want its person after all. */
static gboolean
is_well_again (ConveneAccount *before,
               ConveneAccount *now)
{
  return convene_account_get_state (before) != CONVENE_ACCOUNT_STATE_CONNECTED && convene_account_get_state (now) == CONVENE_ACCOUNT_STATE_CONNECTED;
}

/* Whether accounts were connected, connected anew or removed, or are well again. */
static gboolean
are_other_accounts (GPtrArray *before,
                    GPtrArray *now)
{
  if (before->len != now->len)
    return TRUE;

  for (guint i = 0; i < now->len; i++)
    {
      ConveneAccount *a = g_ptr_array_index (before, i);
      ConveneAccount *b = g_ptr_array_index (now, i);

      if (!g_str_equal (convene_account_get_id (a), convene_account_get_id (b)) || convene_account_get_connected_at (a) != convene_account_get_connected_at (b) ||
          is_well_again (a, b))
        return TRUE;
    }

  return FALSE;
}

static void
succeed (ConveneErrand *self)
{
  g_autoptr(GTask) task = g_steal_pointer (&convene_errand_get_private (self)->task);

  g_task_return_boolean (task, TRUE);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ConveneErrand *self = CONVENE_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    succeed (self);
  else
    convene_errand_fail (self, g_steal_pointer (&error));
}

/* What it waits for now may have happened while the errand was under way, and will not happen again. */
static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  g_autoptr(ConveneChange) change = NULL;

  if (accounts == NULL)
    {
      convene_errand_fail (self, g_steal_pointer (&error));
      return;
    }
  if (!are_other_accounts (priv->known, accounts))
    {
      succeed (self);
      return;
    }

  change = convene_change_new ();
  convene_change_clear_event (change, convene_operation_get_event (priv->operation), convene_errand_now (self));
  convene_store_commit_async (priv->store, change, NULL, cleared_cb, self);
}

/* What came of it was worked out from an interview that somebody has changed since. */
static void
end_again (ConveneErrand *self,
           GError        *error)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  ConveneErrandClass   *klass = CONVENE_ERRAND_GET_CLASS (self);

  if (klass->end_again == NULL || !g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE) || ++priv->stale > STALE_TIMES)
    {
      convene_errand_fail (self, error);
      return;
    }

  g_error_free (error);
  convene_errand_refresh (self, klass->end_again);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    end_again (self, g_steal_pointer (&error));
  else if (convene_operation_get_event (priv->operation) != NULL)
    convene_accounts_list_async (priv->accounts, NULL, compared_cb, self);
  else
    succeed (self);
}

static void
end (ConveneErrand        *self,
     ConveneOperationState state,
     const GError         *error)
{
  ConveneOperation *operation = convene_errand_get_private (self)->operation;

  convene_operation_set_state (operation, state);
  convene_operation_set_error_code (operation, error != NULL ? convene_error_name (error) : NULL);
  convene_operation_set_error_message (operation, error != NULL ? error->message : NULL);
  commit (self, ended_cb);
}

void
convene_errand_settle (ConveneErrand        *self,
                       ConveneOperationState state,
                       const GError         *error)
{
  ConveneOperation *operation = convene_errand_get_private (self)->operation;

  convene_operation_set_event (operation, NULL);
  convene_operation_set_settled (operation, convene_errand_now (self));
  if (error != NULL)
    convene_errand_note (self, error->message);
  end (self, state, error);
}

void
convene_errand_wait_until (ConveneErrand *self,
                           gint64         due,
                           const GError  *error)
{
  ConveneOperation *operation = convene_errand_get_private (self)->operation;

  convene_operation_set_event (operation, NULL);
  convene_operation_set_due (operation, due);
  end (self, CONVENE_OPERATION_STATE_WAITING, error);
}

void
convene_errand_wait_for (ConveneErrand *self,
                         const char    *event,
                         const GError  *error)
{
  convene_operation_set_event (convene_errand_get_private (self)->operation, event);
  if (error != NULL)
    convene_errand_note (self, error->message);
  end (self, CONVENE_OPERATION_STATE_WAITING, error);
}

void
convene_errand_wait_for_sign_in (ConveneErrand      *self,
                                 ConveneAccount     *account,
                                 ConveneAccountState state,
                                 const GError       *error)
{
  g_autofree char *event = convene_errand_dup_account_event (account);

  convene_account_set_state (account, state);
  convene_change_set_account_state (convene_errand_get_private (self)->change, account);
  convene_errand_wait_for (self, event, error);
}

void
convene_errand_doubt_until (ConveneErrand *self,
                            gint64         due,
                            const GError  *error)
{
  ConveneOperation *operation = convene_errand_get_private (self)->operation;

  convene_operation_set_event (operation, NULL);
  convene_operation_set_due (operation, due);
  end (self, CONVENE_OPERATION_STATE_DOUBT, error);
}
