/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interviews-several.h"

#include <glib/gi18n-lib.h>

#include "convene-bulk-window.h"
#include "convene-bulk-words.h"
#include "convene-ics-export.h"
#include "convene-toast.h"

/* What can be taken back, and where it is said. */
typedef struct
{
  GtkWidget   *widget;
  ConveneBulk *bulk;
} Done;

static Done *
done_new (GtkWidget   *widget,
          ConveneBulk *bulk)
{
  Done *self = g_new0 (Done, 1);

  self->widget = g_object_ref (widget);
  self->bulk = g_object_ref (bulk);
  return self;
}

static void
done_free (gpointer data)
{
  Done *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->bulk);
  g_free (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Done            *done = user_data;
  guint            undone = convene_bulk_undo_finish (CONVENE_BULK (source), result);
  g_autofree char *words = convene_bulk_words_undone (done->bulk, undone);

  if (gtk_widget_get_root (done->widget) != NULL)
    convene_toast (done->widget, words);
  done_free (done);
}

static void
undo_cb (gpointer data)
{
  Done *done = data;

  convene_bulk_undo_async (done->bulk, undone_cb, done_new (done->widget, done->bulk));
}

static void
finished_cb (ConveneBulkWindow *window,
             ConveneBulk       *bulk,
             gpointer           user_data)
{
  GtkWidget       *widget = user_data;
  g_autofree char *words = convene_bulk_words_done (bulk);

  if (gtk_widget_get_root (widget) == NULL)
    return;

  if (convene_bulk_get_kind (bulk) == CONVENE_BULK_CANCEL)
    convene_toast_undo (widget, words, undo_cb, NULL, done_new (widget, bulk), done_free);
  else
    convene_toast (widget, words);
}

static void
ask_in_window (GtkWidget         *widget,
               ConveneEngine     *engine,
               ConveneBulkKind    kind,
               const char *const *uids)
{
  ConveneBulkWindow *window = convene_bulk_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), engine, kind, uids);

  g_signal_connect_object (window, "finished", G_CALLBACK (finished_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/* Until the uids are known. */
typedef struct
{
  GtkWidget     *widget;
  ConveneEngine *engine;
  ConveneSeveral what;
  GCancellable  *cancellable;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->engine);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
go_on (Asked             *self,
       const char *const *uids)
{
  gboolean is_cancel = self->what == CONVENE_SEVERAL_CANCEL;

  if (self->what == CONVENE_SEVERAL_EXPORT)
    convene_ics_export_several (self->widget, self->engine, uids, _("Export Interviews"), C_("file", "Interviews"), self->cancellable);
  else if (uids[1] == NULL)
    gtk_widget_activate_action (self->widget, is_cancel ? "app.cancel-interview" : "app.resend", "s", uids[0]);
  else
    ask_in_window (self->widget, self->engine, is_cancel ? CONVENE_BULK_CANCEL : CONVENE_BULK_RESEND, uids);
}

static void
uids_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Asked) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) uids = convene_interview_query_get_uids_finish (CONVENE_INTERVIEW_QUERY (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable) || gtk_widget_get_root (self->widget) == NULL)
    return;

  if (uids == NULL)
    convene_toast (self->widget, error->message);
  else if (uids[0] != NULL)
    go_on (self, (const char *const *) uids);
}

void
convene_interviews_several_ask (GtkWidget                 *widget,
                                ConveneEngine             *engine,
                                ConveneInterviewQuery     *query,
                                ConveneInterviewSelection *selection,
                                ConveneSeveral             what,
                                GCancellable              *cancellable)
{
  g_autoptr(GArray) positions = NULL;
  Asked *asked;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WINDOW (gtk_widget_get_root (widget)));
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (CONVENE_IS_INTERVIEW_QUERY (query));
  g_return_if_fail (CONVENE_IS_INTERVIEW_SELECTION (selection));

  positions = convene_interview_selection_list (selection);
  asked = g_new0 (Asked, 1);
  asked->widget = g_object_ref (widget);
  asked->engine = g_object_ref (engine);
  asked->what = what;
  asked->cancellable = g_object_ref (cancellable);
  convene_interview_query_get_uids_async (query, (const guint *) (gpointer) positions->data, positions->len, cancellable, uids_cb, asked);
}
