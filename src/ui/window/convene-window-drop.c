/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-drop.h"

#include <glib/gi18n-lib.h>

#include "convene-application.h"
#include "convene-window.h"

/* Without a file: what mail programs and calendars give. */
static const char *const texts[] = { "text/calendar", "message/rfc822", NULL };

/* One octet more than is opened, so that a larger one is known for what it is. */
#define MAXIMUM (10 * 1024 * 1024 + 1)

#define PART 65536

/* The style of a window over which something is held that it takes. */
#define SHOWN "convene-drop"

/* A drop, from the first octet to the last. */
typedef struct
{
  GtkWindow  *window;
  GdkDrop    *drop;
  GByteArray *octets;
} Dropped;

static void
dropped_free (gpointer data)
{
  Dropped *self = data;

  g_object_unref (self->window);
  g_object_unref (self->drop);
  g_byte_array_unref (self->octets);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dropped, dropped_free)

static Dropped *
dropped_new (GtkWindow *window,
             GdkDrop   *drop)
{
  Dropped *self = g_new0 (Dropped, 1);

  self->window = g_object_ref (window);
  self->drop = g_object_ref (drop);
  self->octets = g_byte_array_new ();
  return self;
}

/* The other side is told, too. */
static void
fail (Dropped      *self,
      const GError *error)
{
  g_autofree char *text = NULL;

  gdk_drop_finish (self->drop, 0);
  if (gtk_window_get_application (self->window) == NULL)
    return;

  /* Translators: %s says why, in a sentence. */
  text = g_strdup_printf (_("What was dropped cannot be read: %s"), error->message);
  convene_window_toast (CONVENE_WINDOW (self->window), text);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Dropped) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  GtkApplication *application = gtk_window_get_application (self->window);
  const GValue   *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);

  if (value == NULL)
    {
      fail (self, error);
      return;
    }

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (application != NULL && files->len > 0)
    g_application_open (G_APPLICATION (application), (GFile **) files->pdata, (int) files->len, "");
  gdk_drop_finish (self->drop, GDK_ACTION_COPY);
}

static void
part_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Dropped) self = user_data;
  g_autoptr(GError) error = NULL;
  GInputStream   *stream = G_INPUT_STREAM (source);
  GtkApplication *application = gtk_window_get_application (self->window);
  g_autoptr(GBytes) part = g_input_stream_read_bytes_finish (stream, result, &error);
  g_autoptr(GBytes) all = NULL;

  if (part == NULL)
    {
      fail (self, error);
      return;
    }

  g_byte_array_append (self->octets, g_bytes_get_data (part, NULL), (guint) g_bytes_get_size (part));
  if (g_bytes_get_size (part) > 0 && self->octets->len < MAXIMUM)
    {
      g_input_stream_read_bytes_async (stream, PART, G_PRIORITY_DEFAULT, NULL, part_read_cb, g_steal_pointer (&self));
      return;
    }

  all = g_byte_array_free_to_bytes (g_byte_array_ref (self->octets));
  if (application != NULL)
    convene_application_open_bytes (CONVENE_APPLICATION (application), all);
  gdk_drop_finish (self->drop, GDK_ACTION_COPY);
}

static void
text_begun_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Dropped) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  if (stream == NULL)
    fail (self, error);
  else
    g_input_stream_read_bytes_async (stream, PART, G_PRIORITY_DEFAULT, NULL, part_read_cb, g_steal_pointer (&self));
}

static GdkContentFormats *
make_formats (void)
{
  GdkContentFormats        *files = gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST));
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_formats (builder, files);
  for (guint i = 0; texts[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, texts[i]);
  gdk_content_formats_unref (files);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/* What is already here need not be opened. */
static gboolean
accept_cb (GtkDropTargetAsync *target,
           GdkDrop            *drop,
           gpointer            user_data)
{
  GdkContentFormats *wanted = gtk_drop_target_async_get_formats (target);

  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_match (wanted, gdk_drop_get_formats (drop));
}

/* GTK 4.8 leaves :drop(active) to a window that something was dropped on. */
static GdkDragAction
enter_cb (GtkDropTargetAsync *target,
          GdkDrop            *drop,
          double              x,
          double              y,
          gpointer            user_data)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), SHOWN);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTargetAsync *target,
          GdkDrop            *drop,
          gpointer            user_data)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), SHOWN);
}

/* A file has a name, which tells more. */
static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         gpointer            user_data)
{
  GtkWindow         *window = GTK_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  GdkContentFormats *files = gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST));
  Dropped           *dropped = dropped_new (window, drop);

  leave_cb (target, drop, NULL);
  if (gdk_content_formats_match (files, gdk_drop_get_formats (drop)))
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, dropped);
  else
    gdk_drop_read_async (drop, (const char **) texts, G_PRIORITY_DEFAULT, NULL, text_begun_cb, dropped);
  gdk_content_formats_unref (files);
  return TRUE;
}

void
convene_window_drop_add (GtkWindow *window)
{
  GtkDropTargetAsync *target;

  g_return_if_fail (GTK_IS_WINDOW (window));

  target = gtk_drop_target_async_new (make_formats (), GDK_ACTION_COPY);
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect (target, "drag-enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (target, "drag-leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
