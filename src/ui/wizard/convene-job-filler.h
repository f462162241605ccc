/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"
#include "convene-job.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_JOB_FILLER (convene_job_filler_get_type ())

G_DECLARE_FINAL_TYPE (ConveneJobFiller, convene_job_filler, CONVENE, JOB_FILLER, GObject)

/* Fills a draft with what a job brings along: its hiring manager, platform and location, and the agenda, length and interviewers of its last interview.
 * What a person typed is never replaced; what another job brought is. Property "brought" (read-only): what came, in a sentence, or NULL. */
ConveneJobFiller *convene_job_filler_new (ConveneEngine *engine,
                                          ConveneDraft  *draft);

/* A job that was chosen. */
void convene_job_filler_fill (ConveneJobFiller *self,
                              ConveneJob       *job);

/* The draft's own job, typed to its end: looked up, and filled in where it is known and has not been yet. Where it is not known, the default location of
 * a hiring manager whom another job brought is the platform (HL-10), unless a person chose one. */
void convene_job_filler_fill_typed (ConveneJobFiller *self);

/* The draft was emptied or is another one: nothing in it was brought by a job. */
void convene_job_filler_forget (ConveneJobFiller *self);

const char *convene_job_filler_get_brought (ConveneJobFiller *self);

G_END_DECLS
