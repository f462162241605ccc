/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-profile.h"

#include <string.h>

#include "convene-error.h"
#include "convene-http-session.h"
#include "convene-practice-profile.h"
#include "convene-samples.h"

/* Opening a profile, a function for each step: connect → open → provide → follow → samples. Practice alone has the first and the last three. */
typedef struct
{
  /* inputs */
  ConveneProfileFlags flags;
  char               *folder;
  char               *client_id;     /* the app to sign in with at Zoom, or NULL */
  ConveneSecret      *client_secret; /* its, or NULL */

  /* on the way */
  char                     *api_url;   /* where Zoom is instead of where it is for everybody, or NULL */
  char                     *oauth_url; /* likewise */
  ConvenePracticeEndpoints *endpoints;
  ConveneVault             *vault;
  GError                   *failure; /* why what is open already is being closed */

  /* result */
  ConveneEngine *engine;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->folder);
  g_free (self->client_id);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_clear_object (&self->vault);
  g_free (self->api_url);
  g_free (self->oauth_url);
  g_clear_pointer (&self->endpoints, convene_practice_endpoints_free);
  g_clear_error (&self->failure);
  g_clear_object (&self->engine);
  g_free (self);
}

/* A variable's value without slashes at its end, or NULL. */
static gboolean
read_address (const char *variable,
              char      **address,
              GError    **error)
{
  g_autofree char *value = g_strdup (g_getenv (variable));

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!convene_http_check_uri (value, variable, error))
    {
      g_prefix_error (error, "%s: ", variable);
      return FALSE;
    }

  while (g_str_has_suffix (value, "/"))
    value[strlen (value) - 1] = '\0';
  *address = g_steal_pointer (&value);
  return TRUE;
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening *self = g_task_get_task_data (task);

  convene_engine_close_finish (CONVENE_ENGINE (source), result, NULL);
  g_task_return_error (task, g_steal_pointer (&self->failure));
}

/* Takes the task and the error: whoever opens it again finds nothing open. */
static void
give_up (GTask  *task,
         GError *error)
{
  Opening *self = g_task_get_task_data (task);

  self->failure = error;
  convene_engine_close_async (self->engine, NULL, closed_cb, task);
}

static void
succeed (GTask *task)
{
  Opening *self = g_task_get_task_data (task);

  if (self->endpoints != NULL)
    g_object_set_data_full (G_OBJECT (self->engine), "convene-practice-lease", g_steal_pointer (&self->endpoints), (GDestroyNotify) convene_practice_endpoints_free);
  g_task_return_pointer (task, g_steal_pointer (&self->engine), g_object_unref);
}

static void
samples_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Opening *self = g_task_get_task_data (task);

  /* There is nothing that could not be done without them. */
  convene_samples_add_finish (self->engine, result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("No samples: %s", error->message);
  succeed (task);
}

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  if (!convene_practice_profile_follow_finish (result, &error))
    give_up (g_steal_pointer (&task), error);
  else if (self->flags & CONVENE_PROFILE_SAMPLES)
    convene_samples_add_async (self->engine, cancellable, samples_cb, g_steal_pointer (&task));
  else
    succeed (task);
}

static void
provided_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  if (!convene_accounts_provide_finish (CONVENE_ACCOUNTS (source), result, &error))
    give_up (g_steal_pointer (&task), error);
  else
    convene_practice_profile_follow_async (self->engine, self->vault, cancellable, followed_cb, g_steal_pointer (&task));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) accounts = NULL;
  Opening      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  if (!convene_engine_open_finish (self->engine, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->endpoints == NULL)
    {
      succeed (task);
      return;
    }

  accounts = convene_practice_profile_new_accounts (self->endpoints);
  convene_accounts_provide_async (convene_engine_get_accounts (self->engine), accounts, cancellable, provided_cb, g_steal_pointer (&task));
}

static void
open_engine (GTask *task)
{
  Opening      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();

  self->vault = self->flags & CONVENE_PROFILE_PRACTICE ? convene_practice_profile_new_vault () : convene_service_vault_new ();
  self->engine = convene_engine_new (self->folder, self->vault, clock, self->api_url, self->oauth_url);
  convene_accounts_set_app (convene_engine_get_accounts (self->engine), self->client_id, self->client_secret);
  convene_engine_open_async (self->engine, cancellable, opened_cb, task);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Opening *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->endpoints = convene_practice_connect_finish (result, &error);
  if (self->endpoints == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->api_url = g_strdup (self->endpoints->api_url);
  self->oauth_url = g_strdup (self->endpoints->oauth_url);
  open_engine (g_steal_pointer (&task));
}

static void
connect_practice (GTask *task)
{
  Opening         *self = g_task_get_task_data (task);
  GError          *error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);

  if (program != NULL)
    {
      convene_practice_connect_async (program, self->folder, g_task_get_cancellable (task), connected_cb, task);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

static char *
dup_folder (ConveneProfileFlags flags)
{
  return g_build_filename (g_get_user_data_dir (), "convene", flags & CONVENE_PROFILE_PRACTICE ? "practice" : NULL, NULL);
}

void
convene_profile_open_async (ConveneProfileFlags flags,
                            const char         *client_id,
                            ConveneSecret      *client_secret,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  gboolean practice = (flags & CONVENE_PROFILE_PRACTICE) != 0;
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *self = g_new0 (Opening, 1);
  GError  *error = NULL;

  self->flags = flags;
  self->client_id = g_strdup (practice ? CONVENE_PRACTICE_CLIENT_ID : client_id);
  self->client_secret = !practice && client_secret != NULL ? convene_secret_ref (client_secret) : NULL;
  self->folder = dup_folder (flags);
  g_task_set_source_tag (task, convene_profile_open_async);
  g_task_set_task_data (task, self, opening_free);

  if (practice && (flags & CONVENE_PROFILE_ONLINE))
    connect_practice (g_steal_pointer (&task));
  else if (!practice && (!read_address ("CONVENE_ZOOM_API_URL", &self->api_url, &error) || !read_address ("CONVENE_ZOOM_OAUTH_URL", &self->oauth_url, &error)))
    g_task_return_error (task, error);
  else
    open_engine (g_steal_pointer (&task));
}

ConveneEngine *
convene_profile_open_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
convene_profile_dup_database (ConveneProfileFlags flags)
{
  g_autofree char *folder = dup_folder (flags);

  return g_build_filename (folder, "convene.db", NULL);
}
