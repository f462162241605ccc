/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-field-checks.h"
#include "convene-language-row.h"
#include "convene-person-rows.h"
#include "convene-rows.h"
#include "convene-wizard-page.h"
#include "convene-words.h"

#define CONVENE_TYPE_WIZARD_DETAILS (convene_wizard_details_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizardDetails, convene_wizard_details, CONVENE, WIZARD_DETAILS, ConveneWizardPage)

struct _ConveneWizardDetails
{
  ConveneWizardPage parent_instance;

  ConveneTextRow  *details;
  ConveneErrorRow *details_error;
  ConveneTextRow  *notes;
  ConveneErrorRow *notes_error;
  AdwActionRow    *reminders;
  AdwComboRow     *language;

  ConveneFieldChecks *checks;
  GCancellable       *planning;
};

G_DEFINE_FINAL_TYPE (ConveneWizardDetails, convene_wizard_details, CONVENE_TYPE_WIZARD_PAGE)

static char *
dup_reminders (ConvenePlan *plan)
{
  GListModel *operations = convene_plan_get_operations (plan);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) times = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      g_autofree char *time = NULL;

      if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER)
        continue;

      time = convene_words_short (convene_operation_get_due (operation), NULL);
      g_strv_builder_add (builder, time);
    }

  times = g_strv_builder_end (builder);
  return times[0] != NULL ? g_strjoinv ("\n", times) : g_strdup (_("None: the interview begins too soon after the invitation"));
}

/* While something is missing, the rule stands for the times. */
static void
show_reminders (ConveneWizardDetails *self,
                ConvenePlan          *plan)
{
  g_autofree char *words = plan != NULL ? dup_reminders (plan) : g_strdup (_("A day and an hour before the interview"));

  adw_action_row_set_subtitle (self->reminders, words);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneWizardDetails) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->checks != NULL)
    show_reminders (self, plan);
}

static void
forget_question (ConveneWizardDetails *self)
{
  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
}

static void
convene_wizard_details_enter (ConveneWizardPage *page)
{
  ConveneWizardDetails *self = CONVENE_WIZARD_DETAILS (page);
  ConveneScheduler     *scheduler = convene_engine_get_scheduler (convene_wizard_page_get_engine (page));
  g_autoptr(ConveneInterview) interview = convene_draft_to_interview (convene_wizard_page_get_draft (page), NULL);

  forget_question (self);
  convene_field_checks_update (self->checks);
  show_reminders (self, NULL);
  if (interview == NULL)
    return;

  self->planning = g_cancellable_new ();
  convene_scheduler_plan_async (scheduler, interview, TRUE, self->planning, planned_cb, g_object_ref (self));
}

static void
convene_wizard_details_show_errors (ConveneWizardPage *page)
{
  convene_field_checks_show_all (CONVENE_WIZARD_DETAILS (page)->checks);
}

static void
convene_wizard_details_focus_first (ConveneWizardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CONVENE_WIZARD_DETAILS (page)->details));
}

static void
convene_wizard_details_constructed (GObject *object)
{
  ConveneWizardDetails *self = CONVENE_WIZARD_DETAILS (object);
  ConveneWizardPage    *page = CONVENE_WIZARD_PAGE (self);

  G_OBJECT_CLASS (convene_wizard_details_parent_class)->constructed (object);

  self->checks = convene_field_checks_new (page, 3);
  convene_field_checks_add (self->checks, "details", GTK_WIDGET (self->details), self->details_error);
  convene_field_checks_add (self->checks, "notes", GTK_WIDGET (self->notes), self->notes_error);
  convene_draft_bind_row (page, GTK_WIDGET (self->details), "details");
  convene_draft_bind_row (page, GTK_WIDGET (self->notes), "notes");
  convene_language_row_bind (self->language, convene_wizard_page_get_draft (page));
  convene_field_checks_update (self->checks);
  show_reminders (self, NULL);
}

static void
convene_wizard_details_dispose (GObject *object)
{
  ConveneWizardDetails *self = CONVENE_WIZARD_DETAILS (object);

  forget_question (self);
  g_clear_object (&self->checks);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WIZARD_DETAILS);

  G_OBJECT_CLASS (convene_wizard_details_parent_class)->dispose (object);
}

static void
convene_wizard_details_class_init (ConveneWizardDetailsClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  ConveneWizardPageClass *page_class = CONVENE_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = convene_wizard_details_constructed;
  object_class->dispose = convene_wizard_details_dispose;
  page_class->enter = convene_wizard_details_enter;
  page_class->show_errors = convene_wizard_details_show_errors;
  page_class->focus_first = convene_wizard_details_focus_first;

  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardDetails, details);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardDetails, details_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardDetails, notes_error);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardDetails, reminders);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardDetails, language);
}

static void
convene_wizard_details_init (ConveneWizardDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_wizard_details_new (ConveneEngine *engine,
                            ConveneDraft  *draft)
{
  return g_object_new (CONVENE_TYPE_WIZARD_DETAILS, "engine", engine, "draft", draft, NULL);
}
