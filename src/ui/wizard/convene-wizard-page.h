/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-draft.h"
#include "convene-editing.h"
#include "convene-engine.h"
#include "convene-plan.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_WIZARD_PAGE (convene_wizard_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (ConveneWizardPage, convene_wizard_page, CONVENE, WIZARD_PAGE, AdwBin)

/* One step. Properties: "engine" and "draft" (construct-only), "can-go-on" (whether Next may be pressed), "hint" (why not, in words, or NULL). The wizard
 * calls `enter` each time the step is shown and `focus_first` after it; `show_errors` where somebody wants to go on and cannot: everything that is missing is
 * said then, not only what was touched. The defaults do nothing. */
struct _ConveneWizardPageClass
{
  AdwBinClass parent_class;

  void (*enter) (ConveneWizardPage *self);
  void (*show_errors) (ConveneWizardPage *self);
  void (*focus_first) (ConveneWizardPage *self);
};

void convene_wizard_page_enter (ConveneWizardPage *self);
void convene_wizard_page_show_errors (ConveneWizardPage *self);
void convene_wizard_page_focus_first (ConveneWizardPage *self);

/* As Enter and Next do: the next step where can-go-on, else show_errors. For entries: connect "entry-activated" to it. (The actions around a page: wizard.next, wizard.back.) */
void convene_wizard_page_go_on (ConveneWizardPage *self);

ConveneEngine *convene_wizard_page_get_engine (ConveneWizardPage *self);
ConveneDraft  *convene_wizard_page_get_draft (ConveneWizardPage *self);

gboolean    convene_wizard_page_get_can_go_on (ConveneWizardPage *self);
const char *convene_wizard_page_get_hint (ConveneWizardPage *self);
void        convene_wizard_page_set_can_go_on (ConveneWizardPage *self,
                                               gboolean           can_go_on,
                                               const char        *hint);

/* The steps, in SH-23's order. Each of the first four keeps can-go-on up to date itself, by convene_draft_check_step (). */
GtkWidget *convene_wizard_setup_new (ConveneEngine *engine, ConveneDraft *draft);
GtkWidget *convene_wizard_time_new (ConveneEngine *engine, ConveneDraft *draft);
GtkWidget *convene_wizard_attendees_new (ConveneEngine *engine, ConveneDraft *draft);
GtkWidget *convene_wizard_details_new (ConveneEngine *engine, ConveneDraft *draft);

/* Makes the engine's plan each time it is entered and shows it; can-go-on once it is there. Where the draft is refused, it says so, and its signal "refused" (i: the step with the
 * field) lets the wizard offer to go there. The plan is owned by the page. */
GtkWidget   *convene_wizard_preview_new (ConveneEngine *engine, ConveneDraft *draft);
ConvenePlan *convene_wizard_preview_get_plan (GtkWidget *self);

/* It plans the change of that interview instead; can-go-on only where something changes. */
void convene_wizard_preview_set_editing (GtkWidget      *self,
                                         ConveneEditing *editing);

/* Schedules the plan that it is given, once, and follows its operations. Signals: "scheduled" (s: uid; the plan is durable, and the draft forgotten with it), "failed" (nothing was written, the page says why), "finished" (Done was pressed), "again" (Schedule
 * another was pressed). Until *Schedule Interview* is pressed nothing is written. */
GtkWidget *convene_wizard_finalize_new (ConveneEngine *engine, ConveneDraft *draft);
void       convene_wizard_finalize_set_plan (GtkWidget   *self,
                                             ConvenePlan *plan);

/* It writes the change of that interview instead, so that it can be taken back for a while, and says so by "saved" (ConvenePlan) in place of "scheduled". */
void convene_wizard_finalize_set_editing (GtkWidget      *self,
                                          ConveneEditing *editing);

/* Whether it was pressed, and what becomes of it is not known yet. */
gboolean convene_wizard_finalize_get_busy (GtkWidget *self);

G_END_DECLS
