/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-compat.h"

#include <glib/gi18n-lib.h>

/* What is there, and what the build may use of it: the floor pins the second (meson's option "floor"). */
#if ADW_CHECK_VERSION(1, 5, 0) && ADW_VERSION_MAX_ALLOWED >= ADW_VERSION_1_5
#define HAS_DIALOGS 1
#else
#define HAS_DIALOGS 0
#endif

#if GTK_CHECK_VERSION(4, 10, 0) && GDK_VERSION_MAX_ALLOWED >= GDK_VERSION_4_10
#define HAS_FILE_DIALOG 1
#define HAS_WIDGET_COLOR 1
#else
#define HAS_FILE_DIALOG 0
#define HAS_WIDGET_COLOR 0
#endif

#define CANCEL "cancel"
#define CONFIRM "confirm"

typedef struct
{
  ConveneDecision callback;
  gpointer        user_data;
} Question;

static void
answered_cb (GObject    *dialog,
             const char *response,
             Question   *question)
{
  question->callback (g_strcmp0 (response, CONFIRM) == 0, question->user_data);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static void
connect_answer (gpointer        dialog,
                ConveneDecision callback,
                gpointer        user_data)
{
  Question *question = g_new0 (Question, 1);

  question->callback = callback;
  question->user_data = user_data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
}

#if HAS_DIALOGS
/* Inside of a narrow window a dialog is no wider: an address may have to be broken, and of a heading that is longer libadwaita tries one line first,
 * which GTK warns of. */
static void
let_break (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_object_set (widget, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_BUTTON (child))
      let_break (child);
}

void
convene_compat_ask (GtkWindow      *parent,
                    const char     *heading,
                    const char     *body,
                    const char     *action,
                    gboolean        destructive,
                    ConveneDecision callback,
                    gpointer        user_data)
{
  AdwDialog      *dialog = adw_alert_dialog_new (heading, body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, CANCEL, _("_Cancel"), CONFIRM, action, NULL);
  adw_alert_dialog_set_response_appearance (alert, CONFIRM, destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, destructive ? CANCEL : CONFIRM);
  adw_alert_dialog_set_close_response (alert, CANCEL);
  connect_answer (dialog, callback, user_data);
  let_break (adw_dialog_get_child (dialog));
  adw_dialog_present (dialog, parent != NULL ? GTK_WIDGET (parent) : NULL);
}
#else
void
convene_compat_ask (GtkWindow      *parent,
                    const char     *heading,
                    const char     *body,
                    const char     *action,
                    gboolean        destructive,
                    ConveneDecision callback,
                    gpointer        user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_responses (dialog, CANCEL, _("_Cancel"), CONFIRM, action, NULL);
  adw_message_dialog_set_response_appearance (dialog, CONFIRM, destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? CANCEL : CONFIRM);
  adw_message_dialog_set_close_response (dialog, CANCEL);
  connect_answer (dialog, callback, user_data);
  gtk_window_present (GTK_WINDOW (dialog));
}
#endif

/* A list is called as its group is; where the group has no title, as the application, which is what its rows are about. */
static void
name_lists (GtkWidget *widget)
{
  GtkWidget *group = GTK_IS_LIST_BOX (widget) ? gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) : NULL;

  if (group != NULL && *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) == '\0')
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Convene"), -1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child);
}

static void
describe_application (gpointer    about,
                      const char *application_id,
                      const char *version)
{
  static const char *const developers[] = { "The Convene authors", NULL };

  g_object_set (about, "application-name", _("Convene"), "application-icon", application_id, "version", version, "developer-name", _("The Convene authors"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "copyright", _("© 2026 The Convene authors"), "comments", _("Schedules interviews, makes their Zoom meetings and sends their invitations."),
                                                                                                                                                                                                                                                                                            /* Translators: your names, one a line. */
                                                                                                                                                                                                                                                                                            "translator-credits", _("translator-credits"), NULL);
}

#if HAS_DIALOGS
void
convene_compat_show_about (GtkWindow  *parent,
                           const char *application_id,
                           const char *version)
{
  AdwDialog *about = adw_about_dialog_new ();

  describe_application (about, application_id, version);
  name_lists (adw_dialog_get_child (about));
  adw_dialog_present (about, parent != NULL ? GTK_WIDGET (parent) : NULL);
}
#else
void
convene_compat_show_about (GtkWindow  *parent,
                           const char *application_id,
                           const char *version)
{
  GtkWidget *about = adw_about_window_new ();

  describe_application (about, application_id, version);
  name_lists (about);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), parent != NULL);
  gtk_window_present (GTK_WINDOW (about));
}
#endif

void
convene_compat_get_color (GtkWidget *widget,
                          GdkRGBA   *rgba)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (rgba != NULL);

#if HAS_WIDGET_COLOR
  gtk_widget_get_color (widget, rgba);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), rgba);
#endif
}

#if HAS_FILE_DIALOG
static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
choose (GtkWindow  *parent,
        const char *title,
        const char *name,
        GTask      *task)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, g_task_get_cancellable (task), chosen_cb, task);
}

static void
several_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GListModel *files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
choose_several (GtkWindow     *parent,
                const char    *title,
                GtkFileFilter *filter,
                GTask         *task)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_dialog_set_title (dialog, title);
  if (filter != NULL)
    g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, parent, g_task_get_cancellable (task), several_chosen_cb, task);
}
#else
/* Of the window, until it has another one: what a folder holds may still be read when the chooser is answered, and GTK 4.8 does not bear it that the chooser is gone. */
#define CHOOSER_KEY "convene-chooser"

/* The chooser lives as long as its answer is waited for, and longer. There is one answer: a chooser that is hidden may respond once more. */
static GTask *
end_wait (GtkFileChooserNative *chooser,
          GTask                *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_signal_handlers_disconnect_by_data (chooser, task);
  if (cancellable != NULL)
    g_signal_handlers_disconnect_by_data (cancellable, chooser);
  return task;
}

static void
chosen_cb (GtkFileChooserNative *chooser,
           int                   response,
           GTask                *task)
{
  g_autoptr(GTask) owned = end_wait (chooser, task);

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (owned, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)), g_object_unref);
  else
    g_task_return_new_error (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("No file was chosen"));
}

static void
cancelled_cb (GCancellable         *cancellable,
              GtkFileChooserNative *chooser)
{
  g_autoptr(GtkFileChooserNative) kept = g_object_ref (chooser);

  g_signal_emit_by_name (kept, "response", GTK_RESPONSE_CANCEL);
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (kept));
}

static void
several_chosen_cb (GtkFileChooserNative *chooser,
                   int                   response,
                   GTask                *task)
{
  g_autoptr(GTask) owned = end_wait (chooser, task);

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (owned, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)), g_object_unref);
  else
    g_task_return_new_error (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("No file was chosen"));
}

/* Takes the chooser. */
static void
show_chooser (GtkFileChooserNative *chooser,
              GCallback             callback,
              GTask                *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_task_set_task_data (task, chooser, g_object_unref);
  if (g_task_get_source_object (task) != NULL)
    g_object_set_data_full (g_task_get_source_object (task), CHOOSER_KEY, g_object_ref (chooser), g_object_unref);
  g_signal_connect (chooser, "response", callback, task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), chooser, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
choose (GtkWindow  *parent,
        const char *title,
        const char *name,
        GTask      *task)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (chooser, G_CALLBACK (chosen_cb), task);
}

static void
choose_several (GtkWindow     *parent,
                const char    *title,
                GtkFileFilter *filter,
                GTask         *task)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  show_chooser (chooser, G_CALLBACK (several_chosen_cb), task);
}
#endif

void
convene_compat_save_file_async (GtkWindow          *parent,
                                const char         *title,
                                const char         *name,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_compat_save_file_async);
  choose (parent, title, name, task);
}

GFile *
convene_compat_save_file_finish (GtkWindow    *parent,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_compat_open_files_async (GtkWindow          *parent,
                                 const char         *title,
                                 GtkFileFilter      *filter,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (filter == NULL || GTK_IS_FILE_FILTER (filter));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_compat_open_files_async);
  choose_several (parent, title, filter, task);
}

GListModel *
convene_compat_open_files_finish (GtkWindow    *parent,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
