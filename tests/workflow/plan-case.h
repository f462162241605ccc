/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-plan-private.h"

G_BEGIN_DECLS

/* What plans are made from, for tables. */

/* How far an interview is. */
typedef enum
{
  PLAN_FRESH,     /* nothing has happened */
  PLAN_POSTED,    /* the meeting was asked for, and no answer came */
  PLAN_MADE,      /* the meeting is there, the invitation waits */
  PLAN_TOLD,      /* the invitation has left */
  PLAN_CHANGING,  /* and then an edit, of which nothing has left */
  PLAN_PATCHING,  /* and then an edit, of which Zoom may know */
  PLAN_UNTOLD,    /* the meeting is there, and nobody gets mail */
  PLAN_LINKLESS,  /* the invitation left without a link, which is still tried for */
  PLAN_FAILED,    /* no meeting could be made, and people were told so */
  PLAN_MISSING,   /* it is gone at Zoom */
  PLAN_UNMANAGED, /* it is another host's */
  PLAN_UNREACHED, /* the mail server refused the invitation */
} PlanStage;

typedef struct
{
  ConvenePlanFacts *facts;
  ConveneInterview *edited;
} PlanCase;

PlanCase plan_case_new (PlanStage stage, ConveneLinkPolicy policy);
void     plan_case_clear (PlanCase *self);

/* Another interview that uses the same meeting, and one more operation of an interview. */
ConveneInterview *plan_case_other (PlanCase *self);
ConveneOperation *plan_case_add_operation (ConveneInterview *interview, const char *id, ConveneOperationKind kind, ConveneOperationState state, int posts);

/* Its people were told how it is. */
void plan_case_set_told (ConveneInterview *interview);

/* "meeting-update mail-update =create -reminder": what a plan adds, "!" for a letter to some only; then what carries it, and what is dropped or forgotten.
 * Added reminders are left out. */
char *plan_case_describe (ConvenePlan *plan);

G_END_DECLS
