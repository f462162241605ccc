/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include "convene-store-directory.h"

/* What follows from disconnecting an account: who it is, what hangs on it, and what is planned with otherwise. */

typedef struct
{
  char            *name;
  ConveneFarewell *farewell;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_free (self->name);
  g_clear_pointer (&self->farewell, convene_farewell_free);
  g_free (self);
}

void
convene_farewell_free (ConveneFarewell *self)
{
  g_free (self);
}

static void
platform_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *nick = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);
  Preview         *self = g_task_get_task_data (task);
  int              platform = CONVENE_PLATFORM_ZOOM;

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (nick != NULL)
    convene_enum_from_nick (CONVENE_TYPE_PLATFORM, nick, &platform);
  self->farewell->platform = (ConvenePlatform) platform;
  g_task_return_pointer (task, g_steal_pointer (&self->farewell), (GDestroyNotify) convene_farewell_free);
}

static void
bonds_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Preview      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  ConveneBonds  bonds;

  if (!convene_store_count_bonds_finish (CONVENE_STORE (source), result, &bonds, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->farewell->live = bonds.live;
  self->farewell->waiting = bonds.waiting;
  convene_store_get_preference_async (CONVENE_STORE (source), "platform", cancellable, platform_cb, g_steal_pointer (&task));
}

static gboolean
is_last_zoom (GPtrArray      *accounts,
              ConveneAccount *account)
{
  guint count = 0;

  for (guint i = 0; i < accounts->len; i++)
    count += convene_account_get_kind (g_ptr_array_index (accounts, i)) == CONVENE_ACCOUNT_KIND_ZOOM;

  return count == 1 && convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  ConveneAccounts *owner = CONVENE_ACCOUNTS (source);
  Preview         *self = g_task_get_task_data (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  ConveneAccount  *account = accounts != NULL ? convene_accounts_find_named (accounts, self->name, &error) : NULL;

  if (account == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->farewell->last_zoom = is_last_zoom (accounts, account);
  convene_store_count_bonds_async (owner->store, convene_account_get_id (account), convene_clock_now (owner->clock), cancellable, bonds_cb,
                                   g_steal_pointer (&task));
}

void
convene_accounts_preview_disconnect_async (ConveneAccounts    *self,
                                           const char         *name,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Preview *preview;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (name != NULL);

  preview = g_new0 (Preview, 1);
  preview->name = g_strdup (name);
  preview->farewell = g_new0 (ConveneFarewell, 1);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_preview_disconnect_async);
  g_task_set_task_data (task, preview, preview_free);
  convene_accounts_list_async (self, cancellable, listed_cb, g_steal_pointer (&task));
}

ConveneFarewell *
convene_accounts_preview_disconnect_finish (ConveneAccounts *self,
                                            GAsyncResult    *result,
                                            GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
