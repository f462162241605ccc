/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opener.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

struct _ConveneOpener
{
  GObject parent_instance;
};

static gboolean
is_for_browser (const char *address)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return FALSE;

  return g_str_equal (g_uri_get_scheme (uri), "https") || (g_str_equal (g_uri_get_scheme (uri), "http") && g_str_equal (host, "127.0.0.1"));
}

static void
refuse (GTask *task)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, "%s", _("No browser could be started: copy the address and open it in any browser of this computer"));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) problem = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &problem))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  g_debug ("No browser: %s", problem->message);
  refuse (task);
}

static void
convene_opener_open_async (ConveneUriOpener   *opener,
                           const char         *uri,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (opener, cancellable, callback, user_data);
  g_autoptr(GdkAppLaunchContext) context = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  g_task_set_source_tag (task, convene_opener_open_async);
  if (display == NULL || !is_for_browser (uri))
    {
      refuse (task);
      return;
    }

  /* With it the browser comes to the front where the person is. */
  context = gdk_display_get_app_launch_context (display);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), cancellable, launched_cb, g_steal_pointer (&task));
}

static gboolean
convene_opener_open_finish (ConveneUriOpener *opener,
                            GAsyncResult     *result,
                            GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, opener), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
uri_opener_iface_init (ConveneUriOpenerInterface *iface)
{
  iface->open_async = convene_opener_open_async;
  iface->open_finish = convene_opener_open_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneOpener, convene_opener, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_URI_OPENER, uri_opener_iface_init))

static void
convene_opener_class_init (ConveneOpenerClass *klass)
{
}

static void
convene_opener_init (ConveneOpener *self)
{
}

ConveneUriOpener *
convene_opener_new (void)
{
  return g_object_new (CONVENE_TYPE_OPENER, NULL);
}
