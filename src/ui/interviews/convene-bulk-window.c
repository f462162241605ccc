/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bulk-window.h"

#include <glib/gi18n-lib.h>

#include "convene-bulk-words.h"
#include "convene-names.h"

/* Of people and interviews so many are named; the others are counted. */
#define NAMED 100

struct _ConveneBulkWindow
{
  AdwWindow parent_instance;

  ConveneBulk  *bulk;
  GCancellable *cancellable; /* of looking */
  gboolean      busy;        /* it is being done */

  GtkWidget           *close;
  GtkStack            *stack;
  GtkLabel            *progress_words;
  GtkProgressBar      *progress;
  AdwPreferencesGroup *follows;
  GtkWidget           *reason_group;
  AdwEntryRow         *reason;
  GtkButton           *go;
  AdwPreferencesGroup *results;
};

G_DEFINE_FINAL_TYPE (ConveneBulkWindow, convene_bulk_window, ADW_TYPE_WINDOW)

static guint finished_signal;

static GtkWidget *
make_row (GType       type,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, NULL);

  /* Not markup, as its labels learn only then. */
  if (ADW_IS_ACTION_ROW (row))
    g_object_set (row, "title-lines", 0, "subtitle-lines", 0, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    g_object_set (row, "subtitle", subtitle, NULL);
  return row;
}

/* Takes the words; nothing for NULL. */
static void
add_words (AdwPreferencesGroup *group,
           char                *words)
{
  g_autofree char *text = words;

  if (text != NULL)
    adw_preferences_group_add (group, make_row (ADW_TYPE_ACTION_ROW, text, NULL));
}

static void
add_more (AdwExpanderRow *row,
          guint           count)
{
  g_autofree char *words = NULL;

  if (count <= NAMED)
    return;

  /* Translators: the end of a list of which not all are named. */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %'u more", "And %'u more", count - NAMED), count - NAMED);
  adw_expander_row_add_row (row, make_row (ADW_TYPE_ACTION_ROW, words, NULL));
}

static void
add_letters (ConveneBulkWindow *self)
{
  g_autoptr(GPtrArray) people = convene_bulk_list_people (self->bulk);
  g_autofree char *words = convene_bulk_words_letters (self->bulk, people->len);
  GtkWidget       *row;

  if (words == NULL)
    return;

  row = make_row (ADW_TYPE_EXPANDER_ROW, words, NULL);
  for (guint i = 0; i < MIN (people->len, NAMED); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (ADW_TYPE_ACTION_ROW, g_ptr_array_index (people, i), NULL));
  add_more (ADW_EXPANDER_ROW (row), people->len);
  adw_preferences_group_add (self->follows, row);
}

/* Takes the words; nothing for NULL. */
static void
add_troubles (AdwPreferencesGroup *group,
              char                *words,
              GPtrArray           *troubles,
              gboolean             expanded)
{
  g_autofree char *text = words;
  GtkWidget       *row;

  if (text == NULL || troubles->len == 0)
    return;

  row = make_row (ADW_TYPE_EXPANDER_ROW, text, NULL);
  for (guint i = 0; i < MIN (troubles->len, NAMED); i++)
    {
      const ConveneBulkTrouble *trouble = g_ptr_array_index (troubles, i);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (ADW_TYPE_ACTION_ROW, trouble->who, trouble->why));
    }
  add_more (ADW_EXPANDER_ROW (row), troubles->len);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), expanded);
  adw_preferences_group_add (group, row);
}

static void
set_close (ConveneBulkWindow *self,
           const char        *label)
{
  gtk_button_set_label (GTK_BUTTON (self->close), label);
}

static void
show_plan (ConveneBulkWindow *self)
{
  gboolean         cancels = convene_bulk_get_kind (self->bulk) == CONVENE_BULK_CANCEL;
  guint            ready = convene_bulk_count_ready (self->bulk);
  g_autofree char *go = convene_bulk_words_go (self->bulk);

  if (ready > 0)
    {
      add_words (self->follows, convene_bulk_words_ready (self->bulk));
      add_words (self->follows, convene_bulk_words_deleted (self->bulk));
      add_words (self->follows, convene_bulk_words_left (self->bulk));
      add_letters (self);
    }
  add_troubles (self->follows, convene_bulk_words_refused (self->bulk), convene_bulk_get_refused (self->bulk), ready == 0);
  convene_name_parts (GTK_WIDGET (self));

  gtk_button_set_label (self->go, go);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->go)), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->go), cancels ? "destructive-action" : "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->go), ready > 0);
  gtk_widget_set_visible (self->reason_group, cancels && ready > 0);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  set_close (self, cancels ? _("_Keep") : _("_Close"));
  gtk_widget_grab_focus (ready == 0 ? self->close : cancels ? GTK_WIDGET (self->reason)
                                                            : GTK_WIDGET (self->go));
}

static void
show_progress (ConveneBulkWindow *self)
{
  g_autofree char *words = self->busy ? convene_bulk_words_doing (self->bulk) : convene_bulk_words_looking (self->bulk);
  guint            total = self->busy ? convene_bulk_count_ready (self->bulk) : convene_bulk_get_total (self->bulk);

  gtk_label_set_label (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) convene_bulk_get_position (self->bulk) / total : 0);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneBulkWindow) self = user_data;

  if (convene_bulk_look_finish (CONVENE_BULK (source), result, NULL))
    show_plan (self);
}

/* All that was asked for was done, or it is said what was not. */
static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConveneBulkWindow) self = user_data;
  GPtrArray *failed = convene_bulk_get_failed (self->bulk);

  convene_bulk_do_finish (CONVENE_BULK (source), result);
  self->busy = FALSE;
  if (convene_bulk_count_done (self->bulk) > 0)
    g_signal_emit (self, finished_signal, 0, self->bulk);
  if (failed->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  add_words (self->results, convene_bulk_words_done (self->bulk));
  add_troubles (self->results, convene_bulk_words_failed (self->bulk), failed, TRUE);
  convene_name_parts (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "result");
  set_close (self, _("_Close"));
  gtk_widget_grab_focus (self->close);
}

/* NULL for nothing but blanks. */
static char *
dup_reason (ConveneBulkWindow *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  g_strstrip (reason);
  return *reason != '\0' ? g_steal_pointer (&reason) : NULL;
}

static void
go_cb (ConveneBulkWindow *self)
{
  g_autofree char *reason = dup_reason (self);

  if (self->busy)
    return;

  self->busy = TRUE;
  set_close (self, _("_Stop"));
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_grab_focus (self->close);
  convene_bulk_do_async (self->bulk, reason, done_cb, g_object_ref (self));
}

/* Enter in the entry is no decision: it leads to the button. */
static void
reason_given_cb (ConveneBulkWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->go));
}

/* The button and Escape: while it is being done, the ones that were not begun stay as they are. */
static void
close_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  ConveneBulkWindow *self = CONVENE_BULK_WINDOW (widget);

  if (self->busy)
    convene_bulk_stop (self->bulk);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Whoever quits meanwhile did not say that it is to be stopped: the window stays, and then goes by itself. */
static gboolean
convene_bulk_window_close_request (GtkWindow *window)
{
  ConveneBulkWindow *self = CONVENE_BULK_WINDOW (window);

  if (self->busy)
    return TRUE;

  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (convene_bulk_window_parent_class)->close_request (window);
}

static void
convene_bulk_window_dispose (GObject *object)
{
  ConveneBulkWindow *self = CONVENE_BULK_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->bulk != NULL)
    g_signal_handlers_disconnect_by_data (self->bulk, self);

  G_OBJECT_CLASS (convene_bulk_window_parent_class)->dispose (object);
}

static void
convene_bulk_window_finalize (GObject *object)
{
  ConveneBulkWindow *self = CONVENE_BULK_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->bulk);

  G_OBJECT_CLASS (convene_bulk_window_parent_class)->finalize (object);
}

static void
convene_bulk_window_class_init (ConveneBulkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_bulk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_bulk_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = convene_bulk_window_close_request;
  finished_signal = g_signal_new ("finished", CONVENE_TYPE_BULK_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CONVENE_TYPE_BULK);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interviews/convene-bulk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, close);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, follows);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, reason_group);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, go);
  gtk_widget_class_bind_template_child (widget_class, ConveneBulkWindow, results);
  gtk_widget_class_install_action (widget_class, "bulk.close", NULL, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_given_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "bulk.close", NULL);
}

static void
convene_bulk_window_init (ConveneBulkWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_close (self, _("_Close"));
}

ConveneBulkWindow *
convene_bulk_window_new (GtkWindow         *parent,
                         ConveneEngine     *engine,
                         ConveneBulkKind    kind,
                         const char *const *uids)
{
  GtkApplication    *application = parent != NULL ? gtk_window_get_application (parent) : NULL;
  ConveneBulkWindow *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uids != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_BULK_WINDOW, "application", application, "transient-for", parent, "title", convene_bulk_words_title (kind), NULL);
  self->bulk = convene_bulk_new (engine, kind, uids);
  g_signal_connect_object (self->bulk, "notify::position", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  show_progress (self);
  convene_bulk_look_async (self->bulk, self->cancellable, looked_cb, g_object_ref (self));
  return self;
}
