/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cancel-window.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-details.h"
#include "convene-names.h"
#include "convene-plan-letters.h"
#include "convene-rows.h"

struct _ConveneCancelWindow
{
  AdwWindow parent_instance;

  ConveneEngine *engine;
  char          *uid;
  ConvenePlan   *plan; /* what is shown, NULL before */
  GCancellable  *cancellable;
  gboolean       busy; /* the button was pressed */

  GtkStack           *stack;
  AdwStatusPage      *refusal;
  AdwActionRow       *interview;
  AdwActionRow       *summary;
  ConvenePlanLetters *letters;
  AdwEntryRow        *reason;
  ConveneErrorRow    *trouble;
  GtkWidget          *cancel;
};

G_DEFINE_FINAL_TYPE (ConveneCancelWindow, convene_cancel_window, ADW_TYPE_WINDOW)

static guint saved_signal;

static ConveneScheduler *
get_scheduler (ConveneCancelWindow *self)
{
  return convene_engine_get_scheduler (self->engine);
}

static void
show_plan (ConveneCancelWindow *self,
           ConvenePlan         *plan)
{
  ConveneInterview *interview = convene_plan_get_interview (plan);
  gint64            now = convene_clock_now (convene_engine_get_clock (self->engine));
  const char       *summary = convene_plan_get_summary (plan);
  g_autofree char  *title = NULL;
  g_autofree char  *times = convene_details_format_times (interview, now);

  /* Translators: a candidate and a job */
  title = g_strdup_printf (C_("interview", "%s · %s"), convene_details_get_candidate (interview), convene_interview_get_job (interview));
  g_set_object (&self->plan, plan);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interview), title);
  adw_action_row_set_subtitle (self->interview, times);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary), summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL && *summary != '\0');
  convene_plan_letters_show (self->letters, plan);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  gtk_widget_set_sensitive (self->cancel, TRUE);
}

static void
show_refusal (ConveneCancelWindow *self,
              const GError        *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->refusal, escaped);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
set_busy (ConveneCancelWindow *self,
          gboolean             busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->cancel, !busy && self->plan != NULL);
}

/* Whoever closed the window meanwhile thinks that it is cancelled. */
static void
show_trouble (ConveneCancelWindow *self,
              const char          *words)
{
  set_busy (self, FALSE);
  convene_error_row_set_message (self->trouble, words);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->cancel);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneCancelWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (plan == NULL)
    {
      show_refusal (self, error);
      return;
    }

  show_plan (self, plan);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneCancelWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error))
    {
      self->busy = FALSE;
      g_signal_emit (self, saved_signal, 0, self->plan, _("Interview cancelled"));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* Translators: %s is what went wrong, a sentence without its full stop */
  words = g_strdup_printf (_("%s. The interview was not cancelled: try again."), error->message);
  show_trouble (self, words);
}

/* What was shown is done, or nothing. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneCancelWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);
  gboolean same = plan != NULL && convene_plan_letters_is_same (plan, self->plan);

  if (plan == NULL)
    {
      set_busy (self, FALSE);
      show_refusal (self, error);
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  show_plan (self, plan);
  if (!same)
    {
      show_trouble (self, _("What follows has changed meanwhile: look at it again."));
      return;
    }

  set_busy (self, TRUE);
  convene_scheduler_commit_async (CONVENE_SCHEDULER (source), plan, CONVENE_UNDO_TIME, NULL, committed_cb, g_object_ref (self));
}

/* NULL for nothing but blanks. */
static char *
dup_reason (ConveneCancelWindow *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  g_strstrip (reason);
  return *reason != '\0' ? g_steal_pointer (&reason) : NULL;
}

static void
cancel_cb (ConveneCancelWindow *self)
{
  g_autofree char *reason = dup_reason (self);

  if (self->busy || self->plan == NULL)
    return;

  convene_error_row_set_message (self->trouble, NULL);
  set_busy (self, TRUE);
  convene_scheduler_plan_cancel_async (get_scheduler (self), self->uid, reason, TRUE, NULL, looked_cb, g_object_ref (self));
}

/* Enter in the entry is no decision: it leads to the button. */
static void
reason_given_cb (ConveneCancelWindow *self)
{
  gtk_widget_grab_focus (self->cancel);
}

static gboolean
convene_cancel_window_close_request (GtkWindow *window)
{
  ConveneCancelWindow *self = CONVENE_CANCEL_WINDOW (window);

  /* What was pressed is done: the window goes away once it is known what became of it. */
  if (self->busy)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return TRUE;
    }

  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (convene_cancel_window_parent_class)->close_request (window);
}

static void
convene_cancel_window_dispose (GObject *object)
{
  ConveneCancelWindow *self = CONVENE_CANCEL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (convene_cancel_window_parent_class)->dispose (object);
}

static void
convene_cancel_window_finalize (GObject *object)
{
  ConveneCancelWindow *self = CONVENE_CANCEL_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->uid, g_free);

  G_OBJECT_CLASS (convene_cancel_window_parent_class)->finalize (object);
}

static void
convene_cancel_window_class_init (ConveneCancelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_cancel_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = convene_cancel_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = convene_cancel_window_close_request;

  saved_signal = g_signal_new ("saved", CONVENE_TYPE_CANCEL_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, CONVENE_TYPE_PLAN, G_TYPE_STRING);

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_PLAN_LETTERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/interview/convene-cancel-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, interview);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, letters);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, ConveneCancelWindow, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_given_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
convene_cancel_window_init (ConveneCancelWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  convene_name_parts (GTK_WIDGET (self));
}

ConveneCancelWindow *
convene_cancel_window_new (GtkApplication *application,
                           ConveneEngine  *engine,
                           const char     *uid)
{
  ConveneCancelWindow *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_CANCEL_WINDOW, "application", application, NULL);
  self->engine = g_object_ref (engine);
  self->uid = g_strdup (uid);
  convene_scheduler_plan_cancel_async (get_scheduler (self), uid, NULL, TRUE, self->cancellable, planned_cb, g_object_ref (self));
  return self;
}
