/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-window.h"

#include "ui-fixture.h"

#define STYLE "/io/github/conveneapp/Convene/style.css"

/* Microseconds of real time, after which something counts as leaked. */
#define PATIENCE (20 * G_USEC_PER_SEC)

void
ui_test_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();

  if (g_resources_get_info (STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    {
      g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (provider, STYLE);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  *(int *) user_data += 1;
}

void
ui_wait_frame (GtkWidget *widget)
{
  GdkFrameClock *clock;
  int            frames = 0;
  gulong         handler;

  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  /* What a frame's layout changes is painted in the one after. */
  clock = gtk_widget_get_frame_clock (widget);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  while (frames < 2)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_rest (int milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

GdkContentProvider *
ui_drag (GtkWidget *widget,
         double     x,
         double     y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      GdkContentProvider *content = NULL;

      if (!GTK_IS_DRAG_SOURCE (controller))
        continue;
      g_signal_emit_by_name (controller, "prepare", x, y, &content);
      return content;
    }

  g_assert_not_reached ();
}

GBytes *
ui_read_content (GdkContentProvider *content,
                 const char         *mime_type)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  gdk_content_provider_write_mime_type_async (content, mime_type, stream, G_PRIORITY_DEFAULT, NULL, ui_fixture_result_cb, &result);
  gdk_content_provider_write_mime_type_finish (content, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GtkWidget *
ui_get_content (GtkWindow *window)
{
  if (ADW_IS_WINDOW (window))
    return adw_window_get_content (ADW_WINDOW (window));
  if (ADW_IS_APPLICATION_WINDOW (window))
    return adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  return gtk_window_get_child (window);
}

void
ui_resize (GtkWindow *window,
           int        width,
           int        height)
{
  GtkWidget *inside = ui_get_content (window);
  int        window_width;
  int        window_height;

  for (int i = 0; i < 20 && (gtk_widget_get_width (inside) != width || gtk_widget_get_height (inside) != height); i++)
    {
      gtk_window_get_default_size (window, &window_width, &window_height);
      gtk_window_set_default_size (window, MAX (1, window_width + width - gtk_widget_get_width (inside)), MAX (1, window_height + height - gtk_widget_get_height (inside)));
      ui_wait_frame (GTK_WIDGET (window));
    }
  ui_wait_frame (GTK_WIDGET (window));
}

GtkWindow *
ui_present (GtkWidget *child,
            int        width,
            int        height)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "default-width", width, "default-height", height, "title", "Convene", NULL);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_frame (window);
  ui_resize (GTK_WINDOW (window), width, height);
  return GTK_WINDOW (window);
}

/* A window that is as low as what it shows asks which width that height needs, and GTK 4.18's lists, rounding some rows up, find none. */
GtkWindow *
ui_present_scrolled (GtkWidget *child,
                     int        width,
                     int        height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return ui_present (scrolled, width, height);
}

void
ui_destroy (GtkWindow *window,
            GtkWidget *child)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  if (child != NULL)
    g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);

  /* What was asked for meanwhile is answered on another thread, and holds who asked until then. */
  gtk_window_destroy (window);
  while ((window != NULL || child != NULL) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (window);
  g_assert_null (child);
}

GtkWidget *
ui_find (GtkWidget *widget,
         GType      type)
{
  return ui_find_named (widget, type, NULL);
}

static gboolean
is_named (GtkWidget  *widget,
          const char *text)
{
  static const char *const names[] = { "title", "label", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec      *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, names[i], &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }

  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

GtkWidget *
ui_find_named (GtkWidget  *widget,
               GType       type,
               const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || is_named (widget, text)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_named (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
ui_find_dialog (GtkWindow  *window,
                const char *newer)
{
  GListModel *all = gtk_window_get_toplevels ();
  GType       type = g_type_from_name (newer);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (other) == window)
        return GTK_WIDGET (other);
    }

  return type != G_TYPE_INVALID ? ui_find (GTK_WIDGET (window), type) : NULL;
}

void
ui_picture (GtkWidget  *window,
            const char *path)
{
  GdkPaintable  *paintable = gtk_widget_paintable_new (window);
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture    *texture;

  ui_wait_frame (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));

  g_object_unref (texture);
  gsk_render_node_unref (node);
  g_object_unref (paintable);
}

void
ui_show (GtkWidget  *window,
         const char *name)
{
  const char      *folder = g_getenv ("CONVENE_PICTURES");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s.png", folder, name);
  ui_picture (window, path);
}
