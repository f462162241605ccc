/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-places.h"

#include "convene-engine-private.h"
#include "convene-store-directory.h"
#include "convene-text.h"

#define OWN_KEY "platform"

/* Where somebody holds interviews when nobody says. */
typedef struct
{
  char *platform; /* a nick, or NULL */
  char *host;     /* an address, or NULL */
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->platform);
  g_free (self->host);
  g_free (self);
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Place  *place = g_new0 (Place, 1);

  if (convene_store_get_place_finish (CONVENE_STORE (source), result, &place->platform, &place->host, &error))
    {
      g_task_return_pointer (task, place, place_free);
      return;
    }

  place_free (place);
  g_task_return_error (task, error);
}

static void
own_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Place *place = g_new0 (Place, 1);

  place->platform = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);
  if (error == NULL)
    {
      g_task_return_pointer (task, place, place_free);
      return;
    }

  place_free (place);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
convene_engine_get_place_async (ConveneEngine      *self,
                                const char         *address,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  ConveneStore *store;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  store = convene_engine_get_store (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_get_place_async);
  if (address != NULL)
    convene_store_get_place_async (store, address, cancellable, place_cb, g_steal_pointer (&task));
  else
    convene_store_get_preference_async (store, OWN_KEY, cancellable, own_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_get_place_finish (ConveneEngine   *self,
                                 GAsyncResult    *result,
                                 gboolean        *has_platform,
                                 ConvenePlatform *platform,
                                 char           **host,
                                 GError         **error)
{
  Place *place;
  int    value = CONVENE_PLATFORM_ZOOM;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_get_place_async), FALSE);
  g_return_val_if_fail (has_platform != NULL && platform != NULL && host != NULL, FALSE);

  place = g_task_propagate_pointer (G_TASK (result), error);
  if (place == NULL)
    return FALSE;

  *has_platform = convene_enum_from_nick (CONVENE_TYPE_PLATFORM, place->platform, &value);
  *platform = (ConvenePlatform) value;
  *host = g_steal_pointer (&place->host);
  place_free (place);
  return TRUE;
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

void
convene_engine_set_place_async (ConveneEngine      *self,
                                const char         *address,
                                ConvenePlatform     platform,
                                const char         *host,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;
  const char *nick = convene_enum_to_nick (CONVENE_TYPE_PLATFORM, platform);
  gboolean    same;
  GError     *error = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_set_place_async);
  if (address != NULL && (!convene_text_check_address (address, "address", &error) || (is_given (host) && !convene_text_check_address (host, "host", &error))))
    {
      g_task_return_error (task, error);
      return;
    }

  change = convene_change_new ();
  same = address != NULL && (!is_given (host) || convene_address_equal (address, host));
  if (address != NULL)
    convene_change_set_person_place (change, address, nick, same ? NULL : host);
  else
    convene_change_set_preference (change, OWN_KEY, nick);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, committed_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_set_place_finish (ConveneEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_set_place_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
others_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *jobs = convene_store_list_other_jobs_finish (CONVENE_STORE (source), result, &error);

  if (jobs != NULL)
    g_task_return_pointer (task, jobs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
convene_engine_list_other_places_async (ConveneEngine      *self,
                                        ConvenePlatform     platform,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_list_other_places_async);
  convene_store_list_other_jobs_async (convene_engine_get_store (self), platform, cancellable, others_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_list_other_places_finish (ConveneEngine *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_list_other_places_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_engine_set_jobs_platform_async (ConveneEngine      *self,
                                        const char *const  *titles,
                                        ConvenePlatform     platform,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_set_jobs_platform_async);
  change = convene_change_new ();
  convene_change_set_jobs_platform (change, titles, platform);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, committed_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_set_jobs_platform_finish (ConveneEngine *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_set_jobs_platform_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
