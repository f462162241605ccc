/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-wizard-private.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-interview-check.h"

/* The page that says why nothing can be changed. */
#define REFUSED "refused"

static gint64
get_now (ConveneWizard *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

/* Their visibility is the width's: they are taken away instead. */
static void
remove_steps (ConveneWizard *self)
{
  GtkWidget *steps = GTK_WIDGET (self->steps);
  GtkWidget *label = GTK_WIDGET (self->step_label);

  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (steps)), gtk_widget_get_next_sibling (steps));
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (steps)), steps);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (label)), label);
}

static void
show_refusal (ConveneWizard *self,
              const char    *title,
              const char    *words)
{
  GtkWidget       *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_stack_add_named (self->stack, page, REFUSED);
  gtk_stack_set_visible_child_name (self->stack, REFUSED);
  remove_steps (self);
  gtk_widget_set_visible (GTK_WIDGET (self->next), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->back), FALSE);
  gtk_revealer_set_reveal_child (self->hint_bar, FALSE);
  gtk_button_set_label (self->cancel, _("_Close"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cancel), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel));
}

/* All steps but the last two can be chosen. Not before the window is shown: the first of them would have the focus then, and GTK 4.8 does not tell a
 * screen reader that something is a window where the focus comes before it. */
static void
begin (ConveneWizard *self)
{
  g_object_set (self->steps, "reach", CONVENE_STEP_PREVIEW, NULL);
  convene_wizard_begin_at (self, convene_draft_find_open_step (self->draft, self->first, get_now (self)));
}

/* Not the zone in which somebody else proposed it. */
static void
take_proposal (ConveneWizard *self)
{
  const ConveneMoment *start = convene_interview_get_start (convene_editing_get_interview (self->editing));
  int                  minutes = (int) ((self->proposed_end - self->proposed_start) / CONVENE_MINUTE);
  g_autoptr(ConveneMoment) proposed = NULL;

  if (self->proposed_start == 0 || start == NULL)
    return;

  proposed = convene_moment_new_at (self->proposed_start, convene_moment_get_zone (start), NULL);
  if (proposed != NULL)
    convene_draft_fill_time (self->draft, proposed);
  if (minutes > 0 && minutes <= CONVENE_DURATION_MAX)
    g_object_set (self->draft, "duration", minutes, NULL);
  self->proposed_start = self->proposed_end = 0;
}

static gboolean
is_over (ConveneInterview *interview,
         gint64            now)
{
  ConveneStatus status = convene_interview_get_status (interview);

  return status == CONVENE_STATUS_COMPLETED || status == CONVENE_STATUS_NO_SHOW || convene_interview_get_end (interview) <= now;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConveneWizard) self = user_data;
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview;

  convene_editing_read_finish (CONVENE_EDITING (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  interview = convene_editing_get_interview (self->editing);
  if (error != NULL)
    show_refusal (self, _("Interview Cannot Be Read"), error->message);
  else if (convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED)
    show_refusal (self, _("Interview Was Cancelled"), _("It cannot be changed any more. Schedule a new one instead."));
  else if (is_over (interview, get_now (self)))
    show_refusal (self, _("Interview Is Over"), _("It cannot be changed any more. Schedule a new one instead."));
  else
    {
      take_proposal (self);
      begin (self);
    }
}

static void
saved_cb (ConveneWizard *self,
          ConvenePlan   *plan)
{
  g_autofree char *words = convene_editing_dup_done (self->editing, plan);

  self->scheduled = TRUE;
  g_signal_emit_by_name (self, "saved", plan, words);
  gtk_window_destroy (GTK_WINDOW (self));
}

ConveneWizard *
convene_wizard_new_edit (GtkApplication *application,
                         ConveneEngine  *engine,
                         const char     *uid,
                         int             step)
{
  ConveneWizard *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = convene_wizard_create (application, engine, step == CONVENE_WIZARD_RESCHEDULE ? _("Reschedule") : _("Edit Interview"));
  self->first = step;
  self->editing = convene_editing_new (engine, self->draft, uid);
  convene_wizard_preview_set_editing (self->pages[CONVENE_STEP_PREVIEW], self->editing);
  convene_wizard_finalize_set_editing (self->pages[CONVENE_STEP_FINALIZE], self->editing);
  g_signal_connect_object (self->pages[CONVENE_STEP_FINALIZE], "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  convene_editing_read_async (self->editing, self->cancellable, read_cb, g_object_ref (self));
  return self;
}

void
convene_wizard_propose (ConveneWizard *self,
                        gint64         start,
                        gint64         end)
{
  g_return_if_fail (CONVENE_IS_WIZARD (self));
  g_return_if_fail (self->editing != NULL);

  self->proposed_start = start;
  self->proposed_end = end;
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)) || self->step == CONVENE_STEP_FINALIZE)
    return;

  take_proposal (self);
  convene_wizard_go_to (self, CONVENE_STEP_TIME);
}

const char *
convene_wizard_get_uid (ConveneWizard *self)
{
  g_return_val_if_fail (CONVENE_IS_WIZARD (self), NULL);

  return self->editing != NULL ? convene_editing_get_uid (self->editing) : NULL;
}
