/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-profile.h"

#include <string.h>

#include "convene-error.h"
#include "convene-http-session.h"
#include "convene-practice.h"
#include "convene-samples.h"
#include "convene-vault.h"

/* Opening a profile, a function for each step: connect → open → provide → samples. Practice alone has the first and the last two. */
typedef struct
{
  /* inputs */
  ConveneProfileFlags flags;
  char               *folder;

  /* on the way */
  char                     *api_url;   /* where Zoom is instead of where it is for everybody, or NULL */
  char                     *oauth_url; /* likewise */
  ConvenePracticeEndpoints *endpoints;
  GError                   *failure; /* why what is open already is being closed */

  /* result */
  ConveneEngine *engine;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->folder);
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

/* Practice's secret is everybody's: it needs no Secret Service, and no session bus. */
static ConveneVault *
vault_new (gboolean practice)
{
  g_autoptr(ConveneSecret) secret = NULL;
  ConveneVault *vault;

  if (!practice)
    return convene_service_vault_new ();

  secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  vault = convene_memory_vault_new ();
  convene_memory_vault_set_default (CONVENE_MEMORY_VAULT (vault), "client-secret", secret);
  return vault;
}

static ConveneAccount *
practice_zoom_new (const ConvenePracticeEndpoints *endpoints)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "zoom-practice");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  convene_account_set_address (account, CONVENE_PRACTICE_HOST);
  convene_account_set_name (account, CONVENE_PRACTICE_HOST_NAME);
  convene_account_set_plan (account, "licensed");
  convene_account_set_account_number (account, CONVENE_PRACTICE_ACCOUNT_NUMBER);
  convene_account_set_client_id (account, CONVENE_PRACTICE_CLIENT_ID);
  convene_account_set_oauth_url (account, endpoints->oauth_url);
  return account;
}

static ConveneAccount *
practice_mail_new (const ConvenePracticeEndpoints *endpoints)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "mail-practice");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_PASSWORD);
  convene_account_set_address (account, CONVENE_PRACTICE_HOST);
  convene_account_set_name (account, CONVENE_PRACTICE_HOST_NAME);
  convene_account_set_server (account, "127.0.0.1");
  convene_account_set_port (account, endpoints->smtp_port);
  convene_account_set_security (account, CONVENE_MAIL_SECURITY_NONE);
  convene_account_set_user (account, "");
  return account;
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
  if (error != NULL)
    g_warning ("No samples: %s", error->message);
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
  else if (self->flags & CONVENE_PROFILE_SAMPLES)
    convene_samples_add_async (self->engine, cancellable, samples_cb, g_steal_pointer (&task));
  else
    succeed (task);
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

  accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (accounts, practice_zoom_new (self->endpoints));
  g_ptr_array_add (accounts, practice_mail_new (self->endpoints));
  convene_accounts_provide_async (convene_engine_get_accounts (self->engine), accounts, cancellable, provided_cb, g_steal_pointer (&task));
}

static void
open_engine (GTask *task)
{
  Opening      *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();
  g_autoptr(ConveneVault) vault = vault_new ((self->flags & CONVENE_PROFILE_PRACTICE) != 0);

  self->engine = convene_engine_new (self->folder, vault, clock, self->api_url, self->oauth_url);
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

void
convene_profile_open_async (ConveneProfileFlags flags,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  gboolean practice = (flags & CONVENE_PROFILE_PRACTICE) != 0;
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *self = g_new0 (Opening, 1);
  GError  *error = NULL;

  self->flags = flags;
  self->folder = g_build_filename (g_get_user_data_dir (), "convene", practice ? "practice" : NULL, NULL);
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
