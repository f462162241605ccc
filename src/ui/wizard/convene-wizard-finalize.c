/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-editing.h"
#include "convene-error.h"
#include "convene-plan-words.h"
#include "convene-progress.h"
#include "convene-wizard-page.h"
#include "convene-wrap-box.h"

#define CONVENE_TYPE_WIZARD_FINALIZE (convene_wizard_finalize_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizardFinalize, convene_wizard_finalize, CONVENE, WIZARD_FINALIZE, ConveneWizardPage)

/* The step before this one. */
#define PREVIEW_STEP 4

typedef enum
{
  STATE_READY,
  STATE_BUSY, /* the button was pressed: it does nothing more */
  STATE_SCHEDULED,
} State;

struct _ConveneWizardFinalize
{
  ConveneWizardPage parent_instance;

  ConveneEditing *editing; /* NULL for a new interview */
  ConvenePlan    *plan;
  GCancellable   *cancellable; /* of looking whether the plan still holds; what is committed is never cancelled */
  State           state;
  int             step; /* where to look again */

  GtkStack        *stack;
  AdwStatusPage   *ready;
  GtkLabel        *summary;
  GtkLabel        *trouble;
  GtkWidget       *schedule;
  GtkWidget       *look_again;
  ConveneProgress *progress;
  GtkWidget       *done;
  GtkWidget       *show;
  GtkWidget       *another;
};

G_DEFINE_FINAL_TYPE (ConveneWizardFinalize, convene_wizard_finalize, CONVENE_TYPE_WIZARD_PAGE)

enum
{
  SCHEDULED,
  SAVED,
  FAILED,
  FINISHED,
  AGAIN,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ConveneEngine *
engine_of (ConveneWizardFinalize *self)
{
  return convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self));
}

static gint64
now_of (ConveneWizardFinalize *self)
{
  return convene_clock_now (convene_engine_get_clock (engine_of (self)));
}

static void
set_state (ConveneWizardFinalize *self,
           State                  state)
{
  self->state = state;
  gtk_widget_set_sensitive (self->schedule, state == STATE_READY && self->plan != NULL);
  gtk_stack_set_visible_child_name (self->stack, state == STATE_SCHEDULED ? "after" : "before");
}

static void
show_trouble (ConveneWizardFinalize *self,
              const char            *words)
{
  gtk_label_set_label (self->trouble, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

/* The plan that was seen no longer holds: nothing was written. */
static void
refuse (ConveneWizardFinalize *self,
        int                    step,
        const char            *words)
{
  self->step = step;
  set_state (self, STATE_READY);
  show_trouble (self, words);
  gtk_widget_set_visible (self->schedule, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->look_again), step == PREVIEW_STEP ? _ ("_Back to the Preview") : _ ("_Go Back and Change It"));
  gtk_widget_set_visible (self->look_again, TRUE);
  gtk_widget_grab_focus (self->look_again);
  g_signal_emit (self, signals[FAILED], 0);
}

static void
show_scheduled (ConveneWizardFinalize *self)
{
  const char *uid = convene_interview_get_uid (convene_plan_get_interview (self->plan));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "s", uid);
  convene_progress_follow (self->progress, engine_of (self), uid);
  set_state (self, STATE_SCHEDULED);
  gtk_widget_grab_focus (self->done);
  g_signal_emit (self, signals[SCHEDULED], 0, uid);
}

/* Whoever sees "saved" says what was done, and how to take it back. */
static void
show_saved (ConveneWizardFinalize *self)
{
  set_state (self, STATE_SCHEDULED);
  g_signal_emit (self, signals[SAVED], 0, self->plan);
}

static void
show_failure (ConveneWizardFinalize *self,
              const GError          *error)
{
  g_autofree char *words = NULL;

  set_state (self, STATE_READY);
  /* Translators: %s is what went wrong, a sentence without its full stop */
  words = g_strdup_printf (self->editing != NULL ? _ ("%s. Nothing was changed, and nothing that you typed is lost: try again.") : _ ("%s. Nothing was scheduled, and nothing that you typed is lost: try again."), error->message);
  show_trouble (self, words);
  gtk_widget_grab_focus (self->schedule);
  g_signal_emit (self, signals[FAILED], 0);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneWizardFinalize) self = user_data;
  g_autoptr(GError) error = NULL;

  convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error);
  if (self->plan == NULL)
    return;

  if (error == NULL && self->editing != NULL)
    show_saved (self);
  else if (error == NULL)
    show_scheduled (self);
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    refuse (self, PREVIEW_STEP, _ ("What would be done has changed since the preview: look at it again."));
  else
    show_failure (self, error);
}

static void
commit (ConveneWizardFinalize *self)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (engine_of (self));

  /* Whatever happens to this process then: a draft that became an interview is not offered again, to be scheduled twice. */
  if (self->editing == NULL)
    convene_plan_set_draft_key (self->plan, CONVENE_DRAFT_KEY);
  convene_scheduler_commit_async (scheduler, self->plan, self->editing != NULL ? CONVENE_UNDO_TIME : 0, NULL, committed_cb, g_object_ref (self));
}

/* Exactly the plan that was seen is committed, if one made now would do the same. */
static void
take_look (ConveneWizardFinalize *self,
           ConvenePlan           *plan,
           const GError          *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->plan == NULL)
    return;

  if (plan == NULL && convene_error_get_field (error) != NULL)
    refuse (self, convene_draft_find_step (convene_error_get_field (error)), error->message);
  else if (plan == NULL && self->editing != NULL)
    refuse (self, PREVIEW_STEP, error->message);
  else if (plan != NULL && !convene_plan_words_equal (plan, self->plan))
    refuse (self, PREVIEW_STEP, _ ("What would be done has changed since the preview, because an account or its day’s requests did: look at it again."));
  else
    {
      /* The newer one knows the interview as it is now. */
      if (self->editing != NULL)
        g_set_object (&self->plan, plan);
      commit (self);
    }
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneWizardFinalize) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  take_look (self, plan, error);
}

static void
looked_at_edit_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ConveneWizardFinalize) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_editing_plan_finish (CONVENE_EDITING (source), result, &error);

  take_look (self, plan, error);
}

static void
schedule_cb (ConveneWizardFinalize *self)
{
  if (self->state != STATE_READY || self->plan == NULL)
    return;

  show_trouble (self, NULL);
  set_state (self, STATE_BUSY);
  if (self->editing != NULL)
    {
      convene_editing_plan_async (self->editing, self->cancellable, looked_at_edit_cb, g_object_ref (self));
      return;
    }

  convene_scheduler_plan_async (convene_engine_get_scheduler (engine_of (self)), convene_plan_get_interview (self->plan),
                                g_list_model_get_n_items (convene_plan_get_operations (self->plan)) > 0, self->cancellable, looked_cb, g_object_ref (self));
}

static void
look_again_cb (ConveneWizardFinalize *self)
{
  g_signal_emit (self, signals[REFUSED], 0, self->step);
}

static void
done_cb (ConveneWizardFinalize *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
another_cb (ConveneWizardFinalize *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
convene_wizard_finalize_focus_first (ConveneWizardPage *page)
{
  ConveneWizardFinalize *self = CONVENE_WIZARD_FINALIZE (page);

  gtk_widget_grab_focus (self->state == STATE_SCHEDULED ? self->done : self->schedule);
}

static void
convene_wizard_finalize_dispose (GObject *object)
{
  ConveneWizardFinalize *self = CONVENE_WIZARD_FINALIZE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->plan);
  g_clear_object (&self->editing);
  /* The bin would let go of it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WIZARD_FINALIZE);

  G_OBJECT_CLASS (convene_wizard_finalize_parent_class)->dispose (object);
}

static void
convene_wizard_finalize_class_init (ConveneWizardFinalizeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = CONVENE_TYPE_WIZARD_FINALIZE;

  G_OBJECT_CLASS (klass)->dispose = convene_wizard_finalize_dispose;
  CONVENE_WIZARD_PAGE_CLASS (klass)->focus_first = convene_wizard_finalize_focus_first;

  signals[SCHEDULED] = g_signal_new ("scheduled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CONVENE_TYPE_PLAN);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AGAIN] = g_signal_new ("again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (CONVENE_TYPE_PROGRESS);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard-finalize.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, ready);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, summary);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, trouble);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, schedule);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, look_again);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, progress);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, done);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, show);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardFinalize, another);
  gtk_widget_class_bind_template_callback (widget_class, schedule_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
}

static void
convene_wizard_finalize_init (ConveneWizardFinalize *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  set_state (self, STATE_READY);
}

GtkWidget *
convene_wizard_finalize_new (ConveneEngine *engine,
                             ConveneDraft  *draft)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);

  return g_object_new (CONVENE_TYPE_WIZARD_FINALIZE, "engine", engine, "draft", draft, NULL);
}

/* What changes is said once more, where it is decided. */
static char *
dup_summary (ConveneWizardFinalize *self)
{
  const char      *effect = self->editing != NULL ? convene_plan_get_summary (self->plan) : NULL;
  g_autofree char *summary = convene_plan_words_summary (convene_plan_get_interview (self->plan), now_of (self));

  return effect != NULL && *effect != '\0' ? g_strconcat (summary, "\n\n", effect, NULL) : g_steal_pointer (&summary);
}

void
convene_wizard_finalize_set_plan (GtkWidget   *widget,
                                  ConvenePlan *plan)
{
  ConveneWizardFinalize *self = CONVENE_WIZARD_FINALIZE (widget);
  g_autofree char       *summary = NULL;

  g_return_if_fail (CONVENE_IS_WIZARD_FINALIZE (self));
  g_return_if_fail (CONVENE_IS_PLAN (plan));

  /* Who goes back and forth while a plan is being written down comes to see that one. */
  if (self->state == STATE_BUSY)
    return;

  g_set_object (&self->plan, plan);
  summary = dup_summary (self);
  gtk_label_set_label (self->summary, summary);
  show_trouble (self, NULL);
  gtk_widget_set_visible (self->schedule, TRUE);
  gtk_widget_set_visible (self->look_again, FALSE);
  convene_progress_follow (self->progress, engine_of (self), NULL);
  set_state (self, STATE_READY);
}

void
convene_wizard_finalize_set_editing (GtkWidget      *widget,
                                     ConveneEditing *editing)
{
  ConveneWizardFinalize *self = CONVENE_WIZARD_FINALIZE (widget);

  g_return_if_fail (CONVENE_IS_WIZARD_FINALIZE (self));
  g_return_if_fail (CONVENE_IS_EDITING (editing));

  g_set_object (&self->editing, editing);
  adw_status_page_set_title (self->ready, _ ("Ready to Save"));
  gtk_button_set_label (GTK_BUTTON (self->schedule), _ ("_Save Changes"));
}

gboolean
convene_wizard_finalize_get_busy (GtkWidget *widget)
{
  g_return_val_if_fail (CONVENE_IS_WIZARD_FINALIZE (widget), FALSE);

  return CONVENE_WIZARD_FINALIZE (widget)->state == STATE_BUSY;
}
