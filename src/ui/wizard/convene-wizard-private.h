/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-wizard.h"

#include "convene-draft-keeper.h"
#include "convene-editing.h"
#include "convene-step-list.h"
#include "convene-wizard-page.h"

G_BEGIN_DECLS

enum
{
  CONVENE_STEP_SETUP,
  CONVENE_STEP_TIME,
  CONVENE_STEP_ATTENDEES,
  CONVENE_STEP_DETAILS,
  CONVENE_STEP_PREVIEW,
  CONVENE_STEP_FINALIZE,
};

struct _ConveneWizard
{
  AdwWindow parent_instance;

  GtkButton       *cancel;
  GtkButton       *back;
  GtkButton       *next;
  GtkRevealer     *draft_bar;
  ConveneStepList *steps;
  GtkLabel        *step_label;
  GtkStack        *stack;
  GtkRevealer     *hint_bar;
  GtkLabel        *hint;

  ConveneEngine      *engine;
  ConveneDraft       *draft;
  ConveneDraftKeeper *keeper;         /* NULL where an interview is changed: that is not kept */
  ConveneEditing     *editing;        /* NULL for a new interview */
  int                 first;          /* where the change began */
  gint64              proposed_start; /* 0 for none: see convene_wizard_propose () */
  gint64              proposed_end;
  GtkWidget          *pages[CONVENE_WIZARD_STEPS];
  char               *when; /* asked for, or NULL: see convene_wizard_new () */
  ConvenePlatform     platform;
  gboolean            copy_to_me; /* as new interviews have it by the preferences */
  GCancellable       *cancellable;
  int                 step;
  gboolean            scheduled; /* or the change is saved */
};

/* The steps, without anything in them yet. */
ConveneWizard *convene_wizard_create (GtkApplication *application,
                                      ConveneEngine  *engine,
                                      const char     *title);

/* Shows a step. */
void convene_wizard_go_to (ConveneWizard *self,
                           int            step);

/* What there is to begin with is there: from now on it can be typed into. */
void convene_wizard_begin_at (ConveneWizard *self,
                              int            step);

G_END_DECLS
