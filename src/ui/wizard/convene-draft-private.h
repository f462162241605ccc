/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"

G_BEGIN_DECLS

/* Each writes a part of what is typed into an interview; those that can fail refuse what cannot be read, with the interview's name of the field. */
void     convene_draft_apply_job (ConveneDraft     *self,
                                  ConveneInterview *interview);
void     convene_draft_apply_place (ConveneDraft     *self,
                                    ConveneInterview *interview);
void     convene_draft_apply_texts (ConveneDraft     *self,
                                    ConveneInterview *interview);
gboolean convene_draft_apply_candidate (ConveneDraft     *self,
                                        ConveneInterview *interview,
                                        GError          **error);
gboolean convene_draft_apply_hiring_manager (ConveneDraft     *self,
                                             ConveneInterview *interview,
                                             GError          **error);
gboolean convene_draft_apply_interviewers (ConveneDraft     *self,
                                           ConveneInterview *interview,
                                           GError          **error);
gboolean convene_draft_apply_alternative_hosts (ConveneDraft     *self,
                                                ConveneInterview *interview,
                                                GError          **error);
gboolean convene_draft_apply_time (ConveneDraft     *self,
                                   ConveneInterview *interview,
                                   GError          **error);

/* Refuses whom the property interviewer still has: why they cannot be added, or that they were not. */
gboolean convene_draft_check_typed_interviewer (ConveneDraft *self,
                                                GError      **error);

G_END_DECLS
