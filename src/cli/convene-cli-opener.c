/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-opener.h"

#include <gio/gdesktopappinfo.h>
#include <glib/gi18n-lib.h>

#include "convene-error.h"

struct _ConveneCliOpener
{
  GObject parent_instance;
};

static gboolean
is_given (const char *variable)
{
  const char *value = g_getenv (variable);

  return value != NULL && *value != '\0';
}

static void
refuse (GTask        *task,
        const GError *reason)
{
  if (reason != NULL)
    g_debug ("No browser: %s", reason->message);
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, "%s", _("No browser could be started here: open the address in any browser of this computer"));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) problem = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &problem))
    g_task_return_boolean (task, TRUE);
  else if (!g_task_return_error_if_cancelled (task))
    refuse (task, problem);
}

/* Looking the browser up reads files. Answers FALSE without an error where the desktop has none of its own, and asks another process (a sandbox). */
static void
start_browser (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autofree char *scheme = g_uri_parse_scheme (task_data);
  g_autoptr(GAppInfo) browser = scheme != NULL ? g_app_info_get_default_for_uri_scheme (scheme) : NULL;
  g_autoptr(GError) problem = NULL;
  GList uris = { .data = task_data };

  if (browser == NULL || !G_IS_DESKTOP_APP_INFO (browser))
    g_task_return_boolean (task, FALSE);
  else if (g_desktop_app_info_launch_uris_as_manager (G_DESKTOP_APP_INFO (browser), &uris, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &problem))
    g_task_return_boolean (task, TRUE);
  else
    refuse (task, problem);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char   *uri = g_task_get_task_data (G_TASK (result));
  GError       *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_app_info_launch_default_for_uri_async (uri, NULL, cancellable, launched_cb, g_steal_pointer (&task));
}

static void
convene_cli_opener_open_async (ConveneUriOpener   *opener,
                               const char         *uri,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (opener, cancellable, callback, user_data);
  g_autoptr(GTask) start = NULL;

  g_task_set_source_tag (task, convene_cli_opener_open_async);
  if (!is_given ("DISPLAY") && !is_given ("WAYLAND_DISPLAY"))
    {
      refuse (task, NULL);
      return;
    }

  start = g_task_new (opener, cancellable, started_cb, g_steal_pointer (&task));
  g_task_set_task_data (start, g_strdup (uri), g_free);
  g_task_run_in_thread (start, start_browser);
}

static gboolean
convene_cli_opener_open_finish (ConveneUriOpener *opener,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, opener), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
uri_opener_iface_init (ConveneUriOpenerInterface *iface)
{
  iface->open_async = convene_cli_opener_open_async;
  iface->open_finish = convene_cli_opener_open_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneCliOpener, convene_cli_opener, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_URI_OPENER, uri_opener_iface_init))

static void
convene_cli_opener_class_init (ConveneCliOpenerClass *klass)
{
}

static void
convene_cli_opener_init (ConveneCliOpener *self)
{
}

ConveneUriOpener *
convene_cli_opener_new (void)
{
  return g_object_new (CONVENE_TYPE_CLI_OPENER, NULL);
}
