/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-opener.h"
#include "ui-fixture.h"

/* Nothing that reads or starts what lies on this machine, nor sends a sign-in through the network as it stands. */
static const char *const refused[] = {
  "file:///etc/passwd",
  "javascript:alert(1)",
  "http://zoom.example.com/oauth/authorize",
  "http://127.0.0.1.example.com/oauth/authorize",
  "mailto:recruiter@example.com",
  "https://",
  "zoom.us/oauth/authorize",
  "",
};

static void
test_refused (gconstpointer data)
{
  g_autoptr(ConveneUriOpener) opener = convene_opener_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_uri_opener_open_async (opener, data, NULL, ui_fixture_result_cb, &result);
  g_assert_false (convene_uri_opener_open_finish (opener, ui_fixture_await (&result), &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
}

/* A desktop without a browser: the address is to be copied, and that is said. */
static void
test_no_browser (void)
{
  g_autoptr(ConveneUriOpener) opener = convene_opener_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (g_app_info_get_default_for_uri_scheme ("https") != NULL)
    {
      g_test_skip ("there is a browser");
      return;
    }

  convene_uri_opener_open_async (opener, "https://zoom.example.com/oauth/authorize", NULL, ui_fixture_result_cb, &result);
  g_assert_false (convene_uri_opener_open_finish (opener, ui_fixture_await (&result), &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "copy"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/opener/SH-14/refused/%u", i);

      g_test_add_data_func (path, refused[i], test_refused);
    }
  g_test_add_func ("/ui/opener/SH-14/no-browser", test_no_browser);

  return g_test_run ();
}
