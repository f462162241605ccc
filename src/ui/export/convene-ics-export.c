/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-ics-export.h"

#include <glib/gi18n-lib.h>

#include "convene-compat.h"
#include "convene-toast.h"

/* Code points of a file's name: as many as fit into what a file system takes, whatever they are. */
#define NAME_MAXIMUM 60

/* One export, from the bytes to the file. */
typedef struct
{
  GtkWidget    *widget;
  GtkWindow    *window;
  char         *title;
  char         *name;
  GCancellable *cancellable;
  GBytes       *bytes;

  /* Of those of a time. */
  ConveneInterviewFilter filter;
  char                  *none;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->window);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->title);
  g_free (self->name);
  g_free (self->none);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Takes the name. */
static Export *
export_new (GtkWidget    *widget,
            const char   *title,
            char         *name,
            GCancellable *cancellable)
{
  Export *self = g_new0 (Export, 1);

  self->widget = g_object_ref (widget);
  self->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (widget)));
  self->cancellable = g_object_ref (cancellable);
  self->title = g_strdup (title);
  self->name = name;
  return self;
}

/* Nobody is told what they ended themselves. */
static void
fail (Export *self,
      GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_cancellable_is_cancelled (self->cancellable))
    return;

  /* Translators: %s says why, in a sentence. */
  text = g_strdup_printf (_("The file was not saved: %s"), error->message);
  convene_toast (self->widget, text);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    fail (self, error);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    convene_toast (self->widget, _("File saved"));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = convene_compat_save_file_finish (self->window, result, &error);
  GBytes *bytes = self->bytes;

  if (file == NULL)
    {
      fail (self, error);
      return;
    }

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_steal_pointer (&self));
}

/* Takes what is given. */
static void
choose (Export *export,
        GBytes *bytes,
        GError *failure)
{
  g_autoptr(Export) self = export;
  g_autoptr(GError) error = failure;

  self->bytes = bytes;
  if (bytes == NULL)
    fail (self, error);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    convene_compat_save_file_async (export->window, export->title, export->name, export->cancellable, chosen_cb, g_steal_pointer (&self));
}

static void
invited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;
  GBytes *bytes = convene_engine_invite_finish (CONVENE_ENGINE (source), result, &error);

  choose (user_data, bytes, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GError *error = NULL;
  GBytes *bytes = convene_engine_export_finish (CONVENE_ENGINE (source), result, &error);

  choose (user_data, bytes, error);
}

/* An empty calendar is no use to anybody. */
static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;
  guint total = 0;
  g_autoptr(GPtrArray) first = convene_engine_list_interviews_finish (CONVENE_ENGINE (source), result, &total, &error);
  Export *export = self;

  if (first == NULL)
    {
      fail (self, error);
      return;
    }
  if (total == 0)
    {
      convene_toast (self->widget, self->none);
      return;
    }

  export->filter.limit = 0;
  convene_engine_export_async (CONVENE_ENGINE (source), &export->filter, export->cancellable, exported_cb, g_steal_pointer (&self));
}

char *
convene_ics_name (const char *who)
{
  const char      *text = who != NULL ? who : "";
  g_autofree char *name = g_utf8_substring (text, 0, MIN (NAME_MAXIMUM, g_utf8_strlen (text, -1)));

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  g_strchug (g_strdelimit (name, ".", ' '));
  g_strchomp (name);
  return g_strconcat (*name != '\0' ? name : _("Interview"), ".ics", NULL);
}

void
convene_ics_export (GtkWidget        *widget,
                    ConveneEngine    *engine,
                    ConveneInterview *interview,
                    const char       *who,
                    GCancellable     *cancellable)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WINDOW (gtk_widget_get_root (widget)));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  convene_engine_invite_async (engine, interview, cancellable, invited_cb, export_new (widget, _("Export Interview"), convene_ics_name (who), cancellable));
}

void
convene_ics_export_range (GtkWidget     *widget,
                          ConveneEngine *engine,
                          gint64         from,
                          gint64         to,
                          const char    *title,
                          const char    *name,
                          const char    *none,
                          GCancellable  *cancellable)
{
  Export *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WINDOW (gtk_widget_get_root (widget)));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  self = export_new (widget, title, convene_ics_name (name), cancellable);
  self->none = g_strdup (none);
  self->filter = (ConveneInterviewFilter){ .from = from, .to = to, .all = TRUE, .now = convene_clock_now (convene_engine_get_clock (engine)), .limit = 1 };
  convene_engine_list_interviews_async (engine, &self->filter, cancellable, counted_cb, self);
}

void
convene_ics_export_several (GtkWidget         *widget,
                            ConveneEngine     *engine,
                            const char *const *uids,
                            const char        *title,
                            const char        *name,
                            GCancellable      *cancellable)
{
  ConveneInterviewFilter filter = { .uids = uids, .all = TRUE };

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WINDOW (gtk_widget_get_root (widget)));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (uids != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  filter.now = convene_clock_now (convene_engine_get_clock (engine));
  convene_engine_export_async (engine, &filter, cancellable, exported_cb, export_new (widget, title, convene_ics_name (name), cancellable));
}
