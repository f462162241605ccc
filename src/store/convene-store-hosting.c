/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-directory.h"

#include "convene-hosting.h"
#include "convene-store-private.h"

typedef struct
{
  char  *text;
  gint64 at;
} Asked;

typedef struct
{
  char *platform;
  char *host;
} Place;

static Asked *
asked_new (const char *text,
           gint64      at)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->text = g_strdup (text);
  asked->at = at;
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->text);
  g_free (asked);
}

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->platform);
  g_free (place->host);
  g_free (place);
}

static void
free_strv (gpointer data)
{
  g_strfreev (data);
}

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
free_table (gpointer data)
{
  g_hash_table_unref (data);
}

/* On the worker's thread. */
static gpointer
get_account_func (ConveneConnection *connection,
                  gpointer           data,
                  GError           **error)
{
  return convene_hosting_find_account (connection, data, error);
}

static gpointer
count_bonds_func (ConveneConnection *connection,
                  gpointer           data,
                  GError           **error)
{
  Asked       *asked = data;
  ConveneBonds bonds = { 0 };

  if (!convene_hosting_count_bonds (connection, asked->text, asked->at, &bonds, error))
    return NULL;

  return g_memdup2 (&bonds, sizeof bonds);
}

static gpointer
list_stale_secrets_func (ConveneConnection *connection,
                         gpointer           data,
                         GError           **error)
{
  Asked *asked = data;

  return convene_hosting_list_stale_secrets (connection, asked->at, error);
}

static gpointer
list_delegations_func (ConveneConnection *connection,
                       gpointer           data,
                       GError           **error)
{
  return convene_hosting_list_delegations (connection, error);
}

static gpointer
list_host_requests_func (ConveneConnection *connection,
                         gpointer           data,
                         GError           **error)
{
  Asked *asked = data;

  return convene_hosting_list_requests (connection, asked->at, error);
}

static gpointer
get_place_func (ConveneConnection *connection,
                gpointer           data,
                GError           **error)
{
  Place *place = g_new0 (Place, 1);

  if (convene_hosting_get_place (connection, data, &place->platform, &place->host, error))
    return place;

  place_free (place);
  return NULL;
}

static gpointer
find_next_zoom_start_func (ConveneConnection *connection,
                           gpointer           data,
                           GError           **error)
{
  Asked *asked = data;
  gint64 start;

  if (!convene_hosting_find_next_start (connection, asked->at, &start, error))
    return NULL;

  return g_memdup2 (&start, sizeof start);
}

void
convene_store_get_account_async (ConveneStore       *self,
                                 const char         *id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_account_async);
  convene_store_push (self, g_steal_pointer (&task), get_account_func, g_strdup (id), g_free, g_object_unref);
}

ConveneAccount *
convene_store_get_account_finish (ConveneStore *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_account_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_count_bonds_async (ConveneStore       *self,
                                 const char         *account_id,
                                 gint64              now,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (account_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_count_bonds_async);
  convene_store_push (self, g_steal_pointer (&task), count_bonds_func, asked_new (account_id, now), asked_free, g_free);
}

gboolean
convene_store_count_bonds_finish (ConveneStore *self,
                                  GAsyncResult *result,
                                  ConveneBonds *bonds,
                                  GError      **error)
{
  g_autofree ConveneBonds *counted = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_count_bonds_async), FALSE);

  counted = g_task_propagate_pointer (G_TASK (result), error);
  if (counted == NULL)
    return FALSE;

  *bonds = *counted;
  return TRUE;
}

void
convene_store_list_stale_secrets_async (ConveneStore       *self,
                                        gint64              older_than,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_stale_secrets_async);
  convene_store_push (self, g_steal_pointer (&task), list_stale_secrets_func, asked_new (NULL, older_than), asked_free, free_strv);
}

GStrv
convene_store_list_stale_secrets_finish (ConveneStore *self,
                                         GAsyncResult *result,
                                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_stale_secrets_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_delegations_async (ConveneStore       *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_delegations_async);
  convene_store_push (self, g_steal_pointer (&task), list_delegations_func, NULL, NULL, free_array);
}

GPtrArray *
convene_store_list_delegations_finish (ConveneStore *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_delegations_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_host_requests_async (ConveneStore       *self,
                                        gint64              now,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_host_requests_async);
  convene_store_push (self, g_steal_pointer (&task), list_host_requests_func, asked_new (NULL, now), asked_free, free_table);
}

GHashTable *
convene_store_list_host_requests_finish (ConveneStore *self,
                                         GAsyncResult *result,
                                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_host_requests_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_place_async (ConveneStore       *self,
                               const char         *address,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_place_async);
  convene_store_push (self, g_steal_pointer (&task), get_place_func, g_strdup (address), g_free, place_free);
}

gboolean
convene_store_get_place_finish (ConveneStore *self,
                                GAsyncResult *result,
                                char        **platform,
                                char        **host,
                                GError      **error)
{
  Place *place;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_place_async), FALSE);

  place = g_task_propagate_pointer (G_TASK (result), error);
  if (place == NULL)
    return FALSE;

  if (platform != NULL)
    *platform = g_steal_pointer (&place->platform);
  if (host != NULL)
    *host = g_steal_pointer (&place->host);
  place_free (place);
  return TRUE;
}

void
convene_store_find_next_zoom_start_async (ConveneStore       *self,
                                          gint64              now,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_find_next_zoom_start_async);
  convene_store_push (self, g_steal_pointer (&task), find_next_zoom_start_func, asked_new (NULL, now), asked_free, g_free);
}

gint64
convene_store_find_next_zoom_start_finish (ConveneStore *self,
                                           GAsyncResult *result,
                                           GError      **error)
{
  g_autofree gint64 *start = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_find_next_zoom_start_async), -1);

  start = g_task_propagate_pointer (G_TASK (result), error);
  return start != NULL ? *start : -1;
}
