/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-errand-private.h"

#include "convene-error.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ConveneErrand, convene_errand, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CLOCK,
  PROP_ACCOUNTS,
  PROP_OPERATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

ConveneErrandPrivate *
convene_errand_get_private (ConveneErrand *self)
{
  return convene_errand_get_instance_private (self);
}

static void
convene_errand_dispose (GObject *object)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (CONVENE_ERRAND (object));

  g_clear_object (&priv->store);
  g_clear_object (&priv->clock);
  g_clear_object (&priv->accounts);
  g_clear_object (&priv->operation);
  g_clear_object (&priv->interview);
  g_clear_pointer (&priv->known, g_ptr_array_unref);
  g_clear_object (&priv->change);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->task);

  G_OBJECT_CLASS (convene_errand_parent_class)->dispose (object);
}

static void
convene_errand_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (CONVENE_ERRAND (object));

  switch (prop_id)
    {
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      priv->clock = g_value_dup_object (value);
      break;
    case PROP_ACCOUNTS:
      priv->accounts = g_value_dup_object (value);
      break;
    case PROP_OPERATION:
      priv->operation = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_errand_class_init (ConveneErrandClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = convene_errand_dispose;
  object_class->set_property = convene_errand_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, CONVENE_TYPE_STORE, flags);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, CONVENE_TYPE_CLOCK, flags);
  properties[PROP_ACCOUNTS] = g_param_spec_object ("accounts", NULL, NULL, CONVENE_TYPE_ACCOUNTS, flags);
  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, CONVENE_TYPE_OPERATION, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_errand_init (ConveneErrand *self)
{
  convene_errand_get_private (self)->change = convene_change_new ();
  convene_errand_get_private (self)->cancellable = g_cancellable_new ();
}

void
convene_errand_cancel (ConveneErrand *self)
{
  g_cancellable_cancel (convene_errand_get_private (self)->cancellable);
}

GCancellable *
convene_errand_get_cancellable (ConveneErrand *self)
{
  return convene_errand_get_private (self)->cancellable;
}

ConveneOperation *
convene_errand_get_operation (ConveneErrand *self)
{
  return convene_errand_get_private (self)->operation;
}

ConveneStore *
convene_errand_get_store (ConveneErrand *self)
{
  return convene_errand_get_private (self)->store;
}

ConveneAccounts *
convene_errand_get_accounts (ConveneErrand *self)
{
  return convene_errand_get_private (self)->accounts;
}

ConveneInterview *
convene_errand_get_interview (ConveneErrand *self)
{
  return convene_errand_get_private (self)->interview;
}

GPtrArray *
convene_errand_get_known_accounts (ConveneErrand *self)
{
  return convene_errand_get_private (self)->known;
}

ConveneChange *
convene_errand_get_change (ConveneErrand *self)
{
  return convene_errand_get_private (self)->change;
}

gint64
convene_errand_now (ConveneErrand *self)
{
  return convene_clock_now (convene_errand_get_private (self)->clock);
}

gboolean
convene_errand_is_over (ConveneErrand *self)
{
  return convene_errand_now (self) >= convene_interview_get_end (convene_errand_get_private (self)->interview);
}

char *
convene_errand_dup_account_event (ConveneAccount *account)
{
  return g_strconcat ("account:", convene_account_get_id (account), NULL);
}

void
convene_errand_mark_connected (ConveneErrand  *self,
                               ConveneAccount *account)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autofree char      *event = convene_errand_dup_account_event (account);

  /* What it did says nothing of the permissions that are known to be missing. */
  if (convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_CONNECTED ||
      (convene_account_get_state (account) == CONVENE_ACCOUNT_STATE_MISSING_SCOPES && convene_account_get_missing_scopes (account) != NULL))
    return;

  convene_account_set_state (account, CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_change_set_account_state (priv->change, account);
  convene_change_clear_event (priv->change, event, convene_errand_now (self));
  convene_change_clear_event (priv->change, "account", convene_errand_now (self));
}

void
convene_errand_note (ConveneErrand *self,
                     const char    *text)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  const char           *uid = convene_operation_get_interview_uid (priv->operation);

  if (uid != NULL)
    convene_change_add_activity (priv->change, uid, convene_errand_now (self), text);
}

void
convene_errand_fail (ConveneErrand *self,
                     GError        *error)
{
  g_autoptr(GTask) task = g_steal_pointer (&convene_errand_get_private (self)->task);

  g_task_return_error (task, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autoptr(GError) error = NULL;

  priv->known = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  if (priv->known == NULL)
    convene_errand_fail (self, g_steal_pointer (&error));
  else
    CONVENE_ERRAND_GET_CLASS (self)->start (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autoptr(GError) error = NULL;

  priv->interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  if (priv->interview == NULL)
    convene_errand_fail (self, g_steal_pointer (&error));
  else
    convene_accounts_list_async (priv->accounts, NULL, listed_cb, self);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);

  if (interview == NULL)
    {
      convene_errand_fail (self, g_steal_pointer (&error));
      return;
    }

  g_set_object (&priv->interview, interview);
  priv->next (self);
}

void
convene_errand_refresh (ConveneErrand    *self,
                        ConveneErrandStep next)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);

  if (priv->interview == NULL)
    {
      next (self);
      return;
    }

  priv->next = next;
  convene_store_find_interview_async (priv->store, convene_interview_get_uid (priv->interview), NULL, refreshed_cb, self);
}

void
convene_errand_set_claim (ConveneErrand     *self,
                          ConveneErrandClaim claim,
                          gpointer           user_data)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);

  g_return_if_fail (CONVENE_IS_ERRAND (self));

  priv->claim = claim;
  priv->claim_data = user_data;
}

gboolean
convene_errand_claim_meeting (ConveneErrand *self,
                              const char    *meeting_id)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);

  return priv->claim == NULL || priv->claim (self, meeting_id, priv->claim_data);
}

void
convene_errand_leave (ConveneErrand *self)
{
  convene_errand_fail (self, g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_STILL_WAITING, "Another operation is at the same meeting"));
}

void
convene_errand_expect (ConveneErrand    *self,
                       ConveneInterview *interview)
{
  convene_change_expect_revision (convene_errand_get_private (self)->change, convene_interview_get_uid (interview), convene_interview_get_revision (interview));
}

void
convene_errand_run_async (ConveneErrand      *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  ConveneErrandPrivate *priv = convene_errand_get_private (self);
  const char           *uid;

  g_return_if_fail (CONVENE_IS_ERRAND (self));
  g_return_if_fail (priv->task == NULL);

  priv->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (priv->task, convene_errand_run_async);
  priv->state = convene_operation_get_state (priv->operation);
  uid = convene_operation_get_interview_uid (priv->operation);
  if (uid != NULL)
    convene_store_find_interview_async (priv->store, uid, cancellable, found_cb, self);
  else
    convene_accounts_list_async (priv->accounts, NULL, listed_cb, self);
}

gboolean
convene_errand_run_finish (ConveneErrand *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_ERRAND (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
