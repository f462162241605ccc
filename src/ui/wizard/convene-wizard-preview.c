/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-editing.h"
#include "convene-error.h"
#include "convene-letter-card.h"
#include "convene-letter-preview.h"
#include "convene-plan-words.h"
#include "convene-time-words.h"
#include "convene-wizard-page.h"
#include "convene-words.h"
#include "convene-zone.h"

#define CONVENE_TYPE_WIZARD_PREVIEW (convene_wizard_preview_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWizardPreview, convene_wizard_preview, CONVENE, WIZARD_PREVIEW, ConveneWizardPage)

#define CALM 150 /* milliseconds that changes of the database are gathered for */

struct _ConveneWizardPreview
{
  ConveneWizardPage parent_instance;

  ConveneEditing *editing;     /* NULL for a new interview */
  GCancellable   *cancellable; /* of the plan that is being made */
  ConvenePlan    *plan;        /* the one that is shown, NULL before */
  ConvenePlan    *coming;      /* the one whose letters are being written */
  gboolean        planning;
  guint           timeout;
  int             step; /* where what was refused can be mended */

  GtkStack            *stack;
  GtkSpinner          *spinner;
  AdwStatusPage       *refusal;
  GtkButton           *go_to;
  AdwActionRow        *summary;
  AdwActionRow        *host;
  GtkWidget           *host_warning;
  GtkWidget           *connect_zoom;
  AdwActionRow        *link;
  AdwActionRow        *entry;
  AdwActionRow        *mail_warning;
  AdwPreferencesGroup *operations_group;
  GtkListBox          *operations;
  GtkSwitch           *copy;
  AdwPreferencesGroup *letters_group;
  GtkListBox          *letters;
};

G_DEFINE_FINAL_TYPE (ConveneWizardPreview, convene_wizard_preview, CONVENE_TYPE_WIZARD_PAGE)

static guint refused_signal;

static gint64
now_of (ConveneWizardPreview *self)
{
  return convene_clock_now (convene_engine_get_clock (convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self))));
}

static const char *
name_of_step (int step)
{
  switch (step)
    {
    case 1:
      return _ ("_Go to Date & Time");
    case 2:
      return _ ("_Go to Attendees");
    case 3:
      return _ ("_Go to Details");
    case 0:
    default:
      return _ ("_Go to Setup");
    }
}

static void
show_page (ConveneWizardPreview *self,
           const char           *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "loading"));
}

static void
show_refusal (ConveneWizardPreview *self,
              const GError         *error)
{
  const char      *field = convene_error_get_field (error);
  const char      *label;
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  self->step = convene_draft_find_step (field);
  label = field != NULL ? name_of_step (self->step) : _ ("_Try Again");
  g_clear_object (&self->plan);
  adw_status_page_set_description (self->refusal, escaped);
  gtk_button_set_use_underline (self->go_to, TRUE);
  gtk_button_set_label (self->go_to, label);
  g_object_set_data (G_OBJECT (self->go_to), "again", GINT_TO_POINTER (field == NULL));
  convene_wizard_page_set_can_go_on (CONVENE_WIZARD_PAGE (self), FALSE, error->message);
  show_page (self, "refused");
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_summary (ConveneWizardPreview *self)
{
  ConveneInterview    *interview = convene_plan_get_interview (self->plan);
  const ConveneMoment *start = convene_interview_get_start (interview);
  ConveneParticipant  *candidate = convene_interview_get_candidate (interview);
  gint64               instant = convene_moment_get_instant (start);
  const char          *held = convene_moment_get_zone (start);
  const char          *theirs = convene_participant_get_timezone (candidate) != NULL ? convene_participant_get_timezone (candidate) : held;
  g_autofree char     *own = convene_zone_dup_system ();
  g_autofree char     *summary = convene_plan_words_summary (interview, now_of (self));
  g_autofree char     *both = convene_time_words_both (instant, own, held, theirs, convene_participant_get_name (candidate), now_of (self));
  gboolean             is_same = convene_time_words_same_clock (instant, held, own) && convene_time_words_same_clock (instant, held, theirs);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary), summary);
  adw_action_row_set_subtitle (self->summary, is_same ? "" : both);
}

/* Whether a meeting is wanted that nobody can make: one that stays as it is needs nobody. */
static gboolean
lacks_host (ConvenePlan *plan)
{
  ConveneLinkEffect effect = convene_plan_get_link_effect (plan);

  return convene_interview_get_platform (convene_plan_get_interview (plan)) == CONVENE_PLATFORM_ZOOM && convene_plan_get_host (plan) == NULL &&
         (convene_plan_get_kind (plan) == CONVENE_PLAN_SCHEDULE || effect == CONVENE_LINK_EFFECT_NEW || effect == CONVENE_LINK_EFFECT_NONE);
}

/* What a change does is said in one sentence, with the link, the cost and who gets mail (O-9). */
static void
show_link (ConveneWizardPreview *self)
{
  gboolean         is_edit = convene_plan_get_kind (self->plan) == CONVENE_PLAN_EDIT;
  const char      *summary = is_edit ? convene_plan_get_summary (self->plan) : NULL;
  g_autofree char *quota = summary == NULL ? convene_plan_words_quota (self->plan) : g_strdup ("");
  const char      *link = summary != NULL ? summary : convene_plan_get_link (self->plan);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->link), link != NULL ? link : "");
  adw_action_row_set_subtitle (self->link, quota);
  gtk_widget_set_visible (GTK_WIDGET (self->link), link != NULL && *link != '\0');
}

/* What of it Zoom will do with people who come early. */
static void
show_entry (ConveneWizardPreview *self)
{
  const char *entry = convene_plan_get_entry (self->plan);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), entry != NULL ? entry : "");
  gtk_widget_set_visible (GTK_WIDGET (self->entry), entry != NULL);
}

static void
show_meeting (ConveneWizardPreview *self)
{
  gboolean         has_host = convene_plan_get_host (self->plan) != NULL;
  gboolean         is_alone = lacks_host (self->plan);
  const char      *reason = convene_plan_get_host_reason (self->plan);
  g_autofree char *host = convene_plan_words_host (self->plan);

  gtk_widget_set_visible (GTK_WIDGET (self->host), *host != '\0');
  gtk_widget_set_visible (self->connect_zoom, is_alone);
  gtk_widget_set_visible (self->host_warning, is_alone);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->host), host);
  adw_action_row_set_subtitle (self->host, has_host && reason != NULL ? reason : "");
  show_link (self);
  show_entry (self);
}

static void
show_operations (ConveneWizardPreview *self)
{
  GListModel *operations = convene_plan_get_operations (self->plan);

  clear (self->operations);
  gtk_widget_set_visible (GTK_WIDGET (self->operations_group), g_list_model_get_n_items (operations) > 0);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      g_autofree char *when = convene_plan_words_when (self->plan, operation, now_of (self));

      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", convene_words_operation (convene_operation_get_kind (operation)), "subtitle", when, "title-lines", 0,
                                     "subtitle-lines", 0, NULL);

      gtk_list_box_append (self->operations, row);
    }
}

static void
show_letters (ConveneWizardPreview *self,
              GListModel           *letters)
{
  clear (self->letters);
  gtk_widget_set_visible (GTK_WIDGET (self->letters_group), g_list_model_get_n_items (letters) > 0);
  adw_preferences_group_set_description (self->letters_group,
                                         convene_plan_get_expects_link (self->plan) ? _ ("As they will arrive. The link stands in them once the meeting is made.") : _ ("As they will arrive."));
  for (guint i = 0; i < g_list_model_get_n_items (letters); i++)
    {
      g_autoptr(ConveneLetterPreview) letter = g_list_model_get_item (letters, i);
      GtkWidget *card = convene_letter_card_new (letter, convene_plan_get_interview (self->plan), now_of (self));

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card), i == 0);
      gtk_list_box_append (self->letters, card);
    }
}

static void
show_mail (ConveneWizardPreview *self)
{
  const char *words = convene_plan_words_mail (self->plan);

  gtk_widget_set_visible (GTK_WIDGET (self->mail_warning), words != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mail_warning), words != NULL ? words : "");
}

static void
show_plan (ConveneWizardPreview *self,
           GListModel           *letters)
{
  gboolean does_something = !convene_plan_is_empty (self->plan);

  show_summary (self);
  show_meeting (self);
  show_mail (self);
  show_operations (self);
  show_letters (self, letters);
  show_page (self, "plan");
  convene_wizard_page_set_can_go_on (CONVENE_WIZARD_PAGE (self), does_something, does_something ? NULL : _ ("Nothing was changed"));
}

static void
letters_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneWizardPreview) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) letters = convene_scheduler_preview_letters_finish (CONVENE_SCHEDULER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->coming == NULL)
    return;

  self->planning = FALSE;
  if (letters == NULL)
    {
      g_clear_object (&self->coming);
      show_refusal (self, error);
      return;
    }

  g_set_object (&self->plan, self->coming);
  g_clear_object (&self->coming);
  show_plan (self, letters);
}

/* What is read again while somebody looks at it, and says the same, is left standing: only the plan itself is the newer one's. */
static void
take_plan (ConveneWizardPreview *self,
           ConvenePlan          *plan,
           const GError         *error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self)));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL)
    return;
  if (plan == NULL)
    {
      self->planning = FALSE;
      show_refusal (self, error);
      return;
    }
  if (self->plan != NULL && convene_plan_words_equal (self->plan, plan))
    {
      self->planning = FALSE;
      g_set_object (&self->plan, plan);
      show_meeting (self);
      return;
    }

  g_set_object (&self->coming, plan);
  convene_scheduler_preview_letters_async (scheduler, plan, self->cancellable, letters_cb, g_object_ref (self));
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneWizardPreview) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  take_plan (self, plan, error);
}

static void
edit_planned_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ConveneWizardPreview) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_editing_plan_finish (CONVENE_EDITING (source), result, &error);

  take_plan (self, plan, error);
}

static void
forget_planning (ConveneWizardPreview *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->coming);
  self->planning = FALSE;
}

static void
begin_planning (ConveneWizardPreview *self)
{
  self->planning = TRUE;
  self->cancellable = g_cancellable_new ();
}

static void
make_plan (ConveneWizardPreview *self)
{
  ConveneEngine *engine = convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_draft_to_interview (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self)), &error);

  forget_planning (self);
  if (interview == NULL)
    {
      show_refusal (self, error);
      return;
    }

  begin_planning (self);
  if (self->editing != NULL)
    convene_editing_plan_async (self->editing, self->cancellable, edit_planned_cb, g_object_ref (self));
  else
    convene_scheduler_plan_async (convene_engine_get_scheduler (engine), interview, TRUE, self->cancellable, planned_cb, g_object_ref (self));
}

static gboolean
calm_cb (gpointer user_data)
{
  ConveneWizardPreview *self = user_data;

  self->timeout = 0;
  make_plan (self);
  return G_SOURCE_REMOVE;
}

/* An account may have come or gone, a request of the day may be used: a plan that is being made now may know nothing of it. */
static void
engine_changed_cb (ConveneWizardPreview *self)
{
  if (self->timeout == 0 && (self->plan != NULL || self->planning) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timeout = g_timeout_add (CALM, calm_cb, self);
}

/* What is shown stays until the letters are written anew. */
static void
copy_cb (ConveneWizardPreview *self)
{
  if (self->plan == NULL && !self->planning)
    return;

  g_clear_object (&self->plan);
  convene_wizard_page_set_can_go_on (CONVENE_WIZARD_PAGE (self), FALSE, _ ("The preview is being prepared"));
  make_plan (self);
}

static void
go_to_cb (ConveneWizardPreview *self)
{
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->go_to), "again")))
    convene_wizard_page_enter (CONVENE_WIZARD_PAGE (self));
  else
    g_signal_emit (self, refused_signal, 0, self->step);
}

static void
convene_wizard_preview_enter (ConveneWizardPage *page)
{
  ConveneWizardPreview *self = CONVENE_WIZARD_PREVIEW (page);

  g_clear_object (&self->plan);
  convene_wizard_page_set_can_go_on (page, FALSE, _ ("The preview is being prepared"));
  show_page (self, "loading");
  make_plan (self);
}

static void
convene_wizard_preview_constructed (GObject *object)
{
  ConveneWizardPreview *self = CONVENE_WIZARD_PREVIEW (object);
  ConveneEngine        *engine = convene_wizard_page_get_engine (CONVENE_WIZARD_PAGE (self));
  ConveneDraft         *draft = convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (self));

  G_OBJECT_CLASS (convene_wizard_preview_parent_class)->constructed (object);

  g_object_bind_property (draft, "copy-to-sender", self->copy, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (draft, "notify::copy-to-sender", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
convene_wizard_preview_dispose (GObject *object)
{
  ConveneWizardPreview *self = CONVENE_WIZARD_PREVIEW (object);

  forget_planning (self);
  g_clear_object (&self->plan);
  g_clear_object (&self->editing);
  /* The bin would let go of it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CONVENE_TYPE_WIZARD_PREVIEW);

  G_OBJECT_CLASS (convene_wizard_preview_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, refusal);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, go_to);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, host);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, host_warning);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, connect_zoom);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, link);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, entry);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, mail_warning);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, operations_group);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, operations);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, copy);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, letters_group);
  gtk_widget_class_bind_template_child (widget_class, ConveneWizardPreview, letters);
}

static void
convene_wizard_preview_class_init (ConveneWizardPreviewClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  ConveneWizardPageClass *page_class = CONVENE_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = convene_wizard_preview_constructed;
  object_class->dispose = convene_wizard_preview_dispose;
  page_class->enter = convene_wizard_preview_enter;

  refused_signal = g_signal_new ("refused", CONVENE_TYPE_WIZARD_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/wizard/convene-wizard-preview.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
}

static void
convene_wizard_preview_init (ConveneWizardPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_wizard_preview_new (ConveneEngine *engine,
                            ConveneDraft  *draft)
{
  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);

  return g_object_new (CONVENE_TYPE_WIZARD_PREVIEW, "engine", engine, "draft", draft, NULL);
}

ConvenePlan *
convene_wizard_preview_get_plan (GtkWidget *self)
{
  g_return_val_if_fail (CONVENE_IS_WIZARD_PREVIEW (self), NULL);

  return CONVENE_WIZARD_PREVIEW (self)->plan;
}

void
convene_wizard_preview_set_editing (GtkWidget      *self,
                                    ConveneEditing *editing)
{
  g_return_if_fail (CONVENE_IS_WIZARD_PREVIEW (self));
  g_return_if_fail (CONVENE_IS_EDITING (editing));

  g_set_object (&CONVENE_WIZARD_PREVIEW (self)->editing, editing);
}
