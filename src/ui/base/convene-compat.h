/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What newer versions of the platform do with another class: the only place that asks for a version. */

/* Asks a question over a window: `callback` gets TRUE for the action, FALSE for Cancel and Escape; an action that destroys is red and is not what
 * Enter does. */
typedef void (*ConveneDecision) (gboolean yes, gpointer user_data);
void convene_compat_ask (GtkWindow      *parent,
                         const char     *heading,
                         const char     *body,
                         const char     *action,
                         gboolean        destructive,
                         ConveneDecision callback,
                         gpointer        user_data);

/* Names the application, its version, its licence and its authors. */
void convene_compat_show_about (GtkWindow  *parent,
                                const char *application_id,
                                const char *version);

/* The colour that the style gives to a widget's text. */
void convene_compat_get_color (GtkWidget *widget,
                               GdkRGBA   *rgba);

/* Asks where to save; answers NULL with G_IO_ERROR_CANCELLED where nobody wants to. */
void   convene_compat_save_file_async (GtkWindow *parent, const char *title, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *convene_compat_save_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

/* Asks which files to open, of those that `filter` lets through (or NULL); answers a list of GFile, or NULL as above. */
void        convene_compat_open_files_async (GtkWindow *parent, const char *title, GtkFileFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *convene_compat_open_files_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

G_END_DECLS
