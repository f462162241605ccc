/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-errand.h"

#include "convene-error.h"

typedef struct
{
  /* what it is to do */
  ConveneStore     *store;
  ConveneClock     *clock;
  ConveneAccounts  *accounts;
  ConveneOperation *operation;

  /* on the way */
  ConveneOperationState state; /* as the database has it */
  ConveneInterview     *interview;
  GPtrArray            *known; /* of ConveneAccount, as they were when it began */
  ConveneChange        *change;
  ConveneErrandStep     next;
  GCancellable         *cancellable;
  GTask                *task;
} ConveneErrandPrivate;

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

static ConveneErrandPrivate *
get_private (ConveneErrand *self)
{
  return convene_errand_get_instance_private (self);
}

static void
convene_errand_dispose (GObject *object)
{
  ConveneErrandPrivate *priv = get_private (CONVENE_ERRAND (object));

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
  ConveneErrandPrivate *priv = get_private (CONVENE_ERRAND (object));

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
  get_private (self)->change = convene_change_new ();
  get_private (self)->cancellable = g_cancellable_new ();
}

void
convene_errand_cancel (ConveneErrand *self)
{
  g_cancellable_cancel (get_private (self)->cancellable);
}

GCancellable *
convene_errand_get_cancellable (ConveneErrand *self)
{
  return get_private (self)->cancellable;
}

ConveneOperation *
convene_errand_get_operation (ConveneErrand *self)
{
  return get_private (self)->operation;
}

ConveneStore *
convene_errand_get_store (ConveneErrand *self)
{
  return get_private (self)->store;
}

ConveneAccounts *
convene_errand_get_accounts (ConveneErrand *self)
{
  return get_private (self)->accounts;
}

ConveneInterview *
convene_errand_get_interview (ConveneErrand *self)
{
  return get_private (self)->interview;
}

GPtrArray *
convene_errand_get_known_accounts (ConveneErrand *self)
{
  return get_private (self)->known;
}

ConveneChange *
convene_errand_get_change (ConveneErrand *self)
{
  return get_private (self)->change;
}

gint64
convene_errand_now (ConveneErrand *self)
{
  return convene_clock_now (get_private (self)->clock);
}

gboolean
convene_errand_is_over (ConveneErrand *self)
{
  return convene_errand_now (self) >= convene_interview_get_end (get_private (self)->interview);
}

static char *
dup_account_event (ConveneAccount *account)
{
  return g_strconcat ("account:", convene_account_get_id (account), NULL);
}

void
convene_errand_mark_connected (ConveneErrand  *self,
                               ConveneAccount *account)
{
  ConveneErrandPrivate *priv = get_private (self);
  g_autofree char      *event = dup_account_event (account);

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
  ConveneErrandPrivate *priv = get_private (self);
  const char           *uid = convene_operation_get_interview_uid (priv->operation);

  if (uid != NULL)
    convene_change_add_activity (priv->change, uid, convene_errand_now (self), text);
}

void
convene_errand_fail (ConveneErrand *self,
                     GError        *error)
{
  g_autoptr(GTask) task = g_steal_pointer (&get_private (self)->task);

  g_task_return_error (task, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = get_private (self);
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
  ConveneErrandPrivate *priv = get_private (self);
  g_autoptr(GError) error = NULL;

  priv->interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  if (priv->interview == NULL)
    convene_errand_fail (self, g_steal_pointer (&error));
  else
    convene_accounts_list_async (priv->accounts, NULL, listed_cb, self);
}

void
convene_errand_run_async (ConveneErrand      *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  ConveneErrandPrivate *priv = get_private (self);
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

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneErrand *self = CONVENE_ERRAND (user_data);
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    convene_errand_fail (self, g_steal_pointer (&error));
  else
    get_private (self)->next (self);
}

/* What is begun is written to its end, whatever is cancelled meanwhile. */
static void
commit (ConveneErrand      *self,
        GAsyncReadyCallback callback)
{
  ConveneErrandPrivate *priv = get_private (self);
  g_autoptr(ConveneChange) change = g_steal_pointer (&priv->change);

  convene_change_update_operation (change, priv->operation, priv->state);
  priv->state = convene_operation_get_state (priv->operation);
  priv->change = convene_change_new ();
  convene_store_commit_async (priv->store, change, NULL, callback, self);
}

void
convene_errand_begin_patience (ConveneErrand *self)
{
  ConveneErrandPrivate *priv = get_private (self);
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
  ConveneErrandPrivate *priv = get_private (self);

  priv->next = next;
  convene_operation_set_state (priv->operation, CONVENE_OPERATION_STATE_RUNNING);
  convene_operation_set_attempts (priv->operation, convene_operation_get_attempts (priv->operation) + 1);
  convene_errand_begin_patience (self);
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
  g_autoptr(GTask) task = g_steal_pointer (&get_private (self)->task);

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
  ConveneErrandPrivate *priv = get_private (self);
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

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ConveneErrand        *self = CONVENE_ERRAND (user_data);
  ConveneErrandPrivate *priv = get_private (self);
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    convene_errand_fail (self, g_steal_pointer (&error));
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
  ConveneOperation *operation = get_private (self)->operation;

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
  ConveneOperation *operation = get_private (self)->operation;

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
  ConveneOperation *operation = get_private (self)->operation;

  convene_operation_set_event (operation, NULL);
  convene_operation_set_due (operation, due);
  end (self, CONVENE_OPERATION_STATE_WAITING, error);
}

void
convene_errand_wait_for (ConveneErrand *self,
                         const char    *event,
                         const GError  *error)
{
  convene_operation_set_event (get_private (self)->operation, event);
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
  g_autofree char *event = dup_account_event (account);

  convene_account_set_state (account, state);
  convene_change_set_account_state (get_private (self)->change, account);
  convene_errand_wait_for (self, event, error);
}

void
convene_errand_doubt_until (ConveneErrand *self,
                            gint64         due,
                            const GError  *error)
{
  ConveneOperation *operation = get_private (self)->operation;

  convene_operation_set_event (operation, NULL);
  convene_operation_set_due (operation, due);
  end (self, CONVENE_OPERATION_STATE_DOUBT, error);
}
