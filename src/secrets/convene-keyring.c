/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-secrets"

#include "convene-keyring.h"

#include "convene-vault-error.h"

#include <libsecret/secret.h>

/* Its name is that of the application, so that other programs' items never match. */
static const SecretSchema schema = {
  "io.github.conveneapp.Convene",
  SECRET_SCHEMA_NONE,
  {
      { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "kind", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

/* `kind` may be NULL: whatever is kept of the account. */
static GHashTable *
create_attributes (const char *account_id,
                   const char *kind)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes, (char *) "account", g_strdup (account_id));
  if (kind != NULL)
    g_hash_table_insert (attributes, (char *) "kind", g_strdup (kind));

  return attributes;
}

/* A search finds what is locked as well, where a look-up says that there is nothing. */
static gboolean
is_locked (gpointer item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (item);
}

static gboolean
any_is_locked (GList *items)
{
  for (GList *item = items; item != NULL; item = item->next)
    if (is_locked (item->data))
      return TRUE;

  return FALSE;
}

/* Takes the error. libsecret keeps its connection to the service: one that has gone since, and come back, is found by forgetting it. */
static void
return_error (GTask  *task,
              GError *cause)
{
  g_task_return_error (task, convene_vault_error_new (cause));
  g_error_free (cause);
  secret_service_disconnect ();
}

/* What is asked of the service, as the task's data. */
typedef struct
{
  GHashTable    *attributes;
  char          *label;
  ConveneSecret *secret;
  void (*ask) (GTask *task);
} Request;

static void
request_free (Request *request)
{
  g_hash_table_unref (request->attributes);
  g_free (request->label);
  g_clear_pointer (&request->secret, convene_secret_unref);
  g_free (request);
}

static void
bus_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GError) stopped = NULL;
  Request *request = g_task_get_task_data (task);
  GError  *error = NULL;

  bus = g_bus_get_finish (result, &error);
  if (bus == NULL)
    return_error (task, error);
  else if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &stopped))
    g_task_return_error (task, convene_vault_error_new (stopped));
  else
    request->ask (g_steal_pointer (&task));
}

/* Takes the request. The bus is opened before, and without the cancellable: GLib shares one connection, and who cancels its opening
 * hands `cancelled` to everybody who asks for it meanwhile. */
static void
start (gpointer            vault,
       gpointer            tag,
       Request            *request,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (vault, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  /* What was done counts, and the vault's own word for a cancellation is passed on. */
  g_task_set_check_cancellable (task, FALSE);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, task);
}

/* Put */

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    return_error (task, error);
  else
    /* the question for a password was dismissed */
    g_task_return_error (task, convene_vault_error_new_locked ());
}

/* Takes the task. */
static void
ask_put (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  secret_password_storev (&schema, request->attributes, SECRET_COLLECTION_DEFAULT, request->label, convene_secret_peek (request->secret),
                          g_task_get_cancellable (task), stored_cb, task);
}

void
convene_keyring_put_async (ConveneVault       *vault,
                           const char         *account_id,
                           const char         *kind,
                           ConveneSecret      *secret,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Request *request = g_new0 (Request, 1);

  request->attributes = create_attributes (account_id, kind);
  request->label = g_strdup_printf ("Convene: %s", kind);
  request->secret = convene_secret_ref (secret);
  request->ask = ask_put;
  start (vault, convene_keyring_put_async, request, cancellable, callback, user_data);
}

gboolean
convene_keyring_put_finish (ConveneVault *vault,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, vault), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_keyring_put_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Get: look for the item, unlocking it if a person can be asked; then read it. */

static void
retrieved_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(SecretValue) value = NULL;
  const char *text;
  GError     *error = NULL;

  value = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (object), result, &error);
  text = value != NULL ? secret_value_get_text (value) : NULL;
  if (error != NULL)
    return_error (task, error);
  else if (text == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, convene_secret_new (text), (GDestroyNotify) convene_secret_unref);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autolist(GObject) items = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  items = secret_password_search_finish (result, &error);
  if (error != NULL)
    return_error (task, error);
  else if (items == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else if (is_locked (items->data))
    g_task_return_error (task, convene_vault_error_new_locked ());
  else
    secret_retrievable_retrieve_secret (items->data, cancellable, retrieved_cb, g_steal_pointer (&task));
}

/* Takes the task. */
static void
ask_get (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  secret_password_searchv (&schema, request->attributes, SECRET_SEARCH_UNLOCK, g_task_get_cancellable (task), found_cb, task);
}

void
convene_keyring_get_async (ConveneVault       *vault,
                           const char         *account_id,
                           const char         *kind,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Request *request = g_new0 (Request, 1);

  request->attributes = create_attributes (account_id, kind);
  request->ask = ask_get;
  start (vault, convene_keyring_get_async, request, cancellable, callback, user_data);
}

ConveneSecret *
convene_keyring_get_finish (ConveneVault *vault,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, vault), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_keyring_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Forget: libsecret clears what is unlocked and says nothing of the rest; so look, clear, and look again. */

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autolist(GObject) items = NULL;
  GError *error = NULL;

  items = secret_password_search_finish (result, &error);
  if (error != NULL)
    return_error (task, error);
  else if (items != NULL)
    g_task_return_error (task, convene_vault_error_new_locked ());
  else
    g_task_return_boolean (task, TRUE);
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Request      *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    return_error (task, error);
  else
    secret_password_searchv (&schema, request->attributes, SECRET_SEARCH_ALL, cancellable, checked_cb, g_steal_pointer (&task));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autolist(GObject) items = NULL;
  Request      *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  items = secret_password_search_finish (result, &error);
  if (error != NULL)
    return_error (task, error);
  else if (items == NULL)
    g_task_return_boolean (task, TRUE);
  else if (any_is_locked (items))
    g_task_return_error (task, convene_vault_error_new_locked ());
  else
    secret_password_clearv (&schema, request->attributes, cancellable, cleared_cb, g_steal_pointer (&task));
}

/* Takes the task. */
static void
ask_forget (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  secret_password_searchv (&schema, request->attributes, SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK, g_task_get_cancellable (task), listed_cb,
                           task);
}

void
convene_keyring_forget_async (ConveneVault       *vault,
                              const char         *account_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Request *request = g_new0 (Request, 1);

  request->attributes = create_attributes (account_id, NULL);
  request->ask = ask_forget;
  start (vault, convene_keyring_forget_async, request, cancellable, callback, user_data);
}

gboolean
convene_keyring_forget_finish (ConveneVault *vault,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, vault), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_keyring_forget_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
