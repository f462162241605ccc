/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-late-duplicates.h"

#include <glib/gi18n-lib.h>

#include "convene-accounts-private.h"
#include "convene-error.h"
#include "convene-meeting-account.h"
#include "convene-store-life.h"

/* One create after the other: its meeting → who may look → what Zoom shows → what is to be done about it. */
typedef struct
{
  ConveneAccounts    *accounts;
  GPtrArray          *creates;
  guint               next;
  GPtrArray          *owned;        /* the accounts */
  GPtrArray          *listed;       /* those of them that may be used now */
  GAsyncReadyCallback meeting_read; /* with which each begins */

  /* the one in hand */
  ConveneOperation *create; /* of `creates` */
  ConveneMeeting   *ours;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_object_unref (self->accounts);
  g_ptr_array_unref (self->creates);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->owned, g_ptr_array_unref);
  g_clear_object (&self->ours);
  g_free (self);
}

GPtrArray *
convene_late_duplicates_choose (GPtrArray      *found,
                                ConveneMeeting *ours)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  const char *reference;
  gboolean    is_there = convene_meeting_get_number (ours) == 0;

  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_MEETING (ours), NULL);

  reference = convene_meeting_get_reference (ours);
  for (guint i = 0; i < found->len; i++)
    {
      ConveneMeeting *meeting = g_ptr_array_index (found, i);

      if (convene_meeting_get_number (meeting) == convene_meeting_get_number (ours))
        is_there = TRUE;
      else if (reference != NULL && g_strcmp0 (convene_meeting_get_reference (meeting), reference) == 0)
        g_ptr_array_add (others, g_object_ref (meeting));
    }

  return is_there ? g_steal_pointer (&others) : NULL;
}

/* The meeting that nobody uses gets a row of its own, so that deleting it is an operation like any other. */
static void
let_go (ConveneChange    *change,
        ConveneOperation *create,
        ConveneMeeting   *ours,
        ConveneMeeting   *duplicate,
        gint64            now)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *operation_id = g_uuid_string_random ();
  g_autoptr(ConveneOperation) operation = NULL;
  const char *host = convene_meeting_get_host (ours) != NULL ? convene_meeting_get_host (ours) : convene_operation_get_host (create);
  const char *said;

  convene_meeting_set_id (duplicate, id);
  convene_meeting_set_provider (duplicate, convene_meeting_get_provider (ours));
  convene_meeting_set_account_id (duplicate, convene_meeting_get_account_id (ours));
  convene_meeting_set_made_by (duplicate, convene_meeting_get_made_by (ours));
  convene_meeting_set_host (duplicate, host);
  convene_meeting_set_state (duplicate, CONVENE_MEETING_STATE_LIVE);
  convene_change_put_meeting (change, duplicate);

  operation = g_object_new (CONVENE_TYPE_OPERATION, "id", operation_id, "kind", CONVENE_OPERATION_KIND_MEETING_DELETE, "state", CONVENE_OPERATION_STATE_WAITING,
                            "interview-uid", convene_operation_get_interview_uid (create), "meeting-id", id, "account-id", convene_meeting_get_account_id (ours),
                            "host", host, "due", now, "created", now, NULL);
  convene_change_add_operation (change, operation);
  if (convene_meeting_get_number (ours) == 0)
    said = _ ("Zoom made the meeting after all, too late. It is deleted.");
  else
    said = _ ("Zoom made the meeting twice, although it did not say so. The one that nobody was told of is deleted.");
  convene_change_add_activity (change, convene_operation_get_interview_uid (create), now, said);
}

static void
search_next (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  g_clear_object (&search->ours);
  if (search->next >= search->creates->len)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  search->create = g_ptr_array_index (search->creates, search->next++);
  convene_store_get_meeting_async (search->accounts->store, convene_operation_get_meeting_id (search->create), g_task_get_cancellable (task),
                                   search->meeting_read, g_object_ref (task));
}

/* Another time, as a rule: the next one. */
static void
skip (GTask  *task,
      GError *error)
{
  if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }

  g_info ("A meeting that may be there twice could not be looked for: %s", error->message);
  g_error_free (error);
  search_next (task);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    search_next (task);
  else
    skip (task, error);
}

/* Once it was looked for, the create is one like any other. */
static void
settle (GTask     *task,
        GPtrArray *duplicates)
{
  Search *search = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = convene_change_new ();
  gint64 now = convene_clock_now (search->accounts->clock);

  for (guint i = 0; i < duplicates->len; i++)
    let_go (change, search->create, search->ours, g_ptr_array_index (duplicates, i), now);
  convene_operation_set_posts (search->create, convene_operation_get_state (search->create) == CONVENE_OPERATION_STATE_DROPPED ? 0 : 1);
  convene_change_update_operation (change, search->create, convene_operation_get_state (search->create));
  convene_store_commit_async (search->accounts->store, change, g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) found = convene_meeting_provider_find_finish (CONVENE_MEETING_PROVIDER (source), result, &error);
  g_autoptr(GPtrArray) duplicates = NULL;

  if (found == NULL)
    {
      skip (task, error);
      return;
    }

  /* A list that does not even show ours is not the last word. */
  duplicates = convene_late_duplicates_choose (found, search->ours);
  if (duplicates != NULL)
    settle (task, duplicates);
  else
    search_next (task);
}

/* While ours is there; or where it was given up, because the interview was, before anybody had seen it. */
static gboolean
is_to_be_sought (Search *search)
{
  if (convene_operation_get_state (search->create) == CONVENE_OPERATION_STATE_DROPPED)
    return convene_meeting_get_number (search->ours) == 0;

  return convene_meeting_get_state (search->ours) == CONVENE_MEETING_STATE_LIVE;
}

static void
meeting_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Search         *search = g_task_get_task_data (task);
  ConveneAccount *account = NULL;
  GError         *error = NULL;

  search->ours = convene_store_get_meeting_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    {
      skip (task, error);
      return;
    }

  if (search->ours != NULL && is_to_be_sought (search))
    account = convene_meeting_find_account (search->listed, search->ours);
  if (account == NULL || convene_account_get_state (account) != CONVENE_ACCOUNT_STATE_CONNECTED)
    search_next (task);
  else
    convene_meeting_provider_find_async (convene_accounts_get_provider (search->accounts, account), search->ours, convene_operation_get_host (search->create),
                                         convene_operation_get_created (search->create), g_task_get_cancellable (task), found_cb, g_object_ref (task));
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) listed = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (listed == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  search->owned = g_ptr_array_ref (listed);
  search->listed = convene_accounts_usable (CONVENE_ACCOUNTS (source), listed);
  search_next (task);
}

void
convene_late_duplicates_async (ConveneAccounts    *accounts,
                               GPtrArray          *creates,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Search *search;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));
  g_return_if_fail (creates != NULL);

  search = g_new0 (Search, 1);
  search->accounts = g_object_ref (accounts);
  search->creates = g_ptr_array_ref (creates);
  search->meeting_read = meeting_read_cb;
  task = g_task_new (accounts, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_late_duplicates_async);
  g_task_set_task_data (task, search, search_free);
  if (creates->len == 0)
    g_task_return_boolean (task, TRUE);
  else
    convene_accounts_list_async (accounts, cancellable, accounts_cb, g_steal_pointer (&task));
}

gboolean
convene_late_duplicates_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_late_duplicates_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
