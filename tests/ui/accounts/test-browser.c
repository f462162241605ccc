/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-browser.h"

#include "convene-error.h"

struct _TestBrowser
{
  GObject parent_instance;

  gboolean works;
  gboolean follows;
  char    *address;
  guint    count;
};

static void
open_async (ConveneUriOpener   *opener,
            const char         *uri,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  TestBrowser *self = TEST_BROWSER (opener);
  g_autoptr(GTask) task = g_task_new (opener, cancellable, callback, user_data);

  g_free (self->address);
  self->address = g_strdup (uri);
  self->count++;
  if (!self->works)
    {
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, "There is no browser here");
      return;
    }

  if (self->follows)
    test_browser_visit (uri);
  g_task_return_boolean (task, TRUE);
}

static gboolean
open_finish (ConveneUriOpener *opener,
             GAsyncResult     *result,
             GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
opener_iface_init (ConveneUriOpenerInterface *iface)
{
  iface->open_async = open_async;
  iface->open_finish = open_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestBrowser, test_browser, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_URI_OPENER, opener_iface_init))

static void
test_browser_finalize (GObject *object)
{
  g_clear_pointer (&TEST_BROWSER (object)->address, g_free);

  G_OBJECT_CLASS (test_browser_parent_class)->finalize (object);
}

static void
test_browser_class_init (TestBrowserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_browser_finalize;
}

static void
test_browser_init (TestBrowser *self)
{
}

TestBrowser *
test_browser_new (gboolean works,
                  gboolean follows)
{
  TestBrowser *self = g_object_new (TEST_TYPE_BROWSER, NULL);

  self->works = works;
  self->follows = follows;
  return self;
}

const char *
test_browser_get_address (TestBrowser *self)
{
  return self->address;
}

guint
test_browser_get_count (TestBrowser *self)
{
  return self->count;
}

/* Pages that refuse are pages all the same. */
void
test_browser_visit (const char *address)
{
  static const char program[] = "import sys, urllib.request, urllib.error\n"
                                "try:\n"
                                "    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(sys.argv[1], timeout=60).read()\n"
                                "except urllib.error.HTTPError as error:\n"
                                "    error.read()\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "/usr/bin/python3", "-c", program, address, NULL);

  g_assert_no_error (error);
}
