/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "workflow-fixture.h"

G_BEGIN_DECLS

/* What a person does with an interview, step by step: what is planned, and what of it is confirmed later. */

/* Practice's accounts are there, and this is the link policy. */
Fixture *plans_fixture_new (const char *policy);

/* Plans, and answers the plan; nothing may go wrong. Interviews are told by their uid. */
ConvenePlan *plans_schedule (Fixture *fixture, ConveneInterview *interview);
ConvenePlan *plans_cancel (Fixture *fixture, const char *uid);
ConvenePlan *plans_move (Fixture *fixture, const char *uid, gint64 by, ConveneLinkPolicy policy);
ConvenePlan *plans_edit (Fixture *fixture, ConveneInterview *edited);
ConvenePlan *plans_fix (Fixture *fixture, const char *uid, ConveneFixKind kind, const char *value);

/* Commits it, due after so many microseconds; FALSE where it says "look at it again". */
gboolean plans_commit (Fixture *fixture, ConvenePlan *plan, gint64 delay);

/* FALSE where it is too late. */
gboolean plans_undo (Fixture *fixture, ConvenePlan *plan);

/* Another interview of the same job at the same time, with a link policy of its own; answers its uid. Nothing has happened for it. */
char *plans_schedule_beside (Fixture *fixture, const char *uid, gint64 later, ConveneLinkPolicy policy);

G_END_DECLS
