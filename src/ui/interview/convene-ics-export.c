/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-ics-export.h"

#include <glib/gi18n-lib.h>

#include "convene-compat.h"
#include "convene-details.h"
#include "convene-toast.h"

/* One export, from the bytes to the file. */
typedef struct
{
  GtkWidget    *widget;
  GtkWindow    *window;
  char         *name;
  GCancellable *cancellable;
  GBytes       *bytes;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->window);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

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

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Export) self = user_data;
  g_autoptr(GError) error = NULL;
  Export *export = self;

  self->bytes = convene_engine_invite_finish (CONVENE_ENGINE (source), result, &error);
  if (self->bytes == NULL)
    fail (self, error);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    convene_compat_save_file_async (export->window, _("Export Interview"), export->name, export->cancellable, chosen_cb, g_steal_pointer (&self));
}

/* "Ada Example.ics": no folder of its own, whatever somebody is called. */
static char *
make_name (ConveneInterview *interview)
{
  const char      *candidate = convene_details_get_candidate (interview);
  g_autofree char *name = g_strdup (candidate != NULL ? candidate : "");

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  g_strchug (g_strdelimit (name, ".", ' '));
  g_strchomp (name);
  return g_strconcat (*name != '\0' ? name : _("Interview"), ".ics", NULL);
}

void
convene_ics_export (GtkWidget        *widget,
                    ConveneEngine    *engine,
                    ConveneInterview *interview,
                    GCancellable     *cancellable)
{
  GtkRoot *root;
  Export  *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  root = gtk_widget_get_root (widget);
  g_return_if_fail (GTK_IS_WINDOW (root));

  self = g_new0 (Export, 1);
  self->widget = g_object_ref (widget);
  self->window = g_object_ref (GTK_WINDOW (root));
  self->cancellable = g_object_ref (cancellable);
  self->name = make_name (interview);
  convene_engine_invite_async (engine, interview, cancellable, made_cb, self);
}
