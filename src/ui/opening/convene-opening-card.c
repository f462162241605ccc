/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-card.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-names.h"
#include "convene-opening-facts.h"
#include "convene-rows.h"
#include "convene-text.h"
#include "convene-wrap-box.h"

struct _ConveneOpeningCard
{
  GtkBox parent_instance;

  ConveneEngine    *engine;
  ConveneOpening   *opening;
  ConveneInterview *interview; /* the one it is about, NULL for none */
  GCancellable     *cancellable;
  gboolean          applied;

  GtkLabel        *claims;
  GtkListBox      *facts;
  ConveneErrorRow *warning;
  GtkLabel        *effect;
  GtkWidget       *choice_list;
  AdwComboRow     *choice;
  GtkWidget       *done_box;
  GtkLabel        *done;
  GtkWidget       *trouble_list;
  ConveneErrorRow *trouble;
  GtkButton       *apply;
  GtkWidget       *show;
};

G_DEFINE_FINAL_TYPE (ConveneOpeningCard, convene_opening_card, GTK_TYPE_BOX)

enum
{
  APPLIED,
  STALE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
get_now (ConveneOpeningCard *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

/* The address that was chosen; NULL where none was or there is no choice. The first line asks. */
static char *
dup_chosen (ConveneOpeningCard *self)
{
  guint selected = adw_combo_row_get_selected (self->choice);
  g_autoptr(ConveneParticipant) person = NULL;

  if (!gtk_widget_get_visible (self->choice_list) || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  person = g_list_model_get_item (convene_opening_get_candidates (self->opening), selected - 1);
  return person != NULL ? g_strdup (convene_participant_get_address (person)) : NULL;
}

/* Whether all is there that applying needs. */
static gboolean
is_ready (ConveneOpeningCard *self)
{
  g_autofree char *chosen = dup_chosen (self);

  return self->cancellable == NULL && (chosen != NULL || !convene_opening_needs_choice (self->opening));
}

static void
update_button (ConveneOpeningCard *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), is_ready (self));
}

/* Plain words of a stranger. */
static void
add_fact (ConveneOpeningCard       *self,
          const ConveneOpeningFact *fact)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fact->text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "fact-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fact->text, -1);
  gtk_list_box_append (self->facts, row);
}

static void
show_facts (ConveneOpeningCard *self)
{
  g_autoptr(GPtrArray) facts = convene_opening_list_facts (self->opening, get_now (self));
  const char *const *doubts = convene_claim_get_doubts (convene_opening_get_claim (self->opening));

  for (guint i = 0; i < facts->len; i++)
    add_fact (self, g_ptr_array_index (facts, i));

  for (guint i = 0; doubts != NULL && doubts[i] != NULL; i++)
    {
      GtkWidget *row = convene_error_row_new ();

      g_object_set (row, "tone", "warning", "message", doubts[i], NULL);
      gtk_list_box_append (self->facts, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facts), gtk_list_box_get_row_at_index (self->facts, 0) != NULL);
}

/* Whoever the file makes it look like is chosen already. */
static gboolean
is_likely (ConveneOpeningCard *self,
           ConveneParticipant *person)
{
  ConveneParticipant *likely = convene_opening_get_person (self->opening);

  return likely != NULL && convene_address_equal (convene_participant_get_address (likely), convene_participant_get_address (person));
}

static void
show_choice (ConveneOpeningCard *self)
{
  GListModel *candidates = convene_opening_get_candidates (self->opening);
  g_autoptr(GtkStringList) lines = gtk_string_list_new (NULL);
  guint likely = 0;

  /* Translators: in a list of people, above them: nobody is chosen yet. */
  gtk_string_list_append (lines, _("Choose a person"));
  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (candidates, i);
      g_autofree char *line = convene_opening_format_person (convene_participant_get_name (person), convene_participant_get_address (person));

      gtk_string_list_append (lines, line);
      if (is_likely (self, person))
        likely = i + 1;
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), convene_opening_get_question (self->opening));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (lines));
  adw_combo_row_set_selected (self->choice, likely);
}

/* Where the choice is free, it is not asked for. */
static void
show_effect (ConveneOpeningCard *self)
{
  const char *button = convene_opening_get_button (self->opening);
  const char *effect = convene_opening_get_effect (self->opening);
  guint       n = g_list_model_get_n_items (convene_opening_get_candidates (self->opening));

  gtk_label_set_label (self->effect, effect != NULL ? effect : "");
  gtk_widget_set_visible (GTK_WIDGET (self->effect), effect != NULL && !self->applied);
  gtk_widget_set_visible (self->choice_list, button != NULL && n > 0 && !self->applied);
  gtk_widget_set_visible (GTK_WIDGET (self->apply), button != NULL && !self->applied);
  if (button != NULL)
    gtk_button_set_label (self->apply, button);
}

static void
set_interview (ConveneOpeningCard *self,
               ConveneInterview   *interview)
{
  g_set_object (&self->interview, interview);
  gtk_widget_set_visible (self->show, interview != NULL);
  if (interview != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "s", convene_interview_get_uid (interview));
}

/* What is known already is nothing to look out for. */
static void
show_warning (ConveneOpeningCard *self)
{
  ConveneVerdict verdict = convene_opening_get_verdict (self->opening);
  const char    *warning = convene_opening_get_warning (self->opening);
  gboolean       known = verdict == CONVENE_VERDICT_ANSWER_SAME || verdict == CONVENE_VERDICT_ANSWER_OLD || verdict == CONVENE_VERDICT_OWN;

  g_object_set (self->warning, "tone", known ? "plain" : "warning", "message", warning, NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->warning)), warning != NULL);
}

static void
show (ConveneOpeningCard *self)
{
  gtk_label_set_label (self->claims, convene_opening_get_claims (self->opening));
  show_warning (self);
  show_facts (self);
  show_choice (self);
  show_effect (self);
  set_interview (self, convene_opening_get_interview (self->opening));
  update_button (self);
}

static void
say_trouble (ConveneOpeningCard *self,
             const char         *message)
{
  convene_error_row_set_message (self->trouble, message);
  gtk_widget_set_visible (self->trouble_list, message != NULL);
}

static void
show_done (ConveneOpeningCard *self,
           ConveneInterview   *interview)
{
  self->applied = TRUE;
  set_interview (self, interview);
  gtk_label_set_label (self->done, convene_opening_get_done (self->opening));
  gtk_widget_set_visible (self->done_box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, convene_opening_get_done (self->opening), -1);
  gtk_widget_grab_focus (self->show);
  show_effect (self);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneOpeningCard) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_apply_opening_finish (CONVENE_ENGINE (source), result, &error);

  /* Written or not, nobody looks any more. */
  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  g_clear_object (&self->cancellable);
  update_button (self);
  if (interview != NULL)
    {
      show_done (self, interview);
      g_signal_emit (self, signals[APPLIED], 0, interview);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    g_signal_emit (self, signals[STALE], 0);
  else
    say_trouble (self, error->message);
}

/* Letters go with it: the wizard shows them first. */
static void
reschedule (ConveneOpeningCard *self)
{
  ConveneClaim *claim = convene_opening_get_claim (self->opening);

  gtk_widget_activate_action (GTK_WIDGET (self), "app.reschedule-to", "(sxx)", convene_interview_get_uid (self->interview), convene_claim_get_start (claim),
                              convene_claim_get_end (claim));
}

static void
chosen_cb (ConveneOpeningCard *self)
{
  say_trouble (self, NULL);
  update_button (self);
}

static void
convene_opening_card_dispose (GObject *object)
{
  ConveneOpeningCard *self = CONVENE_OPENING_CARD (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CONVENE_TYPE_OPENING_CARD);
  g_clear_object (&self->engine);
  g_clear_object (&self->opening);
  g_clear_object (&self->interview);

  G_OBJECT_CLASS (convene_opening_card_parent_class)->dispose (object);
}

static void
convene_opening_card_finalize (GObject *object)
{
  g_clear_object (&CONVENE_OPENING_CARD (object)->cancellable);

  G_OBJECT_CLASS (convene_opening_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CONVENE_TYPE_ERROR_ROW);
  g_type_ensure (CONVENE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/conveneapp/Convene/ui/opening/convene-opening-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, claims);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, facts);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, warning);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, effect);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, choice_list);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, choice);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, done_box);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, done);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, trouble_list);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, trouble);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, apply);
  gtk_widget_class_bind_template_child (widget_class, ConveneOpeningCard, show);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (convene_opening_card_apply));
}

static void
convene_opening_card_class_init (ConveneOpeningCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_opening_card_dispose;
  object_class->finalize = convene_opening_card_finalize;
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CONVENE_TYPE_INTERVIEW);
  signals[STALE] = g_signal_new ("stale", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
convene_opening_card_init (ConveneOpeningCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
convene_opening_card_new (ConveneEngine  *engine,
                          ConveneOpening *opening)
{
  ConveneOpeningCard *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_OPENING (opening), NULL);

  self = g_object_new (CONVENE_TYPE_OPENING_CARD, NULL);
  self->engine = g_object_ref (engine);
  self->opening = g_object_ref (opening);
  show (self);
  convene_name_parts (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
convene_opening_card_apply (ConveneOpeningCard *self)
{
  g_autofree char *chosen = NULL;

  g_return_if_fail (CONVENE_IS_OPENING_CARD (self));

  if (self->applied || convene_opening_get_button (self->opening) == NULL || !is_ready (self))
    return;

  say_trouble (self, NULL);
  if (convene_opening_get_verdict (self->opening) == CONVENE_VERDICT_PROPOSAL)
    {
      reschedule (self);
      return;
    }

  chosen = dup_chosen (self);
  self->cancellable = g_cancellable_new ();
  update_button (self);
  convene_engine_apply_opening_async (self->engine, self->opening, chosen, self->cancellable, applied_cb, g_object_ref (self));
}

GtkWidget *
convene_opening_card_get_button (ConveneOpeningCard *self)
{
  g_return_val_if_fail (CONVENE_IS_OPENING_CARD (self), NULL);

  return self->applied || convene_opening_get_button (self->opening) == NULL ? NULL : GTK_WIDGET (self->apply);
}
