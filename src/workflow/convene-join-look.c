/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-join-look.h"

#include "convene-accounts-private.h"
#include "convene-error.h"
#include "convene-meeting-account.h"
#include "convene-meeting-sight.h"

#define PATIENCE (2 * CONVENE_SECOND) /* somebody wants to join now */

/* The interview → who may ask → what Zoom says, or the end of the patience. */
typedef struct
{
  ConveneInterview *interview;
  ConveneMeeting   *meeting;
  GPtrArray        *accounts; /* of ConveneAccount */
  GCancellable     *asking;   /* ends when the caller's does, or when it takes too long */
  GSource          *impatience;
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  if (self->impatience != NULL)
    g_source_destroy (self->impatience);
  g_clear_pointer (&self->impatience, g_source_unref);
  g_clear_object (&self->interview);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_object (&self->asking);
  g_free (self);
}

static ConveneJoinState
judge (Look           *self,
       ConveneMeeting *seen)
{
  if (!convene_join_url_equal (convene_meeting_get_join_url (seen), convene_meeting_get_join_url (self->meeting)))
    return CONVENE_JOIN_GONE;

  return convene_meeting_get_started (seen) ? CONVENE_JOIN_FINE : CONVENE_JOIN_NOT_STARTED;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Look *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) seen = convene_meeting_provider_read_finish (CONVENE_MEETING_PROVIDER (source), result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (seen != NULL)
    g_task_return_int (task, judge (self, seen));
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_GONE))
    g_task_return_int (task, CONVENE_JOIN_GONE);
  else
    g_task_return_int (task, CONVENE_JOIN_UNKNOWN);
}

static gboolean
impatient_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
set_limits (GTask        *task,
            ConveneClock *clock)
{
  Look         *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->asking = g_cancellable_new ();
  self->impatience = convene_clock_create_source (clock, convene_clock_now (clock) + PATIENCE);
  g_source_set_callback (self->impatience, impatient_cb, g_object_ref (self->asking), g_object_unref);
  g_source_attach (self->impatience, g_task_get_context (task));
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), self->asking, G_CONNECT_SWAPPED);
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ConveneAccounts *accounts = CONVENE_ACCOUNTS (source);
  Look            *self = g_task_get_task_data (task);
  GError          *error = NULL;
  g_autoptr(GPtrArray) usable = NULL;
  ConveneAccount *account;

  self->accounts = convene_accounts_list_finish (accounts, result, &error);
  if (self->accounts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  usable = convene_accounts_usable (accounts, self->accounts);
  account = convene_meeting_find_account (usable, self->meeting);
  if (account == NULL || convene_account_get_state (account) != CONVENE_ACCOUNT_STATE_CONNECTED)
    {
      g_task_return_int (task, CONVENE_JOIN_UNKNOWN);
      return;
    }

  set_limits (task, accounts->clock);
  convene_meeting_provider_read_async (convene_accounts_get_provider (accounts, account), convene_meeting_get_number (self->meeting), self->asking, read_cb,
                                       g_steal_pointer (&task));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Look            *self = g_task_get_task_data (task);
  ConveneAccounts *accounts = g_task_get_source_object (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  GError          *error = NULL;

  self->interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  if (self->interview == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_set_object (&self->meeting, convene_interview_get_meeting (self->interview));
  if (convene_interview_get_platform (self->interview) != CONVENE_PLATFORM_ZOOM || self->meeting == NULL || convene_meeting_get_number (self->meeting) == 0)
    g_task_return_int (task, CONVENE_JOIN_UNKNOWN);
  else
    convene_accounts_list_async (accounts, cancellable, accounts_cb, g_steal_pointer (&task));
}

void
convene_join_look_async (ConveneAccounts    *accounts,
                         const char         *uid,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));
  g_return_if_fail (uid != NULL);

  task = g_task_new (accounts, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_join_look_async);
  g_task_set_task_data (task, g_new0 (Look, 1), look_free);
  convene_store_find_interview_async (accounts->store, uid, cancellable, found_cb, g_steal_pointer (&task));
}

ConveneJoinState
convene_join_look_finish (GAsyncResult *result,
                          GError      **error)
{
  int state;

  g_return_val_if_fail (G_IS_TASK (result), CONVENE_JOIN_UNKNOWN);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_join_look_async), CONVENE_JOIN_UNKNOWN);

  state = (int) g_task_propagate_int (G_TASK (result), error);
  return state >= 0 ? (ConveneJoinState) state : CONVENE_JOIN_UNKNOWN;
}
