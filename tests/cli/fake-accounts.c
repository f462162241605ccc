/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is known of accounts besides themselves. */

#include "convene-error.h"
#include "fake-engine.h"

GType
convene_revocation_get_type (void)
{
  static GType            type = G_TYPE_INVALID;
  static const GEnumValue values[] = {
    { CONVENE_REVOCATION_NONE, "CONVENE_REVOCATION_NONE", "none" },
    { CONVENE_REVOCATION_DONE, "CONVENE_REVOCATION_DONE", "done" },
    { CONVENE_REVOCATION_WAITING, "CONVENE_REVOCATION_WAITING", "waiting" },
    { 0, NULL, NULL },
  };

  if (type == G_TYPE_INVALID)
    type = g_enum_register_static ("ConveneRevocation", values);
  return type;
}

static char **
split (const char *names)
{
  return g_strsplit (names != NULL ? names : "", " ", -1);
}

/* An account's own words; of those that are granted, what is "extra" is beyond need. */
ConveneGrants *
convene_accounts_describe_grants (ConveneAccounts *self,
                                  ConveneAccount  *account)
{
  ConveneGrants *grants = g_new0 (ConveneGrants, 1);

  grants->granted = split (convene_account_get_scopes (account));
  grants->missing = split (convene_account_get_missing_scopes (account));
  grants->extra = split (g_strv_contains ((const char *const *) grants->granted, "extra") ? "extra" : NULL);
  return grants;
}

void
convene_grants_free (ConveneGrants *self)
{
  g_strfreev (self->granted);
  g_strfreev (self->missing);
  g_strfreev (self->extra);
  g_free (self);
}

static void
host_use_free (gpointer data)
{
  ConveneHostUse *self = data;

  g_free (self->address);
  g_free (self);
}

/* Every account has worked for somebody else once. */
void
convene_accounts_list_hosts_async (ConveneAccounts    *self,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  GPtrArray      *hosts = g_ptr_array_new_with_free_func (host_use_free);
  ConveneHostUse *host = g_new0 (ConveneHostUse, 1);

  host->address = g_strdup ("hana@example.com");
  host->requests = 1;
  g_ptr_array_add (hosts, host);
  g_task_return_pointer (task, hosts, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
convene_accounts_list_hosts_finish (ConveneAccounts *self,
                                    GAsyncResult    *result,
                                    GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_task_return_error_if_cancelled (user_data);
}

/* What is connected, as it is. */
void
convene_accounts_check_async (ConveneAccounts    *self,
                              const char         *name,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  GPtrArray *connected = fake_accounts_get_connected (self);
  g_autoptr(GPtrArray) checked = g_ptr_array_new_with_free_func (g_object_unref);

  fake_accounts_count_check (self);
  if (fake_accounts_is_endless (self))
    {
      g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (task), g_object_unref);
      return;
    }

  for (guint i = 0; i < connected->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (connected, i);

      if (name == NULL || g_str_equal (convene_account_get_address (account), name))
        g_ptr_array_add (checked, g_object_ref (account));
    }

  if (name != NULL && checked->len == 0)
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, "No such account");
  else
    g_task_return_pointer (task, g_steal_pointer (&checked), (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
convene_accounts_check_finish (ConveneAccounts *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
