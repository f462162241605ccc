/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "convene-compat.h"
#include "ui-window.h"

typedef struct
{
  guint    calls;
  gboolean yes;
} Answer;

static void
answer_cb (gboolean yes,
           gpointer user_data)
{
  Answer *answer = user_data;

  answer->calls++;
  answer->yes = yes;
}

/* Another window than the one that was there first. */
static GtkWindow *
find_other (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkWindow) other = g_list_model_get_item (all, i);

      if (other != window)
        return other;
    }

  return NULL;
}

static void
assert_default (GtkWidget  *dialog,
                const char *expected)
{
  g_autofree char *actual = NULL;

  g_object_get (dialog, "default-response", &actual, NULL);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_ask (void)
{
  static const struct
  {
    const char *button;
    gboolean    destructive;
    gboolean    yes;
  } cases[] = {
    { "Cancel _Interview", FALSE, TRUE },
    { "Cancel _Interview", TRUE, TRUE },
    { "_Cancel", TRUE, FALSE },
    { NULL, TRUE, FALSE }, /* Escape */
  };
  GtkWindow *window = ui_present (gtk_label_new ("Window"), 600, 400);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Answer     answer = { 0 };
      GtkWidget *dialog;

      convene_compat_ask (window, "Cancel the Interview?", "Ada Example is told by letter.", "Cancel _Interview", cases[i].destructive, answer_cb, &answer);
      dialog = ui_find_dialog (window, "AdwAlertDialog");
      g_assert_nonnull (dialog);
      ui_wait_frame (dialog);
      assert_default (dialog, cases[i].destructive ? "cancel" : "confirm");
      ui_show (GTK_WIDGET (gtk_widget_get_root (dialog)), cases[i].destructive ? "base-ask-destructive" : "base-ask");

      if (cases[i].button != NULL)
        g_signal_emit_by_name (ui_find_named (dialog, GTK_TYPE_BUTTON, cases[i].button), "clicked");
      else
        gtk_widget_activate_action (dialog, "window.close", NULL);
      g_assert_cmpuint (answer.calls, ==, 1);
      g_assert_cmpint (answer.yes, ==, cases[i].yes);
      while (ui_find_dialog (window, "AdwAlertDialog") != NULL)
        g_main_context_iteration (NULL, FALSE);
    }

  ui_destroy (window, NULL);
}

static void
test_about (void)
{
  GtkWindow *window = ui_present (gtk_label_new ("Window"), 600, 400);
  GtkWidget *about;

  convene_compat_show_about (window, "io.github.conveneapp.Convene", "0.1.0");
  about = ui_find_dialog (window, "AdwAboutDialog");
  ui_wait_frame (about);
  g_assert_nonnull (ui_find_named (about, GTK_TYPE_LABEL, "Convene"));
  ui_show (GTK_WIDGET (gtk_widget_get_root (about)), "base-about");
  gtk_widget_activate_action (about, "window.close", NULL);
  while (ui_find_dialog (window, "AdwAboutDialog") != NULL)
    g_main_context_iteration (NULL, FALSE);
  ui_destroy (window, NULL);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_save_cancelled (void)
{
  GtkWindow *window = ui_present (gtk_label_new ("Window"), 600, 400);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;

  convene_compat_save_file_async (window, "Export", "interview.ics", cancellable, result_cb, &result);
  ui_wait_frame (GTK_WIDGET (find_other (window)));
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  file = convene_compat_save_file_finish (window, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (file);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ui_destroy (window, NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/compat/ask", test_ask);
  g_test_add_func ("/ui/compat/about", test_about);
  g_test_add_func ("/ui/compat/save-cancelled", test_save_cancelled);

  return g_test_run ();
}
