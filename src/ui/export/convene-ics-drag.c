/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-ics-drag.h"

#include <glib/gstdio.h>

#include "convene-ics-export.h"

#define CALENDAR "text/calendar"

/* Whoever is given a file may copy it a while after the drop; nobody says when they have. Seconds. */
#define KEPT 300

/* What is seen of it on the way, in pixels. */
#define ICON 48

#define CONVENE_TYPE_ICS_CONTENT (convene_ics_content_get_type ())

G_DECLARE_FINAL_TYPE (ConveneIcsContent, convene_ics_content, CONVENE, ICS_CONTENT, GdkContentProvider)

struct _ConveneIcsContent
{
  GdkContentProvider parent_instance;

  ConveneEngine *engine;
  char          *uid;
  char          *name;   /* of the file */
  char          *folder; /* that holds it, NULL until there is one */
};

G_DEFINE_FINAL_TYPE (ConveneIcsContent, convene_ics_content, GDK_TYPE_CONTENT_PROVIDER)

/* One that somebody asked for, from the interview to the stream. */
typedef struct
{
  GOutputStream *stream;
  char          *mime_type;
  int            priority;

  /* Of a file: for the thread that writes it. */
  GBytes *bytes;
  char   *name;
  char   *folder;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_object_unref (self->stream);
  g_free (self->mime_type);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->folder);
  g_free (self);
}

static void
serialized_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (gdk_content_serialize_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
serialize_file (GTask      *task,
                const char *folder)
{
  Wanted          *wanted = g_task_get_task_data (task);
  g_autofree char *path = g_build_filename (folder, wanted->name, NULL);
  GSList          *files = g_slist_prepend (NULL, g_file_new_for_path (path));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  gdk_content_serialize_async (wanted->stream, wanted->mime_type, &value, wanted->priority, g_task_get_cancellable (task), serialized_cb, g_object_ref (task));
}

/* The folder is the session's own, and goes with it at the latest. */
static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Wanted          *wanted = data;
  g_autofree char *folder = wanted->folder != NULL ? g_strdup (wanted->folder) : g_build_filename (g_get_user_runtime_dir (), "convene-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  if (wanted->folder == NULL && g_mkdtemp (folder) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return;
    }

  path = g_build_filename (folder, wanted->name, NULL);
  if (!g_file_set_contents_full (path, g_bytes_get_data (wanted->bytes, NULL), (gssize) g_bytes_get_size (wanted->bytes), G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&folder), g_free);
}

static void
file_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ConveneIcsContent *self = CONVENE_ICS_CONTENT (source);
  g_autoptr(GTask) task = user_data;
  GError          *error = NULL;
  g_autofree char *folder = g_task_propagate_pointer (G_TASK (result), &error);

  if (folder == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_free (self->folder);
  self->folder = g_strdup (folder);
  serialize_file (task, folder);
}

static void
write_file (GTask  *task,
            GBytes *bytes)
{
  ConveneIcsContent *self = g_task_get_source_object (task);
  Wanted            *wanted = g_task_get_task_data (task);
  Wanted            *copy = g_new0 (Wanted, 1);
  g_autoptr(GTask) writing = NULL;

  wanted->name = g_strdup (self->name);
  copy->stream = g_object_ref (wanted->stream);
  copy->bytes = g_bytes_ref (bytes);
  copy->name = g_strdup (self->name);
  copy->folder = g_strdup (self->folder);

  writing = g_task_new (self, g_task_get_cancellable (task), file_written_cb, g_object_ref (task));
  g_task_set_source_tag (writing, write_file);
  g_task_set_task_data (writing, copy, wanted_free);
  g_task_run_in_thread (writing, write_in_thread);
}

static void
text_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
invited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Wanted       *wanted = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;
  GBytes       *bytes = convene_engine_invite_finish (CONVENE_ENGINE (source), result, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  wanted->bytes = bytes;
  if (g_str_equal (wanted->mime_type, CALENDAR))
    g_output_stream_write_all_async (wanted->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted->priority, cancellable, text_written_cb,
                                     g_steal_pointer (&task));
  else
    write_file (task, bytes);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);

  if (interview == NULL)
    g_task_return_error (task, error);
  else
    convene_engine_invite_async (CONVENE_ENGINE (source), interview, cancellable, invited_cb, g_steal_pointer (&task));
}

static void
convene_ics_content_write_mime_type_async (GdkContentProvider *provider,
                                           const char         *mime_type,
                                           GOutputStream      *stream,
                                           int                 io_priority,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  ConveneIcsContent *self = CONVENE_ICS_CONTENT (provider);
  GTask             *task = g_task_new (self, cancellable, callback, user_data);
  Wanted            *wanted = g_new0 (Wanted, 1);

  wanted->stream = g_object_ref (stream);
  wanted->mime_type = g_strdup (mime_type);
  wanted->priority = io_priority;
  g_task_set_source_tag (task, convene_ics_content_write_mime_type_async);
  g_task_set_task_data (task, wanted, wanted_free);
  convene_engine_find_interview_async (self->engine, self->uid, cancellable, found_cb, task);
}

static gboolean
convene_ics_content_write_mime_type_finish (GdkContentProvider *provider,
                                            GAsyncResult       *result,
                                            GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A file, in all the ways in which the toolkit hands one over, but for its bare name as a text; the calendar's own type first. */
static GdkContentFormats *
convene_ics_content_ref_formats (GdkContentProvider *provider)
{
  g_autoptr(GdkContentFormats) files = gdk_content_formats_union_serialize_mime_types (gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST));
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  gsize                     n = 0;
  const char *const        *types = gdk_content_formats_get_mime_types (files, &n);

  gdk_content_formats_builder_add_mime_type (builder, CALENDAR);
  for (gsize i = 0; i < n; i++)
    if (!g_str_has_prefix (types[i], "text/plain"))
      gdk_content_formats_builder_add_mime_type (builder, types[i]);

  return gdk_content_formats_builder_free_to_formats (builder);
}

typedef struct
{
  char *folder;
  char *path;
} Left;

static void
left_free (gpointer data)
{
  Left *self = data;

  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static gboolean
remove_cb (gpointer user_data)
{
  Left *left = user_data;

  g_unlink (left->path);
  g_rmdir (left->folder);
  return G_SOURCE_REMOVE;
}

static void
convene_ics_content_finalize (GObject *object)
{
  ConveneIcsContent *self = CONVENE_ICS_CONTENT (object);

  if (self->folder != NULL)
    {
      Left *left = g_new0 (Left, 1);

      left->path = g_build_filename (self->folder, self->name, NULL);
      left->folder = g_steal_pointer (&self->folder);
      g_timeout_add_seconds_full (G_PRIORITY_LOW, KEPT, remove_cb, left, left_free);
    }
  g_clear_object (&self->engine);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (convene_ics_content_parent_class)->finalize (object);
}

static void
convene_ics_content_class_init (ConveneIcsContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = convene_ics_content_finalize;
  provider_class->ref_formats = convene_ics_content_ref_formats;
  provider_class->write_mime_type_async = convene_ics_content_write_mime_type_async;
  provider_class->write_mime_type_finish = convene_ics_content_write_mime_type_finish;
}

static void
convene_ics_content_init (ConveneIcsContent *self)
{
}

GdkContentProvider *
convene_ics_content_new (ConveneEngine *engine,
                         const char    *uid,
                         const char    *who)
{
  ConveneIcsContent *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_ICS_CONTENT, NULL);
  self->engine = g_object_ref (engine);
  self->uid = g_strdup (uid);
  self->name = convene_ics_name (who);
  return GDK_CONTENT_PROVIDER (self);
}

/* What asks, and for whom. */
typedef struct
{
  ConveneIcsAsk ask;
  gpointer      user_data;
} Source;

static void
source_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *drag_source,
            double         x,
            double         y,
            gpointer       user_data)
{
  Source    *source = user_data;
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag_source));
  g_autoptr(GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), "x-office-calendar", NULL, ICON, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_drag_source_set_icon (drag_source, GDK_PAINTABLE (icon), ICON / 2, ICON / 2);
  return source->ask (widget, x, y, source->user_data);
}

void
convene_ics_drag_add (GtkWidget    *widget,
                      ConveneIcsAsk ask,
                      gpointer      user_data)
{
  GtkDragSource *drag_source;
  Source        *source;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ask != NULL);

  source = g_new0 (Source, 1);
  source->ask = ask;
  source->user_data = user_data;
  drag_source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (drag_source, GDK_ACTION_COPY);
  g_signal_connect_data (drag_source, "prepare", G_CALLBACK (prepare_cb), source, source_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag_source));
}
